"""One predicate of a tree and what it states; and how a relative clause becomes one."""

from __future__ import annotations

from dataclasses import dataclass, field

from workbench.propose.lexicon import MONTHS, TIME_NOUNS, WEEKDAYS, word_set
from workbench.propose.tree.cuts import is_region, loose
from workbench.propose.tree.events import called, event
from workbench.propose.tree.nouns import FATES, antecedent, noun_words, thing_of
from workbench.propose.tree.relative import Relative, outcome, relative_of, role_of, said_of
from workbench.propose.tree.shares import share_words
from workbench.propose.tree.tree import Tree

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "expl")


@dataclass
class Clause:
    """One predicate and what it states.

    Attributes:
        head: The predicate's word.
        kind: ``main``, ``relative``, ``participle``, ``apposition`` or ``said``.
        own: Its own words (no marks, no conjunction, nothing that stands for itself).
        subject: Words of a subject that stands elsewhere, in the order to write them.
        lead: Auxiliaries shared with the predicate before it.
        said_by: The predicate of saying whose content this is.
        relative: How the antecedent goes into a relative clause.
        host: The predicate above, whose tense a participle takes.
    """

    head: int
    kind: str
    own: list[int]
    subject: list[int] = field(default_factory=list)
    lead: list[int] = field(default_factory=list)
    said_by: Clause | None = None
    relative: Relative | None = None
    host: int | None = None


def relative_clause(
    tree: Tree, child: int, parent: int, host: int, *, parted: bool = True
) -> Clause | None:
    """The clause under ``child``, which describes ``parent``; None where it stays in its noun.

    ``parted``: only one that does not say which noun is meant.
    """
    inner = said_of(tree, child)
    role = relative_of(tree, child) if parted else role_of(tree, child)
    relative = Relative("subject", (inner[1],)) if inner is not None else role
    untold = event(tree, parent) or called(tree, parent)
    if relative is None or untold or outcome(tree, child, parent):
        return None
    if relative.role == "subject" and tree.low[parent] in TIME_NOUNS | WEEKDAYS:
        return None  # "five months that cost 340 lives"
    if relative.role == "place" and tree.low[relative.dropped[0]] == "where":
        ward = _not_when(tree, parent)
        relative = relative._replace(preposition="in") if ward != parent else relative
        parent = ward
    told = inner[0] if inner is not None else child
    who = any(tree.low[w] == "who" for w in tree.children[told])
    group = (told, *tree.only(told, "aux", "aux:pass", "cop"))
    several = any(tree.fine[w] == "VBP" or tree.low[w] == "were" for w in group)
    beside = relative.role == "object" and not relative.dropped  # "the role they play"
    if not beside or tree.relations[parent] == "appos":
        parent = antecedent(tree, parent, person=who, place=relative.role == "place",
                            plural=several, verb=told)  # fmt: skip
    inside = tree.below(child)
    parent = _opponent(tree, parent, child)
    if who and relative.role == "subject":
        parent = _who(tree, parent, child)
    if tree.coarse[parent] == "NUM" and tree.coarse[tree.heads[parent]] == "PROPN":
        parent = tree.heads[parent]  # "Ann Oe, 65, who"
    parent = thing_of(tree, _held(tree, parent, relative), told)
    parent = _named_last(tree, parent, relative) if relative.role == "owner" else parent
    near = _of_kin(tree, parent, told)
    parent = near if near >= 0 else parent
    words = noun_words(tree, parent)
    counted = share_words(tree, parent, child) if relative.role == "subject" else words
    noun = [w for w in counted if w not in inside]
    if loose(tree, child):
        noun = unfocused(tree, noun)
    if several and relative.role == "subject" and counted == words:
        noun = _listed(tree, parent, inside) or noun
    said_by = Clause(child, "relative", []) if inner is not None else None
    return Clause(told, "relative", [], noun, relative=relative, host=host, said_by=said_by)


def unfocused(tree: Tree, noun: list[int]) -> list[int]:
    """ "Only line 4, which is driverless, will run": line 4 is."""
    return noun[1:] if len(noun) > 1 and tree.low[noun[0]] in _FOCUS else noun


_FOCUS = word_set("only even just still mainly mostly partly especially particularly notably")


def _not_when(tree: Tree, noun: int) -> int:
    """ "Was taken to the ward on Friday, where", "moved to Ley in 1988, where": in the ward."""
    form = tree.words[noun].form
    year = form.isdigit() and len(form) == len("1988")
    clock = year or tree.low[noun + 1 : noun + 2] in (["am"], ["pm"])
    if not (clock or tree.low[noun] in _TIMES) or tree.heads[noun] < 0:
        return noun
    verb = tree.heads[noun]
    if tree.coarse[verb] == "NUM" and tree.heads[verb] >= 0:  # "at 6 am"
        verb = tree.heads[verb]
    beside = [c for c in tree.only(verb, "obl") if c < noun and tree.only(c, "case")
              and tree.low[c] not in _TIMES and tree.coarse[c] != "NUM"]  # fmt: skip
    return beside[-1] if beside else noun


_TIMES = TIME_NOUNS | WEEKDAYS | MONTHS | {"am", "pm", "a.m.", "p.m.", "noon", "midnight"}


def _listed(tree: Tree, last: int, inside: frozenset[int]) -> list[int]:
    """ "Arl, Kest and Ley, which are", "wood and wool, which were": all of them before it."""
    first = tree.heads[last] if tree.relations[last] == "conj" else last
    names = [c for c in tree.only(first, "conj") if c < min(inside)]
    between = any(tree.low[c] == "between" for c in tree.only(first, "case"))
    if tree.fine[last] not in ("NNP", "NN") or not names or between:
        return []
    last = max(names)
    if any(tree.coarse[c] not in ("NOUN", "PROPN") for c in (first, *names)):
        return []
    left_out = {w for c in tree.only(first, "case") for w in tree.below(c)} | inside
    words = sorted(w for w in tree.below(first) - left_out if w <= max(tree.below(last) - inside))
    while words and tree.coarse[words[-1]] == "PUNCT":
        words.pop()
    while words and tree.coarse[words[0]] == "ADV" and tree.heads[words[0]] == first:
        words.pop(0)  # "mainly to Arl and Kest, which": they are
    return words


def _held(tree: Tree, parent: int, relative: Relative) -> int:
    """ "Two men were held, neither of whom …": the men, though it hangs on the verb."""
    above = tree.heads[parent]
    if relative.role == "place" and relative.preposition in _CAUSES:
        of = any(tree.low[c] == "of" for c in tree.only(parent, "case"))
        return above if of and above >= 0 and tree.low[above].endswith(_DEEDS) else parent
    if relative.role != "part":
        return parent
    if tree.relations[parent] == "conj" and above >= 0 and tree.coarse[above] != "VERB":
        return above  # "Arl and Kest, neither of which"
    found = tree.only(parent, "nsubj", "nsubj:pass")
    return found[0] if tree.coarse[parent] == "VERB" and found else parent


_CAUSES = frozenset(("for", "after", "during", "over"))  # "the poisoning of an agent, for which"
_DEEDS = ("ing", "tion", "sion", "ment", "ack", "eath", "urder")


def _who(tree: Tree, parent: int, verb: int) -> int:
    """ "A bill, a defeat for Ann Oe, who had backed it": she had."""
    died = tree.only(parent, "nmod") if tree.low[parent] in FATES else []
    if died:
        return died[0]  # "the deaths of two of them, who were crushed"
    names = [c for c in tree.only(parent, "appos") if c < verb and tree.only(c, "flat")]
    if names and tree.coarse[parent] == "NOUN" and tree.coarse[names[0]] == "PROPN":
        return names[0]  # "its director, Ann Oe, who has refused to go"
    opener = next((w for w in tree.children[verb] if tree.low[w] == "who"), -1)
    name = opener - 2
    if opener < 2 or tree.words[opener - 1].form != "," or tree.coarse[parent] != "NOUN":
        return parent
    while name >= 0 and tree.relations[name] in ("flat", "compound") and tree.heads[name] >= 0:
        name = tree.heads[name]
    titled = bool(tree.only(name, "nmod:desc", "flat")) and tree.coarse[name] == "PROPN"
    nobody = tree.low[parent] in _NO_PERSON and name in range(parent + 1, opener)
    return name if titled and nobody else parent


def _of_kin(tree: Tree, parent: int, verb: int) -> int:
    """ "Ann Oe, the daughter of a soldier who had fought in Egypt": he had; -1 for no such."""
    opener = next((w for w in tree.children[verb] if tree.low[w] == "who"), -1)
    near = opener - 1
    if near < 0 or tree.fine[near] != "NN" or tree.relations[near] != "nmod":
        return -1
    new = any(tree.low[c] in ("a", "an") for c in tree.only(near, "det"))
    return near if new and tree.low[tree.heads[near]] in _KIN else -1


_KIN = word_set("son sons daughter daughters child children wife husband widow widower brother "
                "sister mother father nephew niece cousin grandson granddaughter")  # fmt: skip


def _opponent(tree: Tree, match: int, verb: int) -> int:
    """ "A 3-1 defeat by Toulon, who finished with 14 men": Toulon did."""
    sides = [n for n in tree.only(match, "nmod") if match < n < verb
             and tree.coarse[n] == "PROPN"
             and any(tree.low[c] in _AGAINST for c in tree.only(n, "case"))]  # fmt: skip
    return sides[-1] if sides and tree.low[match] in _MATCHES else match


_MATCHES = word_set("victory defeat win loss draw triumph thrashing upset")
_AGAINST = frozenset(("over", "by", "against", "with", "to"))
_NO_PERSON = word_set(
    "bill law plan deal ruling decision vote report defeat victory blow setback boost letter "
    "statement talks meeting case trial suit move proposal budget order treaty"
)


def _named_last(tree: Tree, parent: int, relative: Relative) -> int:
    """ "A deal brokered by the Emirates, whose mediation": theirs, as the name stands before it."""
    comma = relative.dropped[0] - 1
    name = comma - 1
    while name >= 0 and tree.relations[name] in ("flat", "compound") and tree.heads[name] >= 0:
        name = tree.heads[name]
    if comma < 1 or tree.words[comma].form != "," or tree.coarse[name] != "PROPN":
        return parent
    town = tree.heads[name] if tree.relations[name] == "appos" and is_region(tree, name) else name
    placed = any(tree.low[c] in ("in", "at", "near") for c in tree.only(town, "case"))
    return parent if placed or name not in tree.below(parent) else name
