"""Sentences → dependency trees, by the encoder fine-tuned to parse."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from workbench.encoder.runtime import installed, load_graph, load_tokenizer, model_file
from workbench.encoder.shape import shape_of, straight
from workbench.propose.tree.tokens import Word, tokenize
from workbench.propose.tree.tree import Scores, Tree, decode

MOST_WORDS = 160  # a longer sentence is no prose; it gets no tree
MOST_PIECES = 500  # the encoder's window is 512
_OUTPUTS = ["heads", "relations", "coarse", "fine", "lower"]


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
    encoded = tokenizer.encode_batch([_read(sentences[i]) for i in fits], is_pretokenized=True)
    pieces = {i: e for i, e in zip(fits, encoded, strict=True) if len(e.ids) <= MOST_PIECES}
    trees: list[Tree | None] = [None] * len(sentences)
    for i, encoding in pieces.items():
        # one at a time: int8 takes its scale from the whole batch, and a sentence should have the
        # same tree whatever stands around it; batches would be a tenth faster
        outputs = graph.run(_OUTPUTS, _inputs(sentences[i], encoding))
        trees[i] = _tree(sentences[i], outputs)
    return trees


def lower_states(words: Sequence[Word], threads: int = 1) -> NDArray[np.float32] | None:
    """States [1, w + 1, 384] of the sentence and of each word, halfway through the parser.

    None for a sentence that is empty or too long.

    Raises:
        MissingExtraError: the extra ``semantic`` or the model is missing.
    """
    graph, tokenizer = load_graph("parser.onnx", threads), load_tokenizer()
    if not 0 < len(words) <= MOST_WORDS:
        return None
    encoding = tokenizer.encode(_read(words), is_pretokenized=True)
    if len(encoding.ids) > MOST_PIECES:
        return None
    (states,) = graph.run(["lower"], _inputs(words, encoding))
    found: NDArray[np.float32] = states
    return found


def with_states(tree: Tree, threads: int = 1) -> Tree:
    """The tree with its states, which one that was parsed in several pieces lacks."""
    if tree.lower is not None:
        return tree
    return replace(tree, lower=lower_states(tree.words, threads))


def _read(words: Sequence[Word]) -> list[str]:
    """The words as they are read: "688 billion won" is money, and nobody won it."""
    forms = [straight(w.form) for w in words]
    for place in range(2, len(forms)):
        counted = forms[place - 1].lower() in _MILLIONS and forms[place - 2] not in _SIGNS
        signed = place > _SIGNED and forms[place - _SIGNED] in _SIGNS
        if forms[place].lower() == "won" and counted and not signed:
            forms[place] = "dollars"
    return forms


_MILLIONS = ("thousand", "million", "billion", "trillion")
_SIGNS = ("$", "£", "€")
_SIGNED = 3  # words from the sign to what follows the sum: "£ 3 million won"


def _inputs(words: Sequence[Word], encoding: Any) -> dict[str, NDArray[np.int64]]:
    ids = np.array([encoding.ids], dtype=np.int64)
    shapes = np.zeros_like(ids)
    first = np.zeros((1, len(words)), dtype=np.int64)
    kinds = [shape_of(word.form) for word in words]
    for place, word in enumerate(encoding.word_ids):
        if word is not None:
            shapes[0, place] = kinds[word]
            if not first[0, word]:
                first[0, word] = place
    return {"ids": ids, "mask": np.ones_like(ids), "shapes": shapes, "first": first}


def _tree(words: list[Word], outputs: list[NDArray[Any]]) -> Tree:
    scored, best, coarse, fine = (output[0] for output in outputs[:4])
    names = label_names()
    count = len(words)
    scores = Scores(scored[:count, : count + 1], best[:count, : count + 1])
    heads = decode(scores.heads)
    return Tree(
        words,
        heads,
        _relations(heads, scores),
        [names["coarse"][int(t)] for t in coarse[:count]],
        [names["fine"][int(t)] for t in fine[:count]],
        lower=outputs[4],
        scores=scores,
    )


def with_heads(tree: Tree, heads: list[int]) -> Tree:
    """A tree that was parsed in one piece, with other heads and the relations that go with them."""
    assert tree.scores is not None, "it was not parsed in one piece"
    return replace(tree, heads=heads, relations=_relations(heads, tree.scores))


def _relations(heads: Sequence[int], scores: Scores) -> list[str]:
    names = label_names()["relations"]
    found = [names[int(scores.relations[word, head + 1])] for word, head in enumerate(heads)]
    return [
        "root" if h < 0 else ("dep" if r == "root" else r)
        for h, r in zip(heads, found, strict=True)
    ]


@lru_cache(maxsize=1)
def label_names() -> dict[str, list[str]]:
    """What the parser's numbers stand for: "relations", "coarse" and "fine" tags."""
    names: dict[str, list[str]] = json.loads(model_file("parser.json").read_text("utf-8"))
    return names
