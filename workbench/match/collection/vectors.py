"""The vectors of a project's checked claims: signs in memory, components in the store."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock
from typing import TYPE_CHECKING

from db import checked as store
from workbench.match.rank.order import Cosines
from workbench.match.rank.text import Query
from workbench.match.rank.vectors import Floats, Signs, query_vectors, unpack

if TYPE_CHECKING:
    from db.engine import Connection

_ROUGH = 3  # how many times the wanted number is compared exactly


class StoredVectors:
    """The signs of all vectors in a store, kept up to date."""

    def __init__(self) -> None:
        self.signs = Signs()
        self._last = 0
        self._lock = Lock()

    def of(self, query: Query) -> Floats:
        """The vectors of a query and its sentences."""
        return query_vectors(query.sentences())

    def follow(self, connection: Connection) -> None:
        """Take in the vectors that were made since the last time."""
        if store.last_vector(connection) == self._last:
            return
        with self._lock:
            for rows in store.vectors_after(connection, self._last):
                self.signs.add([seq for seq, _ in rows], [data for _, data in rows])
                self._last = rows[-1][0]

    def at(self, connection: Connection) -> _Vectors:
        """The vectors as one transaction sees them."""
        return _Vectors(self.signs, connection)


class _Vectors:
    """Vectors as one transaction sees them."""

    def __init__(self, signs: Signs, connection: Connection) -> None:
        self._signs = signs
        self._connection = connection
        self._rows: dict[int, Floats] = {}

    def nearest(self, vector: Floats, limit: int) -> list[int]:
        """Seqs of the nearest claims: by their signs, and the best of these by components."""
        seqs = self._signs.nearest(vector, limit * _ROUGH)
        self._read(seqs)
        near = {seq: float(self._rows[seq] @ vector) for seq in seqs if seq in self._rows}
        return sorted(near, key=lambda seq: (-near[seq], seq))[:limit]

    def cosines(self, seqs: Sequence[int], vectors: Floats) -> Cosines:
        """Cosines with the first row, and the highest with any."""
        self._read([seq for seq in seqs if seq not in self._rows])
        found = {}
        for seq in seqs:
            if seq in self._rows:
                near = vectors @ self._rows[seq]
                found[seq] = (float(near[0]), float(near.max()))
        return found

    def _read(self, seqs: Sequence[int]) -> None:
        rows = list(store.vectors(self._connection, seqs))
        if rows:
            matrix = unpack([data for _, data in rows])
            self._rows.update((seq, row) for (seq, _), row in zip(rows, matrix, strict=True))
