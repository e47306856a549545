"""Text folded for comparing, with a map back to the exact offsets.

Case, compatibility forms, kinds of quotes and dashes, white space, soft hyphens and ligatures are
unified. Folding changes lengths ("ß" → "ss", "ﬁ" → "fi"), so each folded code point knows which
code points it came from.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

_QUOTES = dict.fromkeys("‘’‚‛′‹›`´", "'") | dict.fromkeys("“”„‟″«»", '"')
_DASHES = dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")
_DROPPED = frozenset(
    "\u00ad\u200b\u200c\u200d\u2060\ufeff\u034f"
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # directions
)
_UNIFIED = _QUOTES | _DASHES
# What does not fold to itself in small letters: white space but a single blank, the grave accent,
# and all that is not ASCII with the letter before it, which a combining mark may change.
_SPECIAL = re.compile(r"[!-_a-~]?[^\x00-\x7f]+|[ \t-\r\x1c-\x1f]{2,}|[\t-\r\x1c-\x1f`]")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text. `starts[i]` and `ends[i]` are the original span of its i-th code point."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The original span of the folded span [start, end).

        Raises:
            ValueError: the span is empty or outside.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no folded span [{start}, {end})")
        return self.starts[start], self.ends[end - 1]


def fold(text: str) -> Folded:
    """Fold a text; runs of white space become one space."""
    folder = _Folder()
    at = 0
    for match in _SPECIAL.finditer(text):
        folder.plain(text, at, match.start())
        for start, end in _units(text, match.start(), match.end()):
            folder.unit(_fold_unit(text[start:end]), start, end)
        at = match.end()
    if at == 0:
        return Folded(text.lower(), range(len(text)), range(1, len(text) + 1))
    folder.plain(text, at, len(text))
    return Folded("".join(folder.pieces), folder.starts, folder.ends)


class _Folder:
    """Gathers folded pieces and their offsets."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.starts, self.ends = array("q"), array("q")

    def plain(self, text: str, start: int, end: int) -> None:
        """Add ASCII that folds to its small letters."""
        if start < end and text[start] == " " and self._after_space():
            self.ends[-1] = start = start + 1
        if start < end:
            self.pieces.append(text[start:end].lower())
            self.starts.extend(range(start, end))
            self.ends.extend(range(start + 1, end + 1))

    def unit(self, piece: str, start: int, end: int) -> None:
        """Add what one unit folded to."""
        if piece == " " and self._after_space():
            self.ends[-1] = end
        elif piece:
            self.pieces.append(piece)
            self.starts.extend([start] * len(piece))
            self.ends.extend([end] * len(piece))

    def _after_space(self) -> bool:
        return bool(self.pieces) and self.pieces[-1].endswith(" ")


def _units(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans that fold on their own: a code point with the marks that follow it."""
    low = start
    for at in range(start + 1, end):
        if not _leans(text[at]):
            yield low, at
            low = at
    yield low, end


@lru_cache(4096)
def _leans(char: str) -> bool:
    """Whether a code point may compose with the one before it: a mark, a Hangul vowel or final."""
    return "\u1160" <= char <= "\u11ff" or unicodedata.category(char)[0] == "M"


@lru_cache(16384)
def _fold_unit(unit: str) -> str:
    if len(unit) == 1 and unit.isspace():
        return " "
    kept = "".join(_UNIFIED.get(char, char) for char in unit if char not in _DROPPED)
    piece = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", kept).casefold())
    return "".join(" " if char.isspace() else _UNIFIED.get(char, char) for char in piece)
