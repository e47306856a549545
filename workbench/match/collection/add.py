"""Checked claims into the store, with the index of their words, in one transaction."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from db import checked as store
from db.identity import now
from workbench.match.claimreview.files import Item
from workbench.match.lexical.search import MemoryPostings
from workbench.match.rank.text import both

if TYPE_CHECKING:
    from db.engine import Connection, Database

_STRETCH = 100_000  # claims indexed at once


class Added(NamedTuple):
    """What came of adding."""

    new: int
    known: int


def add(
    database: Database,
    items: Sequence[Item],
    progress: Callable[[int, int], None] | None = None,
) -> Added:
    """Store checked claims; all of them, or none where something fails.

    What is there already is left as it is: the same content is the same claim.

    Args:
        database: the project.
        items: the claims.
        progress: told how many of how many are stored.
    """
    at, new = now(), 0
    with database.write() as connection:
        store.lock_index(connection)
        for start in range(0, len(items), _STRETCH):
            new += _add(connection, items[start : start + _STRETCH], at)
            enter(connection)
            if progress is not None:
                progress(min(start + _STRETCH, len(items)), len(items))
    return Added(new, len(items) - new)


def _add(connection: Connection, items: Sequence[Item], at: str) -> int:
    rows: dict[str, dict[str, Any]] = {}
    for item in items:
        row: dict[str, Any] = item._asdict()
        row |= {"id": identity(item), "added_at": at}
        rows.setdefault(row["id"], row)
    return store.add(connection, list(rows.values()))


def enter(connection: Connection) -> None:
    """Enter all claims under their words that are not yet, whoever stored them."""
    store.lock_index(connection)
    after = store.indexed(connection)
    while rows := store.texts_after(connection, after, _STRETCH):
        index = MemoryPostings()
        for seq, statement, title in rows:
            index.add(seq, both(statement, title))
        store.add_words(connection, index.take())
        after = rows[-1][0]
        store.set_indexed(connection, after)


def identity(item: Item) -> str:
    """The id of a checked claim: a hash of what it says, as 32 hex digits.

    Where it was read from does not count, nor what follows from the rest.
    """
    said = [value for name, value in item._asdict().items() if name not in ("origin", "polarity")]
    text = json.dumps(said, sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:32]
