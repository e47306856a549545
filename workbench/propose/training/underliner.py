"""Train the underliner: ``python -m workbench.propose.training.underliner ARTICLES CLAIMS``.

ARTICLES and CLAIMS hold articles of our own and the claims that are underlined in them
(`underlined`). The layers are those of the shipped parser; each tree of a sentence, as the engine
parts it, is a lesson. Needs torch and onnx.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

from workbench.encoder.runtime import model_file
from workbench.encoder.training.marker_model import load_layers
from workbench.encoder.training.train_underliner import (
    Lesson,
    train_underliner,
    write_underliner,
)
from workbench.encoder.training.underliner_model import Underliner
from workbench.propose.joint.underline import UNDERLINER
from workbench.propose.training.recorded import recorded
from workbench.propose.training.underlined import Underlined, read_underlined
from workbench.propose.tree.tree import Tree


def lessons_of(article: Underlined) -> list[Lesson]:
    """Each tree of an article's sentences, with the claims of which it has most words."""
    trees = [g.tree for sentence in recorded(article.text) for g in sentence.grounds]
    trees = [tree for tree in trees if tree.lower is not None]
    claims: list[list[list[int]]] = [[] for _ in trees]
    for start, end in article.claims:
        inside = [_words(tree, start, end) for tree in trees]
        best = max(range(len(trees)), key=lambda i: len(inside[i]), default=-1)
        if best >= 0 and inside[best]:
            claims[best].append(inside[best])
    return [_lesson(tree, some) for tree, some in zip(trees, claims, strict=True)]


def _words(tree: Tree, start: int, end: int) -> list[int]:
    return [w for w, word in enumerate(tree.words) if start <= word.start and word.end <= end]


def _lesson(tree: Tree, claims: Sequence[list[int]]) -> Lesson:
    assert tree.lower is not None
    anchors = {tree.highest(words) for words in claims}
    stretches = {(words[0], words[-1]) for words in claims}
    return Lesson(tree.lower[0].astype(np.float16), sorted(stretches), sorted(anchors))


def main() -> None:
    """Train the underliner and write it."""
    parser = argparse.ArgumentParser(prog="python -m workbench.propose.training.underliner")
    parser.add_argument("articles", type=Path, help="our own, with marks of who is meant")
    parser.add_argument("claims", type=Path, help="the claims in them")
    parser.add_argument("--out", type=Path, default=model_file(UNDERLINER))
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--bf16", action="store_true", help="compute in bfloat16")
    options = parser.parse_args()
    torch.set_num_threads(1)
    lessons = [
        lesson
        for article in read_underlined(options.articles, options.claims)
        for lesson in lessons_of(article)
    ]
    print(f"{len(lessons)} trees, {sum(len(lesson.stretches) for lesson in lessons)} claims")
    torch.manual_seed(options.seed)
    underliner = Underliner()
    load_layers(underliner.layers, model_file("parser.onnx"))
    train_underliner(underliner, lessons, options.epochs, options.seed, options.bf16)
    write_underliner(underliner, options.out)


if __name__ == "__main__":
    main()
