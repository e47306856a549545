"""A SQLite file where nothing can be written: on a read-only disk, or in somebody else's folder."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import URL

LOGS = ("-wal", "-journal")


def cannot_change(path: Path) -> bool:
    """Whether a file is there, but no log can be laid beside it, as SQLite would have to.

    One with a log is opened as always: the log counts, and somebody may be at work in it.
    """
    real = path.resolve()  # SQLite follows links before it names a log
    if not real.is_file() or any(Path(f"{real}{log}").exists() for log in LOGS):
        return False
    return not os.access(real.parent, os.W_OK)


def still_url(path: Path) -> URL:
    """How such a file is opened: as one that stays as it is, without locks and without a log."""
    file = f"file:{quote(path.absolute().as_posix())}"
    query = {"mode": "ro", "immutable": "1", "uri": "true"}
    return URL.create("sqlite", database=file, query=query)
