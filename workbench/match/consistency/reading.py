"""A statement read for comparing: what it speaks of, its facts, and whether it is negated."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from workbench.match.consistency.labels import label
from workbench.match.facts.parse import kept_facts
from workbench.match.facts.stems import FUNCTION, listed, stem
from workbench.match.facts.values import Date, Fact, Quantity

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_VAGUE = frozenset(
    stem(word)
    for word in listed(
        """people person man woman take have operate also new regularly year month day week time
        total number last later first ago old former recently currently officially alone only
        twice once already ever never percent less least fewer many"""
    )
)
_SAME = {
    stem(word): stem(line.split()[0])
    for line in (
        "build construct erect",
        "injure hurt wound",
        "close shut",
        "begin start commence",
        "buy purchase acquire",
        "kill slay",
        "employ employs staff",
        "occur happen",
        "nobody no-one",
        "finish complete",
        "founded establish",
        "month monthly",
        "launch introduce",
        "visit visits",
        "inhabitant resident population",
        "length long",
        "width wide",
        "depth deep",
        "weigh weight",
    )
    for word in line.split()
}
_ORDERS = frozenset(("before", "after"))
_NOT = frozenset(("n't", "n’t"))
_BOUNDED = re.compile(r"\b(?:before|after)\s+(?:the\s+)?$", re.I)  # a date follows
SCOPE = 3  # words behind a negation that it may negate
_NEGATORS = frozenset(("not", "no", "never", "neither", "no_longer"))


def items_of(text: str) -> frozenset[str]:
    """The stems of the words that tell what a text speaks of, numbers left out."""
    return frozenset(_items(text))


def _items(text: str) -> list[str]:
    found = []
    for match in _WORD.finditer(text):
        word = match[0]
        low = word.lower()
        if word[0].isdigit() or (low in FUNCTION and low not in _ORDERS) or low[-3:] in _NOT:
            continue
        root = stem(word)
        if root not in _VAGUE:
            found.append(_SAME.get(root, root))
    return found


def scope(text: str) -> list[str]:
    """The stems of the first words of a text that tell something: what a word before it negates."""
    return _items(text)[:SCOPE]


@dataclass(frozen=True)
class Reading:
    """A statement taken apart.

    Attributes:
        text: the statement.
        facts: its facts.
        names: the keys of its names.
        words: the stems of the other words that tell something, in order.
    """

    text: str
    facts: tuple[Fact, ...]
    names: tuple[str, ...]
    words: tuple[str, ...]

    @cached_property
    def dates(self) -> list[Date]:
        """The dates, in order."""
        return [fact.value for fact in self.facts if isinstance(fact.value, Date)]

    @cached_property
    def quantities(self) -> list[tuple[Fact, Quantity]]:
        """The quantities with their facts, in order, without numbers that name a thing."""
        found = [(fact, fact.value) for fact in self.facts if isinstance(fact.value, Quantity)]
        return [(fact, value) for fact, value in found if not self._label(fact)]

    @cached_property
    def labels(self) -> dict[str, set[float]]:
        """The numbers that name a thing, by its word: 5 by "route"."""
        named: dict[str, set[float]] = {}
        for fact in self.facts:
            word = self._label(fact)
            if word and isinstance(fact.value, Quantity):
                named.setdefault(word, set()).add(fact.value.number)
        return named

    def _label(self, fact: Fact) -> str:
        bare = isinstance(fact.value, Quantity) and not fact.value.unit
        return label(self.text, fact.start, fact.end) if bare else ""

    @cached_property
    def negations(self) -> list[Fact]:
        """The words that turn the statement around."""
        return [f for f in self.facts if f.kind == "negation" and f.value in _NEGATORS]


@lru_cache(32768)
def read(text: str, known: frozenset[str] = frozenset()) -> Reading:
    """A statement taken apart.

    Args:
        text: the statement.
        known: words that are names for sure.
    """
    found = kept_facts(text, known)
    spans = [(f.start, f.end) for f in found if f.kind not in ("negation", "quantifier")]
    rest, at = [], 0
    for start, end in spans:
        if start >= at:
            rest.append(_BOUNDED.sub("", text[at:start]))
        at = max(at, end)
    rest.append(text[at:])
    names = tuple(dict.fromkeys(str(f.value) for f in found if f.kind == "name"))
    return Reading(text, found, names, tuple(dict.fromkeys(_items(" ; ".join(rest)))))
