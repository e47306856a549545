"""What a query and a checked claim have in common, in numbers."""

from __future__ import annotations

from collections import Counter

from rapidfuzz import fuzz

from workbench.match.lexical_weights import score
from workbench.match.rank_text import Checked, Idf, Query, grams, plain, total

LEXICAL = (
    "bm25",  # of statement and title together
    "bm25_title",
    "title_told",  # how much of the title's words the query has, by what they tell
    "rarest",  # the most telling word shared, against the query's most telling one
    "pairs",  # neighbouring words that both have
    "author",  # the name of the query's author, where a signature gives it
    "characters",  # cosine of runs of four characters
    "token_set_title",  # RapidFuzz's ratio with the title
)
"""The features of the base engine, in their order."""

MEANING = ("cosine", "sentence_cosine")
"""What the engine `semantic` adds: the cosine of the vectors of the whole query, and of the
nearest of its sentences."""

_USUAL = 50.0  # a high BM25: brings the feature near to [0, 1]
_FEW = 2  # words of an author's name that count


def lexical(query: Query, checked: Checked, idf: Idf) -> list[float]:
    """The features `LEXICAL`, each about in [0, 1]; a missing part gives 0."""
    held = checked.counts.keys()
    title = Counter(checked.headline_words)
    shared = query.distinct & held
    telling = max(map(idf, query.distinct), default=1.0)
    mine, theirs = query.grams(idf), grams(held, idf)
    return [
        score(query.distinct, checked.counts, checked.length, idf) / _USUAL,
        score(query.distinct, title, len(checked.headline_words), idf) / _USUAL,
        total(query.distinct & title.keys(), idf) / (total(title.keys(), idf) or 1.0),
        max(map(idf, shared), default=0.0) / telling,
        _pairs(query, checked, idf) / (total(query.distinct, idf) or 1.0),
        min(_FEW, len(query.author & held)) / _FEW,
        sum(told * theirs[gram] for gram, told in mine.items() if gram in theirs),
        fuzz.token_set_ratio(query.plain, plain(checked.headline)) / 100,
    ]


def _pairs(query: Query, checked: Checked, idf: Idf) -> float:
    """How much the neighbouring words tell that both have."""
    return sum((idf(a) + idf(b)) / 2 for a, b in query.pairs & checked.pairs())
