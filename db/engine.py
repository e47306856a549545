"""Opening a database, by path or by URL, with its pragmas and its migrations."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from random import uniform
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import (
    ArgumentError,
    DatabaseError,
    InterfaceError,
    NoSuchModuleError,
    OperationalError,
)

from db.json_values import UnreadableError, from_json
from db.replaced import files, require_same
from db.still import cannot_change, still_url
from db.trouble import SQLITE_HELD, StoreAwayError, StoreError, trouble, unusable
from workbench.text.urls import public

__all__ = [
    "Connection",
    "Database",
    "StoreAwayError",
    "StoreError",
    "check_file",
    "connect",
    "open_database",
    "scalar",
]

BUSY_TIMEOUT_MS = 15_000
PRAGMAS = ("foreign_keys = ON", "cache_size = -32000", "temp_store = MEMORY")
SOON, LATER = (0.001, 0.01), (0.02, 0.1)  # seconds that a writer waits: at first, and then
SQLITE_MAGIC = b"SQLite format 3\x00"  # how each of its files begins
POSTGRES = ("postgresql", "postgres", "postgresql+psycopg")


class Database:
    """An open database. `read()` and `write()` give a connection inside one transaction."""

    def __init__(self, engine: Engine, name: str) -> None:
        self.engine = engine
        self.name = name
        self._reading, self._writing = engine, engine.execution_options(workbench_write=True)
        if not self.is_sqlite:
            self._reading = engine.execution_options(
                isolation_level="REPEATABLE READ", postgresql_readonly=True
            )

    @property
    def is_sqlite(self) -> bool:
        """Whether this is a SQLite file."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one unchanging state, and changes nothing."""
        with self._named(), self._reading.connect() as connection:
            try:
                yield connection
            finally:
                if not connection.invalidated:
                    connection.rollback()

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A connection in a write transaction: committed at the end, or rolled back whole."""
        with self._named(), self._writing.begin() as connection:
            yield connection

    @contextmanager
    def _named(self) -> Iterator[None]:
        """A file that is locked, read-only, full or gone, or a server that is away: one line."""
        try:
            yield
        except (OperationalError, InterfaceError) as error:
            raise trouble(self.name, error) from error
        except UnreadableError as error:
            raise StoreError(f"{self.name}: {error}") from error

    def close(self) -> None:
        """Give all connections back; the write-ahead log is folded into the file."""
        self.engine.dispose()


def open_database(target: str | Path, *, create: bool = True) -> Database:
    """Open the database at a path or URL, and bring its schema up to date.

    Args:
        target: a path of a SQLite file, or a SQLAlchemy URL (`sqlite:///…`, `postgresql://…`).
        create: make the file when it is not there.

    Raises:
        StoreError: no such file, not a database of ours, or one made by a newer Workbench.
    """
    name = str(target)
    path = _sqlite_path(_url(name))
    if path is not None:
        check_file(path, create)
    database = connect(target)
    from db.migrations import upgrade

    try:
        upgrade(database)
    except DatabaseError as error:
        database.close()
        raise unusable(database.name, error) from error
    except StoreError:
        database.close()
        raise
    return database


def connect(target: str | Path) -> Database:
    """The database at a path or URL as it is, whatever its schema.

    Raises:
        StoreError: not a path or URL of a database that we can use.
    """
    url = _url(str(target))
    path = _sqlite_path(url)
    return Database(_engine(url), path.as_posix() if path else public(url))


def _url(name: str) -> str:
    return name if "://" in name else f"sqlite:///{quote(name)}"  # "x?y.db" is all a path


def _sqlite_path(url: str) -> Path | None:
    if not url.startswith("sqlite"):
        return None
    try:
        rest = make_url(url).database
    except (ArgumentError, ValueError):
        return None
    return Path(rest) if rest and rest != ":memory:" else None


def check_file(path: Path, create: bool) -> None:
    """Refuse a path that cannot be a SQLite file of ours.

    The file is not opened: closing it would give up the locks that SQLite holds on it for other
    connections of this program, and another program could remove the log that they write to.

    Args:
        path: the file.
        create: it may be one that is still to be made.

    Raises:
        StoreError: it is a folder, something else, or not there.
    """
    if path.is_dir():
        raise StoreError(f"{path}: is a folder; name a database file")
    if not path.exists() and not create:
        raise StoreError(f"{path}: no such database; make one with 'workbench import' or 'init'")
    if not path.parent.is_dir():
        raise StoreError(f"{path}: the folder {path.parent} does not exist")


def _engine(url: str) -> Engine:
    try:
        parsed = make_url(url)
        if parsed.drivername in POSTGRES:
            from db import postgres

            return postgres.engine(parsed.set(drivername="postgresql+psycopg"))
        if not parsed.drivername.startswith("sqlite"):
            raise StoreError(f"{public(url)}: Workbench keeps its store in SQLite or PostgreSQL")
        path = _sqlite_path(url)
        still = path is not None and cannot_change(path)
        engine = create_engine(
            still_url(path) if path is not None and still else parsed,
            connect_args={"timeout": BUSY_TIMEOUT_MS / 1000},
            json_deserializer=from_json,
        )
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise StoreError(f"{public(url)}: not a database path or URL") from error
    except ModuleNotFoundError as error:
        raise StoreError(
            f"{error.name} is not installed; PostgreSQL needs the extra 'postgres':"
            " pip install 'claim-workbench[postgres]'"
        ) from error
    event.listen(engine, "connect", _configure_still if still else _configure)
    event.listen(engine, "begin", _begin)
    return engine


def _configure(connection: sqlite3.Connection, record: Any) -> None:
    _settle(connection, "journal_mode = WAL", "synchronous = FULL", *PRAGMAS)
    record.info["files"] = files(connection)


def _configure_still(connection: sqlite3.Connection, record: Any) -> None:
    _settle(connection, *PRAGMAS)
    record.info["files"] = files(connection)


def _settle(connection: sqlite3.Connection, *pragmas: str) -> None:
    # The driver must not begin transactions by itself: `_begin` does, with the right lock.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (f"busy_timeout = {BUSY_TIMEOUT_MS}", *pragmas):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    if connection.get_execution_options().get("workbench_write", False):
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        _begin_writing(connection, driver)
        require_same(driver, connection.info["files"])
    else:
        connection.exec_driver_sql("BEGIN")


def _begin_writing(connection: Connection, driver: sqlite3.Connection) -> None:
    """Wait for the one writer's place, as long as the busy timeout lasts.

    SQLite's own waiting sleeps longer and longer: among many writers one that has slept a few
    times is overtaken by all that come later. Waits of uneven length give each the same chance.
    """
    end = time.monotonic() + BUSY_TIMEOUT_MS / 1000
    driver.execute("PRAGMA busy_timeout = 0")
    try:
        for tries in count():
            if time.monotonic() > end:
                break
            try:
                driver.execute("BEGIN IMMEDIATE")
                return
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF not in SQLITE_HELD:
                    break
            time.sleep(uniform(*(SOON if tries < 2 else LATER)))
        connection.exec_driver_sql("BEGIN IMMEDIATE")  # for the error that all others are, too
    finally:
        driver.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")


def scalar(connection: Connection, statement: str) -> Any:
    """The single value of a statement in SQL text (pragmas and the like)."""
    return connection.execute(text(statement)).scalar()
