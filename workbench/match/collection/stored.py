"""The checked claims of a project, searched in its store."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from threading import Event
from typing import TYPE_CHECKING

from db import checked as store
from workbench.match.collection.add import enter
from workbench.match.collection.memory import chosen_engine, differing
from workbench.match.differences.compare import Difference
from workbench.match.lexical.search import unpack
from workbench.match.lexical.weights import idf
from workbench.match.rank.search import Sources, find
from workbench.match.rank.text import Checked, Query

if TYPE_CHECKING:
    from db.engine import Connection, Database
    from db.rows import CheckedClaim
    from workbench.match.collection.vectors import StoredVectors
    from workbench.match.rank.order import Ranked
    from workbench.match.rank.vectors import Floats

_KNOWN_WORDS = 500_000  # whose counts are remembered
_BATCH = 64  # vectors made between two writes


@dataclass(frozen=True)
class StoredMatch:
    """A checked claim of the project that was found for a text."""

    claim: CheckedClaim
    score: float  # in [0, 1]; ranks the claims found for one text
    near: bool  # it may say what the text says; else it is only the best that there is
    text: str  # what was searched for, without links and signature

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """The facts in which text and statement differ; sought when they are asked for.

        None are sought in a match that is most likely another claim: everything would differ.
        """
        return differing(self.text, self.claim.statement, self.score)

    @property
    def id(self) -> str:
        """The id that the claim came with, or else its id in the project."""
        return self.claim.external_id or self.claim.id


class Collection:
    """Checked claims in a store; it sees at once what is added to the store.

    A fresh collection searches by words. `load` brings what the engine `semantic` needs into
    memory and takes a while; call it in another thread where somebody waits. Claims whose vectors
    are not made yet are found by their words.

    Args:
        database: the project.
        engine: `auto`, `semantic` (needs the extra of that name) or `words`.

    Raises:
        MissingExtraError: `semantic` is wanted and not installed.
    """

    def __init__(self, database: Database, engine: str = "auto") -> None:
        self._database = database
        self._wanted = chosen_engine(engine)
        self._counts: dict[str, int] = {}
        self._size = 0
        self._vectors: StoredVectors | None = None

    @property
    def engine(self) -> str:
        """The engine that searches now."""
        return "words" if self._vectors is None else "semantic"

    def load(self) -> None:
        """Load the encoder and the signs of all vectors; nothing to do for `words`."""
        with self._database.read() as connection:
            complete = self._view(connection).complete
        if not complete:
            self._enter()
        if self._wanted != "semantic" or self._vectors is not None:
            return
        from workbench.match.collection.vectors import StoredVectors

        vectors = StoredVectors()
        vectors.of(Query("loads the encoder"))
        with self._database.read() as connection:
            vectors.follow(connection)
            view = self._view(connection)
            view.know(store.all_counts(connection, _KNOWN_WORDS))
        self._vectors = vectors

    def vectors_of(self, text: str) -> Floats | None:
        """The vectors that a search for a text needs; to be made elsewhere, if so wished."""
        return None if self._vectors is None else self._vectors.of(Query(text))

    def search(self, text: str, k: int = 10, vectors: Floats | None = None) -> list[StoredMatch]:
        """The `k` checked claims that best match a text, best first.

        Args:
            text: a claim, or a post as people write it.
            k: how many.
            vectors: what `vectors_of` gave for the text; made here when not given.
        """
        query = Query(text)
        if vectors is None:
            vectors = self.vectors_of(text)
        with self._database.read() as connection:
            view = self._view(connection)
            ranked = self._ranked(connection, view, query, k, vectors) if view.complete else []
            claims = store.by_seq(connection, [one.seq for one in ranked])
        if not view.complete:
            self._enter()
            return self.search(text, k, vectors)
        return [StoredMatch(claims[r.seq], r.score, r.near, query.text) for r in ranked]

    def _ranked(
        self, connection: Connection, view: _View, query: Query, k: int, vectors: Floats | None
    ) -> list[Ranked]:
        meaning = None
        if self._vectors is not None:
            self._vectors.follow(connection)
            meaning = self._vectors.at(connection)
        return find(query, k, Sources(view, view, view.idf, meaning, vectors))

    def _enter(self) -> None:
        """Enter claims under their words that came in by another way, as by merging stores."""
        with self._database.write() as connection:
            enter(connection)

    def _view(self, connection: Connection) -> _View:
        size, entered = store.size(connection), store.indexed(connection)
        if size != self._size or len(self._counts) > _KNOWN_WORDS:
            self._counts, self._size = {}, size
        return _View(connection, self._counts, size, entered >= size)

    def holds_any(self) -> bool:
        """Whether there is any checked claim."""
        with self._database.read() as connection:
            return store.size(connection) > 0

    def missing(self) -> int:
        """How many claims have no vector yet; 0 for the engine `words`."""
        if self._wanted != "semantic":
            return 0
        with self._database.read() as connection:
            return store.count(connection) - store.count_vectors(connection)

    def make_vectors(
        self, progress: Callable[[int], None] | None = None, stop: Event | None = None
    ) -> int:
        """Make the vectors that are missing, in short transactions; returns how many were made.

        Meant for a thread of its own: other threads may search meanwhile.

        Args:
            progress: told after each batch how many are made.
            stop: ends the work after the batch at hand when set.
        """
        if self._wanted != "semantic":
            return 0
        from workbench.match.rank.vectors import claim_vectors, pack

        made = after = 0
        while stop is None or not stop.is_set():
            with self._database.read() as connection:
                rows = store.without_vector(connection, after, _BATCH)
            if not rows:
                break
            data = pack(claim_vectors([(statement, title) for _, statement, title in rows]))
            with self._database.write() as connection:
                store.add_vectors(
                    connection, {row[0]: code for row, code in zip(rows, data, strict=True)}
                )
            after, made = rows[-1][0], made + len(rows)
            if progress is not None:
                progress(made)
        return made


class Told(dict[str, float]):
    """What words tell, computed when it is asked for."""

    def __init__(self, counts: Mapping[str, int], size: int) -> None:
        self._counts = counts
        self._size = size

    def __missing__(self, word: str) -> float:
        told = self[word] = idf(self._counts.get(word, 0), self._size)
        return told


class _View:
    """The collection as one transaction sees it."""

    def __init__(
        self, connection: Connection, counts: dict[str, int], size: int, complete: bool = True
    ) -> None:
        self.complete = complete  # all claims are entered under their words
        self._connection = connection
        self._counts = counts
        self.idf = Told(counts, size).__getitem__  # how much a word tells

    def counts(self, words: Sequence[str]) -> dict[str, int]:
        """In how many claims each word stands."""
        self._ask(words)
        return {word: count for word in words if (count := self._counts[word])}

    def _ask(self, words: Iterable[str]) -> None:
        unknown = [word for word in words if word not in self._counts]
        if unknown:
            self._counts.update(dict.fromkeys(unknown, 0))
            self._counts.update(store.counts(self._connection, unknown))

    def know(self, counts: Mapping[str, int]) -> None:
        """Take in counts, so that searches need not ask for them."""
        self._counts.update(counts)

    def postings(self, words: Sequence[str]) -> Iterator[tuple[str, Sequence[int], bytes]]:
        """Runs of claims with the weight of the word in each."""
        for word, seqs, weights in store.postings(self._connection, words):
            yield word, unpack(seqs), weights

    def prepared(self, seqs: Sequence[int]) -> dict[int, Checked]:
        """Claims prepared for comparing; what their words tell is known afterwards."""
        rows = store.texts(self._connection, seqs)
        found = {seq: Checked(statement, title) for seq, statement, title in rows}
        self._ask(set().union(*(checked.counts for checked in found.values())))
        return {seq: found[seq] for seq in seqs if seq in found}
