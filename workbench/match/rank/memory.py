"""Vectors of claims in memory."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from workbench.encoder import DIMENSIONS
from workbench.match.rank.order import Cosines
from workbench.match.rank.text import Query
from workbench.match.rank.vectors import Floats, claim_vectors, query_vectors


class MemoryVectors:
    """Vectors by the place of their claim; all are compared."""

    def __init__(self) -> None:
        self._rows: Floats = np.empty((0, DIMENSIONS), dtype=np.float32)

    def add(self, claims: Sequence[tuple[str, str | None]]) -> None:
        """Make the vectors of claims, each a statement and a title."""
        self._rows = np.concatenate([self._rows, claim_vectors(claims)])

    def of(self, query: Query) -> Floats:
        """The vectors of a query and its sentences."""
        return query_vectors(query.sentences())

    def nearest(self, vector: Floats, limit: int) -> list[int]:
        """The places of the nearest claims, nearest first."""
        cosines = self._rows @ vector
        return [int(i) for i in np.argsort(-cosines, kind="stable")[:limit]]

    def cosines(self, seqs: Sequence[int], vectors: Floats) -> Cosines:
        """Cosines with the first row, and the highest with any."""
        near = self._rows[list(seqs)] @ vectors.T
        return {seq: (float(row[0]), float(row.max())) for seq, row in zip(seqs, near, strict=True)}
