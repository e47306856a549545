"""Who said it, in a tree: the saying and what was said."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.propose.lexicon import ADDING, SAY, TAG, TELL, word_set
from workbench.propose.semantic.several import all_of
from workbench.propose.tree.clause import SUBJECTS, Clause
from workbench.propose.tree.nouns import by_name, noun_words
from workbench.propose.tree.report import phrasal, telling
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.untold import meaning

_SHOWN = word_set("found shown discovered learned learnt shows finds suggests")  # as a tag
_PASSIVE = frozenset(("was", "were", "been"))
_CITING = frozenset(("quoted", "quotes", "quote", "cited", "cites"))
_DESCRIBE = frozenset(("describe", "describes", "described"))  # "described how it was done"


@dataclass(frozen=True)
class Saying:
    """A predicate of saying, its speaker, its content; ``tag``: it stands after or inside it.

    ``speaker`` is empty where it is only told who heard it.
    """

    verb: int
    speaker: tuple[int, ...]
    content: int
    tag: bool


def says(tree: Tree, head: int) -> bool:
    """Is the word a verb of saying, "point out" among them?"""
    low = tree.low[head]
    if low in ("point", "points", "pointed") or phrasal(tree, head):
        return phrasal(tree, head)
    heard = low == "heard" and bool(_in_court(tree, head))
    return low in SAY or low in ADDING or low in _DESCRIBE or heard


def saying_of(tree: Tree, clause: Clause) -> Saying | None:
    """The saying that a clause is, or that hangs on it as a tag."""
    head = clause.head
    if tree.fine[head] == "VBG" and meaning(tree, head):
        return None  # "sales fell, suggesting that": no sales ever say so
    inner = telling(tree, head)
    if says(tree, inner):
        subject = tree.only(head, *SUBJECTS)
        if len(subject) > 1:  # "The trouble is, we tell them that": we do
            subject = [s for s in subject if tree.relations[s] != "nsubj:outer"] or subject
        content = tree.only(inner, "ccomp") or [
            c for c in tree.only(head, "parataxis") if tree.only(c, *SUBJECTS)
        ]
        goes_on = tree.low[head].startswith("continu") and content and content[0] > head
        if content and not goes_on and (subject or clause.subject):
            pronoun = bool(subject) and tree.low[subject[0]] in ("who", "which", "that")
            own = subject and not (pronoun and clause.subject)
            speaker = all_of(tree, subject[0]) if own else clause.subject
            speaker = by_name(tree, speaker)
            if inner != head and tree.low[head] in _CITING and (quoted := tree.only(head, "obj")):
                speaker = all_of(tree, quoted[0])  # "the Post quoted Ann Oe as saying that"
            passive = tree.only(head, "nsubj:pass", "aux:pass") or any(
                tree.low[w] in _PASSIVE for w in clause.lead
            )
            if passive and inner == head:
                speaker = _teller(tree, head) or _in_court(tree, head)
            return Saying(head, tuple(speaker), content[0], content[0] < head)
    for child in tree.only(head, "parataxis"):
        if tree.words[tree.first_word(child) - 1].form == ";":
            continue  # "oil fell; analysts warned of a glut"
        subject = tree.only(child, *SUBJECTS)
        hears = not tree.only(child, "obj") or tree.low[child] in TELL
        hears = hears and not tree.only(child, "aux:pass")  # "nobody was told about it"
        if (
            tree.low[child] in TAG | _SHOWN
            and hears
            and subject
            and not tree.only(child, "ccomp", "xcomp")
        ):
            return Saying(child, tuple(all_of(tree, subject[0])), head, True)
    return None


def _in_court(tree: Tree, verb: int) -> list[int]:
    """ "The inquest was told that": said there, and known from nowhere else."""
    subject = tree.only(verb, *SUBJECTS)
    court = bool(subject) and tree.low[subject[0]] in _COURTS
    return noun_words(tree, subject[0]) if court else []


_COURTS = frozenset(("court", "jury", "jurors", "inquest", "tribunal", "hearing", "inquiry"))


def _teller(tree: Tree, verb: int) -> list[int]:
    """ "Staff were told by Ann Oe that": she; nobody where it does not say, least of all they."""
    for child in tree.only(verb, "obl:agent", "obl"):
        if any(tree.low[c] == "by" for c in tree.only(child, "case")):
            return noun_words(tree, child)
    return []


def according(tree: Tree, clause: Clause) -> tuple[int, list[int]] | None:
    """ "According to X": the phrase's head and the words of X."""
    for child in tree.only(clause.head, "obl", "advmod", "nmod"):
        if any(tree.low[c] == "according" for c in tree.only(child, "case", "fixed")):
            return child, noun_words(tree, child)
    return None
