"""What a word weighs: BM25 with a fixed length of reference.

Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), with the
idf that is never negative. The reference length is a constant and not the collection's mean, so
that a claim's weights stay true when others are added.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from math import log

SATURATION = 0.9  # k1
LENGTH = 0.6  # b
USUAL = 20.0  # words of a claim with its title
HIGHEST = SATURATION + 1  # no word weighs more in a text, times its idf
_STEPS = 255 / HIGHEST
_FLOOR = 1000  # a small collection is taken for a sample of a larger one


def weight(times: int, length: int) -> float:
    """The weight of a word that stands `times` times in a text of `length` words; < HIGHEST."""
    norm = SATURATION * (1 - LENGTH + LENGTH * length / USUAL)
    return times * HIGHEST / (times + norm)


def idf(holding: int, size: int) -> float:
    """How much a word tells that `holding` of `size` texts hold; > 0."""
    return log(1 + (size + _FLOOR - holding + 0.5) / (holding + 0.5))


def steps(words: Iterable[str]) -> list[tuple[str, int]]:
    """Each distinct word of a text with its weight in 1…255, as the index keeps it."""
    counts = Counter(words)
    length = sum(counts.values())
    return [(word, max(1, round(weight(times, length) * _STEPS))) for word, times in counts.items()]


def score(
    wanted: Iterable[str], held: Mapping[str, int], length: int, idf: Callable[[str], float]
) -> float:
    """BM25 of a text that holds each word as often as `held` says, for the words wanted."""
    return sum(idf(word) * weight(held[word], length) for word in wanted if word in held)
