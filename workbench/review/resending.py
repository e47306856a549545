"""Acts that are kept while the store is away, and sent again when it is back.

An act gets its id before it is first tried. When a server goes away while it commits, nobody can
tell whether it did; so it is looked for by that id before it is done again. It is recorded once.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

from db import claims, events, identity
from db.engine import StoreAwayError
from workbench.review.outcome import Outcome
from workbench.review.session import Session

T = TypeVar("T")

FIRST_PAUSE, LONGEST_PAUSE = 0.25, 4.0
"""Seconds between two tries: twice as long each time, up to the longest."""


def sent(session: Session, act: Callable[[Session], T], away: Callable[[str, float], bool]) -> T:
    """Do something with a session, and do it again until the store has taken it.

    Args:
        session: the session.
        act: one act, or something that only reads.
        away: told why the store did not take it, and how many seconds to wait; waits, and says
            whether to try again.

    Raises:
        StoreAwayError: the store is away, and `away` gave up.
    """
    act_id, pause, tried = identity.new_uuid(), FIRST_PAUSE, False
    while True:
        try:
            done = _recorded(session, act_id) if tried else None
            if done is not None:
                return cast(T, done)
            with events.known_as(act_id):
                return act(session)
        except StoreAwayError as error:
            tried = True
            if not away(str(error), pause):
                raise
            pause = min(2 * pause, LONGEST_PAUSE)


def _recorded(session: Session, act_id: str) -> Outcome | None:
    """What an act led to that was recorded before its answer was lost; None if it was not."""
    with session.database.read() as connection:
        made = events.of_act(connection, act_id)
        if not made:
            return None
        session.knows(made)
        found = [claims.by_id(connection, e.claim_id) for e in made if e.claim_id]
    known = {claim.seq: claim for claim in found if claim is not None}
    came = {e.claim_id for e in made if e.kind in ("added", "redone")}
    active = [seq for seq, claim in known.items() if claim.status == "active"]
    new = [seq for seq in active if known[seq].origin == "reviewer" and known[seq].id in came]
    return Outcome(
        "saved",
        changed=tuple(seq for seq in active if seq not in new),
        added=tuple(new),
        removed=tuple(seq for seq in known if seq not in active),
        focus=next(iter(new or active), None),
    )
