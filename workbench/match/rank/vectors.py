"""Vectors of checked claims: made, packed to bytes, and searched by their signs.

A claim's vector is the mean of those of statement and title, at length 1. Kept are its 384
components as int8 after their scale. To find the nearest of a million, the signs alone are
compared (48 MB in memory): first 128 of them for all, then all 384 for the best, and the best of
these with the components themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from workbench.encoder import DIMENSIONS, encode

_SCALE = np.dtype("<f4")
_WORDS = DIMENSIONS // 64  # of 64 signs each
_FIRST = 2  # words of signs compared for every claim
_STRETCH = 1 << 16  # claims compared at once: what is computed stays in the processor's cache
_SURE = 96  # how many times the wanted number goes into the second round
Floats = NDArray[np.float32]


def query_vectors(sentences: Sequence[str]) -> Floats:
    """Unit vectors [n, 384] of a query and its sentences."""
    return encode(sentences, batch=1)


def claim_vectors(claims: Sequence[tuple[str, str | None]]) -> Floats:
    """Unit vectors [n, 384] of statements with their titles."""
    # One by one: in a batch a vector would depend a little on the other texts.
    rows = encode([statement for statement, _ in claims], batch=1)
    titled = [i for i, (_, title) in enumerate(claims) if title and title.strip()]
    rows[titled] += encode([claims[i][1] or "" for i in titled], batch=1)
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    result: Floats = rows / np.maximum(lengths, np.float32(1e-9))
    return result


def pack(rows: Floats) -> list[bytes]:
    """Each row as bytes: its scale, then its components as int8."""
    scales = np.maximum(np.abs(rows).max(axis=1), 1e-9) / 127
    codes = np.rint(rows / scales[:, None]).astype(np.int8)
    heads = scales.astype(_SCALE)
    return [head.tobytes() + code.tobytes() for head, code in zip(heads, codes, strict=True)]


def unpack(rows: Sequence[bytes]) -> Floats:
    """Rows [n, 384] from their bytes."""
    raw = np.frombuffer(b"".join(rows), dtype=np.uint8).reshape(len(rows), -1)
    scales = np.ascontiguousarray(raw[:, : _SCALE.itemsize]).view(_SCALE).astype(np.float32)
    return raw[:, _SCALE.itemsize :].view(np.int8).astype(np.float32) * scales


class Signs:
    """The signs of many vectors, and which claims they belong to. It only grows."""

    def __init__(self) -> None:
        self._seqs: NDArray[np.int64] = np.empty(0, dtype=np.int64)
        self._bits: NDArray[np.uint64] = np.empty((_WORDS, 0), dtype=np.uint64)
        self.size = 0

    def add(self, seqs: Sequence[int], rows: Sequence[bytes]) -> None:
        """Enter packed vectors."""
        raw = np.frombuffer(b"".join(rows), dtype=np.uint8).reshape(len(rows), -1)
        positive = raw[:, _SCALE.itemsize :].view(np.int8) > 0
        self._room(self.size + len(rows))
        end = self.size + len(rows)
        self._seqs[self.size : end] = seqs
        self._bits[:, self.size : end] = _signs(positive).T
        self.size = end  # last: a search that runs meanwhile sees only what is complete

    def _room(self, wanted: int) -> None:
        if wanted <= len(self._seqs):
            return
        capacity = max(wanted, len(self._seqs) * 5 // 4)
        seqs = np.empty(capacity, dtype=np.int64)
        bits = np.empty((_WORDS, capacity), dtype=np.uint64)
        seqs[: self.size] = self._seqs[: self.size]
        bits[:, : self.size] = self._bits[:, : self.size]
        self._seqs, self._bits = seqs, bits

    def nearest(self, vector: Floats, limit: int) -> list[int]:
        """Seqs of about the `limit` nearest claims, nearest first, by all signs."""
        size, bits, wanted = self.size, self._bits, _signs((vector > 0)[None, :])[0]
        if size == 0:
            return []
        rows = self._first_round(bits, wanted, size, limit * _SURE)
        far = _differing(bits[:, rows], wanted, _WORDS)
        order = np.argsort(far, kind="stable")[:limit]
        return [int(seq) for seq in self._seqs[rows[order]]]

    @staticmethod
    def _first_round(
        bits: NDArray[np.uint64], wanted: NDArray[np.uint64], size: int, limit: int
    ) -> NDArray[np.int64]:
        """Rows of the `limit` nearest and those as near, by the first signs."""
        if size <= limit:
            return np.arange(size)
        far = np.empty(size, dtype=np.uint8)
        for at in range(0, size, _STRETCH):
            end = min(at + _STRETCH, size)
            far[at:end] = _differing(bits[:_FIRST, at:end], wanted, _FIRST)
        counts = np.bincount(far, minlength=256).cumsum()
        return np.flatnonzero(far <= np.searchsorted(counts, limit))


def _signs(positive: Any) -> NDArray[np.uint64]:
    return np.packbits(positive, axis=1).view(np.uint64)


def _differing(bits: Any, wanted: NDArray[np.uint64], count: int) -> Any:
    """In how many signs rows differ from what is wanted."""
    far = np.bitwise_count(bits[0] ^ wanted[0])
    kind = np.uint8 if count * 64 < 256 else np.uint16
    far = far.astype(kind, copy=False)
    for i in range(1, count):
        far += np.bitwise_count(bits[i] ^ wanted[i])
    return far
