"""Train the pointer: what pronouns, and phrases that are named again, stand for."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from torch import Tensor

from workbench.encoder.apart import BACK, apart
from workbench.encoder.training.body import WIDTH
from workbench.encoder.training.export import export, leave_mask_out
from workbench.encoder.training.pointer_model import ExportedPointer, Pointer
from workbench.encoder.training.rates import Course, two_rates

BODY_RATE = 1.5e-4
HEAD_RATE = 1e-3
WORDS = 1800  # in a batch
_MOST_LOSS = 12.0  # of one question: some answers are wrong
_MUCH_LESS = -1e4


class Question(NamedTuple):
    """One word that may stand for others.

    Attributes:
        place: Which word of the lesson.
        kind: `kind_of` it.
        given: The words that it may stand for.
        right: Of those, the ones that it does.
        none: Is it right too that it stands for none of them?
        weight: Of its loss.
    """

    place: int
    kind: int
    given: list[int]
    right: set[int]
    none: bool
    weight: float


class Part(NamedTuple):
    """One sentence of a lesson: how far back it stands, and its states [w + 1, 384]."""

    back: int
    lower: Any


class Lesson(NamedTuple):
    """Sentences that are read together, and what is asked of their words."""

    parts: list[Part]
    questions: list[Question]

    @property
    def size(self) -> int:
        """How many words it has."""
        return sum(len(part.lower) - 1 for part in self.parts)


class Batch(NamedTuple):
    """Lessons [b, n], and the questions [q] about their words."""

    lower: Tensor
    mask: Tensor
    back: Tensor
    lesson: Tensor  # of each question
    place: Tensor
    kind: Tensor
    apart: Tensor  # [2, q, n]
    given: Tensor  # [q, n]
    right: Tensor  # [q, n + 1]; the first is none
    weight: Tensor


def make_batch(lessons: Sequence[Lesson]) -> Batch:
    """Padded tensors of some lessons."""
    width = max(lesson.size + len(lesson.parts) for lesson in lessons)
    asked = [(row, q) for row, lesson in enumerate(lessons) for q in lesson.questions]
    lower = np.zeros((len(lessons), width, WIDTH), np.float32)
    mask = np.zeros((len(lessons), width), np.float32)
    back = np.zeros((len(lessons), width), np.int64)
    between = np.zeros((2, len(asked), width), np.int64)
    given = np.zeros((len(asked), width), bool)
    right = np.zeros((len(asked), width + 1), bool)
    places, at = [], 0
    for row, lesson in enumerate(lessons):
        words = _place(lesson, lower[row], mask[row], back[row])
        steps = apart([part.back for part in lesson.parts for _ in part.lower[1:]])
        for question in lesson.questions:
            between[:, at, words] = steps[:, question.place]
            given[at, words[question.given]] = True
            right[at, words[sorted(question.right)] + 1] = True
            right[at, 0] = question.none or not question.right
            places.append(int(words[question.place]))
            at += 1
    return Batch(
        torch.from_numpy(lower), torch.from_numpy(mask), torch.from_numpy(back),
        torch.tensor([row for row, _ in asked]), torch.tensor(places),
        torch.tensor([q.kind for _, q in asked]), torch.from_numpy(between),
        torch.from_numpy(given), torch.from_numpy(right),
        torch.tensor([q.weight for _, q in asked]),
    )  # fmt: skip


def _place(lesson: Lesson, lower: Any, mask: Any, back: Any) -> Any:
    """Fill in one lesson's row; where its words stand there."""
    words: list[int] = []
    at = 0
    for part in lesson.parts:
        stop = at + len(part.lower)
        lower[at:stop], mask[at:stop], back[at:stop] = part.lower, 1, min(part.back, BACK - 1)
        words += range(at + 1, stop)
        at = stop
    return np.array(words)


def loss_of(pointer: Pointer, batch: Batch, bf16: bool) -> Tensor:
    """Negative log of the summed likelihood of all right words, or of none."""
    with torch.autocast("cpu", torch.bfloat16, enabled=bf16):
        states = pointer.states(batch.lower, batch.mask, batch.back)
    asks, known = pointer.parts(states.float())
    asks, known = asks[batch.lesson, batch.place], known[batch.lesson]
    scores = (pointer.mix(asks)[:, None] * known).sum(-1) + pointer.prior(known)[:, :, 0]
    scores = scores + pointer.apart(batch.kind, batch.apart)
    none = pointer.none(asks) + pointer.unknown[batch.kind][:, None]
    odds = torch.cat([none, scores.masked_fill(~batch.given, _MUCH_LESS)], 1).log_softmax(1)
    losses = -odds.masked_fill(~batch.right, _MUCH_LESS).logsumexp(1)
    return (losses.clamp(max=_MOST_LOSS) * batch.weight).sum() / batch.weight.sum()


def train_pointer(
    pointer: Pointer, lessons: Callable[[random.Random], list[Lesson]], epochs: int, seed: int,
    bf16: bool = False,
) -> None:  # fmt: skip
    """Train ``pointer`` in place; ``lessons`` makes those of one epoch."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    pointer.train()
    optimizer = two_rates(pointer, pointer.layers.parameters(), BODY_RATE, HEAD_RATE)
    plan = _batches(lessons(rng), rng)
    steps = len(plan) * epochs
    course = Course(pointer, optimizer, steps, max(1, steps // 15), floor=0.02)
    for epoch in range(1, epochs + 1):
        course.pass_over(
            plan, lambda group: loss_of(pointer, make_batch(group), bf16), f"{epoch}/{epochs}"
        )
        if epoch < epochs:
            plan = _batches(lessons(rng), rng)


def _batches(lessons: list[Lesson], rng: random.Random) -> list[list[Lesson]]:
    """Lessons of like length together, the groups in random order."""
    rng.shuffle(lessons)
    lessons.sort(key=lambda lesson: lesson.size + rng.random() * 15)
    groups: list[list[Lesson]] = []
    words = WORDS
    for lesson in lessons:
        if words + lesson.size > WORDS:
            groups.append([])
            words = 0
        groups[-1].append(lesson)
        words += lesson.size
    rng.shuffle(groups)
    return groups


def write_pointer(pointer: Pointer, out: Path) -> None:
    """Write a trained pointer as an int8 graph."""
    words = torch.tensor([1, 2, 3, 5, 6, 7, 8])
    inputs = {
        "lower": torch.zeros(1, 9, WIDTH), "back": torch.zeros(1, 9, dtype=torch.long),
        "places": words, "kinds": torch.zeros_like(words),
        "apart": torch.zeros(2, len(words), len(words), dtype=torch.long),
    }  # fmt: skip
    axes: dict[str, dict[int, str]] = {name: {1: "states"} for name in ("lower", "back")}
    axes |= {name: {0: "words"} for name in ("places", "kinds", "none")}
    axes |= {"apart": {1: "words", 2: "words"}, "scores": {0: "words", 1: "words"}}
    export(ExportedPointer(pointer), inputs, ["scores", "none"], axes, out)
    leave_mask_out(out)
