"""The learning curve, and the work saved: ``python -m benchmarks.learning_curve TRAIN.json``.

TRAIN.json is ClaimBuster's: a list of ``{"sentence_id", "text", "label"}``, label 1 = check-worthy.
Five-fold cross-validation; each figure is the mean over the folds and over some draws of labels.
Average precision (AP) is given twice: as the file is (a quarter is check-worthy), and with the
classes made even, each negative counting for positives / negatives, which is what a file with as
many of both would show.

The work saved is simulated on the sentences in the order of the debates (``sentence_id``): a
reviewer reads one after the other in the order by check-worthiness; after each twenty decisions
it is learned anew. Counted is what share of the check-worthy sentences she has met after reading
20 % of them all, against reading in the order of the debates.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import mean
from typing import Any

import numpy as np

from benchmarks.check_worthiness import average_precision
from workbench import encoder
from workbench.propose import check_worthiness
from workbench.review.learning.examples import Example
from workbench.review.learning.model import train

FOLDS, DRAWS, EVERY, SHARE = 5, 4, 20, 0.2
SIZES = (0, 50, 200, 1000, None)


class Data:
    """The sentences with their labels and, where the encoder is installed, their vectors."""

    def __init__(self, rows: Sequence[dict[str, Any]], vectors: Any) -> None:
        self.examples = [Example(row["text"], row["label"] == 1) for row in rows]
        self.labels = [int(example.worth) for example in self.examples]
        self.texts = [example.text for example in self.examples]
        self.vectors = vectors
        self.rules = check_worthiness(self.texts)

    def scores(self, learned: Sequence[int], asked: Sequence[int], vectors: bool) -> list[float]:
        """Scores of the sentences ``asked`` after the labels of those ``learned``."""
        if len({self.labels[i] for i in learned}) < 2:
            return [self.rules[i] for i in asked]
        rows = self.vectors if vectors else None
        model = train([self.examples[i] for i in learned], None if rows is None else rows[learned])
        texts = [self.texts[i] for i in asked]
        found = model.scores(texts, ["clause"] * len(texts), None if rows is None else rows[asked])
        return [float(value) for value in found]


def both(labels: Sequence[int], scores: Sequence[float]) -> tuple[float, float]:
    """AP as it is, and with the classes made even."""
    share = sum(labels) / len(labels)
    plain = average_precision(labels, scores)
    return plain, average_precision(labels, scores, share / (1 - share))


def curve(data: Data, size: int | None, vectors: bool) -> tuple[float, float]:
    """Mean AP on held-out folds after ``size`` labels drawn from the others."""
    chance = random.Random(7)
    order = list(range(len(data.labels)))
    chance.shuffle(order)
    found = []
    for fold in range(FOLDS):
        tested = order[fold::FOLDS]
        others = [i for at, i in enumerate(order) if at % FOLDS != fold]
        for draw in range(DRAWS if size else 1):
            pick = random.Random(100 * fold + draw)
            learned = others if size is None else sorted(pick.sample(others, size))
            scores = data.scores(learned, tested, vectors)
            found.append(both([data.labels[i] for i in tested], scores))
    return mean(plain for plain, _ in found), mean(even for _, even in found)


def saved(data: Data, vectors: bool, every: int) -> float:
    """Share of the check-worthy sentences met in the first part of the learned order."""
    total = len(data.labels)
    left, seen = set(range(total)), list[int]()
    ranked = sorted(left, key=lambda i: (-data.rules[i], i))
    while len(seen) < SHARE * total:
        batch = [i for i in ranked if i in left][:every]
        seen += batch
        left -= set(batch)
        asked = sorted(left)
        scores = dict(zip(asked, data.scores(seen, asked, vectors), strict=True))
        ranked = sorted(asked, key=lambda i: (-scores[i], i))
    read = seen[: round(SHARE * total)]
    return sum(data.labels[i] for i in read) / sum(data.labels)


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description="Learning curve and work saved.")
    parser.add_argument("path", type=Path)
    parser.add_argument("--every", type=int, default=EVERY, help="decisions between two lessons")
    options = parser.parse_args()
    rows = sorted(json.loads(options.path.read_text("utf-8")), key=lambda r: r["sentence_id"])
    started = time.perf_counter()
    vectors = None
    if encoder.available():
        found = encoder.encode([row["text"] for row in rows], batch=1)
        vectors = found.astype("<f2").astype(np.float32)  # as they are kept with a project
    data = Data(rows, vectors)
    worth = sum(data.labels)
    print(f"{len(rows)} sentences, {worth} check-worthy; vectors in "
          f"{time.perf_counter() - started:.0f} s")  # fmt: skip
    engines = [("rules, words", False)] + (
        [("rules, words, vectors", True)] if encoder.available() else []
    )
    for size in SIZES:
        for name, use in engines:
            plain, even = curve(data, size, use)
            told = "all" if size is None else size
            print(
                f"{told!s:>5} labels  {name:22} AP {plain:.3f}, classes even {even:.3f}", flush=True
            )
    first = sum(data.labels[: round(SHARE * len(rows))]) / worth
    by_rules = sorted(range(len(rows)), key=lambda i: (-data.rules[i], i))[
        : round(SHARE * len(rows))
    ]
    ruled = sum(data.labels[i] for i in by_rules) / worth
    most = min(1.0, SHARE * len(rows) / worth)
    print(f"met after reading {SHARE:.0%} (at most {most:.1%} can be): ", end="")
    print(f"in the debates' order {first:.1%}, by the rules {ruled:.1%}", flush=True)
    for name, use in engines:
        print(
            f"  learning every {options.every}, {name}: {saved(data, use, options.every):.1%}",
            flush=True,
        )


if __name__ == "__main__":
    main()
