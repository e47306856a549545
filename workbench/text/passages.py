"""A text cut into passages: runs of whole sentences, short enough to be read at a glance."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.text.sentences import sentences
from workbench.text.words import trim

LENGTH = 500  # code points that a passage has at most, unless one word is longer

_BREAK = re.compile(r"(?:\r\n|\n|\r(?!\n))[^\S\r\n]*(?:\r\n|\n|\r)|\u2029|\f")


def passages(text: str, length: int = LENGTH) -> list[tuple[int, int]]:
    """The passages of a text as [start, end), in order; they do not overlap.

    Together they hold everything but white space. A blank line ends a passage; a sentence longer
    than `length` is cut between words.
    """
    found: list[tuple[int, int]] = []
    run: tuple[int, int] | None = None
    for low, high in _pieces(text, length):
        if run is not None and high - run[0] <= length and not _BREAK.search(text, run[1], low):
            run = (run[0], high)
            continue
        if run is not None:
            found.append(run)
        run = (low, high)
    if run is not None:
        found.append(run)
    return found


def _pieces(text: str, length: int) -> Iterator[tuple[int, int]]:
    """The sentences, those cut that are too long."""
    for low, high in sentences(text):
        while high - low > length:
            at = text.rfind(" ", low + length // 2, low + length)
            cut = at if at >= 0 else low + length
            piece = trim(text, low, cut)
            if piece[0] < piece[1]:
                yield piece
            low, _ = trim(text, cut, high)
        if low < high:
            yield low, high
