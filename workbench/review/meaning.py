"""Ranking passages by words and meaning, where the encoder is installed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from workbench import encoder

if TYPE_CHECKING:
    from workbench.review.searching import Found

SHARE = 0.5  # of the meaning in the score; the rest is words
KEPT = 20_000  # vectors kept for the next search


class Meaning:
    """Vectors of passages, kept from one search to the next."""

    def __init__(self) -> None:
        self._vectors: dict[tuple[str, int, int], Any] = {}

    def rank(self, query: str, found: Sequence[Found]) -> list[Found]:
        """The passages by words and meaning, best first; as they were without the encoder."""
        if not encoder.available() or not found:
            return list(found)
        vectors = self._encoded(query, found)
        scored = [
            one._replace(score=(1 - SHARE) * one.score + SHARE * float(vector @ vectors[0]))
            for one, vector in zip(found, vectors[1:], strict=True)
        ]
        return sorted(scored, key=lambda one: (-round(one.score, 6), one.document.id, one.start))

    def _encoded(self, query: str, found: Sequence[Found]) -> list[Any]:
        """The query's vector and those of the passages."""
        if len(self._vectors) > KEPT:
            self._vectors.clear()
        keys = [(one.document.id, one.start, one.end) for one in found]
        missing = [at for at, key in enumerate(keys) if key not in self._vectors]
        made = encoder.encode([query, *(found[at].text for at in missing)])
        for at, vector in zip(missing, made[1:], strict=True):
            self._vectors[keys[at]] = vector
        return [made[0], *(self._vectors[key] for key in keys)]
