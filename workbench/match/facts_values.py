"""What facts in a text are: dates, quantities, names, negations, quantifiers, with their values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Kind = Literal["date", "quantity", "name", "negation", "quantifier"]
Mode = Literal["in", "until", "since", "before", "after", "from"]


class Day(NamedTuple):
    """A year, a month or a day, as far as it is said; `None` is what is not."""

    year: int | None
    month: int | None = None
    day: int | None = None


class Date(NamedTuple):
    """A point or a span of time.

    `mode` says how `day` bounds it: "in" it, "until", "since", "before" or "after" it, or "from"
    it to `to`.
    """

    day: Day
    mode: Mode = "in"
    to: Day | None = None


class Quantity(NamedTuple):
    """A number with its unit.

    Attributes:
        value: in `unit`.
        unit: the unit reduced to one of its kind ("m" for all lengths, "%", "USD", …); "" for a
            mere number or a count.
        written: the unit as the text has it, by its short name ("km"); tells 5 km from 5 miles.
        of: the word counted ("people"), in small letters; "" when there is none.
        bound: ">" (more than, at least), "<" (less than, up to), "~" (about) or "".
    """

    value: float
    unit: str = ""
    written: str = ""
    of: str = ""
    bound: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact with its span [start, end) in code points and the text there."""

    kind: Kind
    start: int
    end: int
    text: str
    value: Date | Quantity | str
