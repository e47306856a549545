"""From events to the fixed sets of claims that reviewers are given."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, delete, select

from db import assignments, claims, events
from db.assignments import FIXED, assignment
from db.rows import Event, Problem

KINDS = ("assigned", "unassigned")


def sets(connection: Connection) -> dict[str, set[str]]:
    """The ids of the claims in each reviewer's set, for those who have one."""
    query = select(*events.FIELDS).where(events.event.c.kind.in_(KINDS))
    rows = connection.execute(query.order_by(events.event.c.clock, events.event.c.id))
    found: dict[str, set[str]] = {}
    for row in rows:
        take(found, Event(*row))
    return {reviewer: held for reviewer, held in found.items() if held}


def take(found: dict[str, set[str]], item: Event) -> None:
    """Bring the sets up to date with one event."""
    held = found.setdefault(str(item.payload["reviewer"]), set())
    if item.kind == "assigned":
        held.update(map(str, item.payload["claims"]))
    else:
        held.difference_update(map(str, item.payload["claims"]))


def refold(connection: Connection) -> None:
    """Write all fixed sets anew."""
    connection.execute(delete(assignment).where(assignment.c.kind == FIXED))
    for reviewer, held in sets(connection).items():
        assignments.hold(connection, reviewer, claims.seqs_of(connection, sorted(held)), FIXED)


def verify(connection: Connection) -> Iterator[Problem]:
    """Fold all fixed sets again, and compare with what is stored."""
    rows = connection.execute(
        select(assignment.c.reviewer, claims.claim.c.id)
        .select_from(assignment.join(claims.claim, claims.claim.c.seq == assignment.c.claim_seq))
        .where(assignment.c.kind == FIXED)
    )
    stored = {(str(reviewer), str(claim_id)) for reviewer, claim_id in rows}
    known = set(connection.execute(select(claims.claim.c.id)).scalars())
    told = {(who, claim_id) for who, held in sets(connection).items() for claim_id in held & known}
    for reviewer, claim_id in sorted(told - stored):
        yield Problem("assignment", f"claim {claim_id}, {reviewer}", "was given, and is not stored")
    for reviewer, claim_id in sorted(stored - told):
        yield Problem("assignment", f"claim {claim_id}, {reviewer}", "no event gave it")
