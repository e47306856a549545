"""Rows that two stores know by the same id, made one.

Where the two differ, the row that is the lesser by (its time, its content) is kept on both sides:
so the result is the same whichever way, and however often, stores are merged.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Table, insert, select, update

from db.schema import TABLES

PAGE = 400


class Kind(NamedTuple):
    """A table whose rows have ids that are the same in every store."""

    table: Table
    time: str  # the column that tells when the row was made
    texts: Table | None = None  # the table of texts that belong to it
    told: tuple[str, ...] = ()  # columns whose difference is worth telling


ARTICLES = Kind(
    TABLES["article"],
    "imported_at",
    TABLES["article_text"],
    ("title", "url", "author", "speaker", "published", "language", "meta"),
)
SOURCES = Kind(
    TABLES["source"],
    "added_at",
    TABLES["source_text"],
    ("title", "url", "publisher", "author", "published", "retrieved", "meta"),
)
CHECKED = Kind(TABLES["checked"], "added_at", told=("statement", "verdict", "url"))
CANDIDATES = Kind(TABLES["claim"], "created_at")


class Difference(NamedTuple):
    """A row that the two stores describe differently."""

    id: str
    ours: dict[str, Any]
    theirs: dict[str, Any]
    kept: dict[str, Any]


def unite(
    ours: Connection,
    theirs: Connection,
    kind: Kind,
    where: ColumnElement[bool] | None = None,
    localized: Callable[[dict[str, Any]], dict[str, Any]] = dict,
) -> tuple[int, list[Difference]]:
    """Take over the rows of a kind; returns how many were new, and what differs.

    Args:
        ours: inside a write transaction.
        theirs: a store that is read.
        kind: which rows.
        where: only some of theirs.
        localized: puts our seqs in place of theirs.
    """
    table = kind.table
    query = select(table).order_by(table.c.seq)
    if where is not None:
        query = query.where(where)
    added, differences = 0, []
    for page in theirs.execute(query.execution_options(yield_per=PAGE)).partitions():
        rows = {str(row.id): localized(_without_seq(row._mapping)) for row in page}
        seqs = {str(row.id): int(row.seq) for row in page}
        known = {
            str(row.id): _without_seq(row._mapping)
            for row in ours.execute(select(table).where(table.c.id.in_(list(rows))))
        }
        for row_id, row in rows.items():
            if row_id not in known:
                added += 1
                _add(ours, theirs, kind, row, seqs[row_id])
            elif row != known[row_id]:
                kept = _settle(ours, kind, known[row_id], row)
                if any(row[name] != known[row_id][name] for name in kind.told):
                    told = [_named(kind, one) for one in (known[row_id], row, kept)]
                    differences.append(Difference(row_id, *told))
    return added, differences


def _named(kind: Kind, row: dict[str, Any]) -> dict[str, Any]:
    return {name: row[name] for name in kind.told}


def _without_seq(row: Mapping[Any, Any]) -> dict[str, Any]:
    return {str(name): value for name, value in row.items() if name != "seq"}


def _add(
    ours: Connection, theirs: Connection, kind: Kind, row: dict[str, Any], their_seq: int
) -> None:
    table = kind.table
    seq = int(ours.execute(insert(table).values(row).returning(table.c.seq)).scalar_one())
    if kind.texts is not None:
        key = kind.texts.primary_key.columns[0]
        content = theirs.execute(select(kind.texts.c.text).where(key == their_seq)).scalar_one()
        ours.execute(insert(kind.texts).values({key.name: seq, "text": content}))


def _settle(
    ours: Connection, kind: Kind, first: dict[str, Any], second: dict[str, Any]
) -> dict[str, Any]:
    kept = min(first, second, key=lambda row: (row[kind.time], _canonical(row)))
    if kept is not first:
        ours.execute(update(kind.table).where(kind.table.c.id == kept["id"]).values(kept))
    return kept


def _canonical(row: dict[str, Any]) -> str:
    return json.dumps(row, sort_keys=True)
