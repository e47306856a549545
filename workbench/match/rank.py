"""Candidates of a query, ranked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from workbench.match.rank_features import lexical
from workbench.match.rank_model import models
from workbench.match.rank_text import Checked, Idf, Query

Cosines = Mapping[int, tuple[float, float]]
"""By seq: cosine with the whole query, and with the nearest of its sentences."""


class Ranked(NamedTuple):
    """A candidate with its score in [0, 1]."""

    seq: int
    score: float


def score(query: Query, checked: Checked, idf: Idf, cosines: tuple[float, float] | None) -> float:
    """How likely the checked claim is the one that the query speaks of.

    A claim that has no vector yet is judged by its words; both ways give a chance, so that they
    can stand in one list.
    """
    features = lexical(query, checked, idf)
    if cosines is None:
        return models().words.score(features)
    return models().semantic.score([*features, *cosines])


def rank(
    query: Query, candidates: Mapping[int, Checked], cosines: Cosines, idf: Idf
) -> list[Ranked]:
    """Candidates by falling score; copies come last.

    A copy has the same words in statement and title as a record that was stored before it: the
    same check, kept twice. Of such records the first one stands for all.
    """
    first: dict[tuple[str, ...], int] = {}
    for seq in sorted(candidates):
        first.setdefault(candidates[seq].key, seq)
    ranked = [
        Ranked(seq, score(query, checked, idf, cosines.get(seq)))
        for seq, checked in candidates.items()
    ]
    copies = {seq for seq in candidates if first[candidates[seq].key] != seq}
    return sorted(ranked, key=lambda item: (item.seq in copies, -item.score, item.seq))
