"""Fit the choice of what is shown: ``python -m workbench.propose.training.joint FOLDER``.

FOLDER holds articles with marked claims as JSON lines, as ``tests/propose/quality`` does; of
those there, the halves that may be read are taken. Two ensembles are fitted: of what the clause
rules show, what is kept (a candidate's target is whether it reaches a token Jaccard of 0.6 with a
marked claim), and what is shown besides (whether it does so with a claim that nothing kept
reaches). Prints what articles get from a fit on others: claims lost by what is dropped, claims
found, and candidates for each, by the least score. Needs lightgbm and onnx.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from workbench.encoder.runtime import model_file
from workbench.propose.joint import choose
from workbench.propose.joint.choose import JOINT
from workbench.propose.joint.keep import KEEP, dropped
from workbench.propose.joint.table import (
    SAME,
    SHOWN,
    Array,
    Told,
    compared,
    jaccard,
    lines,
    options,
    rows,
    tokens,
)
from workbench.propose.joint.underline import stretches
from workbench.propose.training.chooser_trees import write_trees
from workbench.propose.training.halves import articles, left_out
from workbench.propose.training.recorded import recorded
from workbench.propose.tree.tree import Tree

_SETTINGS = {
    "objective": "binary", "learning_rate": 0.05, "num_leaves": 7, "min_data_in_leaf": 20,
    "feature_fraction": 0.3, "bagging_fraction": 0.7, "bagging_freq": 1, "lambda_l2": 5,
    "verbose": -1, "num_threads": 1, "deterministic": True, "force_row_wise": True,
}  # fmt: skip
_ROUNDS = 200
_ROUNDS_OF_KEEP = 300
_SEEDS = 3  # ensembles whose mean is taken


class Sentence(NamedTuple):
    """What was found in one sentence of an article, and which of its gold claims each meets."""

    article: str  # its half and number
    told: list[Told]
    rows: Array  # of all, [told, names]
    meets: list[frozenset[int]]  # numbers of gold claims, article by article
    trees: list[Tree]


def read(folder: Path) -> tuple[list[Sentence], int]:
    """The sentences of the articles, and how many claims are marked in them."""
    found: list[Sentence] = []
    count = 0
    for article, item in articles(folder):
        marked = [_claim(item["text"], claim) for claim in item["claims"]]
        gold = dict(enumerate(marked, count))
        count += len(gold)
        found += _sentences(article, item["text"], gold)
    return found, count


def _claim(text: str, claim: dict[str, Any]) -> frozenset[int]:
    start = claim.get("start", text.rindex(claim["quote"]))
    return tokens(text, [(start, start + len(claim["quote"]))])


def _sentences(article: str, text: str, gold: dict[int, frozenset[int]]) -> list[Sentence]:
    found = []
    for told, grounds in recorded(text):
        if told:
            marked = lines(told, [stretches(g.tree) for g in grounds])
            table = rows(text, told, range(len(told)), grounds, marked)
            meets = [_meets(t, gold) for t in told]
            found.append(Sentence(article, told, table, meets, [g.tree for g in grounds]))
    return found


def _meets(told: Told, gold: dict[int, frozenset[int]]) -> frozenset[int]:
    return frozenset(
        number
        for number, words in gold.items()
        if max(jaccard(told.span, words), jaccard(told.parts, words)) >= SAME
    )


def fit(sentences: Sequence[Sentence]) -> list[Any]:
    """The ensembles of what is shown besides, on all candidates that may be."""
    table = np.concatenate([s.rows[options(s.told)] for s in sentences])
    return _trees(table, np.concatenate([_targets(s) for s in sentences]), _ROUNDS)


def fit_keep(sentences: Sequence[Sentence]) -> list[Any]:
    """The ensembles of what is kept, on all candidates."""
    table = np.concatenate([s.rows for s in sentences])
    target = np.array([bool(m) for s in sentences for m in s.meets], dtype=np.float32)
    return _trees(table, target, _ROUNDS_OF_KEEP)


def _trees(table: Array, target: Array, rounds: int) -> list[Any]:
    import lightgbm

    data = lightgbm.Dataset(table, target, free_raw_data=False)
    return [
        lightgbm.train(_SETTINGS | {"seed": seed}, data, rounds) for seed in range(1, _SEEDS + 1)
    ]


def _targets(sentence: Sentence) -> Array:
    """Does a candidate meet a gold claim that nothing shown meets?"""
    told, meets = sentence.told, sentence.meets
    met = frozenset[int]().union(
        *(m for t, m in zip(told, meets, strict=True) if t.source == SHOWN)
    )
    return np.array([bool(meets[i] - met) for i in options(told)], dtype=np.float32)


def without_low(sentences: Sequence[Sentence], scores: Sequence[Array]) -> list[Sentence]:
    """The sentences without what scores too low to be kept, the rest compared."""
    return [
        s._replace(told=compared(dropped(s.told, found), s.trees))
        for s, found in zip(sentences, scores, strict=True)
    ]


def shown(sentences: Sequence[Sentence]) -> tuple[int, int]:
    """How many candidates the clause rules show, and how many claims those meet."""
    kept = [[i for i, t in enumerate(s.told) if t.source == SHOWN] for s in sentences]
    met = {claim for s, places in zip(sentences, kept, strict=True)
           for i in places for claim in s.meets[i]}  # fmt: skip
    return sum(map(len, kept)), len(met)


def measure(
    sentences: Sequence[Sentence], scores: Sequence[Array], claims: int, least: float
) -> tuple[float, float]:
    """Share of the claims that are found, and candidates for each, when the best are added."""
    met: set[int] = set()
    count = 0
    for sentence, got in zip(sentences, scores, strict=True):
        told = sentence.told
        kept = [i for i, t in enumerate(told) if t.source == SHOWN]
        open_ = options(told)
        places = {id(told[i]): i for i in open_}
        taken = choose.chosen([told[i] for i in open_], got[open_], sentence.trees, least=least)
        kept += [places[id(t)] for t in taken]
        count += len(kept)
        for i in kept:
            met |= sentence.meets[i]
    return len(met) / claims, count / claims


def main() -> None:
    """Print what halves left out get, fit on all and write the model."""
    parser = argparse.ArgumentParser(prog="python -m workbench.propose.training.joint")
    parser.add_argument("folder", type=Path, help="articles with marked claims")
    parser.add_argument("--out", type=Path, default=model_file(""), help="folder of the models")
    arguments = parser.parse_args()
    sentences, claims = read(arguments.folder)
    print(f"{claims} claims, {sum(len(s.told) for s in sentences)} candidates")
    kept = without_low(sentences, left_out(sentences, fit_keep))
    for name, some in (("clause rules", sentences), ("what is kept of them", kept)):
        print("{}: {} candidates, which meet {} claims".format(name, *shown(some)))
    scores = left_out(kept, fit)
    for least in (1.1, 0.5, 0.4, 0.3, 0.2, 0.15, 0.1, 0.07, 0.05, 0.03, 0.02):
        found, each = measure(kept, scores, claims, least)
        print(f"least {least:.2f}: found {found:.1%}, {each:.2f} candidates a claim")
    write_trees(fit_keep(sentences), arguments.out / KEEP)
    write_trees(fit(kept), arguments.out / JOINT)


if __name__ == "__main__":
    main()
