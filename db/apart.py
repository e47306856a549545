"""Another store, to read from: it is never written to, not even to bring it up to date."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from db.engine import Database, StoreError, check_file, connect, open_database
from db.migrations import HEAD, known, revision
from db.trouble import NO_DATABASE, SQLITE_NOTADB


@contextmanager
def opened_apart(target: str) -> Iterator[Database]:
    """A store to read from. A file is copied aside, and the copy is brought up to date.

    Args:
        target: a path or a URL.

    Raises:
        StoreError: it is not there, is no store of ours, is damaged, cut off, or newer than we are.
    """
    if "://" in target and not target.startswith("sqlite"):
        database = connect(target)
        try:
            _check_server(database)
            yield database
        finally:
            database.close()
        return
    path = Path(target.partition(":///")[2] if "://" in target else target)
    check_file(path, create=False)
    with tempfile.TemporaryDirectory(prefix="workbench-") as folder:
        aside = Path(folder) / "aside.db"
        _copy_aside(path, aside)
        database = _up_to_date(path, aside)
        try:
            yield database
        finally:
            database.close()


def _copy_aside(path: Path, aside: Path) -> None:
    """A copy of one moment of the file, also while others write to it."""
    place = quote(path.absolute().as_posix())
    failed: sqlite3.Error | None = None
    # Without a write-ahead log nobody is at work in it, and SQLite need not lay files beside it.
    used = Path(f"{path}-wal").exists()
    for mode in ("mode=ro", "mode=ro&immutable=1") if used else ("mode=ro&immutable=1",):
        try:
            with (
                closing(sqlite3.connect(f"file:{place}?{mode}", uri=True)) as source,
                closing(sqlite3.connect(aside)) as into,
            ):
                source.backup(into)
                found = into.execute("PRAGMA quick_check(1)").fetchone()
            if found is None or found[0] != "ok":
                raise StoreError(f"{path}: is damaged or cut off; nothing was taken from it")
            return
        except sqlite3.DatabaseError as error:
            if getattr(error, "sqlite_errorcode", None) == SQLITE_NOTADB:
                raise StoreError(f"{path}: {NO_DATABASE}") from error
            failed = error
    raise StoreError(f"{path}: is damaged or cut off: {failed}; nothing was taken from it")


def _up_to_date(path: Path, aside: Path) -> Database:
    plain = connect(aside)
    plain.name = path.as_posix()
    try:
        if revision(plain) is None:
            raise StoreError(f"{path}: holds no project")
    finally:
        plain.close()
    try:
        database = open_database(aside, create=False)
    except StoreError as error:
        raise StoreError(str(error).replace(aside.as_posix(), path.as_posix())) from error
    database.name = path.as_posix()
    return database


def _check_server(database: Database) -> None:
    at = revision(database)
    if at is None:
        raise StoreError(f"{database.name}: holds no project")
    if at in known() and at != HEAD:
        raise StoreError(
            f"{database.name}: has an older schema; open it once with this Workbench"
            " ('workbench status --db URL'), which brings it up to date"
        )
    if at != HEAD:
        raise StoreError(f"{database.name}: made by a newer Workbench; install a newer Workbench")
