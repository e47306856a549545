"""A SQLite file that somebody replaces, or whose log he removes, while it is open.

What is then written goes to files that have no name any more, and is gone when the program ends.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from db.trouble import StoreError

Files = tuple[tuple[int, int] | None, ...]


def files(connection: sqlite3.Connection) -> Files:
    """Which files the names of a database and of its log stand for now; () in memory."""
    connection.execute("SELECT 1 FROM sqlite_schema").fetchone()  # SQLite opens the log to read
    path = connection.execute("PRAGMA database_list").fetchone()[2]
    return _named(path) if path else ()


def require_same(connection: sqlite3.Connection, opened: Files) -> None:
    """Refuse to write where nobody will read it.

    Args:
        connection: one that holds the writer's place, so that no log may be removed.
        opened: the files that were there when it was opened.

    Raises:
        StoreError: the names stand for other files now, or for none.
    """
    path = connection.execute("PRAGMA database_list").fetchone()[2]
    if opened and _named(path) != opened:
        raise StoreError(
            f"{path}: was replaced or removed while it was open; nothing was changed:"
            " leave, and open it again"
        )


def _named(path: str) -> Files:
    return tuple(_file(name) for name in (path, f"{path}-wal"))


def _file(name: str) -> tuple[int, int] | None:
    try:
        found = Path(name).stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino
