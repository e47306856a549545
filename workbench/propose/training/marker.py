"""Train the marker: ``python -m workbench.propose.training.marker FOLDER MARKERS``.

FOLDER holds ``propsegment/``, ``minwiki/`` and ``carb/``. The layers are those of the shipped
parser; they learn from MinWiki and CaRB, then from PropSegmEnt: once from all of it, which makes
the shipped marker, and once without each fold of document clusters, for the scorer of pieces to
learn from and for the benchmark; these go to MARKERS. Needs torch, onnx and scipy.
"""

from __future__ import annotations

import argparse
import copy
from pathlib import Path

import torch

from workbench.encoder.runtime import model_file
from workbench.encoder.training.marker_model import Marker, load_parser_layers
from workbench.encoder.training.train_marker import train_marker, write_marker
from workbench.propose.pool.marker import MARKER
from workbench.propose.training.chooser import FOLDS, folds, read_sources
from workbench.propose.training.marker_data import first_lessons, of_raters

_FIRST, _LATER = 2, 5  # epochs


def main() -> None:
    """Train the markers and write them."""
    parser = argparse.ArgumentParser(prog="python -m workbench.propose.training.marker")
    parser.add_argument("folder", type=Path)
    parser.add_argument("markers", type=Path, help="where the markers of the folds go")
    parser.add_argument("--out", type=Path, default=model_file(""))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--bf16", action="store_true", help="compute in bfloat16")
    parser.add_argument("--first", type=Path, help="keep what is learned first here, or take it")
    options = parser.parse_args()
    torch.set_num_threads(1)
    first = _first(options)
    sources = read_sources(options.folder / "propsegment")
    places = folds(sources, FOLDS)
    lessons = [(places[s.cluster], made) for s in sources if (made := of_raters(s)) is not None]
    options.markers.mkdir(parents=True, exist_ok=True)
    for fold in range(FOLDS + 1):  # the last leaves nothing out
        marker = copy.deepcopy(first)
        kept = [made for place, made in lessons if place != fold]
        train_marker(marker, kept, _LATER, options.seed * 10 + fold, options.bf16)
        name = options.markers / f"marker_{fold}.onnx" if fold < FOLDS else options.out / MARKER
        write_marker(marker, name)


def _first(options: argparse.Namespace) -> Marker:
    """A marker that has learned from MinWiki and CaRB."""
    torch.manual_seed(options.seed)
    marker = Marker()
    if options.first is not None and options.first.is_file():
        marker.load_state_dict(torch.load(options.first, weights_only=True))
        return marker
    load_parser_layers(marker, model_file("parser.onnx"))
    lessons = first_lessons(options.folder / "minwiki", options.folder / "carb")
    print(f"{len(lessons)} sentences of MinWiki and CaRB")
    train_marker(marker, lessons, _FIRST, options.seed, options.bf16)
    if options.first is not None:
        torch.save(marker.state_dict(), options.first)
    return marker


if __name__ == "__main__":
    main()
