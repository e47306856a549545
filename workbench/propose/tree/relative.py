"""Where the antecedent goes in a relative clause."""

from __future__ import annotations

from typing import NamedTuple

from workbench.propose.lexicon import MONTHS, TIME_NOUNS, WEEKDAYS
from workbench.propose.tree.cuts import loose, meanwhile, news
from workbench.propose.tree.parts import part_of
from workbench.propose.tree.tree import Tree

_WHERE = frozenset(("in", "on", "at", "near", "inside", "outside", "across"))


class Relative(NamedTuple):
    """``role``: subject, object, owner, place or part; ``dropped``: the pronoun and its words."""

    role: str
    dropped: tuple[int, ...]
    preposition: str = ""


def parted(tree: Tree, head: int) -> bool:
    """Does the relative clause stand for itself? Also "…, a doctor who was not involved"."""
    noun = tree.heads[head]
    return (
        loose(tree, head)
        or bool(tree.only(head, "cc"))
        or (tree.relations[noun] == "appos" and loose(tree, noun))
        or news(tree, noun, head)
        or meanwhile(tree, head)
    )


_SPANNING = frozenset(("since", "until", "till", "from", "by", "before", "after"))


def time_of(tree: Tree, verb: int, head: int) -> tuple[Relative, list[int]] | None:
    """ "In May, when most are shut": the clause happens at the time before the comma."""
    when = next((c for c in tree.only(verb, "advmod", "mark") if tree.low[c] == "when"), -1)
    if when < 2 or tree.words[when - 1].form != ",":
        return None
    for phrase in tree.only(head, "obl", "obl:unmarked"):
        words = sorted(tree.below(phrase) - tree.below(verb))
        words = [w for w in words if tree.coarse[w] != "PUNCT" or w < when - 1]
        timed = any(tree.low[w] in TIME_NOUNS | MONTHS | WEEKDAYS or _year(tree, w) for w in words)
        if words and words[-1] == when - 2 and timed and words[-1] - words[0] == len(words) - 1:
            spanning = tree.low[words[0]] in _SPANNING  # "since 2015, when": in 2015
            day = any(tree.low[w] in WEEKDAYS for w in words)
            preposition = ("on" if day else "in") if spanning else ""
            return Relative("place", (when,), preposition), words[1:] if spanning else words
    return None


def _year(tree: Tree, word: int) -> bool:
    form = tree.words[word].form
    return form[:4].isdigit() and form[4:] in ("", "s")


def relative_of(tree: Tree, head: int) -> Relative | None:  # noqa: PLR0911  one per role
    """The role of the relative pronoun in the clause under ``head``; None: stays in its noun."""
    if not parted(tree, head):
        return None
    pronoun = next(
        (
            w
            for w in sorted(tree.below(head))
            if tree.fine[w] in ("WP", "WDT", "WP$", "WRB")
            or (tree.low[w] == "that" and tree.relations[w].startswith("nsubj"))
        ),
        None,
    )
    if pronoun is None:
        return None
    if part_of(tree, pronoun):
        return Relative("part", part_of(tree, pronoun))
    relation = tree.relations[pronoun]
    low = tree.low[pronoun]
    if low == "whose":
        return Relative("owner", (pronoun,))
    if low == "where":
        above = tree.only(tree.heads[head], "case")
        near = tree.low[above[0]] if above else "in"
        return Relative("place", (pronoun,), near if near in _WHERE else "in")
    if low not in ("who", "whom", "which", "that") or tree.heads[pronoun] != head:
        return None
    if relation.startswith("nsubj"):
        return Relative("subject", (pronoun,))
    case = tree.only(pronoun, "case")
    if relation == "obl" and case:
        return Relative("place", (pronoun, *case), tree.words[case[0]].form)
    return Relative("object", (pronoun,)) if relation == "obj" else None
