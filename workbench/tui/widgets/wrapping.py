"""Break an article's text into screen lines, and map cells to offsets and back.

Pure functions on strings, without a screen. A document line ends at ``\\n``, ``\\r`` or
``\\r\\n``; nothing else breaks a line. Every code point belongs to exactly one screen line.
Widths are those of `rich.cells`, which the compositor uses too, so both always agree.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
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
_ATOMIC = re.compile(f"[{_SIMPLE}]+|[{_WIDE}]+")
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
            spans, _total = split_graphemes(shown[start:end])
            found += [Cluster(start + a, start + b, cells) for a, b, cells in spans]
    return found


def _pieces(shown: str) -> Iterator[tuple[int, int, int]]:
    """Runs of equal width 1 or 2, and (width 0) the stretches that need real segmentation.

    Such a stretch takes the character before it, which a combining mark may join, and the
    character after it, which a zero-width joiner may take.
    """
    position = 0
    for match in _ATOMIC.finditer(shown):
        start, end = match.span()
        begins = start if start == position == 0 else start + 1
        ends = end if end == len(shown) else end - 1
        if ends <= begins:
            continue
        if begins > position:
            yield position, begins, 0
        yield begins, ends, 2 if _WIDE_CHAR.match(shown, begins) else 1
        position = ends
    if position < len(shown):
        yield position, len(shown), 0


class Wrapped:
    """The screen lines of a text at one width.

    `starts[i]` to `starts[i + 1]` is all of line `i`, `starts[i]` to `ends[i]` what is drawn
    (without the line break). A text always has at least one line.
    """

    def __init__(self, text: str, width: int) -> None:
        """Wrap `text` at `width` cells (at least 2, so that a wide character fits)."""
        self.text = text
        self.width = max(2, width)
        self.starts: list[int] = []
        self.ends: list[int] = []
        position = 0
        for match in _BREAK.finditer(text):
            self._paragraph(position, match.start())
            position = match.end()
        self._paragraph(position, len(text))

    def __len__(self) -> int:
        return len(self.starts)

    def _paragraph(self, start: int, end: int) -> None:
        self.starts.append(start)
        if end - start > self.width // 2:
            shown = displayed(self.text[start:end])
            inner = (
                _break_simple(shown, self.width)
                if is_simple(shown)
                else _break_clusters(shown, self.width)
            )
            breaks = [start + at for at in inner]
            self.starts += breaks
            self.ends += breaks
        self.ends.append(end)

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


def _break_clusters(shown: str, width: int) -> list[int]:
    """The same for any text: breaks lie between clusters."""
    starts, widths = _measured(shown)
    ends_at = list(accumulate(widths, initial=0))
    spaces = [index for index, start in enumerate(starts) if shown[start] == " "]
    breaks: list[int] = []
    position, count = 0, len(starts)
    while ends_at[count] - ends_at[position] > width:
        # The last cluster index such that clusters [position, limit) fit.
        limit = bisect_right(ends_at, ends_at[position] + width) - 1
        at = bisect_left(spaces, limit + 1) - 1
        space = spaces[at] if at >= 0 else -1
        position = space + 1 if space >= position else max(limit, position + 1)
        if position < count:
            breaks.append(starts[position])
    return breaks


def _measured(shown: str) -> tuple[list[int], list[int]]:
    """Start and width of every cluster, as two lists."""
    starts: list[int] = []
    widths: list[int] = []
    for start, end, width in _pieces(shown):
        if width:
            starts += range(start, end)
            widths += [width] * (end - start)
        else:
            spans, _total = split_graphemes(shown[start:end])
            starts += [start + a for a, _b, _cells in spans]
            widths += [cells for _a, _b, cells in spans]
    return starts, widths
