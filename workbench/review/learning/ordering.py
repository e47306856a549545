"""Writing an order of the queue while reviewers work."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any

from db import ranks
from db.engine import Connection, Database

AT_ONCE = 500
"""Claims written in one short transaction."""

PAUSE = 0.02
"""Seconds between two of them."""

Progress = Callable[[str, int, int], None]
"""Told what is done, how much of it, and how much there is."""


def put_in_force(
    database: Database,
    scores: Iterator[tuple[int, float]],
    content: bytes,
    meta: dict[str, Any],
    progress: Progress,
) -> tuple[int, bool]:
    """Write an order beside the one in force, then let it take that one's place.

    Args:
        database: the project.
        scores: claim seq and worth in [0, 1] of every claim.
        content: the model's state.
        meta: what is told of it; `learned` among it.
        progress: told how many claims are written.

    Returns:
        The order's version, and whether it came into force: a newer one may have.
    """
    with _in_turn(database) as connection:
        version = ranks.begin(connection)
    done, more = 0, True
    while more:
        part = [(seq, worth, 1 - abs(2 * worth - 1)) for seq, worth in _some(scores)]
        more = len(part) == AT_ONCE
        with _in_turn(database) as connection:
            ranks.write(connection, version, part)
        done += len(part)
        progress("ordering", done, meta["learned"]["claims"])
    with _in_turn(database) as connection:
        changed = ranks.switch(connection, version, content, meta)
    left = AT_ONCE
    while left == AT_ONCE:
        with _in_turn(database) as connection:
            left = ranks.sweep(connection, AT_ONCE)
    return version, changed


@contextmanager
def _in_turn(database: Database) -> Iterator[Connection]:
    """A write, and then a pause: a reviewer who waits for the lock looks for it now and then."""
    with database.write() as connection:
        yield connection
    time.sleep(PAUSE)


def _some(scores: Iterator[tuple[int, float]]) -> list[tuple[int, float]]:
    return list(islice(scores, AT_ONCE))
