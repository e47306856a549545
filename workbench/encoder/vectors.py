"""Compute the vectors of texts in batches of similar length."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from workbench.encoder.runtime import ENCODER, load_graph, load_tokenizer
from workbench.text.offsets import encodable

_WIDTH = 384
_MOST_CHARACTERS = 4096  # of one text are tokenized; many times what the encoder reads


def compute(texts: Sequence[str], batch: int, threads: int, longest: int) -> NDArray[np.float32]:
    """Unit rows [n, 384] in the order of ``texts``."""
    graph, tokenizer = load_graph(ENCODER, threads), load_tokenizer()
    rows = np.zeros((len(texts), _WIDTH), dtype=np.float32)
    pieces = []
    for i in range(0, len(texts), 1024):
        part = [encodable(text[:_MOST_CHARACTERS]) for text in texts[i : i + 1024]]
        pieces += [_cut(e.ids, longest) for e in tokenizer.encode_batch(part)]
    order = sorted(range(len(texts)), key=lambda i: len(pieces[i]))
    for first in range(0, len(order), max(1, batch)):
        group = order[first : first + max(1, batch)]
        ids, mask = pad([pieces[i] for i in group])
        (vectors,) = graph.run(None, {"ids": ids, "mask": mask})
        rows[group] = vectors
    return rows


def _cut(ids: list[int], longest: int) -> list[int]:
    return ids if len(ids) <= longest else [*ids[: longest - 1], ids[-1]]


def pad(pieces: Sequence[Sequence[int]]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Rows of one length, filled with zeros, and the mask of what is real."""
    width = max(map(len, pieces))
    ids = np.zeros((len(pieces), width), dtype=np.int64)
    mask = np.zeros_like(ids)
    for row, values in enumerate(pieces):
        ids[row, : len(values)] = values
        mask[row, : len(values)] = 1
    return ids, mask
