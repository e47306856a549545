"""Has a clause that is told for itself a finite verb, and one that goes with its subject?"""

from __future__ import annotations

from workbench.propose.inflect import IRREGULAR_PAST
from workbench.propose.lexicon import ORGANISATION, word_set
from workbench.propose.tree.clause import SUBJECTS, Clause
from workbench.propose.tree.number import is_plural
from workbench.propose.tree.tree import Tree

FINITE = ("VBD", "VBZ", "VBP", "MD")
_OF_SEVERAL = ("are", "were", "have", "do")
_BASE = ("VB", "VBP")
_SINGULAR = ("NN", "NNP")
_PRONOUNS = ("it", "he", "she", "this")
_SEVERAL = word_set(
    "police staff team crew family public majority number group pair couple half most some all "
    "tribe clan orchestra choir jury panel audience crowd gang squad army navy population duo trio "
    "rest none range series total percent cent % people cattle data media youth"
)


def finite_form(tree: Tree, clause: Clause) -> bool:
    """Does a clause that is no participle and no apposition stand with a finite verb that fits?

    "Ann Oe to hand out books", "the girl tour the plant" and "the parents giving her drops" do
    not: their verbs are infinitives and participles that hang on something left out.
    """
    if clause.kind in ("apposition", "participle"):
        return True
    head = clause.head
    group = [*clause.lead, *tree.only(head, "aux", "aux:pass", "cop")]
    elsewhere = clause.relative is None or clause.relative.role == "subject"
    several = any(tree.low[w] in _OF_SEVERAL and tree.fine[w] in ("VBP", "VBD") for w in group)
    if several and elsewhere and _is_one(tree, clause.subject):
        return False  # "one of the reasons … are", "his mother were"
    if any(tree.fine[w] in FINITE for w in group):
        return not _due_to_be(tree, head, clause.own)
    bare = any(tree.low[w] in ("be", "been") for w in group)
    if bare or (group and all(tree.low[w] == "being" for w in group)):
        return False  # "Ann Oe be replaced", "Ann Oe been refused", "the aim being to sell it"
    if not clause.subject or not elsewhere:  # its own subject: the parser's tag may be wrong
        # "with laws banning them"
        return bool(group) or not (tree.fine[head] == "VBG" or _ranked(tree, head))
    return _bare_form(tree, head, clause.subject)


def _due_to_be(tree: Tree, head: int, own: list[int]) -> bool:
    """ "Oe was [due to] be released": not without what says that it is to come."""
    marks = [m for m in tree.only(head, "mark") if tree.low[m] == "due"]
    helped = any(m > c for m in marks for c in tree.only(head, "aux", "aux:pass", "cop"))
    return helped and not set(marks) & set(own)


def _ranked(tree: Tree, head: int) -> bool:
    """ "The fourth government defeat in a week": a noun that was taken for a verb."""
    about = tree.only(head, *SUBJECTS)
    nth = any(tree.low[c] in _NTH for s in about for c in tree.only(s, "amod"))
    return nth and tree.fine[head] == "VBP" and tree.fine[about[0]] == "NN"


_NTH = word_set("first second third fourth fifth sixth last latest biggest worst best")


def _bare_form(tree: Tree, head: int, subject: list[int]) -> bool:
    """May a verb without a helping one be finite, for a subject that stands elsewhere?"""
    infinitive = any(tree.fine[m] == "TO" for m in tree.only(head, "mark"))
    joined = tree.fine[head].startswith("VB") and _of_infinitive(tree, head)
    if infinitive or joined or tree.fine[head] == "VBG":
        return False
    return tree.fine[head] not in _BASE or _past_or_third(tree.low[head]) or not _one(tree, subject)


def _is_one(tree: Tree, subject: list[int]) -> bool:
    top = next((w for w in subject if tree.heads[w] not in subject), -1)
    if top >= 0 and tree.low[top] in ("one", "each", "neither", "either"):
        return True
    thing = top >= 0 and tree.fine[top] == "NN" and tree.low[top] not in ORGANISATION
    return thing and _one(tree, subject)


def _past_or_third(verb: str) -> bool:
    """ "Put", "cut", or "coaches", tagged wrongly?"""
    third = verb.endswith("s") and not verb.endswith("ss")
    return third or IRREGULAR_PAST.get(verb) == verb


def _of_infinitive(tree: Tree, verb: int) -> bool:
    """ "Were asked to sort balls coloured blue": joined to an infinitive by mistake."""
    above = tree.heads[verb]
    to = above >= 0 and any(tree.fine[m] == "TO" for m in tree.only(above, "mark"))
    return to and tree.relations[verb] == "conj"


def _one(tree: Tree, subject: list[int]) -> bool:
    """Is the subject one thing beyond doubt?"""
    if is_plural(tree, subject) or any(tree.low[w] in _SEVERAL for w in subject):
        return False
    if any(tree.relations[w] == "conj" or tree.coarse[w] == "NUM" for w in subject):
        return False
    top = next((w for w in subject if tree.heads[w] not in subject), -1)
    return top >= 0 and (tree.fine[top] in _SINGULAR or tree.low[top] in _PRONOUNS)
