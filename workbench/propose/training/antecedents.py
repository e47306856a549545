"""Fit what pronouns mean: ``python -m workbench.propose.training.antecedents`` and four folders.

The first holds articles as JSON lines, as ``tests/propose/quality`` does; of those there, the
halves that may be read are taken. ``pronouns`` of an article lists, for the offset of each
pronoun, the phrases that may be written for it. The second holds articles in which all who are
meant are marked (`marked`), the third GUM (``dep/*.conllu``), the fourth what
``training.pointer`` wrote. Prints how many pronouns of articles and texts that were left out get
a right phrase, a wrong one and none, by the least score. Needs lightgbm and onnx.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from workbench.encoder.runtime import model_file
from workbench.propose.pool.features import Array
from workbench.propose.semantic.engine import SemanticEngine
from workbench.propose.semantic.mentions import Mention
from workbench.propose.semantic.ranking import NAMES, OTHERS, Case, rows
from workbench.propose.semantic.weighing import ANTECEDENT, picked
from workbench.propose.training.chooser_trees import write_trees
from workbench.propose.training.halves import articles, left_out
from workbench.propose.training.marked import read_marked
from workbench.propose.training.named_texts import NamedText, gum_texts, own_texts
from workbench.text.furniture.find import furniture

_SETTINGS = {
    "objective": "binary", "learning_rate": 0.05, "num_leaves": 15, "min_data_in_leaf": 15,
    "feature_fraction": 0.4, "bagging_fraction": 0.7, "bagging_freq": 1, "lambda_l2": 5,
    "verbose": -1, "num_threads": 1, "deterministic": True, "force_row_wise": True,
}  # fmt: skip
_ROUNDS = 300
_SEEDS = 2  # ensembles whose mean is taken


class Pronoun(NamedTuple):
    """One pronoun: its article, the rows of what it may mean, which are right, what rules say."""

    article: str
    rows: Array
    right: Array
    ruled: bool | None  # is the rules' choice right; None where they make none

    @property
    def other(self) -> bool:
        """Is it neither a subject nor the owner of one?"""
        return float(self.rows[0][NAMES.index("asked as")]) in OTHERS


def read(folder: Path) -> list[Pronoun]:
    """The marked pronouns of our articles that the engine asks about."""
    found: list[Pronoun] = []
    for article, item in articles(folder):
        wanted = {offset: {p.lower() for p in phrases} for offset, phrases in item["pronouns"]}
        for offset, case in _cases(item["text"]).items():
            if offset in wanted and case.given:
                found.append(_pronoun(article, case, wanted[offset]))
    return found


def read_marked_pronouns(texts: Iterable[tuple[str, NamedText, object]]) -> list[Pronoun]:
    """Those of marked texts, each read by the pointer that has not seen it."""
    found = []
    for name, marked, graph in texts:
        for offset, case in _cases(marked.text).items():
            if not case.given or case.read is None or not marked.chains(offset):
                continue
            case = case._replace(read=case.read.by(graph))
            meant = case.ruled.start if case.ruled is not None else -1
            ruled = None
            if case.ruled is not None:
                ruled = bool(marked.chains(meant) & marked.chains(offset))
            found.append(Pronoun(name, _table(case), np.array(marked.right(case), np.float32),
                                 ruled))  # fmt: skip
    return found


def _cases(text: str) -> dict[int, Case]:
    """The first case of each pronoun that is asked about, by its offset."""
    found: dict[int, Case] = {}

    def keep(case: Case) -> Mention | None:
        offset = case.place.tree.words[case.place.word].start
        found.setdefault(offset, case._replace(times=case.times.copy()))
        return case.ruled

    pieces = [(p.start, p.end, p.kind) for p in furniture(text, None)]
    SemanticEngine(joint=None, weigh=keep).candidates(text, pieces)
    return found


def _pronoun(article: str, case: Case, wanted: set[str]) -> Pronoun:
    right = [option.mention.text.lower() in wanted for option in case.given]
    ruled = case.ruled.text.lower() in wanted if case.ruled is not None else None
    return Pronoun(article, _table(case), np.array(right, dtype=np.float32), ruled)


def _table(case: Case) -> Array:
    return np.array(rows(case), dtype=np.float32).reshape(-1, len(NAMES))


def fit(pronouns: Sequence[Pronoun]) -> list[Any]:
    """The ensembles."""
    import lightgbm

    table = np.concatenate([p.rows for p in pronouns])
    target = np.concatenate([p.right for p in pronouns])
    data = lightgbm.Dataset(table, target, free_raw_data=False)
    return [
        lightgbm.train(_SETTINGS | {"seed": seed}, data, _ROUNDS) for seed in range(1, _SEEDS + 1)
    ]


def measure(
    pronouns: Sequence[Pronoun], scores: Sequence[Array], least: float | None
) -> tuple[int, int, int]:
    """How many get a right phrase, a wrong one, and none; ``least`` None: as shipped."""
    right = wrong = 0
    for pronoun, got in zip(pronouns, scores, strict=True):
        best = picked(got, pronoun.ruled is None, least)
        if best is not None:
            right += int(pronoun.right[best])
            wrong += int(not pronoun.right[best])
    return right, wrong, len(pronouns) - right - wrong


def main() -> None:
    """Print what articles left out get, fit on all and write the model."""
    parser = argparse.ArgumentParser(prog="python -m workbench.propose.training.antecedents")
    parser.add_argument("folder", type=Path, help="articles with marked pronouns")
    parser.add_argument("articles", type=Path, help="articles with all marks")
    parser.add_argument("gum", type=Path, help="GUM's dep folder")
    parser.add_argument("pointers", type=Path, help="what training.pointer wrote")
    parser.add_argument("--out", type=Path, default=model_file(ANTECEDENT))
    options = parser.parse_args()
    marked = own_texts(read_marked(options.articles), options.pointers)
    sets = {
        "our articles": read(options.folder),
        "our marked articles": read_marked_pronouns(marked),
        "GUM": read_marked_pronouns(gum_texts(options.gum, options.pointers)),
    }
    pronouns = [pronoun for some in sets.values() for pronoun in some]
    scores = left_out(pronouns, fit)
    for name, some in sets.items():
        told, scores = scores[: len(some)], scores[len(some) :]
        for kind, others in (("subjects and who owns them", False), ("others", True)):
            kept = [(p, s) for p, s in zip(some, told, strict=True) if p.other == others]
            _report(f"{name}, {kind}", [p for p, _ in kept], [s for _, s in kept])
    write_trees(fit(pronouns), options.out)


def _report(name: str, pronouns: Sequence[Pronoun], scores: Sequence[Array]) -> None:
    sure = [p.ruled for p in pronouns]
    print(f"{name}: {len(pronouns)} pronouns; rules: right {sure.count(True)}, "
          f"wrong {sure.count(False)}, none {sure.count(None)}")  # fmt: skip
    alone = [(p, s) for p, s in zip(pronouns, scores, strict=True) if p.ruled is None]
    for least in (None, 0.1, 0.2, 0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7):
        right, wrong, none = measure(pronouns, scores, least)
        named, falsely, _ = measure([p for p, _ in alone], [s for _, s in alone], least)
        print(f"least {least or 'as shipped'}: right {right}, wrong {wrong}, none {none}; "
              f"of those that the rules leave alone: right {named}, wrong {falsely}")  # fmt: skip


if __name__ == "__main__":
    main()
