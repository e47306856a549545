"""The event log: appended to, read, never changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from sqlalchemy import ColumnElement, Connection, Text, cast, func, insert, select, true, tuple_

from db import identity
from db.articles import chunks
from db.json_values import UnreadableError
from db.rows import Event
from db.schema import TABLES

event = TABLES["event"]
FIELDS = [event.c[name] for name in Event._fields]

_next_act: ContextVar[list[str] | None] = ContextVar("next_act", default=None)

UNDO_KINDS = ("undone", "redone")
LABEL_KINDS = ("verdict", "adjudicated", "rechecked")
"""Kinds of events that give a claim a label, or none where they say that it is no claim."""


@contextmanager
def known_as(act: str) -> Iterator[None]:
    """Give the next act that is recorded inside this block this id, and no other."""
    token = _next_act.set([act])
    try:
        yield
    finally:
        _next_act.reset(token)


def record(
    connection: Connection,
    reviewer: str,
    acts: Sequence[tuple[str, str | None, str | None, dict[str, Any]]],
) -> list[Event]:
    """Append one act, made of one event or several.

    Args:
        connection: inside a write transaction.
        reviewer: who acts.
        acts: (kind, article id, claim id, payload) of each event.
    """
    clock = int(connection.execute(select(func.max(event.c.clock))).scalar() or 0)
    given = _next_act.get()
    act, at = given.pop() if given else identity.new_uuid(), identity.now()
    made = [
        Event(identity.new_uuid(), act, clock + n, kind, reviewer, at, article, claim, payload)
        for n, (kind, article, claim, payload) in enumerate(acts, start=1)
    ]
    connection.execute(insert(event), [item._asdict() for item in made])
    return made


def effective(history: Iterable[Event]) -> list[Event]:
    """The events of one claim that are in effect: without those whose act is undone."""
    undone: dict[str, bool] = {}
    acts: list[Event] = []
    for item in history:
        if item.kind in UNDO_KINDS:
            undone[str(item.payload["act"])] = item.kind == "undone"
        else:
            acts.append(item)
    return [item for item in acts if not undone.get(item.act, False)]


def of_claim(connection: Connection, claim_id: str, reviewer: str | None = None) -> list[Event]:
    """The events of a claim in the order of replay, of one reviewer or of all."""
    query = select(*FIELDS).where(event.c.claim_id == claim_id)
    if reviewer is not None:
        query = query.where(event.c.reviewer == reviewer)
    return [_made(row) for row in connection.execute(query.order_by(event.c.clock, event.c.id))]


def of_act(connection: Connection, act: str) -> list[Event]:
    """The events of one act."""
    query = select(*FIELDS).where(event.c.act == act).order_by(event.c.clock, event.c.id)
    return [Event(*row) for row in connection.execute(query)]


def kinds_of_act(connection: Connection, act: str) -> set[str]:
    """The kinds of the events of one act."""
    found = connection.execute(select(event.c.kind).where(event.c.act == act).distinct())
    return {str(kind) for kind in found.scalars()}


def of_kind(connection: Connection, kind: str) -> Iterator[Event]:
    """The events of a kind in the order of replay."""
    query = select(*FIELDS).where(event.c.kind == kind)
    for row in connection.execute(query.order_by(event.c.clock, event.c.id)):
        yield Event(*row)


def taken(connection: Connection) -> Iterator[tuple[str, str, str]]:
    """Claims whose verdict or evidence was taken over: the claim, and kind and id of the origin."""
    told = cast(event.c.payload, Text).contains('"taken_from"')
    query = select(event.c.claim_id, event.c.payload).where(event.c.claim_id.is_not(None), told)
    for claim, payload in connection.execute(query.order_by(event.c.clock, event.c.id)):
        origin = payload.get("taken_from")
        if isinstance(origin, dict) and {"kind", "id"} <= origin.keys():
            yield str(claim), str(origin["kind"]), str(origin["id"])


def labels(connection: Connection) -> set[str]:
    """The labels of verdicts in effect, reviewers' and leads', also of those given anew since.

    An undo can bring back any of them, and no other.
    """
    query = select(event.c.act, event.c.kind, event.c.payload)
    query = query.where(event.c.kind.in_((*LABEL_KINDS, *UNDO_KINDS)))
    undone: dict[str, bool] = {}
    given: set[tuple[str, str]] = set()
    for act, kind, payload in connection.execute(query.order_by(event.c.clock, event.c.id)):
        if not isinstance(payload, dict):
            raise UnreadableError
        if kind in UNDO_KINDS:
            undone[str(payload["act"])] = kind == "undone"
        elif payload.get("label") is not None:
            given.add((str(act), str(payload["label"])))
    return {label for act, label in given if not undone.get(act, False)}


def known(connection: Connection, ids: Sequence[str]) -> set[str]:
    """Which of these events are here."""
    found: set[str] = set()
    for chunk in chunks(ids):
        found.update(connection.execute(select(event.c.id).where(event.c.id.in_(chunk))).scalars())
    return found


def every(connection: Connection) -> Iterator[Event]:
    """All events in the order of replay."""
    rows = connection.execute(select(*FIELDS).order_by(event.c.clock, event.c.id))
    for row in rows:
        yield Event(*row)


def by_claim(connection: Connection) -> Iterator[Event]:
    """All events that speak of a claim: claim by claim, each in the order of replay."""
    query = select(*FIELDS).where(event.c.claim_id.is_not(None))
    for row in connection.execute(query.order_by(event.c.claim_id, event.c.clock, event.c.id)):
        yield Event(*row)


def of_reviewer(connection: Connection, reviewer: str) -> Iterator[Event]:
    """A reviewer's events in the order of replay."""
    query = select(*FIELDS).where(event.c.reviewer == reviewer)
    for row in connection.execute(query.order_by(event.c.clock, event.c.id)):
        yield _made(row)


def reviewers(connection: Connection) -> list[str]:
    """Who did anything, in the order of the names."""
    return sorted(map(str, connection.execute(select(event.c.reviewer).distinct()).scalars()))


def backwards(connection: Connection, reviewer: str, page: int = 100) -> Iterator[Event]:
    """A reviewer's events, newest first, read in pages: undo seldom looks far."""
    before: tuple[int, str] | None = None
    while True:
        rows = _page_before(connection, event.c.reviewer == reviewer, before, page)
        yield from rows
        if len(rows) < page:
            return
        before = (rows[-1].clock, rows[-1].id)


def _page_before(
    connection: Connection,
    where: ColumnElement[bool],
    before: tuple[int, str] | None,
    page: int,
) -> list[Event]:
    query = select(*FIELDS).where(where)
    if before is not None:
        query = query.where(tuple_(event.c.clock, event.c.id) < before)
    query = query.order_by(event.c.clock.desc(), event.c.id.desc()).limit(page)
    return [_made(row) for row in connection.execute(query)]


def _made(row: Iterable[Any]) -> Event:
    found = Event(*row)
    payload: Any = found.payload
    if not isinstance(payload, dict):
        raise UnreadableError
    return found


def last_effective_act(
    connection: Connection, reviewer: str, only: str | None = None
) -> str | None:
    """The act that the reviewer's next undo takes back, or None.

    Args:
        connection: to read with.
        reviewer: whose acts.
        only: a kind; acts of other kinds are passed over.
    """
    undone: dict[str, bool] = {}
    for item in _acts_backwards(connection, reviewer):
        if item.kind in UNDO_KINDS:
            undone.setdefault(str(item.payload["act"]), item.kind == "undone")
        elif only not in (None, item.kind):
            continue
        elif item.claim_id is not None and not undone.get(item.act, False):
            return item.act
    return None


def last_undone_act(connection: Connection, reviewer: str, only: str | None = None) -> str | None:
    """The act that the reviewer's next redo brings back, or None.

    As in every editor, a new act ends what could be redone. Arguments as above.
    """
    redone: set[str] = set()
    for item in _acts_backwards(connection, reviewer):
        if item.kind not in UNDO_KINDS:
            if only in (None, item.kind):
                return None
            continue
        target = str(item.payload["act"])
        if only is not None and only not in kinds_of_act(connection, target):
            continue
        if item.kind == "redone":
            redone.add(target)
        elif target in redone:
            redone.discard(target)
        else:
            return target
    return None


def _acts_backwards(connection: Connection, reviewer: str) -> Iterator[Event]:
    """One event of each act of a reviewer, newest first."""
    seen: set[str] = set()
    for item in backwards(connection, reviewer):
        if item.act not in seen:
            seen.add(item.act)
            yield item


def since(connection: Connection, reviewer: str, known: tuple[int, str]) -> list[Event]:
    """A reviewer's events behind one, by its clock and id."""
    query = select(*FIELDS).where(
        event.c.reviewer == reviewer, tuple_(event.c.clock, event.c.id) > known
    )
    return [_made(row) for row in connection.execute(query.order_by(event.c.clock, event.c.id))]


def count(connection: Connection) -> int:
    """How many events there are."""
    return int(connection.execute(select(func.count()).select_from(event)).scalar_one())


def recent(connection: Connection, reviewer: str | None, limit: int) -> list[Event]:
    """The newest events, newest first, of one reviewer or of all."""
    where = true() if reviewer is None else event.c.reviewer == reviewer
    return _page_before(connection, where, None, limit)
