"""Candidates of a query, ranked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from workbench.match.rank.features import by_letters, by_words, lexical
from workbench.match.rank.model import models
from workbench.match.rank.text import Checked, Idf, Query, total

Cosines = Mapping[int, tuple[float, float]]
"""By seq: cosine with the whole query, and with the nearest of its sentences."""


NEAR_COSINE = 0.6  # with the query, or with one of its sentences
NEAR_WORDS = 0.33  # share of what the words of a claim tell that the query has as well
_SHARED = 2  # words that a query and a near claim share at least, where no cosine tells

_PROMISING = 30  # candidates that are compared in full
_USUAL = (0.3, 0.5)  # what letters tell of a candidate, about, before it is computed


class Ranked(NamedTuple):
    """A candidate with its score in [0, 1], and whether it is near, whatever its rivals are."""

    seq: int
    score: float
    near: bool


def rank(
    query: Query, candidates: Mapping[int, Checked], cosines: Cosines, idf: Idf, most: int
) -> list[Ranked]:
    """Candidates by falling score, `most` at most; copies come last.

    A copy has the same words in statement and title as a record that was stored before it: the
    same check, kept twice. Of such records the first one stands for all.

    What letters tell is computed for the most promising candidates only.
    """
    first: dict[tuple[str, ...], int] = {}
    copies = set()
    for seq in sorted(candidates):
        if first.setdefault(candidates[seq].key, seq) != seq:
            copies.add(seq)
    words = {seq: by_words(query, checked, idf) for seq, checked in candidates.items()}
    hopes = {seq: _score([*words[seq], *_USUAL], cosines.get(seq)) for seq in candidates}
    order = sorted(candidates, key=lambda seq: (seq in copies, -hopes[seq], seq))
    ranked = [
        Ranked(
            seq,
            _score([*words[seq], *by_letters(query, candidates[seq], idf)], cosines.get(seq)),
            is_near(query, candidates[seq], idf, cosines.get(seq)),
        )
        for seq in order[: max(_PROMISING, 2 * most)]
    ]
    return sorted(ranked, key=lambda item: (item.seq in copies, -item.score, item.seq))[:most]


def is_near(query: Query, checked: Checked, idf: Idf, cosines: tuple[float, float] | None) -> bool:
    """Whether a claim may say what the query says; else it is only the best that there is.

    The score cannot tell: it chooses among candidates, and was fitted on queries that all had a
    right one among them.
    """
    if cosines is not None and max(cosines) >= NEAR_COSINE:
        return True
    held = set(checked.order[0])
    shared = held & query.distinct
    return len(shared) >= _SHARED and total(shared, idf) >= NEAR_WORDS * total(held, idf)


def score(query: Query, checked: Checked, idf: Idf, cosines: tuple[float, float] | None) -> float:
    """How much speaks for the checked claim to be the one that the query speaks of, in [0, 1].

    A claim that has no vector yet is judged by its words; both ways give a chance among the
    candidates of a query, so that they can stand in one list.
    """
    return _score(lexical(query, checked, idf), cosines)


def _score(features: list[float], cosines: tuple[float, float] | None) -> float:
    if cosines is None:
        return models().words.score(features)
    return models().semantic.score([*features, *cosines])
