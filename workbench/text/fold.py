"""Text folded for comparing, with a map back to the exact offsets.

Case, compatibility forms, accents of quotes and dashes, white space, soft hyphens and ligatures
are unified. Folding changes lengths ("ß" → "ss", "ﬁ" → "fi"), so each folded code point knows
which code points it came from.
"""

from __future__ import annotations

import unicodedata
from array import array
from dataclasses import dataclass

_QUOTES = dict.fromkeys("‘’‚‛′‹›`´", "'") | dict.fromkeys("“”„‟″«»", '"')
_DASHES = dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")
_DROPPED = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u034f")
_UNIFIED = _QUOTES | _DASHES


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text. `starts[i]` and `ends[i]` are the original span of its i-th code point."""

    text: str
    starts: array[int]
    ends: array[int]

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
    folded: list[str] = []
    starts, ends = array("q"), array("q")
    for start, end in _units(text):
        piece = _fold_unit(text[start:end])
        if piece == " " and folded and folded[-1] == " ":
            ends[-1] = end
            continue
        for char in piece:
            folded.append(char)
            starts.append(start)
            ends.append(end)
    return Folded("".join(folded), starts, ends)


def _units(text: str) -> list[tuple[int, int]]:
    """Spans that fold on their own: a code point with the marks that follow it."""
    units: list[tuple[int, int]] = []
    ascii_only = text.isascii()
    for at, char in enumerate(text):
        if not ascii_only and units and unicodedata.combining(char):
            units[-1] = (units[-1][0], at + 1)
        else:
            units.append((at, at + 1))
    return units


def _fold_unit(unit: str) -> str:
    if len(unit) == 1 and unit.isascii():
        return " " if unit.isspace() else unit.lower()
    kept = "".join(_UNIFIED.get(char, char) for char in unit if char not in _DROPPED)
    piece = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", kept).casefold())
    return "".join(" " if char.isspace() else _UNIFIED.get(char, char) for char in piece)
