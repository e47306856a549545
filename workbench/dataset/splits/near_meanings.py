"""Pairs of texts that mean nearly the same, by the encoder of the extra `semantic`.

Vectors are cut into cells around as many centres as there are thousands of texts; a text is
compared with those of its own cell and of the next nearest ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench.dataset.splits.near_texts import Pair

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SAME_MEANING = 0.9
"""Cosine of the vectors from which two texts are near-duplicates."""

WHOLE = 20_000  # up to so many texts each is compared with each
PROBES = 8  # cells that a text is compared in
BLOCK = 1024


def near_meanings(texts: Sequence[str], threshold: float = SAME_MEANING) -> list[Pair]:
    """The pairs of texts whose vectors have at least this cosine, by index, left before right.

    Raises:
        workbench.encoder.MissingExtraError: the extra `semantic` is not installed.
    """
    from workbench.encoder import encode

    return near_vectors(encode(texts), threshold)


def near_vectors(vectors: NDArray[np.float32], threshold: float = SAME_MEANING) -> list[Pair]:
    """As `near_meanings`, for unit vectors [n, d]."""
    import numpy as np

    number = len(vectors)
    if number <= WHOLE:
        cells = [np.arange(number)]
        probes = np.zeros((number, 1), dtype=np.int64)
    else:
        cells, probes = _cells(vectors)
    found: dict[tuple[int, int], float] = {}
    for cell, members in enumerate(cells):
        asking = np.flatnonzero((probes == cell).any(axis=1))
        for first in range(0, len(asking), BLOCK):
            rows = asking[first : first + BLOCK]
            scores = vectors[rows] @ vectors[members].T
            for row, column in zip(*np.nonzero(scores >= threshold), strict=True):
                left, right = sorted((int(rows[row]), int(members[column])))
                if left != right:
                    found[left, right] = float(scores[row, column])
    return sorted(Pair(left, right, min(1.0, score)) for (left, right), score in found.items())


def _cells(
    vectors: NDArray[np.float32],
) -> tuple[list[NDArray[np.int64]], NDArray[np.int64]]:
    """The members of each cell, and for each vector [n, PROBES] the nearest cells."""
    import numpy as np

    centres = vectors[:: max(1, len(vectors) // max(PROBES, len(vectors) // 1000))]
    nearest = np.empty((len(vectors), PROBES), dtype=np.int64)
    for first in range(0, len(vectors), BLOCK):
        scores = vectors[first : first + BLOCK] @ centres.T
        nearest[first : first + BLOCK] = np.argsort(-scores, axis=1, kind="stable")[:, :PROBES]
    home = nearest[:, 0]
    return [np.flatnonzero(home == cell) for cell in range(len(centres))], nearest
