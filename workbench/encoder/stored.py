"""Vectors that are kept with the project: each text is encoded once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from db import vectors
from workbench.encoder import DIMENSIONS, encode

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from db.engine import Database

MODEL = "all-MiniLM-L6-v2 int8, one by one"
"""The name that the vectors are kept under.

The graph's int8 scales are those of the whole batch, so that a vector depends a little on what
was computed with it. One by one, the same text has the same vector always; it takes no longer.
"""

STRETCH = 64
"""Texts encoded between two writes."""


def vectors_of(
    database: Database, texts: Sequence[str], progress: Callable[[int, int], None] | None = None
) -> NDArray[np.float32]:
    """Vectors of texts, [n, 384] float32, those not yet kept being made and kept.

    They are rounded to float16, whether they were kept before or not. Writes are short.

    Args:
        database: the project.
        texts: What to encode, in any number.
        progress: told how many of the missing vectors are made, and how many are missing.

    Raises:
        MissingExtraError: the extra `semantic` is not installed, or the model file is missing.
    """
    import numpy as np

    keys = [vectors.key(text) for text in texts]
    fresh = make(database, dict(zip(keys, texts, strict=True)), progress)
    found = np.empty((len(texts), DIMENSIONS), dtype=np.float32)
    for at in range(0, len(keys), 2000):
        part = keys[at : at + 2000]
        with database.read() as connection:
            kept = fresh | vectors.get(connection, MODEL, part)
        for row, key in enumerate(part, start=at):
            found[row] = np.frombuffer(kept[key], dtype="<f2")
    return found


def make(
    database: Database,
    texts: dict[str, str],
    progress: Callable[[int, int], None] | None = None,
) -> dict[str, bytes]:
    """Encode those of some texts, by key, that have no vector yet, and keep them."""
    with database.read() as connection:
        known = vectors.known(connection, MODEL, texts)
    missing = [key for key in texts if key not in known]
    made: dict[str, bytes] = {}
    for at in range(0, len(missing), STRETCH):
        part = missing[at : at + STRETCH]
        rows = encode([texts[key] for key in part], batch=1)
        fresh = {key: row.astype("<f2").tobytes() for key, row in zip(part, rows, strict=True)}
        with database.write() as connection:
            vectors.put(connection, MODEL, fresh)
        made |= fresh
        if progress is not None:
            progress(len(made), len(missing))
    return made


def missing(database: Database, texts: Sequence[str]) -> int:
    """How many of some texts have no vector yet."""
    keys = {vectors.key(text) for text in texts}
    with database.read() as connection:
        return len(keys) - len(vectors.known(connection, MODEL, keys))
