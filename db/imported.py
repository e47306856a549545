"""Events that come from elsewhere and are known by ids from their content."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, insert, select

from db import identity
from db.articles import chunks
from db.events import event
from db.fold import state as projection
from db.rows import Event

_NAMESPACE = uuid.UUID("f7b3d0a4-3a52-5c1e-8a6e-0f6a2d5c9b11")


class Given(NamedTuple):
    """An event as it is brought in. The same `key` is the same event, whenever it comes."""

    key: str
    kind: str
    article_id: str
    claim_id: str
    payload: dict[str, Any]
    at: str | None = None  # when it was done; None: now


def known_id(*parts: str) -> str:
    """A UUID from content."""
    return str(uuid.uuid5(_NAMESPACE, "\n".join(parts)))


def has_act(connection: Connection, reviewer: str, act_key: str) -> bool:
    """Whether an act of this key and reviewer was appended before."""
    act = known_id("act", reviewer, act_key)
    return (
        connection.execute(select(event.c.id).where(event.c.act == act).limit(1)).first()
        is not None
    )


def touched(connection: Connection, reviewer: str, act_key: str, claim: str) -> bool:
    """Whether an act of this key and reviewer, appended before, was on this claim, too."""
    act = known_id("act", reviewer, act_key)
    found = select(event.c.id).where(event.c.act == act, event.c.claim_id == claim).limit(1)
    return connection.execute(found).first() is not None


def append(
    connection: Connection, reviewer: str, act_key: str, given: Sequence[Given]
) -> list[Event]:
    """Append one act of events that are not there yet, and bring the projections up to date.

    Args:
        connection: inside a write transaction.
        reviewer: whose acts they are.
        act_key: what the act is known by: the same key and reviewer are the same act.
        given: the events in the order in which they were done.
    """
    wanted = {known_id("event", reviewer, item.key): item for item in given}
    there = _known(connection, list(wanted))
    fresh = {id: item for id, item in wanted.items() if id not in there}
    if not fresh:
        return []
    clock = int(connection.execute(select(func.max(event.c.clock))).scalar() or 0)
    act, now = known_id("act", reviewer, act_key), identity.now()
    made = [
        Event(
            id=id,
            act=act,
            clock=clock + number,
            kind=item.kind,
            reviewer=reviewer,
            at=item.at or now,
            article_id=item.article_id,
            claim_id=item.claim_id,
            payload=item.payload,
        )
        for number, (id, item) in enumerate(fresh.items(), start=1)
    ]
    connection.execute(insert(event), [item._asdict() for item in made])
    projection.follow(connection, made)
    return made


def _known(connection: Connection, ids: Sequence[str]) -> set[str]:
    found: set[str] = set()
    for chunk in chunks(ids):
        found.update(connection.execute(select(event.c.id).where(event.c.id.in_(chunk))).scalars())
    return found
