"""Which statements are worth comparing: those that share a rare word, or two common ones."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from workbench.match.consistency.reading import items_of
from workbench.match.consistency.rules import Relation, relate

NEAR = 60  # statements of one block that one statement is compared with, at most
COMMON = 6  # common words of a statement that are paired
LEAST = 0.5  # share of the shorter statement's words that the other must have to be compared

Key = str | tuple[str, str]


class StatementIndex:
    """Statements in blocks.

    Args:
        statements: whose relations are asked for.
        breathe: called after each statement that is read; may let other threads have a turn.
    """

    def __init__(
        self, statements: Sequence[str], breathe: Callable[[], None] = lambda: None
    ) -> None:
        self._statements = statements
        self._items: list[frozenset[str]] = []
        for statement in statements:
            self._items.append(items_of(statement))
            breathe()
        self._counts = Counter(item for items in self._items for item in items)
        self._blocks: dict[Key, list[int]] = {}
        for at, items in enumerate(self._items):
            for key in self._keys(items):
                self._blocks.setdefault(key, []).append(at)
            breathe()

    def candidates(self, at: int) -> list[int]:
        """The statements behind the one at `at` that may speak of the same thing."""
        return sorted(self._near(self._items[at], at))

    def near(self, statement: str) -> list[int]:
        """The statements that may speak of the same thing as this one."""
        return sorted(self._near(items_of(statement), -1))

    def related(self, statement: str) -> Iterator[tuple[int, Relation]]:
        """The statements that speak of the same thing as this one, and how they stand to it.

        One that has the same text is left out.
        """
        for at in self.near(statement):
            if self._statements[at] != statement:
                relation = relate(statement, self._statements[at])
                if relation:
                    yield at, relation

    def _near(self, items: frozenset[str], behind: int) -> set[int]:
        found: set[int] = set()
        for key in self._keys(items):
            block = self._blocks.get(key, ())
            low = bisect_right(block, behind)
            found.update(block[low : low + NEAR])
        return {at for at in found if self._alike(items, self._items[at])}

    @staticmethod
    def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
        shared = len(one & other)
        return shared > 0 and shared >= LEAST * min(len(one), len(other))

    def _keys(self, items: frozenset[str]) -> Iterator[Key]:
        """A statement's rare words, and its common ones two by two."""
        ranked = sorted(items, key=lambda item: (self._counts[item], item))
        common = []
        for item in ranked:
            if self._counts[item] <= NEAR:
                yield item
            else:
                common.append(item)
        yield from combinations(sorted(common[:COMMON]), 2)
