"""Finding what stands on two sides of a split."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from workbench.dataset.splits.assign import SplitError
from workbench.dataset.splits.groups import Edge

NAMED = 20  # leaks that the text of an error names


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


class LeakError(SplitError):
    """A split that parts what belongs together. Its text names the first pairs by their ids.

    Attributes:
        leaks: all pairs.
        words: what the claims of the pairs state, and the titles of articles, by their ids.
    """

    def __init__(self, found: Sequence[Leak], words: Mapping[str, str]) -> None:
        self.leaks, self.words = list(found), dict(words)
        named = "; ".join(str(leak) for leak in self.leaks[:NAMED])
        more = f"; and {len(self.leaks) - NAMED:,} more" if len(self.leaks) > NAMED else ""
        super().__init__(f"the split leaks, nothing was written: {named}{more}")


def leaks(side_of: Mapping[int, str], joined: Iterable[Edge]) -> list[Leak]:
    """The edges whose articles are on two sides. What is on no side cannot leak."""
    found = []
    for edge in joined:
        left, right = (side_of.get(index) for index in edge.articles)
        if left is not None and right is not None and left != right:
            found.append(Leak(edge.kind, edge.left, left, edge.right, right, edge.score))
    return found
