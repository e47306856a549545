"""The articles that models may learn from, and what models get of those left out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol, TypeVar

import numpy as np

from workbench.propose.pool.features import Array

HALVES = ("news_dev", "news_more", "news_third", "news_fourth", "news_fifth", "news_seventh")
_FOLDS = 8  # of articles, each left out in turn


def articles(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each article of the halves that may be read: its half and number, and what is marked."""
    for half in HALVES:
        lines = (folder / f"{half}.jsonl").read_text("utf-8").splitlines()
        for number, line in enumerate(lines):
            yield f"{half} {number}", json.loads(line)


class Part(Protocol):
    """A part of an article that a model scores, and the rows of numbers that it sees."""

    @property
    def article(self) -> str: ...  # noqa: D102

    @property
    def rows(self) -> Array: ...  # noqa: D102


P = TypeVar("P", bound=Part)


def left_out(parts: Sequence[P], fit: Callable[[Sequence[P]], list[Any]]) -> list[Array]:
    """Scores of each part's rows by a fit that has not seen its article."""
    found: list[Array] = [np.zeros(0, np.float32)] * len(parts)
    names = sorted({part.article for part in parts})
    for fold in range(_FOLDS):
        out = frozenset(names[fold::_FOLDS])
        models = fit([part for part in parts if part.article not in out])
        for place, part in enumerate(parts):
            if part.article in out:
                found[place] = predict(models, part.rows)
    return found


def predict(models: Sequence[Any], table: Array) -> Array:
    """Scores in [0, 1] of rows by ensembles of LightGBM's trees."""
    raw = np.mean([model.predict(table, raw_score=True) for model in models], axis=0)
    scores: Array = (1.0 / (1.0 + np.exp(-raw))).astype(np.float32)
    return scores
