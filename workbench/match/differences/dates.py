"""Where the dates of two texts differ."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.match.differences.kinds import Difference, Sides
from workbench.match.facts.values import Date, Day, Fact

_SAID = {
    "in": "in", "until": "until", "since": "since", "before": "before", "after": "after",
    "by": "by", "from": "from",
}  # fmt: skip


def date_differences(sides: Sides) -> Iterator[Difference]:
    """The dates that differ, those that stand first with each other."""
    left, right = sides.of("date")
    _drop_equal(left, right)
    if not sides.strict:
        _drop_compatible(left, right)
    for one, other in zip(left, right, strict=False):
        a, b = _date(one), _date(other)
        if not sides.strict and not conflict(a, b):
            continue
        same_days = (a.day, a.to) == (b.day, b.to)
        shown = (_with_mode(one), _with_mode(other)) if same_days else (one.text, other.text)
        yield sides.differ("date", *shown)
    if sides.strict:
        for fact in left[len(right) :]:
            yield sides.differ("date", fact.text, "")
        for fact in right[len(left) :]:
            yield sides.differ("date", "", fact.text)


def conflict(left: Date, right: Date) -> bool:
    """Whether two dates cannot both be said of the same thing.

    A year and a day in it can; "until 2019" and "2019" can, "until 2019" and "since 2019" cannot.
    """
    if days_conflict(left.day, right.day):
        return True
    if left.to and right.to and days_conflict(left.to, right.to):
        return True
    return (
        left.mode != right.mode
        and "in" not in (left.mode, right.mode)
        and not (
            {left.mode, right.mode} <= {"from", "since"}
            or {left.mode, right.mode} <= {"until", "by"}
        )
    )


def days_conflict(left: Day, right: Day) -> bool:
    """Whether two points of time, as far as they are said, cannot be the same."""
    if "decade" in (left.part, right.part):
        return _decade(left) != _decade(right) and None not in (left.year, right.year)
    if "century" in (left.part, right.part):
        return _century(left) != _century(right) and None not in (left.year, right.year)
    return any(a and b and a != b for a, b in zip(left, right, strict=True))


def _decade(day: Day) -> int:
    return (day.year or 0) // 10


def _century(day: Day) -> int:
    return (day.year or 0) if day.part == "century" else (day.year or 0) // 100 + 1


def _date(fact: Fact) -> Date:
    assert isinstance(fact.value, Date)
    return fact.value


def _drop_equal(left: list[Fact], right: list[Fact]) -> None:
    for fact in list(left):
        twin = next((other for other in right if other.value == fact.value), None)
        if twin:
            left.remove(fact)
            right.remove(twin)


def _drop_compatible(left: list[Fact], right: list[Fact]) -> None:
    """Drop dates that one of the other side does not contradict."""
    for fact in list(left):
        twin = next((other for other in right if not conflict(_date(fact), _date(other))), None)
        if twin:
            left.remove(fact)
            right.remove(twin)


def _with_mode(fact: Fact) -> str:
    return f"{_SAID[_date(fact).mode]} {fact.text}"
