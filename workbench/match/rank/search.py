"""From a query to ranked claims: two pools of candidates, and the ranking of their union."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from workbench.match.lexical.search import Postings, pool
from workbench.match.rank.order import Cosines, Ranked, rank
from workbench.match.rank.text import Checked, Idf, Query

if TYPE_CHECKING:
    from workbench.match.rank.vectors import Floats

POOL = 60
"""Candidates of each pool; more where more results are wanted."""


class Meaning(Protocol):
    """Vectors of the claims of a collection."""

    def nearest(self, vector: Floats, limit: int) -> list[int]:
        """Seqs of the `limit` nearest claims, nearest first."""
        ...

    def cosines(self, seqs: Sequence[int], vectors: Floats) -> Cosines:
        """Cosines of claims with the first row, and the highest with any row.

        A claim that has no vector yet is left out.
        """
        ...


class Texts(Protocol):
    """Where claims are read."""

    def prepared(self, seqs: Sequence[int]) -> dict[int, Checked]:
        """Claims by seq, prepared for comparing."""
        ...


class Sources(NamedTuple):
    """What a search goes by."""

    words: Postings  # finds claims by words
    texts: Texts
    idf: Idf  # what a word tells in the collection
    meaning: Meaning | None = None  # finds claims by vectors
    vectors: Floats | None = None  # of the query's sentences, the whole query first


def find(query: Query, k: int, sources: Sources) -> list[Ranked]:
    """The `k` claims that best match a query, best first."""
    seqs, cosines = gather(query, max(POOL, 2 * k), sources)
    return rank(query, sources.texts.prepared(seqs), cosines, sources.idf, k)


def gather(query: Query, limit: int, sources: Sources) -> tuple[list[int], Cosines]:
    """Candidates, `limit` by words and `limit` by meaning, with the cosines that are known."""
    found = dict.fromkeys(pool(sources.words, query.words, sources.idf, limit))
    if sources.meaning is None or sources.vectors is None:
        return list(found), {}
    found |= dict.fromkeys(sources.meaning.nearest(sources.vectors[0], limit))
    return list(found), sources.meaning.cosines(list(found), sources.vectors)
