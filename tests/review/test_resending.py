"""Acts that meet a store which is away: kept, sent again, recorded once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from conftest import TEXT

from db import events
from db.engine import Connection, Database, StoreAwayError
from db.integrity.prove import verify
from workbench.review.outcome import Outcome
from workbench.review.resending import sent
from workbench.review.session import Session


class Faulty:
    """A database whose next writes fail: before they are committed, or after."""

    def __init__(self, database: Database, faults: list[str]) -> None:
        self.database, self.faults = database, faults

    def read(self) -> object:
        return self.database.read()

    @contextmanager
    def write(self) -> Iterator[Connection]:
        fault = self.faults.pop(0) if self.faults else ""
        with self.database.write() as connection:
            yield connection
            if fault == "before":
                raise StoreAwayError("the server is gone")
        if fault == "after":
            raise StoreAwayError("the server is gone")


ACTS: dict[str, Callable[[Session], Outcome]] = {
    "decide": lambda s: s.decide(1, "refuted"),
    "tag": lambda s: s.tag(2, "pier"),
    "add": lambda s: s.add_claim(1, TEXT.index("Café"), TEXT.index(" «")),
    "split": lambda s: s.split(1, TEXT.index("met")),
    "undo": lambda s: s.undo(),
    "redo": lambda s: s.redo(),
    "side": lambda s: s.take_side(3, s.reviewer),
    "bulk": lambda s: s.settle_agreed(min_reviews=1),
}


@pytest.mark.parametrize("faults", [["before"], ["after"], ["before", "before", "after"]])
@pytest.mark.parametrize("name", ACTS)
def test_act_is_recorded_once(
    name: str, faults: list[str], session: Session, database: Database
) -> None:
    session.decide(3, "verified")
    session.decide(2, "verified")
    session.undo()
    with database.read() as connection:
        before = len({event.act for event in events.every(connection)})
    told: list[float] = []

    def away(why: str, pause: float) -> bool:
        told.append(pause)
        return True

    queue = len(session.queue())
    session.database = Faulty(database, list(faults))  # type: ignore[assignment]
    outcome = sent(session, ACTS[name], away)
    assert told == [0.25, 0.5, 1.0][: len(faults)]
    with database.read() as connection:
        assert len({event.act for event in events.every(connection)}) == before + 1
    assert list(verify(database)) == []
    assert queue + len(outcome.added) - len(outcome.removed) == len(session.queue())
    assert outcome.changed or outcome.added


def test_giving_up_records_nothing(session: Session, database: Database) -> None:
    session.database = Faulty(database, ["before"] * 3)  # type: ignore[assignment]
    with pytest.raises(StoreAwayError):
        sent(session, ACTS["decide"], lambda why, pause: False)
    assert session.counts().decided == 0


def test_acts_that_are_not_sent_again_have_ids_of_their_own(session: Session) -> None:
    first = sent(session, lambda s: (s.decide(1, "verified"), s.decide(2, "verified")), _never)
    assert first
    made = [*session.history(1), *session.history(2)]
    assert len({event.act for event in made}) == 2


def _never(why: str, pause: float) -> bool:
    raise AssertionError(why)
