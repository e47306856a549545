"""Grapheme clusters: what a reader takes for one character.

The splitting is Rich's, since Rich draws the screen; on top of it CR LF, the two halves of a flag
and spacing marks stay together. Clusters are those of the text as `safe` shows it: a control is a
character of its own and never hangs on the letter before it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from workbench.text.display import safe

REACH = 64  # code points looked at on either side of an offset; longer clusters are not text


def clusters(text: str) -> Iterator[tuple[int, int, int]]:
    """(start, end, cells) of each cluster, gapless; the cells are what Rich draws."""
    if text.isascii() and "\r" not in text:
        yield from ((at, at + 1, 1) for at in range(len(text)))
        return
    from rich.cells import split_graphemes

    start, end, cells = 0, 0, 0
    for low, high, width in split_graphemes(safe(text))[0]:
        if end > start and not _joins(text, start, low):
            yield start, end, cells
            start, cells = low, 0
        end, cells = high, cells + width
    if end > start:
        yield start, end, cells


def cluster_at(text: str, offset: int) -> tuple[int, int]:
    """The cluster that holds the code point at `offset`, as [start, end).

    At or behind the text's end it is empty.
    """
    if not 0 <= offset < len(text):
        return len(text), len(text)
    low = _resume(text, offset)
    for start, end, _ in clusters(text[low : offset + REACH]):
        if low + start <= offset < low + end:
            return low + start, low + end
    return offset, offset + 1


def grapheme_bounds(text: str, offset: int) -> tuple[int, int]:
    """The nearest boundaries at or before and at or behind an offset; equal if it is one."""
    start, end = cluster_at(text, offset)
    return (offset, offset) if start == offset else (start, end)


def next_boundary(text: str, offset: int) -> int:
    """The end of the cluster at `offset`; the text's length at its end."""
    return cluster_at(text, offset)[1] if offset < len(text) else len(text)


def previous_boundary(text: str, offset: int) -> int:
    """The start of the cluster before `offset`; 0 at the start."""
    return cluster_at(text, min(offset, len(text)) - 1)[0] if offset > 0 else 0


def _resume(text: str, offset: int) -> int:
    """A cluster's start at or before the offset: a letter or space that no joiner precedes."""
    for at in range(offset, max(0, offset - REACH), -1):
        if text[at].isalnum() and text[at - 1] != "\u200d":
            return at
    return max(0, offset - REACH)


def _joins(text: str, start: int, at: int) -> bool:
    """Whether what begins at `at` belongs to the cluster that began at `start`."""
    char, last = text[at], text[at - 1]
    if "\U0001f1e6" <= char <= "\U0001f1ff":
        return at - start == 1 and "\U0001f1e6" <= last <= "\U0001f1ff"
    if char == "\n":
        return last == "\r"
    return not char.isascii() and unicodedata.category(char)[0] == "M" and last.isalpha()
