"""Grapheme clusters: what a reader takes for one character.

The splitting is Rich's, since Rich draws the screen: what is one cell group there is one here.
"""

from __future__ import annotations

from collections.abc import Iterator

REACH = 64  # code points looked at on either side of an offset; longer clusters are not text


def clusters(text: str) -> Iterator[tuple[int, int, int]]:
    """(start, end, cells) of each cluster, gapless."""
    if text.isascii():
        yield from ((at, at + 1, 1) for at in range(len(text)))
        return
    from rich.cells import split_graphemes

    yield from split_graphemes(text)[0]


def cluster_at(text: str, offset: int) -> tuple[int, int]:
    """The cluster that holds the code point at `offset`, as [start, end)."""
    low, high = max(0, offset - REACH), min(len(text), offset + REACH)
    for start, end, _ in clusters(text[low:high]):
        if low + start <= offset < low + end:
            return low + start, low + end
    return offset, min(offset + 1, len(text))


def next_boundary(text: str, offset: int) -> int:
    """The end of the cluster at `offset`; the text's length at its end."""
    return cluster_at(text, offset)[1] if offset < len(text) else len(text)


def previous_boundary(text: str, offset: int) -> int:
    """The start of the cluster before `offset`; 0 at the start."""
    return cluster_at(text, offset - 1)[0] if offset > 0 else 0
