"""What a merge does to the project itself: its settings, sets that were given, places."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, insert, select

from db import events
from db import settings as stored
from db.fold import assigned as assigned_fold
from db.fold import gold as gold_fold
from db.rows import Event


def settings(
    ours: Connection, theirs: Connection, fresh: list[Event]
) -> Iterator[tuple[str, Any, Any, Any]]:
    """Let each setting be what the last event says.

    Gives those that both stores had changed: name, here, there, in force.
    """
    names = {item.kind.removesuffix("_set") for item in fresh if item.kind.endswith("_set")}
    taken = {item.id for item in fresh}
    before, other = stored.every(ours), stored.every(theirs)
    for name in sorted(names):
        history = list(events.of_kind(ours, f"{name}_set"))
        kept = history[-1].payload["value"]
        mine = [item.id for item in history if item.id not in taken]
        parted = bool(mine) and not events.known(theirs, mine[-1:])
        if parted and before.get(name) != other.get(name):
            yield name, before.get(name), other.get(name), kept
        stored.put(ours, name, kept)
    if "votes" in names:
        gold_fold.refold_all(ours)


def places(ours: Connection, theirs: Connection) -> None:
    """Where reviewers stopped, of whom that is not known here."""
    here = set(ours.execute(select(stored.place.c.reviewer)).scalars())
    for row in theirs.execute(select(stored.place)).all():
        if row.reviewer not in here:
            ours.execute(insert(stored.place).values(row._asdict()))


def sets(ours: Connection, fresh: list[Event]) -> None:
    """Let the sets that reviewers were given be what all events on them say, in their order."""
    if any(item.kind in assigned_fold.KINDS for item in fresh):
        assigned_fold.refold(ours)
