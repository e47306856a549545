"""Proving that the store is what its events say, and that every span is exact."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby

from sqlalchemy import Connection, inspect, select, text
from sqlalchemy.exc import DatabaseError

from db import articles, claims, events, identity, postgres, reviews
from db.articles import article
from db.engine import Database, StoreError
from db.fold import assigned as assigned_fold
from db.fold import gold as gold_fold
from db.fold import settings as settings_fold
from db.fold import state as projection
from db.fold.state import State
from db.fold.through import FAULTS, cannot, through
from db.integrity import claims as integrity_claims
from db.integrity import damage
from db.integrity import evidence as integrity_evidence
from db.json_values import UnreadableError, passing_over
from db.rows import Event, Problem, Review
from db.trouble import StoreAwayError, StoreShutError

GUARDS = {
    "event_no_update": "events",
    "event_no_delete": "events",
    "text_no_update": "texts of articles",
    "source_text_no_update": "texts of sources",
}


def verify(database: Database) -> Iterator[Problem]:
    """Everything that is wrong with a store; nothing when it is sound.

    Raises:
        StoreError: it cannot be opened, or reached, for now.
    """
    with passing_over():
        found = list(_verify(database))
    yield from found


def _verify(database: Database) -> Iterator[Problem]:
    try:
        with database.read() as connection:
            broken = list(_file(connection)) if database.is_sqlite else []
            yield from broken
            if broken:
                return
            yield from _schema(connection)
            for name, proof in PROOFS.items():
                yield from through("database", name, proof(connection))
    except DatabaseError as error:
        yield Problem("database", database.name, str(error.orig).splitlines()[0])
    except (StoreShutError, StoreAwayError):
        raise  # that says nothing of the store
    except StoreError as error:
        what = str(error).removeprefix(f"{database.name}: ")
        yield Problem("database", database.name, what)


def _file(connection: Connection) -> Iterator[Problem]:
    for (line,) in connection.execute(text("PRAGMA integrity_check(20)")):
        if line != "ok":
            yield Problem("database", "integrity_check", str(line))
    for row in connection.execute(text("PRAGMA foreign_key_check")):
        yield Problem("database", f"table {row[0]}, row {row[1]}", f"no such row in {row[2]}")


def _schema(connection: Connection) -> Iterator[Problem]:
    found = _triggers(connection)
    for name, what in GUARDS.items():
        if name not in found:
            yield Problem("database", f"trigger {name}", f"is missing: {what} could be changed")
    if "event" not in inspect(connection).get_table_names():
        yield Problem("database", "table event", "is missing")


def _triggers(connection: Connection) -> set[str]:
    if connection.dialect.name != "sqlite":
        return postgres.guards(connection)
    found = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
    return set(found.scalars())


def _articles(connection: Connection) -> Iterator[Problem]:
    rows = connection.execute(select(article.c.seq, article.c.id, article.c.length)).all()
    for seq, article_id, length in rows:
        where = f"article {article_id[:12]}"
        try:
            content = articles.text(connection, seq)
        except KeyError:
            yield Problem("article", where, "has no text")
            continue
        yield from _text(where, content, article_id, length)
        yield from through("article", where, _furniture(connection, where, seq, len(content)))
        yield from through("article", where, _claims(connection, seq, content))


def _text(where: str, content: str, article_id: str, length: int) -> Iterator[Problem]:
    if identity.article_id(content) != article_id:
        yield Problem("article", where, "its text is not the one that was imported")
    if len(content) != length:
        yield Problem("article", where, f"length {length}, but the text has {len(content)}")


def _furniture(connection: Connection, where: str, seq: int, length: int) -> Iterator[Problem]:
    try:
        parts = articles.furniture(connection, seq)
    except UnreadableError:
        yield Problem("article", where, "its furniture is not a list of start, end and kind")
        return
    for part in parts:
        if not 0 <= part.start < part.end <= length:
            what = f"{part.kind} [{part.start}, {part.end}) is outside"
            yield Problem("article", where, what)


def _claims(connection: Connection, seq: int, content: str) -> Iterator[Problem]:
    for claim in claims.of_article(connection, seq):
        proof = integrity_claims.prove_claim(claim, content)
        yield from through("claim", f"claim {claim.id}", proof)


def _events(connection: Connection) -> Iterator[Problem]:
    acts: set[str] = set()
    for item in events.every(connection):
        where = f"event {item.id}"
        if item.kind in events.UNDO_KINDS and not _names(item, acts):
            yield Problem("event", where, f"{item.kind} an act that is not there")
        else:
            yield from damage.unfit(item)
        if item.claim_id is not None and claims.seq_of(connection, item.claim_id) is None:
            yield Problem("event", where, f"speaks of claim {item.claim_id}, which is not there")
        acts.add(item.act)


def _names(item: Event, acts: set[str]) -> bool:
    """Whether what an event undoes or brings back is there."""
    return isinstance(item.payload, dict) and str(item.payload.get("act")) in acts


def _projections(connection: Connection) -> Iterator[Problem]:
    """Fold all events again and compare with what is stored."""
    stored = {(r.claim_id, r.reviewer): r for r in reviews.every(connection)}
    own = integrity_claims.Added(connection)
    judged = integrity_evidence.Judged(connection)
    for claim_id, history in groupby(events.by_claim(connection), key=lambda e: e.claim_id):
        by_reviewer: dict[str, list[Event]] = {}
        for item in history:
            by_reviewer.setdefault(item.reviewer, []).append(item)
        for reviewer, mine in by_reviewer.items():
            key = (str(claim_id), reviewer)
            found = stored.pop(key, None)
            try:
                state = projection.fold(mine)
            except FAULTS as error:
                judged.forget(key)
                own.forget(key)
                yield cannot("review", f"claim {claim_id}, {reviewer}", error)
                continue
            yield from _compare(key, state, found)
            yield from judged.compare(key, state)
            yield from own.compare(key, state, mine)
    for claim_id, reviewer in stored:
        yield Problem("review", f"claim {claim_id}, {reviewer}", "no event says so")
    yield from own.rest()
    yield from judged.rest()
    yield from integrity_evidence.orphans(connection)


def _compare(key: tuple[str, str], state: State, found: Review | None) -> Iterator[Problem]:
    where = f"claim {key[0]}, {key[1]}"
    if found is None:
        if state.reviewed:
            yield Problem("review", where, "the events tell of a review that is not stored")
        return
    if not state.reviewed:
        yield Problem("review", where, "no event in effect says so")
        return
    expected = projection.review_values(found.claim_seq, found.reviewer, state)
    for name, value in expected.items():
        if getattr(found, name) != value:
            stored = getattr(found, name)
            yield Problem("review", where, f"{name} is {stored!r}, by the events {value!r}")
    if set(found.tags) != state.tags:
        yield Problem("review", where, "its tags differ from the events")
    yield from integrity_evidence.compare_evidence(where, state, found)


PROOFS: dict[str, Callable[[Connection], Iterator[Problem]]] = {
    "values": damage.unreadable,
    "articles": _articles,
    "sources": integrity_evidence.prove_sources,
    "quotes": integrity_evidence.prove_quotes,
    "events": _events,
    "settings": settings_fold.verify,
    "reviews": _projections,
    "gold labels": gold_fold.verify,
    "sets": assigned_fold.verify,
}
