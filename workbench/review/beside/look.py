"""What stands beside a claim: earlier verdicts near it, and claims that contradict it.

For a thread of its own, with a session of its own: it reads only, and it may take a while.
"""

from __future__ import annotations

from threading import Event
from typing import Any, NamedTuple

from db import events
from workbench.review.beside.contradicting import Contradictions, Related
from workbench.review.beside.precedent import Precedent
from workbench.review.beside.precedents import Precedents
from workbench.review.beside.taking import TAKEN
from workbench.review.item import state
from workbench.review.session import Session


class Surroundings(NamedTuple):
    """What stands beside one claim.

    Attributes:
        seq: of the claim.
        precedents: verdicts that were given before, the most pressing first.
        taken: where her verdict was taken from, as its event records it; empty for her own.
        related: claims that contradict it or agree with it; None while they are still compared.
    """

    seq: int
    precedents: list[Precedent]
    taken: dict[str, Any]
    related: list[Related] | None = None

    @property
    def alarms(self) -> list[Precedent]:
        """Those that say the same with the opposite verdict."""
        return [one for one in self.precedents if one.opposite]


class Beside:
    """Looks at claims, one after the other, and remembers what makes the next look quick.

    Args:
        session: whose eyes it sees with.
        engine: as `workbench.match` takes it.
    """

    def __init__(self, session: Session, engine: str = "auto") -> None:
        self._session = session
        self._waits, self._closed = Event(), Event()
        self._precedents = Precedents(session, engine, self._closed)
        self._contradictions = Contradictions(session, self._closed)

    def precedents(self, claim: int) -> Surroundings:
        """The earlier verdicts near a claim; what contradicts it is still to be looked for.

        Raises:
            ReviewError: there is no such claim.
        """
        self._waits.clear()
        self._precedents.load()
        return Surroundings(claim, self._precedents.near(claim), self._taken(claim))

    def related(self, claim: int) -> list[Related]:
        """The claims that contradict a claim or agree with it.

        Raises:
            ReviewError: there is no such claim.
        """
        self._waits.clear()
        return self._contradictions.of(claim)

    def make_vectors(self) -> int:
        """Make vectors of checked claims that have none, until somebody waits; how many."""
        return self._precedents.make_vectors(self._waits)

    def hurry(self) -> None:
        """Somebody waits: end what is done for later. From any thread."""
        self._waits.set()

    def close(self) -> None:
        """End whatever is done. From any thread."""
        self._waits.set()
        self._closed.set()

    def _taken(self, claim: int) -> dict[str, Any]:
        items = self._session.items([claim])
        if not items or state(items[0]) != "decided":
            return {}
        with self._session.database.read() as connection:
            history = events.of_claim(connection, items[0].claim.id, self._session.reviewer)
        verdicts = [one for one in events.effective(history) if one.kind == "verdict"]
        return dict(verdicts[-1].payload.get(TAKEN, {})) if verdicts else {}
