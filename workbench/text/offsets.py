"""Code-point offsets in the units of others: UTF-8 bytes and UTF-16 units; forms of newline."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from itertools import accumulate

BLOCK = 256  # code points between two checkpoints
_HALF = re.compile(r"[\ud800-\udfff]")


class OffsetMap:
    """Converts offsets of one text, by checkpoints and a count within one block.

    Raises:
        ValueError: from every method, for an offset outside the text.
    """

    def __init__(self, text: str) -> None:
        self.length = len(text)
        self._text = text
        self._ascii = text.isascii()
        self._bytes, self._units = array("q", [0]), array("q", [0])
        if self._ascii:
            return
        blocks = [text[at : at + BLOCK] for at in range(0, len(text), BLOCK)]
        self._bytes.extend(accumulate(map(_bytes, blocks)))
        self._units.extend(accumulate(map(_units, blocks)))

    def utf8(self, offset: int) -> int:
        """The offset in UTF-8 bytes of a code-point offset."""
        self._check(offset)
        if self._ascii:
            return offset
        block = offset // BLOCK
        return self._bytes[block] + _bytes(self._text[block * BLOCK : offset])

    def utf16(self, offset: int) -> int:
        """The offset in UTF-16 units of a code-point offset."""
        self._check(offset)
        if self._ascii:
            return offset
        block = offset // BLOCK
        return self._units[block] + _units(self._text[block * BLOCK : offset])

    def from_utf8(self, offset: int) -> int:
        """The code-point offset of a UTF-8 byte offset.

        Raises:
            ValueError: the offset is inside a code point, or outside the text.
        """
        return self._back(offset, self._bytes, (0x80, 0x800, 0x10000))

    def from_utf16(self, offset: int) -> int:
        """The code-point offset of a UTF-16 offset.

        Raises:
            ValueError: the offset is inside a surrogate pair, or outside the text.
        """
        return self._back(offset, self._units, (0x10000,))

    def _check(self, offset: int) -> None:
        if not 0 <= offset <= self.length:
            raise ValueError(f"offset {offset} is outside the text of {self.length} code points")

    def _back(self, offset: int, checkpoints: array[int], steps: tuple[int, ...]) -> int:
        """Count on from the checkpoint; a code point is one unit, and one for each step reached."""
        if self._ascii:
            self._check(offset)
            return offset
        block = bisect_right(checkpoints, offset) - 1
        at = block * BLOCK
        passed = checkpoints[max(block, 0)]
        while 0 <= passed < offset and at < self.length:
            passed += 1 + bisect_right(steps, ord(self._text[at]))
            at += 1
        if passed != offset:
            raise ValueError(f"no code point begins at {offset}")
        return min(at, self.length)


def newline_form(text: str) -> str:
    """How the text ends its lines: lf, crlf, cr, mixed, or none."""
    crlf = text.count("\r\n")
    forms = {
        "crlf": crlf,
        "lf": text.count("\n") - crlf,
        "cr": text.count("\r") - crlf,
    }
    used = [name for name, number in forms.items() if number]
    return "none" if not used else used[0] if len(used) == 1 else "mixed"


def _bytes(piece: str) -> int:
    return len(piece.encode("utf-8", "surrogatepass"))


def _units(piece: str) -> int:
    return len(piece.encode("utf-16-le", "surrogatepass")) // 2


def encodable(text: str) -> str:
    """The text with each half of a surrogate pair, which UTF-8 cannot hold, as U+FFFD.

    Of the same length, so that offsets stay valid; the text itself where there is none.
    """
    return _HALF.sub("\ufffd", text)
