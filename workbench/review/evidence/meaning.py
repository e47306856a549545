"""Ranking passages by words and meaning, where the encoder is installed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from workbench import encoder

if TYPE_CHECKING:
    from workbench.review.evidence.searching import Found

SHARE = 0.5  # of the meaning in the score; the rest is words
MEANT = 50  # passages, the best by words, whose meaning is compared: a reviewer waits for it
KEPT = 20_000  # vectors kept for the next search


class Meaning:
    """Vectors of likely quotes, kept from one search to the next.

    The quote is compared and not its passage: it is what would be cited, and shorter to encode.
    """

    def __init__(self) -> None:
        self._vectors: dict[tuple[str, int, int], Any] = {}

    @property
    def available(self) -> bool:
        """Whether the encoder is installed."""
        return encoder.available()

    def rank(self, query: str, found: Sequence[Found]) -> list[Found]:
        """The passages by words and meaning, best first; as they were without the encoder.

        Args:
            query: what is searched for.
            found: the passages, best by words first, with scores up to 1.
        """
        if not self.available or not found:
            return list(found)
        best, rest = found[:MEANT], found[MEANT:]
        vectors = self._encoded(query, best)
        scored = [
            one._replace(score=(1 - SHARE) * one.score + SHARE * float(vector @ vectors[0]))
            for one, vector in zip(best, vectors[1:], strict=True)
        ]
        scored += [one._replace(score=(1 - SHARE) * one.score) for one in rest]
        return sorted(scored, key=lambda one: (-round(one.score, 6), one.document.id, one.start))

    def _encoded(self, query: str, found: Sequence[Found]) -> list[Any]:
        """The query's vector and those of the quotes."""
        if len(self._vectors) > KEPT:
            self._vectors.clear()
        keys = [(one.document.id, one.quote_start, one.quote_end) for one in found]
        missing = [at for at, key in enumerate(keys) if key not in self._vectors]
        # One at a time: int8 scales by batch, and a vector must not depend on its company.
        made = encoder.encode([query, *(_quote(found[at]) for at in missing)], batch=1)
        for at, vector in zip(missing, made[1:], strict=True):
            self._vectors[keys[at]] = vector
        return [made[0], *(self._vectors[key] for key in keys)]


def _quote(found: Found) -> str:
    return found.text[found.quote_start - found.start : found.quote_end - found.start]
