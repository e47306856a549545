"""The phrase that a pronoun most likely means, by what was learned from marked articles."""

from __future__ import annotations

import numpy as np

from workbench.propose.pool.chooser import run_trees
from workbench.propose.pool.features import Array
from workbench.propose.semantic.mentions import Mention
from workbench.propose.semantic.pronouns import undergoes
from workbench.propose.semantic.ranking import Case, rows

ANTECEDENT = "antecedent.onnx"
LEAST = 0.5  # score from which on a phrase is taken to be meant
LEAD = 0.2  # by which it must be ahead of the next where the rules see none


def weighed(case: Case) -> Mention | None:
    """The phrase with the best score; None where none is likely enough."""
    place, ruled = case.place, case.ruled
    acted = place.pronoun in ("it", "they") and undergoes(place.tree, place.word)
    if not case.given or (acted and ruled is None):
        return ruled  # "bought the painting. It was stolen": any of them
    scores = run_trees(ANTECEDENT, np.array(rows(case), dtype=np.float32))
    best = picked(scores, ruled is None)
    return case.given[best].mention if best is not None else None


def picked(scores: Array, silent: bool, least: float = LEAST) -> int | None:
    """Index of the phrase that is meant; None where none is sure enough.

    ``silent``: do the rules see none? Then it must be clearly ahead of the others.
    """
    best = int(scores.argmax())
    others = np.delete(scores, best)
    close = silent and len(others) > 0 and scores[best] - others.max() < LEAD
    return best if scores[best] >= least and not close else None
