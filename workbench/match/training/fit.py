"""Fitting: a choice among the candidates of each query, and the chance that it is right."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


class Table(NamedTuple):
    """Candidates of many queries: features, whether right, which query, whether a copy."""

    features: Array
    right: NDArray[np.bool_]
    query: NDArray[np.int64]
    copy: NDArray[np.bool_]

    def only(self, rows: NDArray[np.bool_]) -> Table:
        """Some of the rows."""
        return Table(self.features[rows], self.right[rows], self.query[rows], self.copy[rows])


def choice(table: Table, ridge: float, rounds: int = 30) -> Array:
    """Weights under which the right candidate is chosen: conditional logit, by Newton's method.

    McFadden, "Conditional logit analysis of qualitative choice behavior" (1974); `ridge` is half
    the penalty on the squared weights of the features at unit variance.
    """
    kept = table.only(~table.copy)
    asked = np.unique(kept.query[kept.right])
    kept = kept.only(np.isin(kept.query, asked))
    spread = kept.features.std(axis=0) + 1e-12
    x = kept.features / spread
    _, group = np.unique(kept.query, return_inverse=True)
    target = kept.right / np.bincount(group, kept.right)[group]
    weights = np.zeros(x.shape[1])
    loss, chance = _loss(x, weights, group, target, ridge)
    for _ in range(rounds):
        means = np.stack([np.bincount(group, chance * column) for column in x.T], axis=1)
        centred = x - means[group]
        slope = x.T @ (chance - target) + ridge * weights
        bend = (centred * chance[:, None]).T @ centred + ridge * np.eye(len(weights))
        step = np.linalg.solve(bend, slope)
        new, chance = _loss(x, weights - step, group, target, ridge)
        while new > loss and np.abs(step).max() > 1e-9:
            step /= 2
            new, chance = _loss(x, weights - step, group, target, ridge)
        weights -= step
        if loss - new < 1e-9:
            break
        loss = new
    result: Array = weights / spread
    return result


def _loss(
    x: Array, weights: Array, group: NDArray[np.int64], target: Array, ridge: float
) -> tuple[float, Array]:
    """The penalised negative log-likelihood, and the chance of each candidate to be chosen."""
    z = x @ weights
    highest = np.full(group.max() + 1, -np.inf)
    np.maximum.at(highest, group, z)
    z = np.exp(z - highest[group])
    chance = z / np.bincount(group, z)[group]
    loss = -float((target * np.log(chance + 1e-300)).sum()) + ridge / 2 * float(weights @ weights)
    return loss, chance


def calibration(scores: Array, right: NDArray[np.bool_], rounds: int = 50) -> tuple[float, float]:
    """Factor and offset that make a score the log-odds of being right (Platt 1999)."""
    x = np.stack([scores, np.ones_like(scores)], axis=1)
    weights = np.array([1.0, -scores.mean()])
    for _ in range(rounds):
        chance = 1 / (1 + np.exp(-np.clip(x @ weights, -40, 40)))
        slope = x.T @ (chance - right) + 1e-6 * weights
        bend = (x * (chance * (1 - chance))[:, None]).T @ x + 1e-6 * np.eye(2)
        step = np.linalg.solve(bend, slope)
        weights -= np.clip(step, -2, 2)
        if np.abs(step).max() < 1e-9:
            break
    return float(weights[0]), float(weights[1])


def precision_at_5(table: Table, scores: Array, wanted: NDArray[np.int64]) -> float:
    """MAP@5: the mean over queries of the average precision of the first five candidates.

    Args:
        table: the candidates.
        scores: one for each.
        wanted: how many right answers each query has, found or not.
    """
    total = 0.0
    for query, answers in enumerate(wanted):
        rows = np.flatnonzero(table.query == query)
        order = rows[np.lexsort((-scores[rows], table.copy[rows]))][:5]
        hits = table.right[order]
        total += float((hits * hits.cumsum() / np.arange(1, len(hits) + 1)).sum()) / min(answers, 5)
    return total / len(wanted)
