"""What a second scorer sees of the best pieces of a sentence: each among its rivals."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from workbench.propose.pool.features import Array, Sentence

BEST = 48  # pieces that go on to the second scorer
_TAKEN, _ALIKE = 0.2, 0.7  # score and similarity by which a first choice is made


def rivals(sentence: Sentence, scores: Array, rows: Array) -> tuple[NDArray[Any], Array]:
    """The places of the best pieces and one row for each of them.

    Args:
        sentence: The sentence and its pieces.
        scores: What the first scorer says of each piece.
        rows: What it was told of each piece.
    """
    best = np.argsort(-scores, kind="stable")[:BEST]
    own = scores[best]
    inside = sentence.inside[best]
    size = inside.sum(1)
    both = inside @ inside.T
    alike = both / (size[:, None] + size[None, :] - both)
    columns = [
        *_alone(own), *_beside(own, alike), *_nested(own, both, size), *_kin(sentence, best, own),
        _covered(own, inside), *_first_choice(own, alike),
    ]  # fmt: skip
    return best, np.concatenate([np.stack(columns, 1).astype(np.float32), rows[best]], axis=1)


def _alone(own: Array) -> list[NDArray[Any]]:
    count = len(own)
    odds = np.log(own + 1e-4) - np.log(1.0001 - own)
    return [own, odds, np.arange(count), own / own[0], np.full(count, own.sum()),
            np.full(count, (own > 0.3).sum()), np.full(count, count)]  # fmt: skip


def _beside(own: Array, alike: Array) -> list[NDArray[Any]]:
    """How like it the better ones are, and how much score lies near it."""
    better = _better(len(own))
    return [
        np.where(better, alike, 0).max(1), np.where(better, own * alike, 0).sum(1),
        (alike * own).sum(1) - own, np.where(alike >= 0.8, own, 0).sum(1),
        np.where(alike >= 0.5, own, 0).sum(1), (better & (alike >= 0.7)).sum(1),
        (better & (alike >= 0.5)).sum(1),
    ]  # fmt: skip


def _nested(own: Array, both: Array, size: Array) -> list[NDArray[Any]]:
    """Better and best pieces around it and within it."""
    better = _better(len(own))
    around = (both >= size[:, None] - 0.5) & (size[None, :] > size[:, None])
    return [
        (better & around).sum(1), (better & around.T).sum(1),
        np.where(around, own, 0).max(1), np.where(around.T, own, 0).max(1),
    ]  # fmt: skip


def _kin(sentence: Sentence, best: NDArray[Any], own: Array) -> list[NDArray[Any]]:
    """Better pieces with the same head and with the same subject."""
    better = _better(len(own))
    head = np.array([sentence.pieces[i].head for i in best])
    numbers: dict[int, int] = {}
    who = np.array([numbers.setdefault(sentence.pieces[i].who, len(numbers)) for i in best])
    same = head[:, None] == head[None, :]
    others = same & ~np.eye(len(own), dtype=bool)
    return [
        (better & same).sum(1), np.where(others, own, 0).max(1),
        (better & (who[:, None] == who[None, :])).sum(1),
    ]  # fmt: skip


def _covered(own: Array, inside: Array) -> NDArray[Any]:
    """How well the better pieces cover its words: the mean of the best score over each."""
    reach = np.maximum.accumulate(inside * own[:, None], axis=0)
    before = np.concatenate([np.zeros((1, inside.shape[1]), np.float32), reach[:-1]])
    mean: NDArray[Any] = (before * inside).sum(1) / np.maximum(inside.sum(1), 1)
    return mean


def _first_choice(own: Array, alike: Array) -> list[NDArray[Any]]:
    """Would the first scorer take it, and how like it is what it took before?"""
    chosen: list[int] = []
    taken, near = np.zeros(len(own)), np.zeros(len(own))
    for place in range(len(own)):
        near[place] = alike[place, chosen].max() if chosen else 0.0
        if near[place] < _ALIKE and (own[place] >= _TAKEN or not chosen):
            chosen.append(place)
            taken[place] = 1
    return [taken, near]


def _better(count: int) -> NDArray[np.bool_]:
    """[i, j]: does j stand before i?"""
    return np.tril(np.ones((count, count), dtype=bool), -1)
