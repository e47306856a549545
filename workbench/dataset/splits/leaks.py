"""Finding what stands on two sides of a split."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from workbench.dataset.splits.groups import Edge


class Leak(NamedTuple):
    """Two things that are nearly the same, on two sides."""

    kind: str
    left: str
    left_side: str
    right: str
    right_side: str
    score: float

    def __str__(self) -> str:
        return (
            f"{self.kind}: {self.left} ({self.left_side}) and"
            f" {self.right} ({self.right_side}), {self.score:.2f}"
        )


def leaks(side_of: Mapping[int, str], joined: Iterable[Edge]) -> list[Leak]:
    """The edges whose articles are on two sides. What is on no side cannot leak."""
    found = []
    for edge in joined:
        left, right = (side_of.get(index) for index in edge.articles)
        if left is not None and right is not None and left != right:
            found.append(Leak(edge.kind, edge.left, left, edge.right, right, edge.score))
    return found
