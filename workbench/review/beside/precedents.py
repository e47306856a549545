"""Finding verdicts that were given before, near a claim: here, and by fact-checkers elsewhere."""

from __future__ import annotations

from threading import Event

from db import precedents as stored
from db import reviews
from db.precedents import Spoken
from workbench.match.collection.memory import MemoryCollection, differing
from workbench.match.collection.stored import Collection
from workbench.review.beside import decided
from workbench.review.beside.contradicting import comparable
from workbench.review.beside.precedent import (
    Precedent,
    alarmed,
    of_check,
    of_decision,
    of_label,
    stand,
)
from workbench.review.breath import Breath
from workbench.review.item import state, statement
from workbench.review.outcome import ReviewError
from workbench.review.session import Session

NEAREST = 10
_PAGE = 500


class Precedents:
    """Searches for one reviewer; remembers an index, so keep it, in a thread of its own.

    Checked claims are searched by the best engine there is, the project's own verdicts by words.

    Args:
        session: whose eyes it sees with.
        engine: as `Collection` takes it.
        closed: ends what takes long when it is set.
    """

    def __init__(self, session: Session, engine: str = "auto", closed: Event | None = None) -> None:
        self._session = session
        self._collection = Collection(session.database, engine)
        self._everybody = decided.sees_all(session.project, session.reviewer)
        self._breathe = Breath(closed or Event())
        self._own = MemoryCollection("words")
        self._entered: set[int] = set()
        self._clock: int | None = None
        self._loaded = False

    @property
    def engine(self) -> str:
        """The engine that searches checked claims now."""
        return self._collection.engine

    def load(self) -> None:
        """Load what the engine `semantic` needs, if there are checked claims to search."""
        if not self._loaded and self._collection.holds_any():
            self._loaded = True
            self._collection.load()

    def near(self, claim: int, k: int = NEAREST) -> list[Precedent]:
        """The verdicts nearest to a claim, the most pressing first.

        Raises:
            ReviewError: there is no such claim.
        """
        items = self._session.items([claim])
        if not items:
            raise ReviewError(f"there is no claim {claim}")
        item = items[0]
        text = self._session.text(item.claim.article_seq)
        wanted = statement(item, text)
        found = [*self._checked(wanted, k), *self._decided(item.claim.seq, wanted, k)]
        verdict = item.review.verdict if item.review and state(item) == "decided" else None
        label = self._session.scheme.label(verdict) if verdict else None
        return alarmed(found, of_label(label) if label else "unknown")[:k]

    def make_vectors(self, stop: Event) -> int:
        """Make vectors of checked claims that have none until `stop` is set; returns how many."""
        return self._collection.make_vectors(stop=stop) if self._loaded else 0

    def _checked(self, wanted: str, k: int) -> list[Precedent]:
        found = []
        for match in self._collection.search(wanted, k):
            stands = stand(wanted, match.claim.statement, match.differences)
            if match.near or stands[0] != "near":
                found.append(of_check(match.claim, self._session.scheme, match.score, stands))
        return found

    def _decided(self, claim: int, wanted: str, k: int) -> list[Precedent]:
        self._follow()
        matches = {int(str(match.id)): match for match in self._own.search(wanted, 2 * k + 1)}
        matches.pop(claim, None)
        who, scheme = self._session.reviewer, self._session.scheme
        with self._session.database.read() as connection:
            here = reviews.items(connection, [claim], who)[0].claim
            shown = decided.visible(connection, list(matches), who, self._everybody)
        found = []
        for seq, one in shown.items():
            if not comparable(here, one.claim):
                continue
            match = matches[seq]
            stands = stand(wanted, one.statement, differing(wanted, one.statement, match.score))
            if match.near or stands[0] != "near":
                found.append(of_decision(one, scheme, match.score, stands))
        return found[:k]

    def _follow(self) -> None:
        """Enter the claims that were decided since the last time."""
        who, every = self._session.reviewer, self._everybody
        with self._session.database.read() as connection:
            now = stored.clock(connection)
            if self._clock is not None and now != self._clock:
                self._enter(stored.decided_since(connection, who, every, self._clock))
        after = 0
        while self._clock is None:
            with self._session.database.read() as connection:
                page = stored.decided(connection, who, every, after, _PAGE)
            if not page:
                break
            self._enter(page)
            after = page[-1].seq
        self._clock = now

    def _enter(self, spoken: list[Spoken]) -> None:
        for one in spoken:
            if one.seq not in self._entered:
                self._entered.add(one.seq)
                self._own.add([(one.seq, one.statement)])
                self._breathe()
