"""Break an article's text into screen lines, and map cells to offsets and back.

Pure functions on strings, without a screen. A document line ends at ``\\n``, ``\\r`` or
``\\r\\n``; nothing else breaks a line. Every code point belongs to exactly one screen line.
Widths are those of `rich.cells`, which the compositor uses too, so both always agree.
"""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from rich.cells import split_graphemes

from workbench.text.display import safe

_BREAK = re.compile(r"\r\n|\r|\n")
# Characters that are one cell wide and never join their neighbours. Measured, not assumed:
# a test compares the class with the table of rich.cells.
_SIMPLE = "\x20-\x7e\xa1-\xac\xae-\u02ff\u0370-\u0373\u0391-\u03a1\u03a3-\u03ff\u0400-\u0482"
_SIMPLE += "\u2010-\u2027\u2030-\u203b\u2400-\u2426\ufffd"
# Wide ones that never join: kana, common ideographs, Hangul syllables, full-width forms.
_WIDE = (
    "\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\u3001-\u3029\uff01-\uff60"
)
_JOINERS = ("\u200d", "\ufe0f")
_COMPLEX = re.compile(f"[^{_SIMPLE}]")
_RUN = re.compile(f"[{_SIMPLE}]+|[{_WIDE}]+")
# What needs real segmentation, with the character before it, which a combining mark may join, and
# the one after it, which a zero-width joiner may take.
_ALONE = f"[{_SIMPLE}{_WIDE}]"
_JOINING = re.compile(f"{_ALONE}?+(?:[^{_SIMPLE}{_WIDE}]++{_ALONE}?+)++")
_SHORT = 32
_SPACE = re.compile(" ")
_WIDE_CHAR = re.compile(f"[{_WIDE}]")


class Cluster(NamedTuple):
    """A grapheme cluster ``[start, end)`` of a string, and its width in cells."""

    start: int
    end: int
    width: int


def displayed(text: str) -> str:
    """What a piece of one document line looks like: the same length, no tab, nothing unsafe."""
    shown = safe(text.replace("\t", " ").replace("\n", " ").replace("\r", " "))
    # A joiner with nothing to join is measured in two ways by rich.cells: show it instead.
    return "\ufffd" + shown[1:] if shown[:1] in _JOINERS else shown


def is_simple(shown: str) -> bool:
    """Whether every code point of `shown` is a cluster of its own, one cell wide."""
    return shown.isascii() or _COMPLEX.search(shown) is None


def clusters(shown: str) -> list[Cluster]:
    """The grapheme clusters of a displayed string, in order, without gaps."""
    if is_simple(shown):
        return [Cluster(index, index + 1, 1) for index in range(len(shown))]
    found: list[Cluster] = []
    for start, end, width in _pieces(shown):
        if width:
            found += [Cluster(index, index + 1, width) for index in range(start, end)]
        else:
            spans = _segmented(shown[start:end])
            found += [Cluster(start + a, start + b, cells) for a, b, cells in spans]
    return found


def _pieces(shown: str) -> Iterator[tuple[int, int, int]]:
    """Runs of equal width 1 or 2, and (width 0) the stretches that need real segmentation."""
    position = 0
    for joining in _JOINING.finditer(shown):
        yield from _runs(shown, position, joining.start())
        position = joining.end()
        yield joining.start(), position, 0
    yield from _runs(shown, position, len(shown))


def _runs(shown: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    for run in _RUN.finditer(shown, start, end):
        yield run.start(), run.end(), 2 if _WIDE_CHAR.match(shown, run.start()) else 1


def _segmented(stretch: str) -> Sequence[tuple[int, int, int]]:
    return _known(stretch) if len(stretch) <= _SHORT else split_graphemes(stretch)[0]


@lru_cache(maxsize=4096)
def _known(stretch: str) -> Sequence[tuple[int, int, int]]:
    # The same few accented letters and emoji come again and again.
    return split_graphemes(stretch)[0]


class Measure(NamedTuple):
    """The clusters of a displayed string; what takes long, and is the same at every width."""

    starts: Sequence[int]
    cells: Sequence[int]
    """Cells before each cluster, and at last all cells."""
    spaces: Sequence[int]
    """Which clusters are spaces."""


def measured(shown: str) -> Measure:
    """Measure a displayed string: at most 12 bytes a code point, 4 if each is a cluster."""
    starts = array("I")
    widths = bytearray()
    for start, end, width in _pieces(shown):
        if width:
            starts.extend(range(start, end))
            widths += bytes((width,)) * (end - start)
        else:
            spans = _segmented(shown[start:end])
            starts.extend([start + a for a, _b, _cells in spans])
            widths += bytes([cells for _a, _b, cells in spans])
    cells = array("I", accumulate(widths, initial=0))
    if len(starts) == len(shown):
        spaces = array("I", [found.start() for found in _SPACE.finditer(shown)])
        return Measure(range(len(shown)), cells, spaces)
    spaces = array("I", [at for at, start in enumerate(starts) if shown[start] == " "])
    return Measure(starts, cells, spaces)


class Wrapped:
    """The screen lines of a text at one width.

    `starts[i]` to `starts[i + 1]` is all of line `i`, `starts[i]` to `ends[i]` what is drawn
    (without the line break). A text always has at least one line.
    """

    def __init__(self, text: str, width: int, measures: dict[int, Measure] | None = None) -> None:
        """Wrap `text` at `width` cells (at least 2, so that a wide character fits).

        `measures` are those of its complex paragraphs, by start, as far as known.
        """
        self.text = text
        self.width = max(2, width)
        self.starts: list[int] = []
        self.ends: list[int] = []
        self._measures: dict[int, Measure] = {} if measures is None else measures
        position = 0
        for match in _BREAK.finditer(text):
            self._paragraph(position, match.start())
            position = match.end()
        self._paragraph(position, len(text))

    def __len__(self) -> int:
        return len(self.starts)

    def at_width(self, width: int) -> "Wrapped":
        """The same text at another width, without measuring it again."""
        return Wrapped(self.text, width, self._measures)

    def _paragraph(self, start: int, end: int) -> None:
        self.starts.append(start)
        if end - start > self.width // 2:
            breaks = [start + at for at in self._breaks(start, end)]
            self.starts += breaks
            self.ends += breaks
        self.ends.append(end)

    def _breaks(self, start: int, end: int) -> list[int]:
        measure = self._measures.get(start)
        if measure is None:
            shown = displayed(self.text[start:end])
            if is_simple(shown):
                return _break_simple(shown, self.width)
            measure = self._measures[start] = measured(shown)
        return _break_clusters(measure, self.width)

    def line_of(self, offset: int) -> int:
        """The screen line that holds the code point at `offset` (clamped to the text)."""
        return max(0, bisect_right(self.starts, max(0, offset)) - 1)

    def shown(self, line: int) -> str:
        """The displayed string of a line; index `i` in it is offset ``starts[line] + i``."""
        return displayed(self.text[self.starts[line] : self.ends[line]])

    def offset_at(self, column: int, line: int) -> int | None:
        """The offset of the cluster drawn at a cell, or None where nothing is drawn."""
        if not 0 <= line < len(self) or column < 0:
            return None
        position = 0
        for cluster in clusters(self.shown(line)):
            position += cluster.width
            if column < position:
                return self.starts[line] + cluster.start
        return None

    def cell_of(self, offset: int) -> tuple[int, int]:
        """Column and line of the first cell of the cluster that holds `offset`."""
        line = self.line_of(offset)
        inside = offset - self.starts[line]
        column = 0
        for cluster in clusters(self.shown(line)):
            if cluster.end > inside:
                break
            column += cluster.width
        return column, line


def _break_simple(shown: str, width: int) -> list[int]:
    """Where the second and later lines start, if every character is one cell wide."""
    breaks: list[int] = []
    position, length = 0, len(shown)
    while length - position > width:
        # A space may stand one cell beyond the width: it is not drawn.
        space = shown.rfind(" ", position, position + width + 1)
        position = space + 1 if space >= position else position + width
        if position < length:
            breaks.append(position)
    return breaks


def _break_clusters(measure: Measure, width: int) -> list[int]:
    """The same for any text: breaks lie between clusters."""
    starts, cells, spaces = measure
    breaks: list[int] = []
    position, count, passed = 0, len(starts), 0
    while cells[count] - cells[position] > width:
        # The last cluster index such that clusters [position, limit) fit. Only the first cluster
        # of a paragraph may have no width, so that it is not far.
        near = min(count + 1, position + width + 2)
        limit = bisect_right(cells, cells[position] + width, position, near) - 1
        passed = bisect_left(spaces, limit + 1, passed, min(len(spaces), passed + width + 2))
        space = spaces[passed - 1] if passed else -1
        position = space + 1 if space >= position else max(limit, position + 1)
        if position < count:
            breaks.append(starts[position])
    return breaks
