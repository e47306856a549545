"""Offsets in other units: UTF-8 bytes and UTF-16 units for code points, and back."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

_WIDE = re.compile(r"[^\x00-\x7f]")


class OffsetMap:
    """Converts offsets of one text. Built in one pass; a look-up is a binary search."""

    def __init__(self, text: str) -> None:
        self.length = len(text)
        self._at: list[int] = []  # offsets of the code points that are not ASCII
        self._bytes: list[int] = [0]  # surplus bytes before the n-th of them
        self._units: list[int] = [0]  # surplus UTF-16 units
        if text.isascii():
            return
        for match in _WIDE.finditer(text):
            code = ord(match[0])
            self._at.append(match.start())
            surplus = 1 if code < 0x800 else 2 if code < 0x10000 else 3
            self._bytes.append(self._bytes[-1] + surplus)
            self._units.append(self._units[-1] + (code > 0xFFFF))

    def utf8(self, offset: int) -> int:
        """The offset in UTF-8 bytes of a code-point offset."""
        return offset + self._bytes[bisect_left(self._at, offset)]

    def utf16(self, offset: int) -> int:
        """The offset in UTF-16 units of a code-point offset."""
        return offset + self._units[bisect_left(self._at, offset)]

    def from_utf8(self, offset: int) -> int:
        """The code-point offset of a UTF-8 byte offset.

        Raises:
            ValueError: the offset is inside a code point, or outside the text.
        """
        return self._back(offset, self._bytes)

    def from_utf16(self, offset: int) -> int:
        """The code-point offset of a UTF-16 offset.

        Raises:
            ValueError: the offset is inside a surrogate pair, or outside the text.
        """
        return self._back(offset, self._units)

    def _back(self, offset: int, surplus: list[int]) -> int:
        """Undo `at + surplus`: the surplus that holds is that of the code points passed."""
        passed = bisect_right(self._at, offset)
        low, high = 0, passed
        while low < high:
            middle = (low + high) // 2
            if self._at[middle] + surplus[middle] < offset:
                low = middle + 1
            else:
                high = middle
        found = offset - surplus[low]
        inside = low > 0 and found <= self._at[low - 1]
        if inside or not 0 <= found <= self.length:
            raise ValueError(f"no code point begins at {offset}")
        return found


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
