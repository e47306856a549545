"""Read a Universal Dependencies treebank and batch it for training."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.encoder.shape import shape_of, straight


@dataclass(slots=True)
class Gold:
    """One sentence with its tree: heads count from 1, 0 is the root."""

    words: list[str]
    heads: list[int]
    relations: list[str]
    coarse: list[str]
    fine: list[str]


def read_conllu(path: Path) -> list[Gold]:
    """Sentences of a CoNLL-U file; multi-word tokens and empty nodes are passed over."""
    sentences = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        gold = Gold([], [], [], [], [])
        for line in block.splitlines():
            fields = line.split("\t")
            if line.startswith("#") or not fields[0].isdigit():
                continue
            gold.words.append(fields[1])
            gold.coarse.append(fields[3])
            gold.fine.append(fields[4])
            gold.heads.append(int(fields[6]))
            gold.relations.append(fields[7])
        if gold.words:
            sentences.append(gold)
    return sentences


def encode_words(tokenizer: Any, words: Sequence[str]) -> tuple[list[int], list[int], list[int]]:
    """Piece ids with [CLS] and [SEP], the first piece of each word, the shape of each piece."""
    encoding = tokenizer.encode([straight(word) for word in words], is_pretokenized=True)
    first = [0] * len(words)
    shapes = []
    for place, word in enumerate(encoding.word_ids):
        shapes.append(0 if word is None else shape_of(words[word]))
        if word is not None and not first[word]:
            first[word] = place
    return list(encoding.ids), first, shapes


def batches_by_length(
    lengths: Sequence[int], size: int, rng: random.Random | None
) -> Iterator[list[int]]:
    """Indices in batches of similar length, the batches in random order when ``rng`` is given."""
    order = list(range(len(lengths)))
    if rng is not None:
        rng.shuffle(order)
        order.sort(key=lambda i: lengths[i] + rng.random() * 3)
    else:
        order.sort(key=lambda i: lengths[i])
    groups = [order[i : i + size] for i in range(0, len(order), size)]
    if rng is not None:
        rng.shuffle(groups)
    yield from groups
