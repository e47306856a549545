"""From events to the project's settings: each is what the last event says."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from sqlalchemy import Connection, select

from db import events, settings
from db.rows import Event, Problem

SET = "_set"  # how the kinds of their events end
OWN = "project"  # the project's id: it is given when the store is made, by no event
SHOWN = 60  # characters of a value that is told


def value(item: Event) -> Any:
    """What an event sets its setting to."""
    return item.payload["value"]


def told(connection: Connection) -> tuple[dict[str, Any], set[str]]:
    """The settings by the events, and the names of those whose last event is damaged."""
    kind = events.event.c.kind
    query = select(*events.FIELDS).where(kind.endswith(SET, autoescape=True))
    rows = connection.execute(query.order_by(events.event.c.clock, events.event.c.id))
    last = {item.kind.removesuffix(SET): item for item in (Event(*row) for row in rows)}
    found: dict[str, Any] = {}
    for name, item in last.items():
        with suppress(KeyError, TypeError):
            found[name] = value(item)
    return found, last.keys() - found.keys()


def verify(connection: Connection) -> Iterator[Problem]:
    """Fold all settings again, and compare with what is stored."""
    stored = settings.every(connection)
    expected, unknown = told(connection)
    project = stored.pop(OWN, None)
    if not isinstance(project, str) or not project:
        yield Problem("setting", OWN, "is no id of a project")
    for name, said in expected.items():
        if name not in stored:
            yield Problem("setting", name, f"is not stored, by the events {_brief(said)}")
        elif stored[name] != said:
            what = f"is {_brief(stored[name])}, by the events {_brief(said)}"
            yield Problem("setting", name, what)
    for name in sorted(stored.keys() - expected.keys() - unknown):
        yield Problem("setting", name, f"is {_brief(stored[name])}, and no event set it")


def _brief(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= SHOWN else f"{shown[:SHOWN]}…"
