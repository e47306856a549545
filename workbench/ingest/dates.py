"""Dates as files write them, to ISO dates."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = r"([A-Za-z]{3,9})\.?"
_DAY_FIRST = re.compile(
    rf"(?:[A-Za-z]{{3,9}},? )?(\d{{1,2}})(?:st|nd|rd|th)? {_MONTH},? (\d{{4}})\b"
)
_MONTH_FIRST = re.compile(
    rf"(?:[A-Za-z]{{3,9}},? )?{_MONTH} (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})\b"
)
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_NUMBERS = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})\b")
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")


def iso_date(value: str | None) -> str | None:
    """`YYYY-MM-DD` of a date as a file writes it, or None where it is absent or in doubt.

    Knows ISO 8601, RFC 2822, English dates in words, seconds or milliseconds since 1970 (UTC), and
    days by numbers where one reading alone is possible: 03/04/2021 is in doubt, 23/04/2021 and
    03.04.2021 are not.
    """
    text = (value or "").strip()
    if not text:
        return None
    if _EPOCH.fullmatch(text):
        return datetime.fromtimestamp(int(text[:10]), UTC).date().isoformat()
    try:
        return datetime.fromisoformat(text).date().isoformat()
    except ValueError:
        pass
    return _written(text) or _numbers(text) or _mail(text)


def _written(text: str) -> str | None:
    if found := _YEAR_FIRST.match(text):
        return _day(found[1], found[2], found[3])
    if found := _DAY_FIRST.match(text):
        return _day(found[3], found[2], found[1])
    if found := _MONTH_FIRST.match(text):
        return _day(found[3], found[1], found[2])
    return None


def _numbers(text: str) -> str | None:
    found = _NUMBERS.match(text)
    if found is None:
        return None
    first, second = int(found[1]), int(found[3])
    if found[2] == "." or first > 12 or first == second:
        return _day(found[4], found[3], found[1])
    return _day(found[4], found[1], found[3]) if second > 12 else None


def _mail(text: str) -> str | None:
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (ValueError, TypeError, IndexError):
        return None


def _day(year: str, month: str, day: str) -> str | None:
    if not month.isdigit():
        name = month[:3].lower()
        if name not in _MONTHS:
            return None
        month = str(_MONTHS.index(name) + 1)
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
