"""Where a mark stands in the text that we hold.

Tools count in different units, take line ends for one character or two, and change white space in
what they quote. So a place counts when its text is what was quoted, and the quote is searched when
it is not.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from workbench.dataset.importers.item import Mark
from workbench.text.locate import find_context
from workbench.text.offsets import OffsetMap

LONGEST = 20_000  # code points of a quote that is searched with other white space


class Place(NamedTuple):
    """A span in code points, and whether it had to be searched."""

    start: int
    end: int
    searched: bool


class Unplaced(NamedTuple):
    """Why there is no place, in words for the user."""

    reason: str


class Placer:
    """Places marks in one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._offsets = OffsetMap(text)

    def place(self, mark: Mark) -> Place | Unplaced:
        """The place of a mark."""
        given = self._given(mark)
        if mark.quote is None:
            return self._unquoted(mark, given)
        for place in given:
            if self._same(place, mark.quote):
                return Place(*place, searched=False)
        return self._searched(mark, given)

    def _given(self, mark: Mark) -> list[tuple[int, int]]:
        """The spans that its offsets may mean, the likeliest first."""
        if mark.start is None or mark.end is None:
            return []
        points = (mark.start, mark.end)
        units = self._converted(*points)
        found = [units, points] if mark.unit == "utf16" else [points, units]
        size = len(self._text)
        return [p for p in found if p is not None and 0 <= p[0] < p[1] <= size]

    def _converted(self, start: int, end: int) -> tuple[int, int] | None:
        try:
            return self._offsets.from_utf16(start), self._offsets.from_utf16(end)
        except ValueError:
            return None

    def _unquoted(self, mark: Mark, given: list[tuple[int, int]]) -> Place | Unplaced:
        if mark.start is None or mark.end is None:
            return Unplaced("its start and end are not two whole numbers, and no quote to search")
        if not given:
            return Unplaced(f"no text at {mark.start}–{mark.end}, and no quote to search")
        start, end = given[0]
        if not self._text[start:end].strip():
            return Unplaced(f"nothing but white space at {start}–{end}")
        return Place(start, end, searched=False)

    def _same(self, place: tuple[int, int], quote: str) -> bool:
        cut = self._text[place[0] : place[1]]
        return bool(cut.strip()) and (cut == quote or cut.split() == quote.split())

    def _searched(self, mark: Mark, given: list[tuple[int, int]]) -> Place | Unplaced:
        quote = mark.quote or ""
        if not quote.strip():
            return Unplaced("the quote is empty")
        found = find_context(self._text, quote, mark.prefix, mark.suffix)
        if not found and len(quote) <= LONGEST:
            found = [m.span() for m in re.finditer(_loose(quote), self._text)]
        if not found:
            return Unplaced("the quote is not in the article's text")
        if given or mark.start is not None:
            near = given[0][0] if given else mark.start or 0
            start, end = min(found, key=lambda span: abs(span[0] - near))
        elif len(found) > 1:
            return Unplaced(f"the quote stands {len(found)} times in the text, without offsets")
        else:
            ((start, end),) = found
        return Place(start, end, searched=True)


def _loose(quote: str) -> str:
    """A pattern for the quote with any white space between its words."""
    return r"\s+".join(re.escape(word) for word in quote.split())
