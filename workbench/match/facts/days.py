"""Points of time in English text: days, months, years, decades, weekdays, parsed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from workbench.match.facts.stems import listed
from workbench.match.facts.units import unit_behind
from workbench.match.facts.values import Day

_MONTHS = {
    name: number
    for number, names in enumerate(
        listed(
            """january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|
            september sept sep|october oct|november nov|december dec""",
            "|",
        ),
        1,
    )
    for name in names.split()
}
_SPELT = "|".join(sorted((month.capitalize() for month in _MONTHS), key=len, reverse=True))
_MONTH = rf"(?:{_SPELT})\b\.?"
_D = r"(?:[0-3]?\d)(?:st|nd|rd|th)?"
_Y = r"(?:1\d{3}|20\d{2}|21\d{2})"
_NO_DAY = r"(?!\d|[.,:]\d|\s+(?:percent|per\b|million))"  # May 4.5, June 10 percent
_POINT = rf"""
    (?P<iso>{_Y}-(?:0\d|1[0-2])-[0-3]\d)
  | (?P<dmy>(?:the\s+)?{_D}(?:\s?[-–]\s?{_D})?(?:\s+of)?[\s\u00a0]+{_MONTH}(?:,?\s+{_Y}\b)?)(?!\w)
  | (?P<mdy>{_MONTH}\s+{_D}{_NO_DAY}(?:\s?[-–]\s?{_D}\b)?(?:,?\s+{_Y}\b)?)(?!\w)
  | (?P<my>{_MONTH},?\s+(?:of\s+)?{_Y}\b)
  | (?P<numeric>[0-3]?\d(?P<sep>[./])[0-3]?\d(?P=sep)(?:19|20)\d{{2}})(?!\w)
  | (?P<decade>(?:the\s+)?(?:(?:1\d|20)\d0|['’]\d0)['’]?s)(?!\w)
  | (?P<century>(?P<nth>\d{{1,2}})(?:st|nd|rd|th)[\s-]century\b)
  | (?P<quarter>\bQ[1-4]\s+(?:of\s+)?{_Y}\b)
  | (?P<season>(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)\s+(?:of\s+)?{_Y}\b)
  | (?P<years>{_Y}\s?[-–/]\s?(?:{_Y}|\d\d)(?![\w-]))
  | (?P<year>{_Y}(?![\w%]|[.,:]\d|['’][st]))
  | (?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b)
  | (?P<month>{_MONTH})
"""
_DATE = re.compile(
    rf"(?:(?<![\w.,$€£¥#-])|(?<=[Mm]id-)|(?<=pre-)|(?<=post-)|(?<=[a-z]-))(?:{_POINT})", re.X
)
_PLACED = re.compile(
    r"\b(?:in|since|until|till|til|by|from|to|through|during|before|after|of|early|late|mid|year|"
    r"last|next|this|every|each|between|and|end|around|about|on|throughout|circa|for|the)[\s-]+$",
    re.I,
)
_DOUBTFUL = frozenset(("May", "March", "Mar", "Dec", "Jan", "Sep"))  # words and names, too
_COUNTING = re.compile(
    r"\b(?:about|around|some|nearly|almost|over|more than|less than|fewer than|at least|exactly|"
    r"roughly|approximately|another)\s+$",
    re.I,
)
_COUNTED = re.compile(r"\s+(?!was\b|is\b|has\b|as\b|across\b)[a-z]+s\b|\s+people\b")

Days = tuple[Day, Day | None]
"""A day, and the last one where a span is written as one."""


def points(text: str) -> Iterator[tuple[int, int, Days]]:
    """The points of time in a text, in order, with their spans."""
    for match in _DATE.finditer(text):
        days = _days(match, text)
        if days is not None:
            start, end = match.span()
            if match[0].startswith("the "):
                start += 4
            yield start, end, days


def _days(match: re.Match[str], text: str) -> Days | None:
    kind = next(name for name in _KINDS if match[name])
    if kind in ("year", "month"):
        return (_year if kind == "year" else _lone_month)(match, text)
    return _KINDS[kind](match)


def _written(match: re.Match[str]) -> Days | None:
    """ "4 March 2019", "March 4, 2019", "3–5 May"."""
    found = match[0]
    year = re.search(rf"{_Y}$", found)
    head = found[: year.start()] if year else found
    numbers = [int(number) for number in re.findall(r"\d+", head)]
    if not numbers or not all(0 < number < 32 for number in numbers):
        return None
    month, of = _month(found), int(year[0]) if year else None
    days = [Day(of, month, number) for number in numbers[:2]]
    return days[0], days[1] if len(days) > 1 else None


def _numeric(match: re.Match[str]) -> Days:
    parts = [int(part) for part in re.split(r"[-./]", match[0])]
    if match["iso"]:
        return Day(parts[0], parts[1], parts[2]), None
    day, month, year = parts
    if month > 12 or ("/" in match[0] and day <= 12):
        day, month = month, day  # 03/04/2021 is read as the American writes it
    return Day(year, month, day), None


def _month_of_year(match: re.Match[str]) -> Days:
    return Day(int(match[0][-4:]), _month(match[0])), None


def _decade(match: re.Match[str]) -> Days:
    digits = re.sub(r"\D", "", match[0])
    return Day(int(digits) if len(digits) == 4 else 1900 + int(digits), part="decade"), None


def _century(match: re.Match[str]) -> Days:
    return Day(int(match["nth"]), part="century"), None


def _part_of_year(match: re.Match[str]) -> Days:
    return Day(int(match[0][-4:]), part=match[0].split()[0].lower()), None


def _years(match: re.Match[str]) -> Days | None:
    first, last = re.split(r"\s?[-–/]\s?", match[0])
    end = int(last) if len(last) == 4 else int(first[:2] + last)
    return (Day(int(first)), Day(end)) if end > int(first) else None


def _weekday(match: re.Match[str]) -> Days:
    return Day(None, part=match[0].lower().rstrip("s")), None


def _year(match: re.Match[str], text: str) -> Days | None:
    """Four digits, where they are no count."""
    before = text[max(0, match.start() - 16) : match.start()]
    if _COUNTING.search(before) or unit_behind(text, match.end()):
        return None
    placed = _PLACED.search(before) or before.endswith("-")
    if not placed and (int(match[0]) < 1400 or _COUNTED.match(text, match.end())):
        return None
    return Day(int(match[0])), None


def _lone_month(match: re.Match[str], text: str) -> Days | None:
    before = text[max(0, match.start() - 16) : match.start()]
    doubtful = match[0].rstrip(".") in _DOUBTFUL
    return None if doubtful and not _PLACED.search(before) else (Day(None, _month(match[0])), None)


def _month(found: str) -> int:
    name = re.search(rf"\b(?:{_SPELT})\b", found)
    return _MONTHS[name[0].lower()] if name else 0


_KINDS: dict[str, Callable[[re.Match[str]], Days | None]] = {
    "year": _weekday,  # these two need the text around them
    "month": _weekday,
    "weekday": _weekday,
    "dmy": _written,
    "mdy": _written,
    "my": _month_of_year,
    "iso": _numeric,
    "numeric": _numeric,
    "decade": _decade,
    "century": _century,
    "quarter": _part_of_year,
    "season": _part_of_year,
    "years": _years,
}
