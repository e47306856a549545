"""A query and a checked claim, prepared for comparing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache
from itertools import pairwise
from math import hypot

from workbench.match.lexical.clean import clean
from workbench.match.lexical.words import words

_SENTENCE = re.compile(r"(?<=[.!?…])\s+")
_LETTERS = re.compile(r"[\W_]+")
_GRAM = 4  # characters
_SHORT = 4  # words: a shorter sentence says too little alone

Idf = Callable[[str], float]
"""How much a word tells in the collection."""


class Query:
    """What is searched for."""

    def __init__(self, text: str) -> None:
        cleaned = clean(text)
        self.text = cleaned.text or text
        self.words = words(self.text)
        self.distinct = frozenset(self.words)
        self._grams: dict[str, float] | None = None
        self._told: float | None = None
        self.author = frozenset(words(cleaned.author))
        self.pairs = frozenset(pairwise(self.words))

    @cached_property
    def plain(self) -> str:
        """The text in small letters, without punctuation."""
        return plain(self.text)

    def grams(self, idf: Idf) -> dict[str, float]:
        """`grams` of its words, computed once."""
        if self._grams is None:
            self._grams = grams(self.distinct, idf)
        return self._grams

    def told(self, idf: Idf) -> float:
        """How much its words tell together, computed once; 1 where it has none."""
        if self._told is None:
            self._told = total(self.distinct, idf) or 1.0
        return self._told

    def sentences(self) -> list[str]:
        """The whole text first, then its sentences where it has several."""
        parts = [part for part in _SENTENCE.split(self.text) if len(part.split()) >= _SHORT]
        return [self.text, *parts] if len(parts) > 1 else [self.text]


class Checked:
    """A checked claim: its statement and its title."""

    __slots__ = ("counts", "headline", "headline_words", "length", "order", "statement", "title")

    def __init__(self, statement: str, title: str | None) -> None:
        self.statement = statement
        self.title = title or ""
        self.order = (words(statement), words(self.title))
        # Without a title the statement stands for it: its absence tells nothing.
        self.headline = self.title or statement
        self.headline_words = self.order[1] or self.order[0]
        self.counts = Counter(self.order[0] + self.order[1])
        self.length = len(self.order[0]) + len(self.order[1])

    @property
    def key(self) -> tuple[str, ...]:
        """The same for records that say the same in the same words."""
        return (*self.order[0], "", *self.order[1])

    def pairs(self) -> set[tuple[str, str]]:
        """Neighbouring words, within statement and title."""
        return {pair for part in self.order for pair in pairwise(part)}


def both(statement: str, title: str | None) -> list[str]:
    """The words of a checked claim, as the index takes them."""
    return [*words(statement), *words(title or "")]


def plain(text: str) -> str:
    """Small letters and single spaces, without punctuation."""
    return _LETTERS.sub(" ", text.lower()).strip()


@lru_cache(maxsize=1 << 17)
def _grams(word: str) -> tuple[str, ...]:
    padded = f" {word} "
    return tuple({padded[i : i + _GRAM] for i in range(max(1, len(padded) - _GRAM + 1))})


def total(given: Iterable[str], idf: Idf) -> float:
    """How much words tell together."""
    return sum(map(idf, given))


def grams(given: Iterable[str], idf: Idf) -> dict[str, float]:
    """Runs of four characters in words, each with what the most telling of its words tells.

    They find a word inside a compound ("fakenews"), and a name that is written otherwise.
    """
    held: dict[str, float] = {}
    for word in sorted(given, key=idf):  # the most telling last, so that it counts
        held.update(dict.fromkeys(_grams(word), idf(word)))
    return held


def alike(mine: dict[str, float], theirs: dict[str, float]) -> float:
    """The cosine of two such dictionaries."""
    length = hypot(*mine.values()) * hypot(*theirs.values())
    return sum(mine[gram] * theirs[gram] for gram in mine.keys() & theirs.keys()) / (length or 1.0)
