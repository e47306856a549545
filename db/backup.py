"""A copy of a database while it is in use."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from db.engine import Database, StoreError

PAGES_A_STEP = 1000


def backup(
    database: Database, target: Path, progress: Callable[[int, int], None] | None = None
) -> int:
    """Copy a database into a SQLite file; returns the bytes written.

    A SQLite file with SQLite's own backup, PostgreSQL row by row. The copy is written beside the
    target and renamed when it is whole.

    Raises:
        StoreError: the target cannot be written.
    """
    if not database.is_sqlite:
        from db.joining.copy import copy_to_file

        copy_to_file(database, target, progress, replace=True)
        return target.stat().st_size
    aside = target.with_name(target.name + ".part")
    try:
        aside.unlink(missing_ok=True)
        _copy(database, aside, progress)
        with aside.open("rb+") as file:
            os.fsync(file.fileno())
        aside.replace(target)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(f"{target}: cannot be written: {_reason(error)}") from error
    finally:
        with suppress(OSError):  # where nothing can be made, nothing is to be taken away
            aside.unlink(missing_ok=True)
    return target.stat().st_size


def _reason(error: OSError | sqlite3.Error) -> str:
    told = error.strerror if isinstance(error, OSError) else None
    return f"{told or error}; name a file in another folder"


def _copy(database: Database, aside: Path, progress: Callable[[int, int], None] | None) -> None:
    def step(_status: int, remaining: int, total: int) -> None:
        if progress is not None:
            progress(total - remaining, total)

    source = database.engine.raw_connection()
    into = sqlite3.connect(aside)
    try:
        driver = source.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        driver.backup(into, pages=PAGES_A_STEP, progress=step)
        into.execute("PRAGMA journal_mode = DELETE")
    finally:
        into.close()
        source.close()
