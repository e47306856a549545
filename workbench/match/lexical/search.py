"""The claims that share the most telling words with a query, by an inverted index."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Iterator, Sequence
from heapq import nlargest
from typing import Protocol

from workbench.match.lexical.weights import steps
from workbench.match.rank.text import Idf

BUDGET = 30_000
"""Postings that one search reads: common words are left out where rarer ones are enough."""


class Postings(Protocol):
    """Where the index lies: in memory or in a store."""

    def counts(self, words: Sequence[str]) -> dict[str, int]:
        """In how many claims each word stands; words that stand in none may be left out."""
        ...

    def postings(self, words: Sequence[str]) -> Iterator[tuple[str, Sequence[int], bytes]]:
        """Runs of claims, by seq, with the weight of the word in each."""
        ...


class MemoryPostings:
    """An index in memory, and what gathers entries for a store."""

    def __init__(self) -> None:
        self._seqs: dict[str, array[int]] = {}
        self._weights: dict[str, bytearray] = {}

    def add(self, seq: int, words: Iterable[str]) -> None:
        """Enter a claim under its words."""
        for word, step in steps(words):
            if word not in self._seqs:
                self._seqs[word] = array("I")
                self._weights[word] = bytearray()
            self._seqs[word].append(seq)
            self._weights[word].append(step)

    def counts(self, words: Sequence[str]) -> dict[str, int]:
        """In how many claims each word stands."""
        return {word: len(self._seqs[word]) for word in words if word in self._seqs}

    def count(self, word: str) -> int:
        """In how many claims a word stands."""
        return len(self._seqs.get(word, ()))

    def postings(self, words: Sequence[str]) -> Iterator[tuple[str, Sequence[int], bytes]]:
        """One run a word."""
        for word in words:
            if word in self._seqs:
                yield word, self._seqs[word], bytes(self._weights[word])

    def take(self) -> dict[str, tuple[Sequence[int], bytes]]:
        """All entries; the index is empty afterwards."""
        found: dict[str, tuple[Sequence[int], bytes]] = {
            word: (self._seqs[word], bytes(self._weights[word])) for word in self._seqs
        }
        self._seqs, self._weights = {}, {}
        return found


def unpack(seqs: bytes) -> array[int]:
    """Seqs from their bytes in the store."""
    found = array("I", seqs)
    if sys.byteorder == "big":
        found.byteswap()
    return found


def pool(index: Postings, words: Iterable[str], idf: Idf, limit: int) -> list[int]:
    """The seqs of the `limit` claims with the highest sum of weights, best first.

    The rarest words are read first, until `BUDGET` postings are read. What is left out by that
    are common words, which seldom decide who is among the best; the ranking that follows takes
    them into account. Of equals the first stored comes first.
    """
    chosen = affordable(index.counts(sorted(set(words))))
    if "numpy" in sys.modules:  # it is there for the vectors, and quicker
        from workbench.match.lexical.numpy import best

        return best(index.postings(chosen), idf, limit)
    scores: dict[int, float] = {}
    get = scores.get
    for word, seqs, weights in index.postings(chosen):
        told = idf(word)
        for seq, weight in zip(seqs, weights, strict=True):
            scores[seq] = get(seq, 0.0) + told * weight
    enough = min(nlargest(limit, scores.values()), default=0.0)
    found = [seq for seq, reached in scores.items() if reached >= enough]
    return sorted(found, key=lambda seq: (-scores[seq], seq))[:limit]


def affordable(counts: dict[str, int]) -> list[str]:
    """The rarest words whose claims together are within `BUDGET`; the rarest one always."""
    chosen: list[str] = []
    cost = 0
    for word in sorted(counts, key=lambda name: (counts[name], name)):
        cost += counts[word]
        if chosen and cost > BUDGET:
            break
        chosen.append(word)
    return chosen
