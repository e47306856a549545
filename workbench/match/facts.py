"""The facts that a text states, parsed to values: dates, quantities, negations."""

from __future__ import annotations

import re

from workbench.match.facts_values import Date, Day, Fact, Quantity

_YEAR = re.compile(r"(?<![\w.,$€£-])(1[5-9]\d\d|20\d\d)(?![\w%]|[.,]\d)")
_NUMBER = re.compile(r"(?<![\w.,])\d+(?:,\d{3})*(?:\.\d+)?(?!\w)")
_NEGATION = re.compile(
    r"\b(?:not|never|no|nobody|nothing|neither|nor|without|cannot)\b|n['’]t\b", re.I
)


def facts(text: str) -> list[Fact]:
    """The facts of a text in order of their place."""
    found = [
        Fact("date", m.start(), m.end(), m[0], Date(Day(int(m[0])))) for m in _YEAR.finditer(text)
    ]
    taken = {fact.start for fact in found}
    for match in _NUMBER.finditer(text):
        if match.start() not in taken:
            value = Quantity(float(match[0].replace(",", "")))
            found.append(Fact("quantity", match.start(), match.end(), match[0], value))
    found += [Fact("negation", m.start(), m.end(), m[0], "not") for m in _NEGATION.finditer(text)]
    return sorted(found, key=lambda fact: (fact.start, fact.end))
