"""Overlapping marked spans, flattened once into sorted cuts."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from typing import NamedTuple


class Mark(NamedTuple):
    """A claim's span in an article, in code points.

    `state` is "open", "decided", "discarded" or "later".
    """

    start: int
    end: int
    id: int
    state: str


class FlatMarks:
    """Which mark covers each offset: of several the shortest, of equals the first."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        """Flatten `marks` in O(n log n); empty ones are kept but cover nothing."""
        self.marks: list[Mark] = list(marks)
        self.index: dict[int, int] = {mark.id: at for at, mark in enumerate(self.marks)}
        self._cuts: list[int] = []
        self._winners: list[int] = []
        self._flatten()

    def _flatten(self) -> None:
        order = sorted(range(len(self.marks)), key=lambda at: self.marks[at].start)
        bounds = sorted({edge for mark in self.marks for edge in mark[:2]})
        active: list[tuple[int, int]] = []
        following = 0
        for cut in bounds:
            while following < len(order) and self.marks[order[following]].start <= cut:
                at = order[following]
                heappush(active, (self.marks[at].end - self.marks[at].start, at))
                following += 1
            while active and self.marks[active[0][1]].end <= cut:
                heappop(active)
            self._cuts.append(cut)
            self._winners.append(active[0][1] if active else -1)

    def get(self, mark_id: int | None) -> Mark | None:
        """The mark of a claim, or None."""
        at = self.index.get(mark_id) if mark_id is not None else None
        return None if at is None else self.marks[at]

    def replace(self, mark: Mark) -> bool:
        """Put `mark` in the place of the one with its id.

        Returns:
            False if there is none, or if its span differs: then flatten anew.
        """
        at = self.index.get(mark.id)
        if at is None or self.marks[at][:2] != mark[:2]:
            return False
        self.marks[at] = mark
        return True

    def at(self, offset: int) -> Mark | None:
        """The mark that covers `offset`, or None."""
        position = bisect_right(self._cuts, offset) - 1
        winner = self._winners[position] if position >= 0 else -1
        return self.marks[winner] if winner >= 0 else None

    def covering(self, offset: int) -> list[Mark]:
        """All marks that cover `offset`, shortest first: a second click can mean the next."""
        found = [mark for mark in self.marks if mark.start <= offset < mark.end]
        return sorted(found, key=lambda mark: mark.end - mark.start)

    def between(self, start: int, end: int) -> Iterator[tuple[int, int, Mark]]:
        """The covered stretches within ``[start, end)`` and the mark of each, in order."""
        first = max(0, bisect_right(self._cuts, start) - 1)
        last = bisect_left(self._cuts, end)
        for position in range(first, last):
            if (winner := self._winners[position]) < 0:
                continue
            begins = max(start, self._cuts[position])
            ends = min(end, self._cuts[position + 1])
            if begins < ends:
                yield begins, ends, self.marks[winner]


def clipped(spans: Sequence[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    """Those of sorted, disjoint `spans` that touch ``[start, end)``, cut to it."""
    first = max(0, bisect_left(spans, (start, start)) - 1)
    found: list[tuple[int, int]] = []
    for position in range(first, len(spans)):
        begins, ends = spans[position]
        if begins >= end:
            break
        if ends > start:
            found.append((max(start, begins), min(end, ends)))
    return found


def merged(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sorted and disjoint spans that cover the same offsets."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if end <= start:
            continue
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found
