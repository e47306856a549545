"""The sentences that candidates may come from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workbench.propose.engines import Piece
from workbench.text.furniture import dateline_end
from workbench.text.sentences import sentences
from workbench.text.words import trim

_BULLET = re.compile(r"(?:[•·∙●○▪▫■□◦‣►▶⁃*–-]|\(?\d{1,2}[.)])\s+(?=\S)")
LONGEST = 4000  # characters; a longer "sentence" is no prose


def body_sentences(
    text: str, furniture: Sequence[Piece], language: str
) -> Iterator[tuple[int, int, bool]]:
    """(start, end, stands alone on its line) of each sentence outside the furniture."""
    pieces = sorted(furniture)
    at = 0
    listing = False  # below a line that ends with a colon
    for start, end in sentences(text, language):
        while at < len(pieces) and pieces[at][1] <= start:
            at += 1
        start, end = trim(text, *_without(start, end, pieces, at))
        if end - start < 2 or end - start > LONGEST:
            continue
        if start == 0 or text[start - 1] in "\n\r\u2028\u2029":
            start = dateline_end(text, start)
        bullet = _BULLET.match(text, start, end)
        listing = text[end - 1] == ":" or (listing and bullet is not None)
        if bullet and listing:
            yield bullet.end(), end, False  # states what the line above it opened
        else:
            yield start, end, _alone(text, start, end)


def _without(start: int, end: int, pieces: list[Piece], at: int) -> tuple[int, int]:
    for low, high, _ in pieces[at:]:
        if low >= end:
            break
        if low <= start:
            start = max(start, min(high, end))
        else:
            end = low
            break
    return start, end


def _alone(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 40) : start].rstrip(" \t")
    after = text[end : end + 40].lstrip(" \t")
    return (not before or before[-1] in "\n\r\u2028\u2029") and (
        not after or after[0] in "\n\r\u2028\u2029"
    )
