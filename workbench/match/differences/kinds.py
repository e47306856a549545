"""The form of a difference between the facts of two texts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from workbench.match.facts.values import Fact

DifferenceKind = Literal[
    "number", "date", "unit", "name", "negation", "quantifier", "opposite", "order"
]
Names = tuple[str, str]
"""What the two texts are called in messages."""


MOST = 200  # facts of a kind that are compared; more are no statement


class Difference(NamedTuple):
    """One fact that differs. A side that has no such fact is the empty string."""

    kind: DifferenceKind
    left: str
    right: str
    message: str


class Sides(NamedTuple):
    """Two texts with their facts.

    `strict` is whether a fact that only one of them has counts as a difference.
    """

    left: str
    right: str
    left_facts: Sequence[Fact]
    right_facts: Sequence[Fact]
    names: Names
    strict: bool

    def of(self, kind: str) -> tuple[list[Fact], list[Fact]]:
        """The facts of one kind on both sides."""
        return (
            [fact for fact in self.left_facts if fact.kind == kind][:MOST],
            [fact for fact in self.right_facts if fact.kind == kind][:MOST],
        )

    def differ(self, kind: DifferenceKind, left: str, right: str) -> Difference:
        """The difference, with its message: "2018 in the quote, 2019 in the source"."""
        return Difference(kind, left, right, told(left, right, self.names))


def told(left: str, right: str, names: Names) -> str:
    """What stands where, in a line."""
    left, right = " ".join(left.split()), " ".join(right.split())
    if left and right:
        return f"{left} in the {names[0]}, {right} in the {names[1]}"
    return f"“{left or right}” only in the {names[0] if left else names[1]}"
