"""The fitted choice of what a pronoun stands for: a table of weights for each pair of columns."""

from __future__ import annotations

import json
from functools import cache
from math import exp
from pathlib import Path

from workbench.propose.rules.evidence import NAMES
from workbench.propose.rules.mentions import FULL

MODEL = Path(__file__).parents[1] / "data" / "referents.json"
CLASSES = {"he": "person", "she": "person", "it": "thing", "they": "several"}
LEAST = {"person": 0.5, "thing": 0.45, "several": 0.5}
"""The chance of being meant from which an option is written for a pronoun of each class."""
_LEAST_OF_EVEN = 0.75

Table = tuple[int, int, list[list[float]]]
"""Two columns, and the weight for each value of the one and of the other."""


@cache
def model() -> dict[str, list[Table]]:
    """The tables of each class of pronouns, read once."""
    raw = json.loads(MODEL.read_text("utf-8"))
    pairs = [(NAMES.index(a), NAMES.index(b)) for a, b in raw["pairs"]]
    return {
        name: [(i, j, table) for (i, j), table in zip(pairs, raw[name], strict=True)]
        for name in CLASSES.values()
    }


def picked(rows: list[list[int]], pronoun: str) -> tuple[int, bool]:
    """The likeliest row, and whether it is likely enough; that none is meant, weighs 0."""
    name = CLASSES[pronoun]
    tables = model()[name]
    scores = []
    for row in rows:
        score = 0.0
        for i, j, table in tables:
            score += table[row[i]][row[j]]
        scores.append(score)
    top = max(scores)
    best = scores.index(top)
    chance = 1 / (exp(-top) + sum(exp(score - top) for score in scores))
    return best, chance >= (_LEAST_OF_EVEN if _even(rows, best) else LEAST[name])


def _even(rows: list[list[int]], best: int) -> bool:
    """Does the sentence name another person, and both for the first time: "Ann Oe met Eve Lund"?"""
    first = rows[best]
    if first[_FORM] != FULL or first[_NAMED] > 1 or first[_RULED]:
        return False
    return any(
        row[_BACK] == first[_BACK] and row[_FORM] == FULL and row[_NAMED] <= 1
        for row in rows
        if row is not first
    )


_BACK, _FORM, _NAMED, _RULED = (NAMES.index(n) for n in ("back", "form", "named", "ruled"))
