"""The surroundings of a span, found without reading the whole text."""

from __future__ import annotations

import re

from workbench.text.sentences import sentences

REACH = 4000  # characters looked at on either side of the span

_BREAK = re.compile(r"(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)")


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence or sentences that hold [start, end), as [start, end)."""
    low, high = _paragraph(text, start, end)
    inside = [
        (low + a, low + b)
        for a, b in sentences(text[low:high])
        if low + b > start and low + a < end
    ]
    if not inside:
        return start, end
    return min(start, inside[0][0]), max(end, inside[-1][1])


def _paragraph(text: str, start: int, end: int) -> tuple[int, int]:
    low, high = max(0, start - REACH), min(len(text), end + REACH)
    breaks = [match.end() for match in _BREAK.finditer(text, low, start)]
    after = _BREAK.search(text, end, high)
    return (breaks[-1] if breaks else low), (after.start() if after else high)
