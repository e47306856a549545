"""Queries on the decisions that may be shown beside another claim."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, func, or_, select, true

from db.claims import claim
from db.events import event
from db.fold.gold import gold
from db.fold.state import review
from db.shown import shown


class Spoken(NamedTuple):
    """What a claim says, in the words that it was proposed or added with."""

    seq: int
    statement: str


def decided(
    connection: Connection, reviewer: str, everybody: bool, after: int, limit: int
) -> list[Spoken]:
    """The next claims after a seq that have a verdict from the reviewer, or a gold label.

    Args:
        connection: to read from.
        reviewer: whose own verdicts count.
        everybody: others' verdicts count as well.
        after: the seq to begin behind.
        limit: how many claims at most.
    """
    return _spoken(connection, _has_verdict(reviewer, everybody), after, limit)


def decided_since(
    connection: Connection, reviewer: str, everybody: bool, clock: int
) -> list[Spoken]:
    """Such claims that an event after this clock speaks of."""
    touched = select(event.c.claim_id).where(event.c.clock > clock, event.c.claim_id.is_not(None))
    here = claim.c.id.in_(touched)
    return _spoken(connection, here & _has_verdict(reviewer, everybody), 0, None)


def shown_after(connection: Connection, reviewer: str, after: int, limit: int) -> list[Spoken]:
    """The next claims after a seq that a reviewer is shown."""
    return _spoken(connection, shown(connection, reviewer), after, limit)


def clock(connection: Connection) -> int:
    """The clock of the newest event."""
    return int(connection.execute(select(func.max(event.c.clock))).scalar() or 0)


def _has_verdict(reviewer: str, everybody: bool) -> ColumnElement[bool]:
    mine = true() if everybody else review.c.reviewer == reviewer
    reviewed = select(review.c.claim_seq).where(review.c.verdict.is_not(None), mine)
    settled = select(gold.c.claim_seq).where(gold.c.settled.is_(True), gold.c.verdict.is_not(None))
    return or_(claim.c.seq.in_(reviewed), claim.c.seq.in_(settled))


def _spoken(
    connection: Connection, here: ColumnElement[bool], after: int, limit: int | None
) -> list[Spoken]:
    query = select(claim.c.seq, claim.c.statement).where(here, claim.c.seq > after)
    query = query.order_by(claim.c.seq).limit(limit)
    return [Spoken(int(row[0]), str(row[1])) for row in connection.execute(query)]
