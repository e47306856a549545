"""Sentences → dependency trees, by the encoder fine-tuned to parse."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from workbench.encoder.runtime import installed, load_graph, load_tokenizer, model_file
from workbench.encoder.shape import shape_of, straight
from workbench.propose.parse_tokens import Word, tokenize
from workbench.propose.parse_tree import Tree, decode

MOST_WORDS = 160  # a longer sentence is no prose; it gets no tree
MOST_PIECES = 500  # the encoder's window is 512
BATCH = 16


def available() -> bool:
    """Can sentences be parsed here: is the extra installed and the model in place?"""
    return installed() and model_file("parser.onnx").is_file()


def parse(text: str, spans: Sequence[tuple[int, int]], threads: int = 1) -> list[Tree | None]:
    """A tree for each span of ``text``, in their order; None for what is too long or empty.

    Raises:
        MissingExtraError: the extra ``semantic`` or the model is missing.
    """
    return parse_words([tokenize(text, start, end) for start, end in spans], threads)


def parse_words(sentences: Sequence[list[Word]], threads: int = 1) -> list[Tree | None]:
    """A tree for each list of words; None for a list that is empty or too long."""
    graph, tokenizer = load_graph("parser.onnx", threads), load_tokenizer()
    fits = [i for i, words in enumerate(sentences) if 0 < len(words) <= MOST_WORDS]
    encoded = tokenizer.encode_batch(
        [[straight(w.form) for w in sentences[i]] for i in fits], is_pretokenized=True
    )
    pieces = {i: e for i, e in zip(fits, encoded, strict=True) if len(e.ids) <= MOST_PIECES}
    order = sorted(pieces, key=lambda i: len(pieces[i].ids))
    trees: list[Tree | None] = [None] * len(sentences)
    for first in range(0, len(order), BATCH):
        group = order[first : first + BATCH]
        inputs = _inputs([sentences[i] for i in group], [pieces[i] for i in group])
        outputs = graph.run(None, inputs)
        for row, i in enumerate(group):
            trees[i] = _tree(sentences[i], [output[row] for output in outputs])
    return trees


def _inputs(sentences: list[list[Word]], encoded: list[Any]) -> dict[str, NDArray[np.int64]]:
    width = max(len(e.ids) for e in encoded)
    words = max(map(len, sentences))
    ids, mask, shapes = (np.zeros((len(encoded), width), dtype=np.int64) for _ in range(3))
    first = np.zeros((len(encoded), words), dtype=np.int64)
    for row, (sentence, encoding) in enumerate(zip(sentences, encoded, strict=True)):
        ids[row, : len(encoding.ids)] = encoding.ids
        mask[row, : len(encoding.ids)] = 1
        kinds = [shape_of(word.form) for word in sentence]
        for place, word in enumerate(encoding.word_ids):
            if word is not None:
                shapes[row, place] = kinds[word]
                if not first[row, word]:
                    first[row, word] = place
    return {"ids": ids, "mask": mask, "shapes": shapes, "first": first}


def _tree(words: list[Word], outputs: list[NDArray[Any]]) -> Tree:
    scores, best, coarse, fine = outputs
    names = _names()
    count = len(words)
    heads = decode(scores[:count, : count + 1])
    relations = [names["relations"][int(best[i, h + 1])] for i, h in enumerate(heads)]
    relations = [
        "root" if h < 0 else ("dep" if r == "root" else r)
        for h, r in zip(heads, relations, strict=True)
    ]
    return Tree(
        words,
        heads,
        relations,
        [names["coarse"][int(t)] for t in coarse[:count]],
        [names["fine"][int(t)] for t in fine[:count]],
    )


@lru_cache(maxsize=1)
def _names() -> dict[str, list[str]]:
    names: dict[str, list[str]] = json.loads(model_file("parser.json").read_text("utf-8"))
    return names
