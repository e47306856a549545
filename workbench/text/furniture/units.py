"""The lines of a text, those of a hard-wrapped paragraph joined."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from workbench.text.furniture import patterns as like

_SIGNED = re.compile(r"by (?:[A-ZÀ-ÞĀ-Ž][\w.'’-]* ){1,2}[A-ZÀ-ÞĀ-Ž][\w'’-]+$", re.MULTILINE)
"""A byline with a small letter, which goes on with nothing."""
_WIDEST = 120
"""Code points: nobody breaks lines at a greater width, so one with more is a paragraph."""
_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")


class Unit(NamedTuple):
    """A line without white space around it, or a hard-wrapped paragraph from where it starts."""

    start: int
    end: int
    text: str
    gap: bool
    """A blank line, or the start of the text, stands before it."""


def units_of(text: str) -> Iterator[Unit]:
    """The lines of the text; lines of one hard-wrapped paragraph are joined."""
    run: list[tuple[int, int]] = []
    for found in _LINE.finditer(text):
        line = found.group()
        start = found.start() + len(line) - len(line.lstrip())
        end = start + len(line.strip())
        if start >= end:
            continue
        if run and _newlines(text, run[-1][1], start) > 1:
            yield from _joined(text, run)
            run = []
        run.append((start, end))
    yield from _joined(text, run)


def _newlines(text: str, start: int, end: int) -> int:
    between = text[start:end].replace("\r\n", "\n")
    return sum(char in "\r\n\x0b\x0c\x85\u2028\u2029" for char in between)


def _joined(text: str, run: Sequence[tuple[int, int]]) -> Iterator[Unit]:
    """Lines without a blank line between them, as units."""
    wide = any(end - start > _WIDEST for start, end in run)
    wrapped = not wide and any(
        before[1] - before[0] >= 45
        and text[after[0]].islower()
        and text[before[1] - 1] not in ".!?"
        and not _SIGNED.match(text, *after)
        for before, after in pairwise(run)
    )
    first = 0
    for at in range(len(run)):
        last = at + 1 == len(run)
        width = run[at][1] - run[at][0]
        apart = last or like.BULLET.match(text, *run[at + 1]) or _SIGNED.match(text, *run[at + 1])
        if wrapped and width >= 45 and not apart:
            continue
        start, end = run[first][0], run[at][1]
        yield Unit(start, end, text[start:end], first == 0)
        first = at + 1
