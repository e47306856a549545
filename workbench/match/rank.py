"""Candidates of a query, ranked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from workbench.match.rank_features import by_letters, by_words, lexical
from workbench.match.rank_model import models
from workbench.match.rank_text import Checked, Idf, Query

Cosines = Mapping[int, tuple[float, float]]
"""By seq: cosine with the whole query, and with the nearest of its sentences."""


_PROMISING = 40  # candidates that are compared in full
_USUAL = (0.3, 0.5)  # what letters tell of a candidate, about, before it is computed


class Ranked(NamedTuple):
    """A candidate with its score in [0, 1]."""

    seq: int
    score: float


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
        )
        for seq in order[: max(_PROMISING, 2 * most)]
    ]
    return sorted(ranked, key=lambda item: (item.seq in copies, -item.score, item.seq))[:most]


def score(query: Query, checked: Checked, idf: Idf, cosines: tuple[float, float] | None) -> float:
    """How likely the checked claim is the one that the query speaks of, in [0, 1].

    A claim that has no vector yet is judged by its words; both ways give a chance, so that they
    can stand in one list.
    """
    return _score(lexical(query, checked, idf), cosines)


def _score(features: list[float], cosines: tuple[float, float] | None) -> float:
    if cosines is None:
        return models().words.score(features)
    return models().semantic.score([*features, *cosines])
