"""Words as spans, and the steps from word to word by which a span's edge is moved.

A word is a run of letters, digits and marks, with what is written inside words: apostrophes,
hyphens, the points of numbers and abbreviations ("don't", "twenty-one", "1,234.5", "U.S.-led",
"AT&T"), a sign and a currency before a number, a percent sign behind. Each ideograph and each
hiragana is a word, and each run of katakana. An emoji is one with all that is joined to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.text.marks import MARKS

_KATAKANA = "\u30a0-\u30ff\uff66-\uff9f"
_CJK = "\u3005-\u3007\u3040-\u309f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_BASE = rf"[^\W{_CJK}{_KATAKANA}]"
_LETTER = rf"(?:{_BASE}|[{MARKS}])"
_CAPITAL = rf"[^\W\d_{_CJK}{_KATAKANA}]"
_EMOJI = "[\U0001f000-\U0001f1e5\U0001f200-\U0001faff\u2190-\u21ff\u231a-\u23ff\u2600-\u27bf]"
_WORD = re.compile(
    rf"(?:{_CAPITAL}\.)+{_CAPITAL}(?!{_LETTER})\.?(?:['’‐‑-]{_LETTER}+)*"  # U.S., p.m.
    r"|(?:(?<![\w%)\]])[-−+](?=[$€£¥₹]?\d))?[$€£¥₹@#]?"
    rf"{_BASE}{_LETTER}*(?:(?:['’‐‑-]|(?<=\w)&|(?<=\d)[.,:/](?=\d)){_LETTER}+)*"
    r"(?:[\u00a0\u202f]?[%‰]|[€£]|°[CF]?)?"
    rf"|[{_CJK}][{MARKS}]*"
    rf"|(?:[{_KATAKANA}][{MARKS}]*)+"
    rf"|[\U0001f1e6-\U0001f1ff]{{1,2}}[{MARKS}]*"  # a flag
    rf"|{_EMOJI}(?:[{MARKS}\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]|(?<=\u200d){_EMOJI})*"
)

REACH = 400  # code points read around an edge; a longer word is moved over in steps


def words(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The words that begin in [start, end), in order, as [start, end)."""
    return list(iterate(text, start, len(text) if end is None else end))


def iterate(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """As `words`, one at a time."""
    for match in _WORD.finditer(text, start):
        if match.start() >= end:
            return
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


def word_at(text: str, at: int) -> tuple[int, int] | None:
    """The word that holds the code point at `at`, or None."""
    for start, end in _ahead(text, at):
        if start > at:
            return None
        if at < end:
            return start, end
    return None


def snap_to_words(text: str, start: int, end: int) -> tuple[int, int]:
    """[start, end) widened to the words that it cuts, trimmed of white space."""
    start, end = max(0, start), min(len(text), end)
    first, last = word_at(text, start), word_at(text, end)
    if first and first[0] < start:
        start = first[0]
    if last and last[0] < end:
        end = last[1]
    return trim(text, start, end)


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """[start, end) without white space at its ends; empty at `start` when there is nothing else."""
    start, end = max(0, start), min(len(text), end)
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end


def _ahead(text: str, at: int) -> Iterator[tuple[int, int]]:
    return iterate(text, _safe_start(text, at), len(text))


def _behind(text: str, at: int) -> Iterator[tuple[int, int]]:
    """The last words that begin before `at`, backwards; two of them, or all that there are."""
    reach = REACH
    while True:
        low = _safe_start(text, max(0, at - reach))
        before = words(text, low, at)
        if len(before) > 1 or low == 0:
            yield from reversed(before)
            return
        reach *= 4


def _safe_start(text: str, at: int) -> int:
    """A place at or before `at` where no word is cut: behind white space, if there is any near."""
    low = max(0, at - REACH)
    gap = max(text.rfind(" ", low, at), text.rfind("\n", low, at))
    return gap + 1 if gap >= 0 else low
