"""What facts in a text are: dates, quantities, names, negations, quantifiers, with their values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Kind = Literal["date", "quantity", "name", "negation", "quantifier"]
Mode = Literal["in", "until", "since", "before", "after", "by", "from"]


class Day(NamedTuple):
    """A time as far as it is said; `None` is what is not.

    `part` names what is no number: "monday", "spring", "q3", "early", "decade" (of `year`),
    "century" (whose number is `year`).
    """

    year: int | None
    month: int | None = None
    day: int | None = None
    part: str = ""


class Date(NamedTuple):
    """A point or a span of time.

    `mode` says how `day` bounds it: "in" it, "until", "since", "before", "after" or "by" it, or
    "from" it to `to`.
    """

    day: Day
    mode: Mode = "in"
    to: Day | None = None


class Quantity(NamedTuple):
    """A number with its unit.

    Attributes:
        number: as written, in `written` units: 5 for "5 miles".
        unit: the unit that all of the kind are reduced to ("m" for lengths, "%", "USD", …); "" for
            a mere number or a count, "ordinal" for a place in an order, "times" for "twice".
        value: the number in `unit`.
        written: the short name of the unit as written ("km"); tells 5 km from 5 miles.
        of: the word counted ("people"), in small letters; "" when there is none.
        bound: ">" (more than, at least), "<" (less than, up to), "~" (about) or "".
    """

    number: float
    unit: str = ""
    value: float = 0.0
    written: str = ""
    of: str = ""
    bound: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact with its span [start, end) in code points and the text there.

    The value of a name is its words in small letters; of a negation or quantifier, its class.
    """

    kind: Kind
    start: int
    end: int
    text: str
    value: Date | Quantity | str
