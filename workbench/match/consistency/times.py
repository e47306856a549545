"""Dates as intervals of days, to see whether two statements speak of the same time."""

from __future__ import annotations

from calendar import monthrange
from math import inf

from workbench.match.facts.values import Date, Day

Interval = tuple[float, float]


def overlap(left: Date, right: Date) -> bool | None:
    """Whether two times have a part in common; None when they cannot be compared."""
    one, other = interval(left), interval(right)
    if one is None or other is None:
        return None
    return one[0] <= other[1] and other[0] <= one[1]


def meet(left: Date, right: Date) -> bool:
    """Whether one time ends in the year, month or day in which the other begins."""
    return left.day == right.day and {left.mode, right.mode} <= {"until", "since", "in", "after"}


def interval(date: Date) -> Interval | None:
    """A date as days from the first to the last, counted in an order of their own."""
    first, last = _days(date.day), _days(date.to or date.day)
    if first is None or last is None:
        return None
    if date.mode in ("until", "by"):
        return -inf, last[1] - 1
    if date.mode == "since":
        return first[0] + 1, inf
    if date.mode == "before":
        return -inf, first[0] - 1
    if date.mode == "after":
        return first[1] + 1, inf
    return first[0], last[1]


def _days(day: Day) -> Interval | None:
    if day.year is None:
        return None
    if day.part == "decade":
        return _number(day.year, 1, 1), _number(day.year + 9, 12, 31)
    if day.part == "century":
        return _number(100 * day.year - 100, 1, 1), _number(100 * day.year - 1, 12, 31)
    if day.month is None:
        return _number(day.year, 1, 1), _number(day.year, 12, 31)
    if day.day is None:
        last = monthrange(max(day.year, 1), min(max(day.month, 1), 12))[1]
        return _number(day.year, day.month, 1), _number(day.year, day.month, last)
    return _number(day.year, day.month, day.day), _number(day.year, day.month, day.day)


def _number(year: int, month: int, day: int) -> float:
    return 372 * year + 31 * month + day
