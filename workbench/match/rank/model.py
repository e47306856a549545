"""How alike a query and a checked claim are: a logistic model over a few features."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from math import exp
from pathlib import Path
from typing import NamedTuple

from workbench.match.rank.features import LEXICAL, MEANING

DATA = Path(__file__).parents[1] / "data" / "rank.json"


class Model(NamedTuple):
    """Weights in the order of the features, and what is added."""

    weights: tuple[float, ...]
    bias: float

    def score(self, features: Sequence[float]) -> float:
        """The chance, in [0, 1], that the claim is the right one, if the query has a right one."""
        z = self.bias
        for weight, feature in zip(self.weights, features, strict=True):
            z += weight * feature
        return 1 / (1 + exp(-z)) if z > 0 else exp(z) / (1 + exp(z))


class Models(NamedTuple):
    """`words` has the features `LEXICAL`, `semantic` has `MEANING` as well."""

    words: Model
    semantic: Model


@lru_cache(maxsize=1)
def models() -> Models:
    """The shipped weights; `data/SOURCES.md` says where they come from."""
    given = json.loads(DATA.read_text(encoding="utf-8"))
    return Models(_model(given["words"], LEXICAL), _model(given["semantic"], (*LEXICAL, *MEANING)))


def _model(given: dict[str, float], names: Sequence[str]) -> Model:
    return Model(tuple(given[name] for name in names), given["bias"])
