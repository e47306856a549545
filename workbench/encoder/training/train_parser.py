"""Fine-tune the encoder to parse."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

from workbench.encoder.training.body import load_body
from workbench.encoder.training.parser_model import Parser
from workbench.encoder.training.rates import Course, two_rates
from workbench.encoder.training.treebank import Gold, batches_by_length, encode_words, read_conllu

BATCH = 32
BODY_RATE = 2e-4
HEAD_RATE = 1e-3
IGNORE = -100
_MOST = 90  # words of a sentence; a longer one is left out


@dataclass(slots=True)
class Labels:
    """The names behind the numbers of relations and tags."""

    relations: list[str] = field(default_factory=list)
    coarse: list[str] = field(default_factory=list)
    fine: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, sentences: Sequence[Gold]) -> Labels:
        """All labels of a treebank, sorted."""
        return cls(
            sorted({label for gold in sentences for label in gold.relations}),
            sorted({label for gold in sentences for label in gold.coarse}),
            sorted({label for gold in sentences for label in gold.fine}),
        )


def make_batch(
    golds: Sequence[Gold], tokenizer: Any, labels: Labels | None
) -> tuple[dict[str, Tensor], dict[str, Tensor]]:
    """Padded inputs and, with ``labels``, targets (missing ones are ``IGNORE``)."""
    encoded = [encode_words(tokenizer, gold.words) for gold in golds]
    pieces = max(len(ids) for ids, _, _ in encoded)
    words = max(len(gold.words) for gold in golds)
    shape, wshape = (len(golds), pieces), (len(golds), words)
    inputs = {
        "ids": torch.zeros(shape, dtype=torch.long),
        "mask": torch.zeros(shape, dtype=torch.long),
        "shapes": torch.zeros(shape, dtype=torch.long),
        "first": torch.zeros(wshape, dtype=torch.long),
    }
    targets = {
        name: torch.full(wshape, IGNORE) for name in ("heads", "relations", "coarse", "fine")
    }
    for row, (gold, (ids, first, shapes)) in enumerate(zip(golds, encoded, strict=True)):
        inputs["ids"][row, : len(ids)] = torch.tensor(ids)
        inputs["mask"][row, : len(ids)] = 1
        inputs["shapes"][row, : len(ids)] = torch.tensor(shapes)
        count = len(gold.words)
        inputs["first"][row, :count] = torch.tensor(first)
        targets["heads"][row, :count] = torch.tensor(gold.heads)
        if labels is not None:
            for name, names, values in (
                ("relations", labels.relations, gold.relations),
                ("coarse", labels.coarse, gold.coarse),
                ("fine", labels.fine, gold.fine),
            ):
                numbers = [names.index(v) if v in names else IGNORE for v in values]
                targets[name][row, :count] = torch.tensor(numbers)
    return inputs, targets


def loss_of(parser: Parser, inputs: dict[str, Tensor], targets: dict[str, Tensor]) -> Tensor:
    """Sum of the cross-entropies of heads, relations (of the true heads) and tags."""
    states = parser.states(**inputs)
    words = inputs["first"]
    scores = parser.score_heads(states)
    pad = torch.cat([torch.zeros_like(words[:, :1], dtype=torch.bool), words == 0], dim=1)
    scores = scores.masked_fill(pad[:, None, :], -1e4)
    child, parent = parser.relation_parts(states)
    index = targets["heads"].clamp(min=0)[:, :, None].expand(-1, -1, parent.shape[-1])
    relations = parser.score_relations(child, torch.gather(parent, 1, index))
    inner = states[:, 1:]

    def entropy(logits: Tensor, name: str) -> Tensor:
        return functional.cross_entropy(
            logits.flatten(0, 1).float(), targets[name].flatten(), ignore_index=IGNORE
        )

    return (
        entropy(scores, "heads")
        + entropy(relations, "relations")
        + 0.5 * entropy(parser.coarse(inner), "coarse")
        + 0.5 * entropy(parser.fine(inner), "fine")
    )


def measure(
    parser: Parser, golds: Sequence[Gold], tokenizer: Any, labels: Labels
) -> dict[str, float]:
    """UAS, LAS and tag accuracy with greedy heads, punctuation counted, in [0, 1]."""
    parser.eval()
    right = dict.fromkeys(("uas", "las", "coarse", "fine"), 0)
    total = 0
    with torch.inference_mode():
        for group in batches_by_length([len(g.words) for g in golds], BATCH, None):
            inputs, targets = make_batch([golds[i] for i in group], tokenizer, labels)
            states = parser.states(**inputs)
            scores = parser.score_heads(states)
            pad = inputs["first"] == 0
            pad = torch.cat([torch.zeros_like(pad[:, :1]), pad], dim=1)
            heads = scores.masked_fill(pad[:, None, :], -1e4).argmax(-1)
            child, parent = parser.relation_parts(states)
            index = heads[:, :, None].expand(-1, -1, parent.shape[-1])
            relations = parser.score_relations(child, torch.gather(parent, 1, index)).argmax(-1)
            real = targets["heads"] != IGNORE
            hit = (heads == targets["heads"]) & real
            total += int(real.sum())
            right["uas"] += int(hit.sum())
            right["las"] += int((hit & (relations == targets["relations"])).sum())
            inner = states[:, 1:]
            right["coarse"] += int((parser.coarse(inner).argmax(-1) == targets["coarse"]).sum())
            right["fine"] += int((parser.fine(inner).argmax(-1) == targets["fine"]).sum())
    parser.train()
    return {name: count / total for name, count in right.items()}


def train_parser(
    arrays: dict[str, Any],
    tokenizer: Any,
    treebank: Path,
    *,
    epochs: int = 6,
    seed: int = 0,
    checkpoint: Path | None = None,
    bf16: bool = False,
) -> tuple[Parser, Labels]:
    """Train on ``treebank/train.conllu``, print scores on ``treebank/dev.conllu``.

    ``bf16``: compute in bfloat16 where the processor has instructions for it (AMX, AVX512-BF16);
    elsewhere that is slower than full precision.
    """
    torch.manual_seed(seed)
    golds = read_conllu(treebank / "train.conllu")
    labels = Labels.of(golds)
    parser = Parser(len(labels.relations), len(labels.coarse), len(labels.fine))
    load_body(parser.body, arrays)
    parser.body.words.weight.requires_grad_(False)  # as published: quicker, and no worse
    dev = read_conllu(treebank / "dev.conllu")

    def after() -> None:
        scores = measure(parser, dev, tokenizer, labels)
        print({k: round(100 * v, 2) for k, v in scores.items()}, flush=True)
        if checkpoint is not None:
            torch.save(parser.state_dict(), checkpoint)

    teach(parser, labels, golds, tokenizer, epochs=epochs, seed=seed, bf16=bf16, after=after)
    return parser, labels


def teach(
    parser: Parser,
    labels: Labels,
    golds: Sequence[Gold],
    tokenizer: Any,
    *,
    epochs: int,
    seed: int,
    rates: tuple[float, float] = (BODY_RATE, HEAD_RATE),
    bf16: bool = False,
    after: Callable[[], None] = lambda: None,
) -> None:
    """Train ``parser`` in place, what of it may be learned; ``after`` each epoch do that.

    ``rates``: of its body, and of the rest. ``bf16`` as for `train_parser`.
    """
    rng = random.Random(seed)
    golds = [gold for gold in golds if len(gold.words) <= _MOST]
    optimizer = two_rates(parser, parser.body.parameters(), *rates)
    lengths = [len(gold.words) for gold in golds]
    steps = epochs * -(-len(golds) // BATCH)
    course = Course(parser, optimizer, steps, max(1, steps // 20))

    def loss(group: list[int]) -> Tensor:
        inputs, targets = make_batch([golds[i] for i in group], tokenizer, labels)
        with torch.autocast("cpu", torch.bfloat16, enabled=bf16):
            return loss_of(parser, inputs, targets)

    parser.train()
    for epoch in range(epochs):
        plan = list(batches_by_length(lengths, BATCH, rng))
        course.pass_over(plan, loss, f"{epoch + 1}/{epochs}")
        after()
