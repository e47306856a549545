from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from db import events
from db.engine import Database, StoreError, open_database, scalar
from db.migrations import HEAD, known, revision


@pytest.mark.sqlite
def test_pragmas_keep_every_commit(database: Database) -> None:
    with database.read() as connection:
        assert scalar(connection, "PRAGMA journal_mode") == "wal"
        assert scalar(connection, "PRAGMA synchronous") == 2
        assert scalar(connection, "PRAGMA foreign_keys") == 1


def test_migrations_end_at_the_schema_of_the_models(database: Database) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from db.schema import METADATA

    assert revision(database) == HEAD
    assert max(known()) == HEAD
    with database.read() as connection:
        opts = {"include_name": lambda name, *_: not str(name).startswith("passage_words")}
        context = MigrationContext.configure(connection, opts=opts)
        differences = compare_metadata(context, METADATA)
    assert differences == []


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"hello, this is a text file", "not a SQLite database"), (None, "is a folder")],
)
def test_what_is_no_database_is_named_and_left_alone(
    tmp_path: Path, content: bytes | None, reason: str
) -> None:
    path = tmp_path / "x.db"
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)
    with pytest.raises(StoreError, match=reason):
        open_database(path)
    if content is not None:
        assert path.read_bytes() == content


def test_missing_file_is_not_made_when_it_must_exist(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no such database"):
        open_database(tmp_path / "none.db", create=False)
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize("name", ["x?mode=ro.db", "half%25.db", "a b#c.db", "ö.db"])
def test_a_path_is_the_file_of_that_name(tmp_path: Path, name: str) -> None:
    for _ in range(2):
        opened = open_database(tmp_path / name)
        assert opened.name == (tmp_path / name).as_posix()
        opened.close()
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_tables_of_another_program_are_refused(tmp_path: Path) -> None:
    import sqlite3

    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE things (a)")
    with pytest.raises(StoreError, match="another program"):
        open_database(path)


def test_newer_schema_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    database = open_database(path)
    with database.write() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    database.close()
    with pytest.raises(StoreError, match="newer Workbench"):
        open_database(path)


def test_events_cannot_be_changed_or_deleted(database: Database) -> None:
    with database.write() as connection:
        events.record(connection, "anna", [("verdict", None, None, {})])
    for statement in ("UPDATE event SET reviewer = 'eve'", "DELETE FROM event"):
        with pytest.raises(IntegrityError, match="immutable"), database.write() as connection:
            connection.execute(text(statement))


def test_failed_transaction_leaves_nothing(database: Database) -> None:
    with pytest.raises(RuntimeError), database.write() as connection:
        events.record(connection, "anna", [("verdict", None, None, {})])
        raise RuntimeError
    with database.read() as connection:
        assert events.count(connection) == 0


@pytest.mark.sqlite
def test_locked_store_is_one_line_and_nothing_is_written(
    database: Database,
) -> None:
    with database.write() as connection:
        events.record(connection, "anna", [("verdict", None, None, {})])
        impatient = open_database(database.name)
        with (
            pytest.raises(StoreError, match=r"store\.db: database is locked; nothing was changed"),
            impatient.read() as other,
        ):
            other.execute(text("PRAGMA busy_timeout = 1"))
            other.execute(text("INSERT INTO setting VALUES ('a', '1')"))
        impatient.close()
