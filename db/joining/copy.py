"""A whole project from one database into another, between SQLite and PostgreSQL either way.

Rows are copied as they are, with their seqs; ids follow from content, so both sides verify alike.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from sqlalchemy import Connection, Table, delete, func, insert, select, text

from db.engine import Database, StoreError, open_database
from db.schema import METADATA, TABLES

DERIVED = ("passage",)
"""The index of the search: it is made anew from the texts where it is needed."""

PAGE = 500  # rows at a time

Progress = Callable[[int, int], None]


def copy(source: Database, target: Database, progress: Progress | None = None) -> int:
    """Copy everything into an empty database, in one transaction; returns the number of rows.

    Raises:
        StoreError: the target holds a project already.
    """
    with source.read() as reading, target.write() as writing:
        require_empty(writing, target.name)
        total = sum(_count(reading, table) for table in _tables())
        done = 0
        for table in _tables():
            query = select(table).order_by(*table.primary_key.columns)
            for page in reading.execute(query.execution_options(yield_per=PAGE)).partitions():
                writing.execute(insert(table), [row._asdict() for row in page])
                done += len(page)
                if progress is not None:
                    progress(done, total)
        if not target.is_sqlite:
            _go_on_counting(writing)
    return done


def copy_to_file(
    source: Database, path: Path, progress: Progress | None = None, *, replace: bool = False
) -> int:
    """Copy everything into a SQLite file that is there only when it is whole.

    Returns the number of rows.

    Args:
        source: what is copied.
        path: the file.
        progress: told of rows done and rows in all.
        replace: take the place of a file that is there, whatever it holds.

    Raises:
        StoreError: the file holds a project already, or cannot be written.
    """
    if path.exists() and not replace:
        there = open_database(path)
        try:
            with there.read() as connection:
                require_empty(connection, there.name)
        finally:
            there.close()
    aside = path.with_name(path.name + ".part")
    try:
        aside.unlink(missing_ok=True)
        target = open_database(aside)
        try:
            done = copy(source, target, progress)
        finally:
            target.close()
        if progress is not None:
            progress(done, done)  # the last moment to end it without a file
        aside.replace(path)
    except OSError as error:
        raise StoreError(f"{path}: cannot be written: {error.strerror or error}") from error
    finally:
        for rest in (aside, Path(f"{aside}-wal"), Path(f"{aside}-shm")):
            with suppress(OSError):  # where nothing can be made, nothing is to be taken away
                rest.unlink(missing_ok=True)
    return done


def require_empty(connection: Connection, name: str) -> None:
    """Refuse a database with work in it. One that was only opened before counts as empty.

    Raises:
        StoreError: it holds a project.
    """
    if not is_empty(connection):
        raise StoreError(f"{name}: holds a project already; name an empty one")
    if connection.get_execution_options().get("workbench_write", False):
        connection.execute(delete(TABLES["setting"]))


def is_empty(connection: Connection) -> bool:
    """Whether there is nothing in a database but the name of its project."""
    setting = TABLES["setting"]
    for table in _tables():
        query = select(func.count()).select_from(table)
        if table is setting:
            query = query.where(setting.c.name != "project")
        if connection.execute(query).scalar_one():
            return False
    return True


def _tables() -> list[Table]:
    return [table for table in METADATA.sorted_tables if table.name not in DERIVED]


def _count(connection: Connection, table: Table) -> int:
    return int(connection.execute(select(func.count()).select_from(table)).scalar_one())


def _go_on_counting(connection: Connection) -> None:
    """Let PostgreSQL give out seqs behind those that were copied."""
    for table in METADATA.sorted_tables:
        if "seq" in table.primary_key.columns:
            connection.execute(
                text(
                    f"SELECT setval(pg_get_serial_sequence('{table.name}', 'seq'), max(seq))"
                    f" FROM {table.name} HAVING max(seq) IS NOT NULL"
                )
            )
