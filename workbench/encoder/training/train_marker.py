"""Train the marker: which words belong to the proposition around an anchor."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from workbench.encoder.training.body import WIDTH
from workbench.encoder.training.export import export, leave_mask_out
from workbench.encoder.training.marker_model import (
    ExportedMarker,
    Marker,
    chain_score,
    chain_total,
)
from workbench.encoder.training.rates import Course, two_rates

BODY_RATE = 1.5e-4
HEAD_RATE = 5e-4
WORDS = 2500  # in a batch, each sentence counted once and once for each anchor
_ANCHORS, _CHAINS = 2.0, 0.2  # weights of the two losses


class Lesson(Protocol):
    """One sentence: its states, [w + 1, 384], propositions (anchor, mask, weight), anchors."""

    lower: Any
    rows: list[tuple[int, int, float]]
    likely: Any


class Batch(NamedTuple):
    """Sentences [b, n], their anchors [a], and the propositions [r] of these."""

    lower: Tensor
    mask: Tensor
    likely: Tensor
    sentence: Tensor  # of each anchor
    anchor: Tensor  # its place; the sentence's own state is place 0
    row: Tensor  # of each proposition: which anchor
    inside: Tensor
    weight: Tensor


def make_batch(lessons: Sequence[Lesson]) -> Batch:
    """Padded tensors of some sentences."""
    width = max(len(lesson.lower) for lesson in lessons)
    lower = torch.zeros(len(lessons), width, WIDTH)
    mask, likely = torch.zeros(len(lessons), width), torch.zeros(len(lessons), width)
    places: dict[tuple[int, int], int] = {}
    rows, weights, inside = [], [], []
    for number, lesson in enumerate(lessons):
        count = len(lesson.lower)
        lower[number, :count] = torch.from_numpy(lesson.lower.astype(np.float32))
        mask[number, :count] = 1
        likely[number, 1:count] = torch.from_numpy(lesson.likely)
        for anchor, words, weight in lesson.rows:
            rows.append(places.setdefault((number, anchor + 1), len(places)))
            weights.append(weight)
            inside.append([float(words >> (w - 1) & 1) if w else 0.0 for w in range(width)])
    known = torch.tensor(list(places))
    return Batch(lower, mask, likely, known[:, 0], known[:, 1], torch.tensor(rows),
                 torch.tensor(inside), torch.tensor(weights))  # fmt: skip


def loss_of(marker: Marker, batch: Batch, bf16: bool) -> Tensor:
    """Cross-entropy of the anchors and negative log likelihood of the propositions."""
    size, width = batch.mask.shape
    place, at = torch.arange(width)[None, :], batch.anchor[:, None]
    marks = torch.where(place < at, 1, torch.where(place == at, 2, 3))
    with torch.autocast("cpu", torch.bfloat16, enabled=bf16):
        base = marker.base(batch.lower, batch.mask)
        states = marker.top(
            torch.cat([base, base[batch.sentence]]),
            torch.cat([batch.mask, batch.mask[batch.sentence]]),
            torch.cat([torch.zeros(size, width, dtype=torch.long), marks]),
        )
        odds = marker.anchor(states[:size])[:, 1:, 0].float()
        inward = marker.emit(states[size:])[:, 1:, 0].float()
    real = batch.mask[:, 1:].bool()
    anchors = functional.binary_cross_entropy_with_logits(odds[real], batch.likely[:, 1:][real])
    row, mask = batch.row, real[batch.sentence]
    total = chain_total(inward, marker.trans, mask)[row]
    score = chain_score(inward[row], batch.inside[:, 1:], marker.trans, mask[row])
    chains = ((total - score) * batch.weight).sum() / batch.weight.sum()
    return _ANCHORS * anchors + _CHAINS * chains


def train_marker(
    marker: Marker, lessons: Sequence[Lesson], epochs: int, seed: int, bf16: bool = False
) -> None:
    """Train ``marker`` in place, with a linear decay of the rates."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    marker.train()
    body = [*marker.shared.parameters(), *marker.marked.parameters()]
    optimizer = two_rates(marker, body, BODY_RATE, HEAD_RATE)
    plans = [list(_batches(lessons, rng)) for _ in range(epochs)]
    steps = sum(map(len, plans))
    course = Course(marker, optimizer, steps, max(1, steps // 20))

    def loss(group: list[int]) -> Tensor:
        return loss_of(marker, make_batch([lessons[i] for i in group]), bf16)

    for epoch, plan in enumerate(plans, start=1):
        course.pass_over(plan, loss, f"{epoch}/{epochs}")


def _batches(lessons: Sequence[Lesson], rng: random.Random) -> Iterator[list[int]]:
    """Indices of sentences of like length, the groups in random order."""
    order = list(range(len(lessons)))
    rng.shuffle(order)
    order.sort(key=lambda i: len(lessons[i].lower) + rng.random() * 3)
    groups: list[list[int]] = []
    words = WORDS
    for place in order:
        lesson = lessons[place]
        own = len(lesson.lower) * (1 + len({anchor for anchor, _, _ in lesson.rows}))
        if words + own > WORDS:
            groups.append([])
            words = 0
        groups[-1].append(place)
        words += own
    rng.shuffle(groups)
    yield from groups


def write_marker(marker: Marker, out: Path) -> None:
    """Write a trained marker as an int8 graph."""
    inputs = {"lower": torch.zeros(1, 9, WIDTH), "marks": torch.zeros(3, 9, dtype=torch.long)}
    axes = {"lower": {1: "states"}, "marks": {0: "rows", 1: "states"}}
    axes |= {name: {0: "rows", 1: "words"} for name in ("anchors", "inward")}
    axes["steps"] = {0: "rows"}
    export(ExportedMarker(marker), inputs, ["anchors", "inward", "steps"], axes, out)
    leave_mask_out(out)
