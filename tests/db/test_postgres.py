"""What PostgreSQL does differently, and the store makes equal."""

from __future__ import annotations

import sys
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from conftest import add_article
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from db import articles, claims, events
from db.engine import Database, StoreAwayError, StoreError, open_database
from db.integrity.prove import verify
from db.postgres import ESCAPE, escaped, restored
from workbench.review.session import Session
from workbench.text.urls import public

if TYPE_CHECKING:
    from pg_server import Server

HARD = f"One\x00two {ESCAPE}0 and {ESCAPE}\x00 three piers closed.\x00"


@given(st.text(st.sampled_from("ab01\x00" + ESCAPE)))
def test_escaping_is_exact(value: str) -> None:
    assert restored(escaped(value)) == value
    assert "\x00" not in escaped(value)


def test_nul_in_texts_changes_no_hash_and_no_offset(database: Database) -> None:
    seq = add_article(database, HARD, [HARD[3:-1], HARD[:9]])
    session = Session(database, "anna")
    session.note(1, "a\x00b")
    with database.read() as connection:
        assert articles.text(connection, seq) == HARD
        assert {c.quote for c in claims.of_article(connection, seq)} == {HARD[3:-1], HARD[:9]}
    item = session.items([1])[0]
    assert item.review is not None and item.review.note == "a\x00b"
    assert session.history(1)[0].payload == {"text": "a\x00b"}
    assert list(verify(database)) == []


def test_texts_are_ordered_by_code_points(session: Session, database: Database) -> None:
    tags = ["b", "B", "ä", "a-b", "ab", "a b", "é", "Z", "z", "_", "1"]
    for tag in tags:
        session.tag(1, tag)
    assert [tag for tag, _ in session.tags()] == sorted(tags)
    if not database.is_sqlite:
        with database.read() as connection:
            others = connection.execute(
                text(
                    "SELECT c.relname, a.attname FROM pg_attribute a"
                    " JOIN pg_class c ON c.oid = a.attrelid"
                    " JOIN pg_collation k ON k.oid = a.attcollation"
                    " WHERE c.relkind = 'r' AND a.attnum > 0 AND k.collname <> 'C'"
                    " AND c.relnamespace = 'public'::regnamespace"
                )
            ).all()
        assert others == []


def test_guards_hold_against_every_statement(database: Database) -> None:
    with database.write() as connection:
        events.record(connection, "anna", [("verdict", None, None, {})])
    statements = ["UPDATE event SET at = ''", "DELETE FROM event"]
    if not database.is_sqlite:
        statements.append("TRUNCATE event")
    for statement in statements:
        with pytest.raises(IntegrityError, match="immutable"), database.write() as connection:
            connection.execute(text(statement))
    with database.read() as connection:
        assert events.count(connection) == 1


def test_server_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    url = f"postgresql://anna:secret@/club?host={tmp_path}"
    with pytest.raises(StoreError) as caught:
        open_database(url)
    assert "secret" not in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("url", ["mysql://localhost/x", "postgresql://localhost:port/x"])
def test_other_databases_are_refused(url: str) -> None:
    with pytest.raises(StoreError):
        open_database(url)


def test_database_of_another_program_is_refused(pg_server: Server) -> None:
    url = pg_server.make(empty=True)
    with pg_server.connect(url) as other:
        other.execute("CREATE TABLE things (a int)")
    with pytest.raises(StoreError, match="another program"):
        open_database(url)
    pg_server.drop(url)


def test_lost_connection_is_told_and_the_next_one_works(
    backend: str, database: Database, request: pytest.FixtureRequest
) -> None:
    if backend == "sqlite":
        pytest.skip("there is no connection to lose")
    server: Server = request.getfixturevalue("pg_server")
    with pytest.raises(StoreAwayError, match="cannot be reached"), database.write() as connection:
        events.record(connection, "anna", [("verdict", None, None, {})])
        with server.admin() as admin:
            admin.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s",
                (server.name(database.name),),
            )
        events.record(connection, "anna", [("verdict", None, None, {})])
    with database.read() as connection:
        assert events.count(connection) == 0


def test_writers_wait_for_each_other(database: Database, target: str) -> None:
    second = open_database(target)
    order = []

    def write() -> None:
        with second.write() as connection:
            order.append("second")
            events.record(connection, "ben", [("verdict", None, None, {})])

    with database.write() as connection:
        waiting = Thread(target=write)
        waiting.start()
        made = events.record(connection, "anna", [("verdict", None, None, {})])
        waiting.join(0.2)
        order.append("first")
    waiting.join(20)
    with database.read() as connection:
        clocks = [event.clock for event in events.every(connection)]
    second.close()
    assert order == ["first", "second"]
    assert (made[0].clock, clocks) == (1, [1, 2])


def test_driver_that_is_not_installed_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(StoreError, match="needs the extra 'postgres'") as caught:
        open_database("postgresql://anna:secret@localhost/team")
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        (
            "postgresql://anna:s@cret@db.example.org/team",
            "postgresql://anna:***@db.example.org/team",
        ),
        ("postgresql://anna@db.example.org/team", "postgresql://anna@db.example.org/team"),
        ("sqlite:///a:b@c.db", "sqlite:///a:b@c.db"),
        ("a:b@c.db", "a:b@c.db"),
    ],
)
def test_passwords_are_never_shown(url: str, shown: str) -> None:
    assert public(url) == shown
