"""Queries on the orders of the queue, and on the models that made them.

An order is written row by row under a new version, and comes into force at once when `switch`
names that version: nobody ever sees half of an order, and no write is long.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    bindparam,
    delete,
    exists,
    func,
    insert,
    literal,
    select,
)

from db import identity
from db.articles import chunks
from db.schema import TABLES

claim = TABLES["claim"]
rank = TABLES["rank"]
model = TABLES["model"]

ARTICLE, WORTH, UNCERTAINTY = "article", "worth", "uncertainty"
ORDERS = (ARTICLE, WORTH, UNCERTAINTY)
"""By article and place in it; by check-worthiness; by how unsure the score is."""

IN_FORCE, BEING_MADE = "order", "order being made"
"""Names in the table of models: the order in force, and the newest version begun."""

KEYS: dict[str, ColumnElement[float]] = {WORTH: rank.c.by_worth, UNCERTAINTY: rank.c.by_uncertainty}
_TIES = (rank.c.article_seq, rank.c.start, rank.c.end, rank.c.claim_seq)
_COLUMNS = ("claim_seq", "version", "article_seq", "start", "end", "by_worth", "by_uncertainty")


class Model(NamedTuple):
    """A stored model: what it learned, and from what."""

    name: str
    version: int
    state: bytes
    meta: dict[str, Any]
    made_at: str


def place(order: str) -> tuple[ColumnElement[Any], ...]:
    """The columns of `rank` that give an order, all ascending."""
    return (KEYS[order], *_TIES)


def in_force(connection: Connection) -> int:
    """The version of the order in force; 0, the proposers' own scores, before any was learned."""
    query = select(model.c.version).where(model.c.name == IN_FORCE)
    return int(connection.execute(query).scalar() or 0)


def learned_score(connection: Connection, claim_seq: int) -> float | None:
    """The score in [0, 1] that gives a claim its place; None where no model gives the order."""
    model_in_force = get(connection)
    if model_in_force is None or not model_in_force.state:
        return None
    mine = rank.c.claim_seq == claim_seq, rank.c.version == model_in_force.version
    found = connection.execute(select(rank.c.by_worth).where(*mine)).scalar()
    return None if found is None else -float(found)


def get(connection: Connection, name: str = IN_FORCE) -> Model | None:
    """A stored model, or None."""
    query = select(*(model.c[field] for field in Model._fields)).where(model.c.name == name)
    row = connection.execute(query).first()
    return Model(*row) if row else None


def put(
    connection: Connection, name: str, version: int, state: bytes, meta: dict[str, Any]
) -> None:
    """Store a model under a name, in place of what was there."""
    drop(connection, name)
    made = Model(name, version, state, meta, identity.now())
    connection.execute(insert(model).values(**made._asdict()))


def drop(connection: Connection, name: str) -> bool:
    """Forget a stored model; whether there was one."""
    return bool(connection.execute(delete(model).where(model.c.name == name)).rowcount)


def add_claims(connection: Connection, claim_ids: Sequence[str]) -> None:
    """Give new claims a place in the order in force, by their proposers' scores."""
    version = in_force(connection)
    for chunk in chunks(claim_ids):
        _by_proposer(connection, version, claim.c.id.in_(chunk))


def _by_proposer(connection: Connection, version: int, which: ColumnElement[bool]) -> None:
    unsure = func.abs(2 * claim.c.worth - 1) - 1
    columns = (claim.c.seq, literal(version), claim.c.article_seq, claim.c.start, claim.c.end)
    rows = select(*columns, -claim.c.worth, unsure).where(which)
    connection.execute(insert(rank).from_select(list(_COLUMNS), rows))


def begin(connection: Connection) -> int:
    """A version of its own for an order that is about to be written."""
    begun = get(connection, BEING_MADE)
    version = max(in_force(connection), begun.version if begun else 0) + 1
    put(connection, BEING_MADE, version, b"", {})
    return version


def write(connection: Connection, version: int, scores: Iterable[tuple[int, float, float]]) -> None:
    """Write some claims' places in a version: (claim seq, worth, uncertainty), both in [0, 1].

    A claim that was deleted meanwhile is left out.
    """
    columns = (claim.c.seq, literal(version), claim.c.article_seq, claim.c.start, claim.c.end)
    number = rank.c.by_worth.type
    keys = (bindparam("worth", type_=number), bindparam("unsure", type_=number))
    rows = select(*columns, *keys).where(claim.c.seq == bindparam("seq"))
    values = [{"seq": seq, "worth": -worth, "unsure": -unsure} for seq, worth, unsure in scores]
    if values:
        connection.execute(insert(rank).from_select(list(_COLUMNS), rows), values)


def switch(connection: Connection, version: int, state: bytes, meta: dict[str, Any]) -> bool:
    """Let a written version come into force; False where a newer one did meanwhile."""
    if in_force(connection) >= version:
        return False
    put(connection, IN_FORCE, version, state, meta)
    written = select(func.count()).select_from(rank).where(rank.c.version == version)
    claims = select(func.count()).select_from(claim)
    if connection.execute(written).scalar_one() < connection.execute(claims).scalar_one():
        there = exists().where(rank.c.claim_seq == claim.c.seq, rank.c.version == version)
        _by_proposer(connection, version, ~there)  # claims that came meanwhile
    return True


def sweep(connection: Connection, limit: int = 2000) -> int:
    """Delete some rows of versions that are out of force; how many, 0 when none is left."""
    now = in_force(connection)
    begun = get(connection, BEING_MADE)
    old = rank.c.version != now
    if begun is not None and begun.version > now:
        old = and_(old, rank.c.version != begun.version)
    rows = connection.execute(
        select(rank.c.claim_seq, rank.c.version).where(old).limit(limit)
    ).all()
    for version in {row.version for row in rows}:
        for chunk in chunks([row.claim_seq for row in rows if row.version == version]):
            connection.execute(
                delete(rank).where(rank.c.version == version, rank.c.claim_seq.in_(chunk))
            )
    return len(rows)


def scores(connection: Connection, seqs: Sequence[int]) -> dict[int, tuple[float, float]]:
    """Worth and uncertainty of some claims in the order in force, by claim seq."""
    version = in_force(connection)
    found: dict[int, tuple[float, float]] = {}
    for chunk in chunks(seqs):
        rows = connection.execute(
            select(rank.c.claim_seq, rank.c.by_worth, rank.c.by_uncertainty).where(
                rank.c.version == version, rank.c.claim_seq.in_(chunk)
            )
        )
        found.update((int(seq), (-float(worth), -float(unsure))) for seq, worth, unsure in rows)
    return found
