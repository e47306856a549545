"""Union-find: what belongs together, and which pairs are enough to say so."""

from __future__ import annotations

from typing import Protocol

ENOUGH = 8
"""Pairs of one text from which on only those are kept that join two groups."""


class Groups:
    """Union-find over articles (Tarjan 1975): `of(i)` is the first article of i's group."""

    def __init__(self, number: int) -> None:
        self._parent = list(range(number))

    def __len__(self) -> int:
        return len(self._parent)

    @property
    def number(self) -> int:
        """How many groups there are."""
        return sum(self.of(index) == index for index in range(len(self)))

    def of(self, index: int) -> int:
        """The article that stands for the group."""
        parent = self._parent
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    def join(self, left: int, right: int) -> None:
        """Make one group of two."""
        left, right = self.of(left), self.of(right)
        self._parent[max(left, right)] = min(left, right)


class Sided(Protocol):
    """Two things by their index."""

    @property
    def left(self) -> int:
        """The one."""

    @property
    def right(self) -> int:
        """The other."""


class Kept:
    """Says of one pair after the other whether it is kept.

    Where thousands of texts are all alike there are millions of pairs. All are told of a text with
    few; of one with many those without which a group would fall apart.
    """

    def __init__(self, number: int) -> None:
        self._groups = Groups(number)
        self._pairs = bytearray(number)

    def keeps(self, pair: Sided) -> bool:
        """Whether a pair says more than those before it."""
        left, right = pair.left, pair.right
        joins = self._groups.of(left) != self._groups.of(right)
        if joins:
            self._groups.join(left, right)
        elif max(self._pairs[left], self._pairs[right]) >= ENOUGH:
            return False
        for index in (left, right):
            self._pairs[index] = min(self._pairs[index] + 1, ENOUGH)
        return True
