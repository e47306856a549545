"""`python -m workbench.match.training FOLDER`: fit the weights of the ranking.

FOLDER holds `verified_claims.docs.tsv` and `train/`, as the verified-claim retrieval task of the
CheckThat! lab 2020 has them. Only `train/` is fitted on; the strength of the penalty is chosen by
ten-fold cross-validation. Writes `workbench/match/data/rank.json`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np

from workbench.match.rank.features import LEXICAL, MEANING
from workbench.match.rank.model import DATA
from workbench.match.training.candidates import table
from workbench.match.training.fit import Array, Table, calibration, choice, precision_at_5

RIDGES = (0.3, 1.0, 3.0, 10.0, 30.0)
FOLDS = 10


def main(folder: Path) -> None:
    """Fit both models and write them."""
    fitted = {}
    for engine in ("words", "semantic"):
        candidates, wanted = table(folder, "train", engine)
        names = [*LEXICAL, *MEANING] if engine == "semantic" else [*LEXICAL]
        tried = {ridge: crossed(candidates, len(wanted), ridge) for ridge in RIDGES}
        means = {r: precision_at_5(candidates, s, wanted) for r, s in tried.items()}
        for ridge, mean in means.items():
            print(f"{engine}: penalty {ridge}: MAP@5 {mean:.4f} in cross-validation")
        best = max(RIDGES, key=lambda r: means[r])
        weights = choice(candidates, best)
        fresh = ~candidates.copy
        factor, offset = calibration(tried[best][fresh], candidates.right[fresh])
        values = [*(weights * factor), offset]
        fitted[engine] = {
            name: round(float(v), 4) for name, v in zip([*names, "bias"], values, strict=True)
        }
    DATA.write_text(json.dumps(fitted, indent=1) + "\n", encoding="utf-8")
    print(f"written: {DATA}")


def crossed(candidates: Table, queries: int, ridge: float) -> Array:
    """Scores of all candidates, each query's by weights fitted without it."""
    fold = np.random.default_rng(0).permutation(queries) % FOLDS
    scores = np.zeros(len(candidates.query))
    for number in range(FOLDS):
        held = fold[candidates.query] == number
        scores[held] = candidates.features[held] @ choice(candidates.only(~held), ridge)
    return scores


if __name__ == "__main__":
    main(Path(sys.argv[1]))
