"""What reviewers thought worth keeping: the decisions that an order is learned from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select, true

from db import events
from db.claims import claim
from db.fold.state import review


class Decision(NamedTuple):
    """One reviewer's answer to whether a claim is worth keeping."""

    claim_seq: int
    claim_id: str
    statement: str
    kind: str
    reviewer: str
    kept: bool  # a verdict, or a claim that she added; else discarded


class Ranked(NamedTuple):
    """What an order is computed from."""

    seq: int
    statement: str
    kind: str
    worth: float


_FIELDS = (claim.c.seq, claim.c.id, claim.c.statement, claim.c.kind)


def every(connection: Connection, reviewer: str | None = None) -> list[Decision]:
    """All decisions, or a reviewer's, ordered by claim id and reviewer.

    A function of the events alone. What was only put off is no decision, nor is a claim that
    was discarded because it was split or merged: its words live on in others.
    """
    replaced = _replaced(connection, reviewer)
    decided = _reviewed(connection, reviewer)
    found = [d for d in decided if d.kept or (d.claim_id, d.reviewer) not in replaced]
    reviewed = {(d.claim_id, d.reviewer) for d in found} | replaced
    found += [d for d in _added(connection, reviewer) if (d.claim_id, d.reviewer) not in reviewed]
    return sorted(found, key=lambda d: (d.claim_id, d.reviewer))


def _by(column: ColumnElement[str], reviewer: str | None) -> ColumnElement[bool]:
    return true() if reviewer is None else column == reviewer


def _reviewed(connection: Connection, reviewer: str | None) -> Iterator[Decision]:
    decided = or_(review.c.verdict.is_not(None), review.c.discarded.is_(True))
    rows = connection.execute(
        select(*_FIELDS, review.c.reviewer, review.c.discarded)
        .select_from(review.join(claim, claim.c.seq == review.c.claim_seq))
        .where(decided, _by(review.c.reviewer, reviewer))
    )
    for seq, claim_id, statement, kind, who, discarded in rows:
        yield Decision(seq, claim_id, statement, kind, who, not discarded)


def _added(connection: Connection, reviewer: str | None) -> Iterator[Decision]:
    own = and_(claim.c.origin == "reviewer", claim.c.status == "active")
    own = and_(own, _by(claim.c.proposer, reviewer))
    for row in connection.execute(select(*_FIELDS, claim.c.proposer).where(own)):
        yield Decision(*row, True)


def _replaced(connection: Connection, reviewer: str | None) -> set[tuple[str, str]]:
    """Claims, with the reviewer, whose last discarding gave way to other claims."""
    event = events.event
    rows = connection.execute(
        select(event.c.claim_id, event.c.reviewer, event.c.payload)
        .where(event.c.kind == "discarded", _by(event.c.reviewer, reviewer))
        .order_by(event.c.clock, event.c.id)
    )
    last = {(str(claim_id), str(who)): payload for claim_id, who, payload in rows}
    return {key for key, payload in last.items() if payload.get("reason") in ("split", "merged")}


def to_rank(connection: Connection) -> list[Ranked]:
    """All claims that an order must place, in the order of their seqs."""
    columns = (claim.c.seq, claim.c.statement, claim.c.kind, claim.c.worth)
    rows = connection.execute(select(*columns).order_by(claim.c.seq))
    return [Ranked(*row) for row in rows]


def extent(connection: Connection) -> list[int]:
    """How many claims there are, and the highest seq: another one means other claims."""
    row = connection.execute(select(func.count(), func.max(claim.c.seq)).select_from(claim)).one()
    return [int(row[0]), int(row[1] or 0)]
