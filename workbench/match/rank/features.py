"""What a query and a checked claim have in common, in numbers."""

from __future__ import annotations

from collections import Counter

from rapidfuzz import fuzz

from workbench.match.lexical.weights import score
from workbench.match.rank.text import Checked, Idf, Query, alike, grams, plain, total

WORDS = (
    "bm25",  # of statement and title together
    "bm25_title",
    "title_told",  # how much of the title's words the query has, by what they tell
    "rarest",  # the most telling word shared, against the query's most telling one
    "pairs",  # neighbouring words that both have
    "author",  # the name of the query's author, where a signature gives it
)
LETTERS = (
    "characters",  # cosine of runs of four characters
    "token_set_title",  # RapidFuzz's ratio with the title
)
LEXICAL = (*WORDS, *LETTERS)
"""The features of the base engine, in their order."""

MEANING = ("cosine", "sentence_cosine")
"""What the engine `semantic` adds: the cosine of the vectors of the whole query, and of the
nearest of its sentences."""

_USUAL = 50.0  # a high BM25: brings the feature near to [0, 1]
_FEW = 2  # words of an author's name that count


def lexical(query: Query, checked: Checked, idf: Idf) -> list[float]:
    """The features `LEXICAL`, each about in [0, 1]; a missing part gives 0."""
    return [*by_words(query, checked, idf), *by_letters(query, checked, idf)]


def by_words(query: Query, checked: Checked, idf: Idf) -> list[float]:
    """The features `WORDS`."""
    held = checked.counts.keys()
    shared = query.distinct & held
    author = min(_FEW, len(query.author & held)) / _FEW
    if not shared:
        return [0.0, 0.0, 0.0, 0.0, 0.0, author]
    title = Counter(checked.headline_words)
    telling = max(map(idf, query.distinct))
    return [
        score(shared, checked.counts, checked.length, idf) / _USUAL,
        score(shared, title, len(checked.headline_words), idf) / _USUAL,
        total(shared & title.keys(), idf) / (total(title.keys(), idf) or 1.0),
        max(map(idf, shared)) / telling,
        _pairs(query, checked, idf) / query.told(idf),
        author,
    ]


def by_letters(query: Query, checked: Checked, idf: Idf) -> list[float]:
    """The features `LETTERS`; they cost more than the others."""
    return [
        alike(query.grams(idf), grams(checked.counts, idf)),
        fuzz.token_set_ratio(query.plain, plain(checked.headline)) / 100,
    ]


def _pairs(query: Query, checked: Checked, idf: Idf) -> float:
    """How much the neighbouring words tell that both have."""
    return sum((idf(a) + idf(b)) / 2 for a, b in query.pairs & checked.pairs())
