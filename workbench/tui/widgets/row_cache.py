"""Rows of the claim list, kept by id; the least recently loaded pages go first."""

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

PAGE = 200


class Row(NamedTuple):
    """One claim as the list shows it.

    `style` is a colour for the glyph (a name or hex) or ""; `text` and `tags` are untrusted;
    `score` is the check-worthiness in [0, 1] or None; `note` tells that there is a note.
    """

    id: int
    glyph: str
    label: str
    style: str
    text: str
    score: float | None
    note: bool
    tags: str


class RowCache:
    """At most `capacity` rows by claim id."""

    def __init__(self, capacity: int = 20 * PAGE) -> None:
        self._rows: OrderedDict[int, Row] = OrderedDict()
        self._capacity = capacity

    def get(self, claim_id: int) -> Row | None:
        """The row, or None if it is not loaded."""
        return self._rows.get(claim_id)

    def put(self, rows: Iterable[Row]) -> None:
        """Keep rows as the newest ones."""
        for row in rows:
            self._rows[row.id] = row
            self._rows.move_to_end(row.id)
        while len(self._rows) > self._capacity:
            self._rows.popitem(last=False)

    def drop(self, ids: Iterable[int] | None = None) -> None:
        """Forget the rows of some claims, or all."""
        if ids is None:
            self._rows.clear()
        else:
            for claim_id in ids:
                self._rows.pop(claim_id, None)

    def missing(self, ids: Sequence[int], first: int, last: int) -> list[int]:
        """What to load next for the rows ``first..last`` in view, and one page on each side.

        Returns:
            The ids of one page that are not kept, pages in view first; empty if none.
        """
        for page in _pages(first // PAGE, last // PAGE, (len(ids) - 1) // PAGE):
            wanted = ids[page * PAGE : (page + 1) * PAGE]
            absent = [claim_id for claim_id in wanted if claim_id not in self._rows]
            if absent:
                return absent
        return []


def _pages(first: int, last: int, end: int) -> Iterator[int]:
    for page in (*range(first, last + 1), last + 1, first - 1):
        if 0 <= page <= end:
            yield page
