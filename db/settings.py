"""The project's settings, and where each reviewer stopped."""

from __future__ import annotations

from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, insert, select

from db.schema import TABLES

setting = TABLES["setting"]
place = TABLES["place"]


class Place(NamedTuple):
    """Where a reviewer stopped."""

    article_id: str
    claim_id: str | None


def every(connection: Connection) -> dict[str, Any]:
    """All settings by name."""
    rows = connection.execute(select(setting.c.name, setting.c.value).order_by(setting.c.name))
    return {str(name): value for name, value in rows}


def is_set(connection: Connection, name: str) -> bool:
    """Whether a setting is there, whatever it is."""
    return (
        connection.execute(select(setting.c.name).where(setting.c.name == name)).first() is not None
    )


def get(connection: Connection, name: str, default: Any = None) -> Any:
    """One setting, without reading the others."""
    row = connection.execute(select(setting.c.value).where(setting.c.name == name)).first()
    return default if row is None or row[0] is None else row[0]


def some(connection: Connection, *names: str) -> dict[str, Any]:
    """Those of some settings that were set."""
    rows = connection.execute(
        select(setting.c.name, setting.c.value).where(setting.c.name.in_(names))
    )
    return {str(name): value for name, value in rows if value is not None}


def put(connection: Connection, name: str, value: Any) -> None:
    """Set one setting."""
    connection.execute(delete(setting).where(setting.c.name == name))
    connection.execute(insert(setting).values(name=name, value=value))


def place_of(connection: Connection, reviewer: str) -> Place | None:
    """Where a reviewer stopped, or None."""
    query = select(place.c.article_id, place.c.claim_id).where(place.c.reviewer == reviewer)
    row = connection.execute(query).first()
    return Place(*row) if row else None


def keep_place(connection: Connection, reviewer: str, at: Place) -> None:
    """Remember where a reviewer stopped."""
    connection.execute(delete(place).where(place.c.reviewer == reviewer))
    connection.execute(insert(place).values(reviewer=reviewer, **at._asdict()))
