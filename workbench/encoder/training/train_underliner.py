"""Train the underliner: which stretches of a sentence a reader would underline as a claim."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from workbench.encoder.training.body import WIDTH
from workbench.encoder.training.export import export, leave_mask_out
from workbench.encoder.training.rates import Course, two_rates
from workbench.encoder.training.underliner_model import ExportedUnderliner, Underliner

BODY_RATE = 1.5e-4
HEAD_RATE = 5e-4
WORDS = 1500  # in a batch
_ANCHORS = 2.0  # weight of the second loss


class Lesson(NamedTuple):
    """One sentence, or a part of it that has its own tree.

    Attributes:
        lower: Its states [w + 1, 384].
        stretches: The first and last word of each claim.
        anchors: The word that each is built on.
    """

    lower: Any
    stretches: list[tuple[int, int]]
    anchors: list[int]


class Batch(NamedTuple):
    """Sentences [b, w + 1], what is to be said of stretches [b, w, w] and of words [b, w]."""

    lower: Tensor
    mask: Tensor
    claims: Tensor
    anchors: Tensor

    @property
    def words(self) -> Tensor:
        """Which words are real."""
        return self.mask[:, 1:].bool()

    @property
    def stretches(self) -> Tensor:
        """Which pairs of words are stretches."""
        real = self.words
        return real[:, :, None] & real[:, None, :] & torch.triu(torch.ones_like(self.claims)).bool()


def make_batch(lessons: Sequence[Lesson]) -> Batch:
    """Padded tensors of some lessons."""
    size, width = len(lessons), max(len(lesson.lower) for lesson in lessons)
    lower, mask = np.zeros((size, width, WIDTH), np.float32), np.zeros((size, width), np.float32)
    claims = np.zeros((size, width - 1, width - 1), np.float32)
    anchors = np.zeros((size, width - 1), np.float32)
    for row, lesson in enumerate(lessons):
        lower[row, : len(lesson.lower)], mask[row, : len(lesson.lower)] = lesson.lower, 1
        for first, last in lesson.stretches:
            claims[row, first, last] = 1
        anchors[row, lesson.anchors] = 1
    return Batch(*(torch.from_numpy(array) for array in (lower, mask, claims, anchors)))


def loss_of(underliner: Underliner, batch: Batch, bf16: bool) -> Tensor:
    """Cross-entropy of the stretches, summed over a sentence, and of the predicates."""
    with torch.autocast("cpu", torch.bfloat16, enabled=bf16):
        pairs, odds = underliner(batch.lower, batch.mask)
    real, words = batch.stretches, batch.words
    entropy = functional.binary_cross_entropy_with_logits
    stretches = entropy(pairs[real], batch.claims[real], reduction="sum") / len(pairs)
    anchors: Tensor = entropy(odds[words], batch.anchors[words])
    return stretches + _ANCHORS * anchors


def train_underliner(
    underliner: Underliner, lessons: Sequence[Lesson], epochs: int, seed: int, bf16: bool = False
) -> None:
    """Train ``underliner`` in place."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    underliner.train()
    optimizer = two_rates(underliner, underliner.layers.parameters(), BODY_RATE, HEAD_RATE)
    plans = [_batches(lessons, rng) for _ in range(epochs)]
    steps = sum(map(len, plans))
    course = Course(underliner, optimizer, steps, max(1, steps // 20))
    for epoch, plan in enumerate(plans, start=1):
        course.pass_over(
            plan, lambda group: loss_of(underliner, make_batch(group), bf16), f"{epoch}/{epochs}"
        )


def _batches(lessons: Sequence[Lesson], rng: random.Random) -> list[list[Lesson]]:
    """Lessons of like length together, the groups in random order."""
    order = list(lessons)
    rng.shuffle(order)
    order.sort(key=lambda lesson: len(lesson.lower) + rng.random() * 3)
    groups: list[list[Lesson]] = []
    words = WORDS
    for lesson in order:
        if words + len(lesson.lower) > WORDS:
            groups.append([])
            words = 0
        groups[-1].append(lesson)
        words += len(lesson.lower)
    rng.shuffle(groups)
    return groups


def write_underliner(underliner: Underliner, out: Path) -> None:
    """Write a trained underliner as an int8 graph."""
    axes = {"lower": {1: "states"}, "pairs": {0: "words", 1: "words"}, "anchors": {0: "words"}}
    export(
        ExportedUnderliner(underliner), {"lower": torch.zeros(1, 9, WIDTH)},
        ["pairs", "anchors"], axes, out,
    )  # fmt: skip
    leave_mask_out(out)
