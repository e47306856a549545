"""Dates and spans of time: a point of time, or two, with the words that bound them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.match.facts.days import points
from workbench.match.facts.values import Date, Fact, Mode

_MODES: tuple[tuple[str, Mode], ...] = (
    (r"(?:(?:up\s+)?(?:until|till?|['’]til)|up\s+to|through|to)", "until"),
    (r"(?:ever\s+)?(?:since|as\s+of|starting(?:\s+in)?|beginning(?:\s+in)?)", "since"),
    (r"(?:before|prior\s+to|ahead\s+of)", "before"),
    (r"after", "after"),
    (r"(?:by|no\s+later\s+than)", "by"),
    (r"(?:from|between)", "from"),
)
_BETWEEN = (
    r"\s+(?:(?:the\s+)?(?:end|start|beginning|middle|summer|spring|autumn|winter)\s+of\s+(?:the\s+)?"
    r"|(?:early|late|mid)[\s-]+|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+(?:the\s+)?"
    r"|(?:the\s+)?(?:year|month|day)\s+(?:of\s+)?|the\s+|at\s+least\s+)?"
)
_MODE = re.compile(r"\b(?:" + "|".join(f"({form})" for form, _ in _MODES) + rf"){_BETWEEN}$", re.I)
_MODE_WORDS = re.compile(
    r"until|til|\bto\b|through|since|\bas\b|start|begin|before|ahead|after|by|later|from|between",
    re.I,
)
_PART = re.compile(r"\b(early|late|mid|end|start|beginning)(?:[\s-]+|\s+of\s+(?:the\s+)?)$", re.I)
_JOINED = re.compile(r"\s*(?:to|until|till|through|and|[-–—])\s*", re.I)
_REACH = 40  # code points before a date that are read for what bounds it


def dates(text: str) -> Iterator[Fact]:
    """The dates of a text in order; "from 2014 to 2019" is one."""
    found = list(_bounded(text))
    at = 0
    while at < len(found):
        fact, date = found[at]
        at += 1
        if date.mode == "from" and date.to is None:
            if at < len(found) and (joined := _join(text, *found[at - 1], *found[at])):
                at += 1
                yield joined
                continue
            date = date._replace(mode="since")
        yield Fact("date", fact[0], fact[1], text[slice(*fact)], date)


def _bounded(text: str) -> Iterator[tuple[tuple[int, int], Date]]:
    """The points of time with what bounds them."""
    for start, end, (day, to) in points(text):
        before = text[max(0, start - _REACH) : start]
        mode: Mode = "from" if to else "in"
        if to is None and _MODE_WORDS.search(before) and (match := _MODE.search(before)):
            mode = _MODES[(match.lastindex or 1) - 1][1]
        part = _PART.search(before[-14:])
        if part and not day.part:
            day = day._replace(part=part[1].lower())
        yield (start, end), Date(day, mode, to)


def _join(
    text: str, span: tuple[int, int], date: Date, next_span: tuple[int, int], last: Date
) -> Fact | None:
    """The one date that "2014" and "2019" are in "from 2014 to 2019"."""
    if last.to is not None or not _JOINED.fullmatch(text, span[1], next_span[0]):
        return None
    first = date.day if date.day.year else date.day._replace(year=last.day.year)
    start, end = span[0], next_span[1]
    return Fact("date", start, end, text[start:end], Date(first, "from", last.day))
