"""Naming values that cannot even be read, and events that cannot be folded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import JSON, Column, Connection, Table, Text, cast, func, select

from db.events import UNDO_KINDS
from db.fold import assigned, gold, settings, state
from db.fold.through import FAULTS
from db.json_values import is_json
from db.rows import Event, Problem
from db.schema import METADATA

SHORT = 12  # characters of an article's or a source's id


def unreadable(connection: Connection) -> Iterator[Problem]:
    """Values that should be JSON and are not. PostgreSQL takes no others."""
    if connection.dialect.name != "sqlite":
        return
    for table in METADATA.sorted_tables:
        for column in table.columns:
            if isinstance(column.type, JSON):
                yield from _unreadable(connection, table, column)


def _unreadable(connection: Connection, table: Table, column: Column[object]) -> Iterator[Problem]:
    keys = [table.c.id] if "id" in table.c else list(table.primary_key.columns)
    # SQLite looks through all of them quickly, but it also refuses some that we can read.
    query = select(cast(column, Text), *keys).where(func.json_valid(column) == 0)
    for value, *key in connection.execute(query):
        if not is_json(str(value)):
            name = ", ".join(str(part) for part in key)
            name = name[:SHORT] if table.name in ("article", "source") else name
            yield Problem(table.name, f"{table.name} {name}", f"its {column.name} is not JSON")


def unfit(item: Event) -> Iterator[Problem]:
    """An event that cannot be folded, whatever came before it."""
    payload: Any = item.payload
    if payload is None:
        return  # it was named as unreadable
    try:
        _fold(item)
    except FAULTS as error:
        what = f"its payload lacks what '{item.kind}' needs ({type(error).__name__}: {error})"
        yield Problem("event", f"event {item.id}", what)


def _fold(item: Event) -> None:
    if item.kind in UNDO_KINDS:
        str(item.payload["act"])
    elif item.kind in assigned.KINDS:
        assigned.take({}, item)
    elif item.kind == "adjudicated":
        gold.settle([item], 1)
    elif item.kind == "rechecked":
        gold.second([item])
    elif item.kind.endswith(settings.SET):
        settings.value(item)
    else:
        state.fold([item])
