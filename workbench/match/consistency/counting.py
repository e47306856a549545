"""Quantities of two statements: which of them cannot both be true."""

from __future__ import annotations

import re

from workbench.match.consistency.reading import Reading
from workbench.match.differences.numbers import comparable, compatible, equal_values
from workbench.match.facts.values import Fact, Quantity

Counted = list[tuple[Fact, Quantity]]
_EACH = re.compile(
    r"\b(?:an?|per|each|every)\s+(hour|day|night|week|month|year|person|head|capita|household)\b"
    r"|\b(hour|dai|week|month|annual|year)ly\b",
    re.I,
)
_SAME_TIME = {"dai": "day", "annual": "year"}
REACH = 40  # code points behind a quantity where "a day" may stand


def lone(one: Reading, other: Reading) -> tuple[Counted, Counted]:
    """The quantities of each that the other has not."""
    return (
        [(f, q) for f, q in one.quantities if not equal_in(q, other)],
        [(f, q) for f, q in other.quantities if not equal_in(q, one)],
    )


def differing(one: Reading, other: Reading) -> list[tuple[Fact, Fact]]:
    """Pairs of quantities of one kind that cannot both be true; ranks are among them."""
    mine, theirs = lone(one, other)
    return [
        (fact, rival)
        for fact, quantity in mine
        for rival, value in theirs
        if quantity.unit == value.unit == "ordinal"
        or (
            comparable(quantity, value)
            and not compatible(quantity, value)
            and _per(fact, one) == _per(rival, other)
        )
    ]


def is_rank(fact: Fact) -> bool:
    """Whether it is a rank, such as "second", and no amount."""
    return isinstance(fact.value, Quantity) and fact.value.unit == "ordinal"


def _per(fact: Fact, reading: Reading) -> str:
    """What a quantity is counted by: "day" of "400 patients a day"."""
    found = _EACH.search(reading.text, fact.end, fact.end + REACH)
    word = (found[1] or found[2]).lower() if found else ""
    return _SAME_TIME.get(word, word)


def equal_in(quantity: Quantity, reading: Reading) -> bool:
    """Whether a statement has a quantity that is as much."""
    return any(equal_values(quantity, value) for _, value in reading.quantities)


def shown(fact: Fact, reading: Reading) -> str:
    """A quantity with its bound and what it counts, for a reader."""
    value = fact.value
    assert isinstance(value, Quantity)
    bound = {">": "more than ", "<": "less than "}.get(value.bound, "")
    of = f" {value.of}" if value.of and not fact.text.endswith(value.of) else ""
    return f"{bound}{fact.text}{of}"
