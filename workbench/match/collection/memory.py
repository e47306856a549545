"""Checked claims in memory, and the matching of queries with them."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from workbench.match.differences.compare import Difference, differences
from workbench.match.lexical.search import MemoryPostings
from workbench.match.lexical.weights import idf
from workbench.match.rank.search import Sources, find
from workbench.match.rank.text import Checked, Query

if TYPE_CHECKING:
    from workbench.match.rank.memory import MemoryVectors
    from workbench.match.rank.order import Ranked

SIDES = ("claim", "checked claim")
"""What the two texts are called where their facts differ."""


UNLIKELY = 0.05
"""A match with a lower score is most likely another claim."""


class Match(NamedTuple):
    """A checked claim that was found for a query."""

    id: Hashable
    score: float  # in [0, 1]; ranks the claims found for one query
    differences: tuple[Difference, ...]  # the facts in which query and statement differ
    statement: str = ""
    title: str | None = None
    near: bool = True  # it may say what the query says; else it is only the best that there is


class MemoryCollection:
    """Checked claims in memory: to search in a list, or in what a project has decided.

    Args:
        engine: `auto`, `semantic` (needs the extra of that name) or `words`.

    Raises:
        MissingExtraError: `semantic` is wanted and not installed.
    """

    def __init__(self, engine: str = "auto") -> None:
        self.engine = chosen_engine(engine)
        self._ids: list[Hashable] = []
        self._claims: list[Checked] = []
        self._index = MemoryPostings()
        self._vectors: MemoryVectors | None = None
        if self.engine == "semantic":
            from workbench.match.rank.memory import MemoryVectors

            self._vectors = MemoryVectors()

    def __len__(self) -> int:
        return len(self._claims)

    def add(self, claims: Iterable[Sequence[Hashable]]) -> None:
        """Add claims, each as (id, statement) or (id, statement, title)."""
        fresh = [_parts(claim) for claim in claims]
        for name, statement, title in fresh:
            checked = Checked(statement, title)
            self._index.add(len(self._claims), [*checked.order[0], *checked.order[1]])
            self._ids.append(name)
            self._claims.append(checked)
        if self._vectors is not None and fresh:
            self._vectors.add([(statement, title) for _, statement, title in fresh])

    def search(self, text: str, k: int = 10) -> list[Match]:
        """The `k` claims that best match a text, best first."""
        query = Query(text)
        ranked = find(query, k, self.sources(query))
        return [self._match(query, one) for one in ranked]

    def sources(self, query: Query) -> Sources:
        """What a search for this query goes by."""
        vectors = None if self._vectors is None else self._vectors.of(query)
        return Sources(self._index, self, self.idf, self._vectors, vectors)

    def prepared(self, seqs: Sequence[int]) -> dict[int, Checked]:
        """Claims by their place."""
        return {seq: self._claims[seq] for seq in seqs}

    def idf(self, word: str) -> float:
        """How much a word tells here."""
        return idf(self._index.count(word), len(self._claims))

    def _match(self, query: Query, found: Ranked) -> Match:
        checked = self._claims[found.seq]
        return Match(
            self._ids[found.seq],
            found.score,
            differing(query.text, checked.statement, found.score),
            checked.statement,
            checked.title or None,
            found.near,
        )


def _parts(claim: Sequence[Hashable]) -> tuple[Hashable, str, str | None]:
    name, statement, *rest = claim
    title = rest[0] if rest else None
    return name, str(statement), str(title) if title is not None else None


def differing(text: str, statement: str, score: float) -> tuple[Difference, ...]:
    """The facts in which a text and a checked claim differ.

    None are sought in a match that is most likely another claim: everything would differ.
    """
    return differences(text, statement, SIDES) if score >= UNLIKELY else ()


def chosen_engine(engine: str) -> str:
    """The engine that a name stands for: `auto` is the best one installed.

    Raises:
        MissingExtraError: `semantic` is wanted and not installed.
        ValueError: there is no engine of that name.
    """
    from workbench.encoder import MissingExtraError, available

    if engine not in ("auto", "semantic", "words"):
        raise ValueError(f"no engine is called {engine!r}; there are auto, semantic and words")
    if engine == "semantic" and not available():
        raise MissingExtraError
    if engine == "auto":
        return "semantic" if available() else "words"
    return engine
