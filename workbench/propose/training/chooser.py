"""Fit the scorer of pieces: ``python -m workbench.propose.training.chooser FOLDER MARKERS``.

FOLDER holds PropSegmEnt's development part (Chen et al., Findings of ACL 2023), with the answers
of all its raters. MARKERS holds the five markers that ``training.marker`` made, each without some
document clusters, so that the scorer learns from what a marker says of sentences that are new to
it. A piece's target is the share of raters, the reference answer counted as much as all of them,
one of whose propositions it matches at a Jaccard similarity of 0.8.
``benchmarks/chooser.py`` measures on sentences left out. Needs lightgbm and onnx.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from workbench.encoder.runtime import load_graph, model_file
from workbench.propose.pool.chooser import MODELS
from workbench.propose.pool.features import Array, Sentence
from workbench.propose.pool.marked import Marked
from workbench.propose.pool.marker import mark_by
from workbench.propose.pool.pieces import pool
from workbench.propose.pool.rivals import rivals
from workbench.propose.training.chooser_trees import write_trees
from workbench.propose.tree.brackets import parse_around
from workbench.propose.tree.repair import repair
from workbench.propose.tree.tokens import Word, tokenize
from workbench.propose.tree.tree import Tree

Models = dict[str, list[Any]]
FOLDS = 5  # of the measure, by document cluster
INNER = 4  # folds in which one ensemble scores what the next learns from
_SEEDS = 3  # of the last ensemble, whose mean is taken
ENOUGH = 0.8
_SETTINGS = {
    "objective": "cross_entropy", "learning_rate": 0.05, "num_leaves": 31, "min_data_in_leaf": 40,
    "feature_fraction": 0.5, "bagging_fraction": 0.8, "bagging_freq": 1, "lambda_l2": 5,
    "verbose": -1, "num_threads": 1, "seed": 1, "deterministic": True, "force_row_wise": True,
}  # fmt: skip


@dataclass
class Source:
    """One sentence, what its raters marked as masks of tokens, and the tokens of each word."""

    cluster: str
    text: str
    raters: list[list[int]]
    reference: list[int] | None
    tree: Tree
    tokens: list[int]


@dataclass
class Item:
    """A sentence with its pieces."""

    source: Source
    sentence: Sentence
    masks: list[int]
    arcs: Array
    arc_target: Array
    arc_weight: Array
    target: Array
    goes: Array = field(default_factory=lambda: np.zeros(0, np.float32))


def jaccard(a: int, b: int) -> float:
    """Similarity of two sets given as masks."""
    return (a & b).bit_count() / ((a | b).bit_count() or 1)


def read(folder: Path, markers: Path) -> list[Item]:
    """The sentences with their pieces, marked by the marker that has not seen their cluster."""
    sources = read_sources(folder)
    places = folds(sources, FOLDS)
    return [_item(s, mark_by(left_out_marker(markers, places[s.cluster]), s.tree)) for s in sources]


def left_out_marker(markers: Path, fold: int) -> Any:
    """The graph of the marker that has not seen a fold."""
    return load_graph(str((markers / f"marker_{fold}.onnx").absolute()), 1)


def read_sources(folder: Path) -> list[Source]:
    """The sentences that have a text and at least one answer."""
    texts = {}
    for cluster in json.loads((folder / "document_clusters.dev.json").read_text("utf-8")):
        for document in cluster["documents"]:
            for index, sentence in enumerate(document["sentences"]):
                texts[cluster["cluster_id"], document["document_id"], index] = sentence
    found = []
    for entry in json.loads((folder / "propositions.dev.json").read_text("utf-8")):
        key = entry["sentence_id"]
        place = key["cluster_id"], key["document_id"], key.get("sentence_index", 0)
        answers = entry["segmentation_responses"]
        raters = [marked for answer in answers if (marked := _masks(answer))]
        if place in texts and raters:
            chosen = [_masks(answer) for answer in answers if answer.get("is_reference_response")]
            found.append(_source(texts[place], place[0], raters, chosen[0] if chosen else None))
    return found


def _masks(answer: dict[str, Any]) -> list[int]:
    return [sum(1 << i for i in p["token_indices"]) for p in answer.get("propositions", [])]


def _source(
    entry: dict[str, Any], cluster: str, raters: list[list[int]], reference: list[int] | None
) -> Source:
    text = entry["sentence_text"]
    starts = [t.get("character_offset_of_token_in_sentence", 0) for t in entry["tokens"]]
    parsed = parse_around([tokenize(text, 0, len(text))])[0]
    assert parsed is not None
    tree = repair(parsed)
    tokens = [_tokens(word, starts) for word in tree.words]
    return Source(cluster, text, raters, reference, tree, tokens)


def _item(source: Source, marked: Marked) -> Item:
    tree, tokens = source.tree, source.tokens
    sentence = Sentence(tree, pool(tree, marked), marked)
    masks = [sum(t for w, t in enumerate(tokens) if p.mask >> w & 1) for p in sentence.pieces]
    target, weight = _arc_targets(tree.heads, tokens, source.raters)
    return Item(source, sentence, masks, sentence.arcs(), target, weight,
                _piece_targets(masks, source.raters, source.reference))  # fmt: skip


def _tokens(word: Word, starts: list[int]) -> int:
    return sum(1 << i for i, start in enumerate(starts) if word.start <= start < word.end)


def _arc_targets(
    heads: list[int], tokens: list[int], raters: list[list[int]]
) -> tuple[Array, Array]:
    """For each word: how often it is in when its head is, and how often that is seen."""
    target, weight = np.zeros(len(heads), np.float32), np.zeros(len(heads), np.float32)
    for word, head in enumerate(heads):
        for marked in raters if head >= 0 and tokens[word] else ():
            seen = [mask for mask in marked if mask & tokens[head]]
            weight[word] += len(seen) / len(marked)
            target[word] += sum(bool(m & tokens[word]) for m in seen) / len(marked)
    weight += np.float32(1e-6)
    target /= weight
    return target, weight


def _piece_targets(masks: list[int], raters: list[list[int]], reference: list[int] | None) -> Array:
    def hits(marked: list[int]) -> Array:
        best = [max(jaccard(mask, m) for m in marked) for mask in masks]
        return (np.array(best) >= ENOUGH).astype(np.float32)

    target: Array = np.mean([hits(marked) for marked in raters], axis=0, dtype=np.float32)
    return (target + hits(reference)) * np.float32(0.5) if reference else target


def _fit(rows: Array, target: Array, weight: Array | None, count: int, **more: Any) -> Any:
    import lightgbm

    data = lightgbm.Dataset(rows, target, weight=weight)
    return lightgbm.train(_SETTINGS | more, data, count)


def fit_arcs(items: list[Item]) -> Any:
    """The ensemble that says how likely a word goes with its head."""
    return _fit(
        np.concatenate([i.arcs for i in items]), np.concatenate([i.arc_target for i in items]),
        np.concatenate([i.arc_weight for i in items]), 150, num_leaves=15,
    )  # fmt: skip


def fit_pieces(items: list[Item], seed: int) -> tuple[Any, Any]:
    """The first two ensembles; the second learns from what the first says of unseen sentences."""
    for left, held in _parted(items):
        arcs = fit_arcs(left)
        for item in held:
            item.goes = predict([arcs], item.arcs)
    rows = np.concatenate([item.sentence.rows(item.goes) for item in items])
    pieces = _fit(rows, np.concatenate([item.target for item in items]), None, 200, seed=seed)
    return fit_arcs(items), pieces


def fit(items: list[Item], seed: int = 1) -> Models:
    """All ensembles by name; the last learns from what the others say of unseen sentences."""
    found: list[tuple[Array, Array]] = []
    for left, held in _parted(items):
        arcs, pieces = fit_pieces(left, seed)
        for item in held:
            rows = item.sentence.rows(predict([arcs], item.arcs))
            best, made = rivals(item.sentence, predict([pieces], rows), rows)
            found.append((made, item.target[best]))
    rows = np.concatenate([made for made, _ in found])
    target = np.concatenate([wanted for _, wanted in found])
    again = [
        _fit(rows, target, None, 150, seed=seed * _SEEDS + more, bagging_seed=seed * _SEEDS + more,
             feature_fraction_seed=seed * _SEEDS + more, num_leaves=15, min_data_in_leaf=60)
        for more in range(_SEEDS)
    ]  # fmt: skip
    arcs, pieces = fit_pieces(items, seed)
    return dict(zip(MODELS, ([arcs], [pieces], again), strict=True))


def _parted(items: list[Item]) -> Iterator[tuple[list[Item], list[Item]]]:
    """The sentences of all folds but one, and those of that one."""
    places = folds([item.source for item in items], INNER)
    for fold in range(INNER):
        yield ([i for i in items if places[i.source.cluster] != fold],
               [i for i in items if places[i.source.cluster] == fold])  # fmt: skip


def predict(models: Sequence[Any], rows: Array) -> Array:
    """Scores in [0, 1] of rows by the mean of ensembles that were fitted here."""
    raw = np.mean([model.predict(rows, raw_score=True) for model in models], axis=0)
    scores: Array = (1.0 / (1.0 + np.exp(-raw))).astype(np.float32)
    return scores


def folds(sources: Sequence[Source], count: int) -> dict[str, int]:
    """A fold for each document cluster, the folds of like size."""
    sizes = [0] * count
    found = {}
    for cluster, size in sorted(Counter(s.cluster for s in sources).items(), key=lambda c: -c[1]):
        found[cluster] = sizes.index(min(sizes))
        sizes[found[cluster]] += size
    return found


def main() -> None:
    """Fit the ensembles and write them."""
    parser = argparse.ArgumentParser(prog="python -m workbench.propose.training.chooser")
    parser.add_argument("folder", type=Path, help="PropSegmEnt's development part")
    parser.add_argument("markers", type=Path, help="what training.marker wrote")
    parser.add_argument("--out", type=Path, default=model_file(""))
    options = parser.parse_args()
    items = read(options.folder, options.markers)
    print(f"{len(items)} sentences, {np.mean([len(i.masks) for i in items]):.0f} pieces each")
    for name, models in fit(items).items():
        write_trees(models, options.out / name)


if __name__ == "__main__":
    main()
