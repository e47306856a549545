"""Queries on the vectors of texts, kept so that each is computed once."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, func, select
from sqlalchemy.dialects import postgresql, sqlite

from db.articles import chunks
from db.schema import TABLES

vector = TABLES["vector"]


def key(text: str) -> str:
    """What a text's vector is kept under: the SHA-256 of the text, hex."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def get(connection: Connection, model: str, keys: Iterable[str]) -> dict[str, bytes]:
    """The vectors that are there, by key: float16, little-endian."""
    found: dict[str, bytes] = {}
    for chunk in chunks(list(dict.fromkeys(keys))):
        rows = connection.execute(
            select(vector.c.key, vector.c.data).where(
                vector.c.model == model, vector.c.key.in_(chunk)
            )
        )
        found.update((str(name), bytes(data)) for name, data in rows)
    return found


def known(connection: Connection, model: str, keys: Iterable[str]) -> set[str]:
    """Those of the keys that have a vector."""
    found: set[str] = set()
    for chunk in chunks(list(dict.fromkeys(keys))):
        query = select(vector.c.key).where(vector.c.model == model, vector.c.key.in_(chunk))
        found.update(str(name) for name in connection.execute(query).scalars())
    return found


def put(connection: Connection, model: str, rows: dict[str, bytes]) -> None:
    """Keep vectors by key; one that is there already stays as it is."""
    values = [{"model": model, "key": name, "data": data} for name, data in rows.items()]
    if not values:
        return
    insert: Any = sqlite if connection.dialect.name == "sqlite" else postgresql
    connection.execute(insert.insert(vector).on_conflict_do_nothing(), values)


def count(connection: Connection, model: str) -> int:
    """How many vectors of a model are kept."""
    query = select(func.count()).select_from(vector).where(vector.c.model == model)
    return int(connection.execute(query).scalar_one())
