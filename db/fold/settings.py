"""From events to the project's settings: each is what the last event says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select

from db import events, settings
from db.rows import Event, Problem

SET = "_set"  # how the kinds of their events end
OWN = "project"  # the project's id: it is given when the store is made, by no event
SHOWN = 60  # characters of a value that is told


def told(connection: Connection) -> dict[str, Any]:
    """The settings by the events."""
    kind = events.event.c.kind
    query = select(*events.FIELDS).where(kind.endswith(SET, autoescape=True))
    rows = connection.execute(query.order_by(events.event.c.clock, events.event.c.id))
    return {
        item.kind.removesuffix(SET): item.payload["value"] for item in (Event(*r) for r in rows)
    }


def verify(connection: Connection) -> Iterator[Problem]:
    """Fold all settings again, and compare with what is stored."""
    stored, expected = settings.every(connection), told(connection)
    project = stored.pop(OWN, None)
    if not isinstance(project, str) or not project:
        yield Problem("setting", OWN, "is no id of a project")
    for name, value in expected.items():
        if name not in stored:
            yield Problem("setting", name, f"is not stored, by the events {_brief(value)}")
        elif stored[name] != value:
            what = f"is {_brief(stored[name])}, by the events {_brief(value)}"
            yield Problem("setting", name, what)
    for name in sorted(stored.keys() - expected.keys()):
        yield Problem("setting", name, f"is {_brief(stored[name])}, and no event set it")


def _brief(value: object) -> str:
    told = repr(value)
    return told if len(told) <= SHOWN else f"{told[:SHOWN]}…"
