"""Sentences as spans of code points, by the library sentencex.

A blank line always ends a sentence. So does the end of a line that is no running text: a list
item, or a short line with no end mark before a line that begins anew (a heading, a caption).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.text.words import trim

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_BLANK = re.compile(r"(?:\r\n|\n|\r|\u2028|\u2029)[^\S\r\n]*(?:\r\n|\n|\r|\u2028|\u2029)|\u2029")
_ITEM = re.compile(r"\s*(?:[-*•–·‣▪]\s+|\d{1,3}[.)]\s+)")
_END = re.compile(r"[.!?…:;,][\"'”’»)\]]*\s*$")
SHORT_LINE = 60  # code points; hard-wrapped text is wider
LONGEST = 20_000  # code points given to the library at once
_LOST_QUOTE = re.compile(r"[”’\"'»)\]]+(?=\s|$)")


def sentences(text: str, language: str = "en") -> list[tuple[int, int]]:
    """The sentences, trimmed, in order; together they hold everything but white space.

    Args:
        text: any text.
        language: ISO 639-1 code, for abbreviations.
    """
    found: list[tuple[int, int]] = []
    for start, end in _blocks(text):
        for low in range(start, end, LONGEST):
            found += _split(text, low, min(end, low + LONGEST), language)
    return found


def _split(text: str, start: int, end: int, language: str) -> list[tuple[int, int]]:
    from sentencex import get_sentence_boundaries

    found: list[tuple[int, int]] = []
    for bound in get_sentence_boundaries(language, text[start:end]):
        low, high = trim(text, start + bound["start_index"], start + bound["end_index"])
        if low >= high:
            continue
        closing = _LOST_QUOTE.match(text, low, high)
        if closing and found:  # the library left a closing quote at the head of the next one
            found[-1] = (found[-1][0], closing.end())
            low, high = trim(text, closing.end(), high)
        if low < high:
            found.append((low, high))
    return found


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Runs of lines that may hold a sentence that goes on from line to line."""
    start = 0
    for match in _BLANK.finditer(text):
        yield from _runs(text, start, match.start())
        start = match.end()
    yield from _runs(text, start, len(text))


def _runs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    run: tuple[int, int] | None = None
    for match in _LINE.finditer(text, start, end):
        low, high = match.span()
        if not text[low:high].strip():
            continue
        if run is None:
            run = (low, high)
        elif _breaks(text, run, (low, high)):
            yield run
            run = (low, high)
        else:
            run = (run[0], high)
    if run is not None:
        yield run


def _breaks(text: str, run: tuple[int, int], line: tuple[int, int]) -> bool:
    """Whether the line begins something new."""
    if _ITEM.match(text, *line):
        return True
    last = max(text.rfind("\n", *run), text.rfind("\r", *run), run[0] - 1) + 1
    if run[1] - last >= SHORT_LINE or _END.search(text, last, run[1]):
        return False
    head = text[line[0] : line[1]].lstrip()[:1]
    return not head.islower()
