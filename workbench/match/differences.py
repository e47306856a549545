"""What differs between the facts of two texts, in words for a reader."""

from __future__ import annotations

from typing import Literal, NamedTuple

from workbench.match.facts import facts
from workbench.match.facts_values import Fact

DifferenceKind = Literal[
    "number", "date", "unit", "name", "negation", "quantifier", "opposite", "order"
]


class Difference(NamedTuple):
    """One fact that differs. A side that has no such fact is the empty string."""

    kind: DifferenceKind
    left: str
    right: str
    message: str


def differences(
    left: str, right: str, names: tuple[str, str] = ("quote", "source"), *, strict: bool = False
) -> tuple[Difference, ...]:
    """The facts in which two texts differ.

    Args:
        left: one text.
        right: the other.
        names: what the two are called in the messages.
        strict: whether a fact that only one of the two has counts as a difference; for texts that
            should be the same, such as a quote and its place.
    """
    found: list[Difference] = []
    one, other = facts(left), facts(right)
    kinds: tuple[tuple[str, DifferenceKind], ...] = (
        ("date", "date"),
        ("quantity", "number"),
        ("negation", "negation"),
    )
    for kind, called in kinds:
        mine, theirs = _unmatched(one, other, kind), _unmatched(other, one, kind)
        for at in range(max(len(mine), len(theirs))):
            a = mine[at].text if at < len(mine) else ""
            b = theirs[at].text if at < len(theirs) else ""
            if strict or kind == "negation" or (a and b):
                found.append(Difference(called, a, b, told(a, b, names)))
    return tuple(found)


def told(left: str, right: str, names: tuple[str, str]) -> str:
    """The difference in a line: "2018 in the quote, 2019 in the source"."""
    if left and right:
        return f"{left} in the {names[0]}, {right} in the {names[1]}"
    return f"“{left or right}” only in the {names[0] if left else names[1]}"


def _unmatched(some: list[Fact], others: list[Fact], kind: str) -> list[Fact]:
    left = [fact.value for fact in others if fact.kind == kind]
    unmatched = []
    for fact in some:
        if fact.kind != kind:
            continue
        if fact.value in left:
            left.remove(fact.value)
        else:
            unmatched.append(fact)
    return unmatched
