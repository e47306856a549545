"""Quantities: numbers with their units, what they count and how they are bounded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workbench.match.facts.numbers import Number, numbers
from workbench.match.facts.stems import FUNCTION, listed
from workbench.match.facts.units import (
    CURRENCIES,
    Unit,
    currency_before,
    million_behind,
    reduced,
    unit_behind,
)
from workbench.match.facts.values import Fact, Quantity

_BOUND = re.compile(
    r"(?P<over>\b(?:(?<!no )more than|over|above|at least|no (?:fewer|less) than|not less than"
    r"|(?:greater|larger|higher|longer) than|a minimum of|upwards? of|exceed(?:s|ed|ing)?))\s+$"
    r"|(?P<under>\b(?:less than|fewer than|under|below|at most|up to|no more than|not more than"
    r"|nearly|almost|(?:smaller|lower|shorter) than|a maximum of|just short of|close to))\s+$"
    r"|(?P<about>\b(?:about|around|some|roughly|approximately|approx\.?|circa|c\.|an estimated"
    r"|more or less|~))\s*$",
    re.I,
)
_BOUND_ENDS = frozenset(
    listed(
        """than over above least minimum of exceed exceeds exceeded exceeding under below most to
        nearly almost maximum about around some roughly approximately approx approx. circa c.
        estimated less ~"""
    )
)
_NO_COUNT = re.compile(
    r"(?:no|any|every|this|that|the|which|another|each|some)[\s-]+$", re.I
)  # before "one": a pronoun
_COUNTED = re.compile(
    r"\s+(?:of\s+(?:the\s+|its\s+|all\s+)?)?((?:[^\W\d_]+(?:['’-][^\W\d_]+)*\s*){1,3})"
)
_IRREGULAR = frozenset(listed("people children men women police persons aircraft fish sheep staff"))


def quantities(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[Fact]:
    """The quantities of a text, but those in the spans `taken`, which are dates."""
    at = 0
    for found in numbers(text):
        while at < len(taken) and taken[at][1] <= found.start:
            at += 1
        if at < len(taken) and taken[at][0] < found.end:
            continue
        if found.form == "cardinal" and text[found.start : found.end].lower() == "one":
            before = text[max(0, found.start - 9) : found.start]
            if _NO_COUNT.search(before) or text[found.end : found.end + 8] == " another":
                continue
        yield _quantity(text, found)


def _quantity(text: str, found: Number) -> Fact:
    start, end, number = found.start, found.end, found.value
    bound = _bound(text, start)
    if found.form == "ordinal":
        return Fact("quantity", start, end, text[start:end], Quantity(number, "ordinal", number))
    if found.form != "cardinal":
        unit = Unit("%" if found.form == "share" else "times", 1.0, found.form)
        value = Quantity(number, unit.base, number, unit.base, "", bound)
        return Fact("quantity", start, end, text[start:end], value)
    money = currency_before(text, start)
    if million_behind(text, end, money=money is not None):
        number, end = number * 1e6, end + 1
    behind = unit_behind(text, end)
    if money:
        unit, start = money
        if behind and behind[0].base in CURRENCIES:
            end = behind[1]
    elif behind:
        unit, end = behind
    else:
        value = Quantity(number, "", number, "", _counted(text, end), bound)
        return Fact("quantity", start, end, text[start:end], value)
    value = Quantity(number, unit.base, reduced(number, unit), unit.name, "", bound)
    return Fact("quantity", start, end, text[start:end], value)


def _bound(text: str, start: int) -> str:
    before = text[max(0, start - 24) : start]
    last = before.split()[-1:]
    match = _BOUND.search(before) if last and last[0].lower() in _BOUND_ENDS else None
    if match is None:
        return ""
    return ">" if match["over"] else "<" if match["under"] else "~"


def _counted(text: str, end: int) -> str:
    """The noun that a number counts: the first plural of the next words, else the next word."""
    match = _COUNTED.match(text, end, end + 60)
    if match is None:
        return ""
    words = []
    for word in match[1].split():
        if word.lower() in FUNCTION:
            break
        words.append(word.lower())
    for word in words:
        if word in _IRREGULAR or (word.endswith("s") and not word.endswith("ss")):
            return word
    return words[0] if words else ""
