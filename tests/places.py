"""Where the tests keep their files, and stores that are made once and copied."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from functools import cache, wraps
from pathlib import Path
from tempfile import TemporaryDirectory

from db.engine import open_database

MEMORY = Path("/dev/shm")  # nothing waits for a disk there
ROOM = 1 << 30  # bytes


def memory() -> Path | None:
    """A folder that is kept in memory, where the machine has one with room."""
    if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
        return MEMORY
    return None


def once(make: Callable[[Path], None]) -> Callable[[Path], Path]:
    """Let `make` fill a SQLite store once a process; others are copies of it, ids and times too.

    What is returned puts a copy at a path, and returns the path.
    """

    @cache
    def made() -> bytes:
        with TemporaryDirectory(dir=memory()) as folder:
            path = Path(folder) / "store.db"
            make(path)
            assert list(Path(folder).iterdir()) == [path], "closed, with nothing left in its log"
            return path.read_bytes()

    @wraps(make)
    def put(path: Path) -> Path:
        path.write_bytes(made())
        return path

    return put


@once
def blank(path: Path) -> None:
    """Our schema and nothing else: its migrations cost more than most tests do."""
    open_database(path).close()
