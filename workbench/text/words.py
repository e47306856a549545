"""Words as spans, and the steps from word to word by which a span's edge is moved.

A word is a run of letters, digits and marks, with what is written inside words: apostrophes,
hyphens, the points of numbers and abbreviations ("don't", "twenty-one", "1,234.5", "U.S."),
a currency sign before and a percent sign behind. A run of ideographs is taken one at a time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_CJK = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_MARK = "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0900-\u0903"
_MARK += (
    "\u093a-\u094f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\u200c\u200d"
)
_LETTER = rf"(?:[^\W{_CJK}]|[{_MARK}])"
_WORD = re.compile(
    rf"(?:[A-Z]\.){{2,}}"  # U.S.
    rf"|[$€£¥₹]?{_LETTER}+(?:(?:['’‐‑-]|(?<=\d)[.,:/](?=\d)){_LETTER}+)*(?:\s?%|[€£°])?"
    rf"|[{_CJK}][{_MARK}]*"
    rf"|[\U0001f000-\U0001faff\u2600-\u27bf](?:[{_MARK}\U0001f3fb-\U0001f3ff]"
    rf"|(?<=\u200d)[\U0001f000-\U0001faff\u2600-\u27bf])*"
)

REACH = 400  # code points read around an edge; a longer word is moved over in steps


def words(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The words that begin in [start, end), in order, as [start, end)."""
    return list(iterate(text, start, len(text) if end is None else end))


def iterate(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """As `words`, one at a time."""
    for match in _WORD.finditer(text, start, end):
        yield match.span()


def next_word_start(text: str, at: int) -> int:
    """Where the first word behind the one at `at` begins; the text's length when none does."""
    return next((s for s, _ in _ahead(text, at) if s > at), len(text))


def next_word_end(text: str, at: int) -> int:
    """The first end of a word behind `at`; the text's length when there is none."""
    return next((e for _, e in _ahead(text, at) if e > at), len(text))


def previous_word_start(text: str, at: int) -> int:
    """The last start of a word before `at`; 0 when there is none."""
    return next((s for s, _ in _behind(text, at) if s < at), 0)


def previous_word_end(text: str, at: int) -> int:
    """The last end of a word before `at`; 0 when there is none."""
    return next((e for _, e in _behind(text, at) if e < at), 0)


def _ahead(text: str, at: int) -> Iterator[tuple[int, int]]:
    low = _safe_start(text, at)
    return iterate(text, low, len(text))


def _behind(text: str, at: int) -> Iterator[tuple[int, int]]:
    high = at
    reach = REACH
    while True:
        low = _safe_start(text, max(0, at - reach))
        found = words(text, low, min(len(text), high + REACH))
        before = [span for span in found if span[0] < at]
        if len(before) > 1 or low == 0:
            yield from reversed(before)
            return
        reach *= 4


def _safe_start(text: str, at: int) -> int:
    """A place at or before `at` where no word is cut: behind white space."""
    low = max(0, at - REACH)
    gap = max(text.rfind(" ", low, at), text.rfind("\n", low, at))
    return gap + 1 if gap >= 0 else low


def snap_to_words(text: str, start: int, end: int) -> tuple[int, int]:
    """[start, end) widened to the words that it cuts, trimmed of white space."""
    low = _safe_start(text, start)
    for word_start, word_end in iterate(text, low, min(len(text), end + REACH)):
        if word_start < start < word_end:
            start = word_start
        if word_start < end < word_end:
            end = word_end
        if word_start >= end:
            break
    return trim(text, start, end)


def word_at(text: str, at: int) -> tuple[int, int] | None:
    """The word that holds the code point at `at`, or None."""
    for word_start, word_end in _ahead(text, at):
        if word_start > at:
            return None
        if at < word_end:
            return word_start, word_end
    return None


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """[start, end) without white space at its ends; empty at `start` when there is nothing else."""
    start, end = max(0, start), min(len(text), end)
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end
