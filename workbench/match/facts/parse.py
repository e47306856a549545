"""The facts that a text states, parsed to values.

Dates and spans of time, quantities with units, names, negations and quantifiers of English text;
numbers in digits, currencies and short units in any.
"""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache

from workbench.match.facts.dates import dates
from workbench.match.facts.names import names
from workbench.match.facts.quantities import quantities
from workbench.match.facts.values import Fact
from workbench.match.facts.words import negations, quantifiers


def facts(text: str) -> list[Fact]:
    """The facts of a text in order of their place; those of different kinds may overlap."""
    return list(kept_facts(text))


@lru_cache(8192)
def kept_facts(text: str, known: frozenset[str] = frozenset()) -> tuple[Fact, ...]:
    """As `facts`, remembered.

    Args:
        text: the text.
        known: words that are names for sure, see `names`.
    """
    return tuple(_facts(text, known))


def _facts(text: str, known: Container[str]) -> list[Fact]:
    when = list(dates(text))
    found = when + list(quantities(text, [(fact.start, fact.end) for fact in when]))
    found += names(text, known)
    found += negations(text)
    found += quantifiers(text)
    return sorted(found, key=lambda fact: (fact.start, fact.end))
