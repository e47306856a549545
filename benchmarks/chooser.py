"""PropSegmEnt, each sentence left out: ``python -m benchmarks.chooser FOLDER MARKERS``.

FOLDER holds the development part; MARKERS the markers that ``make model-marker`` left out one fold
of document clusters each. The scorer of pieces is fitted in the same five folds, and the whole
engine ``semantic`` proposes from each sentence with the marker and the scorer that have not seen
its cluster. The figures are those
of ``benchmarks/propositions.py``. Needs lightgbm.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from benchmarks.propositions import Sentence, by_engine, read, score
from workbench.propose.pool import chooser
from workbench.propose.pool.marker import mark_by
from workbench.propose.training.chooser import FOLDS, Item, fit, folds, left_out_marker, predict
from workbench.propose.training.chooser import read as read_items


def left_out(
    sentences: list[Sentence], items: list[Item], markers: Path, seed: int
) -> dict[str, Any]:
    """Sets of tokens that the engine finds in each text with models that have not seen it."""
    places = folds([item.source for item in items], FOLDS)
    by_text = {item.source.text: places[item.source.cluster] for item in items}
    found: dict[str, Any] = {}
    shipped = chooser.run_trees, chooser.mark
    for fold in range(FOLDS):
        models = fit([i for i in items if places[i.source.cluster] != fold], seed)

        def run(name: str, rows: Any, threads: int = 1, models: Any = models) -> Any:
            if name not in models:  # the choice between both engines has seen other texts alone
                return shipped[0](name, rows, threads)
            return predict(models[name], rows)

        def mark(tree: Any, threads: int = 1, fold: int = fold) -> Any:
            return mark_by(left_out_marker(markers, fold), tree, threads)

        chooser.run_trees, chooser.mark = run, mark
        engine = by_engine("semantic")
        for sentence in sentences:
            if by_text[sentence.text] == fold:
                found[sentence.text] = engine(sentence)
        chooser.run_trees, chooser.mark = shipped
    return found


def main() -> None:
    """Print precision, recall and F1 at both thresholds, for each seed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("markers", type=Path)
    parser.add_argument("--seeds", type=int, default=1)
    options = parser.parse_args()
    sentences, items = read(options.folder), read_items(options.folder, options.markers)
    for seed in range(1, options.seeds + 1):
        found = left_out(sentences, items, options.markers, seed)
        for least in (0.8, 0.5):
            p, r, f = score(sentences, lambda s, found=found: found[s.text], least)
            print(f"seed {seed}  θ={least}  P {p:5.1f}  R {r:5.1f}  F1 {f:5.1f}", flush=True)
        print(f"{sum(map(len, found.values())) / len(found):.2f} candidates a sentence")


if __name__ == "__main__":
    main()
