"""Where the antecedent goes in a relative clause."""

from __future__ import annotations

from typing import NamedTuple

from workbench.propose.clauses_tree_cuts import loose, news
from workbench.propose.parse_tree import Tree


class Relative(NamedTuple):
    """``role``: subject, object, owner or place; ``dropped``: the pronoun and what goes with it."""

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
    )


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
    relation = tree.relations[pronoun]
    low = tree.low[pronoun]
    if low == "whose":
        return Relative("owner", (pronoun,))
    if low == "where":
        return Relative("place", (pronoun,), "in")
    if low not in ("who", "whom", "which", "that") or tree.heads[pronoun] != head:
        return None
    if relation.startswith("nsubj"):
        return Relative("subject", (pronoun,))
    case = tree.only(pronoun, "case")
    if relation == "obl" and case:
        return Relative("place", (pronoun, *case), tree.words[case[0]].form)
    return Relative("object", (pronoun,)) if relation == "obj" else None
