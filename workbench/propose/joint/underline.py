"""What a reader would underline in a sentence, and what that says of each candidate.

A small network (`underliner_model` in `encoder/training`) says of each stretch of a tree's words
how likely somebody underlines it as a claim. A candidate meets a stretch from a Jaccard similarity
of 0.6 on, so that the likelihoods of what it meets tell how likely it is what a reader marks.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from workbench.encoder.runtime import load_graph
from workbench.propose.candidate import Candidate
from workbench.propose.tree.tree import Tree

UNDERLINER = "underliner.onnx"
MEETS = 0.6  # token Jaccard similarity from which on a candidate is what is underlined
NAMES = (
    "underlined", "likeliest met", "like the likeliest", "anchor", "likeliest anchor",
    "underlined anew", "like all", "claims in all",
)  # fmt: skip
_LEAST = 0.004  # likelihood from which on a stretch counts

Array = NDArray[np.float32]
Flags = NDArray[np.bool_]


class Stretches:
    """The stretches of one tree that may be underlined."""

    def __init__(self, tree: Tree, pairs: Array, anchors: Array) -> None:
        """``pairs``: likelihood of each first and last word, [w, w]; ``anchors``: of words."""
        self.tree, self.anchors = tree, anchors
        self.numbers = (pairs, anchors)
        self.first, self.last = np.nonzero(np.triu(pairs) >= _LEAST)
        self.likely = pairs[self.first, self.last]
        self.words = np.array([any(map(str.isalnum, low)) for low in tree.low])
        before = np.concatenate([[0], np.cumsum(self.words)])
        self.sizes = before[self.last + 1] - before[self.first]

    def alike(self, inside: Flags) -> Array:
        """Jaccard similarity of sets of words [c, w] with each stretch, [c, stretches]."""
        before = np.pad(np.cumsum(inside, axis=1), ((0, 0), (1, 0)))
        both: Array = before[:, self.last + 1] - before[:, self.first]
        either = inside.sum(axis=1, keepdims=True) + self.sizes - both
        found: Array = (both / np.maximum(1, either)).astype(np.float32)
        return found

    def within(self, parts: Sequence[tuple[int, int]]) -> Flags:
        """Which words lie within some ranges of the text."""
        found = np.zeros(len(self.words), np.bool_)
        for first, stop in self.tree.stretches_of(parts):
            found[first:stop] = True
        found &= self.words
        return found


def stretches(tree: Tree, threads: int = 1) -> Stretches:
    """What may be underlined of a sentence's tree.

    Raises:
        MissingExtraError: the extra ``semantic`` or a model is missing.
    """
    if tree.underlined is not None:
        return Stretches(tree, *tree.underlined)
    return stretches_by(load_graph(UNDERLINER, threads), tree)


def stretches_by(graph: Any, tree: Tree) -> Stretches:
    """The same by an underliner's graph."""
    size = len(tree.words)
    if tree.lower is None:
        return Stretches(tree, np.zeros((size, size), np.float32), np.zeros(size, np.float32))
    pairs, anchors = graph.run(["pairs", "anchors"], {"lower": tree.lower})
    return Stretches(tree, _likelihood(pairs), _likelihood(anchors))


def _likelihood(odds: Array) -> Array:
    found: Array = (1.0 / (1.0 + np.exp(-odds))).astype(np.float32)
    return found


class Met(NamedTuple):
    """What a candidate meets: of which tree, its numbers of `NAMES`, and the stretches."""

    tree: int
    numbers: list[float]
    met: Flags


def columns(
    candidates: Sequence[Candidate], shown: Sequence[bool], trees: Sequence[Stretches]
) -> Array:
    """A row of `NAMES` for each candidate of a sentence; ``shown``: those that are claims so far.

    All -1 where no tree has a word of the candidate, or nothing of it may be underlined.
    """
    rows = np.full((len(candidates), len(NAMES)), -1.0, np.float32)
    for tree, places in _of_trees(candidates, trees).items():
        rows[places] = _Table([candidates[p] for p in places], trees[tree]).rows(
            np.array([shown[p] for p in places], bool)
        )
    return rows


def _of_trees(candidates: Sequence[Candidate], trees: Sequence[Stretches]) -> dict[int, list[int]]:
    """For each tree, the places of the candidates of which it has the most words."""
    found: dict[int, list[int]] = {}
    for place, candidate in enumerate(candidates):
        counts = [int(tree.within(candidate.parts).sum()) for tree in trees]
        best = max(range(len(trees)), key=lambda i: counts[i], default=-1)
        if best >= 0 and counts[best] and len(trees[best].likely):
            found.setdefault(best, []).append(place)
    return found


class _Table:
    """The candidates of one tree."""

    def __init__(self, candidates: Sequence[Candidate], known: Stretches) -> None:
        self._known = known
        self._spans = np.array([known.within([(c.start, c.end)]) for c in candidates])
        self._parts = np.array([known.within(c.parts) for c in candidates])

    @cached_property
    def _alike(self) -> Array:
        known = self._known
        return np.maximum(known.alike(self._spans), known.alike(self._parts))

    def rows(self, shown: Flags) -> Array:
        """[candidates, names]."""
        likely, alike = self._known.likely, self._alike
        met = alike >= MEETS
        times = met.astype(np.int64)
        by_shown = times[shown].sum(axis=0) - times * shown[:, None]  # by the others that are
        weighed = alike * likely
        total = float(likely.sum())
        found = [
            _any_of(met, likely), (met * likely).max(axis=1), weighed.max(axis=1),
            *self._anchored(), _any_of(met & (by_shown == 0), likely),
            weighed.sum(axis=1) / max(_LITTLE, total), np.full(len(met), total),
        ]  # fmt: skip
        return np.stack(found, axis=1).astype(np.float32)

    def _anchored(self) -> tuple[Array, Array]:
        """How likely the highest word of each, and the likeliest, is what a claim is built on."""
        anchors, tree = self._known.anchors, self._known.tree
        inside = [np.nonzero(own if own.any() else parts)[0].tolist()
                  for own, parts in zip(self._spans, self._parts, strict=True)]  # fmt: skip
        tops = [anchors[tree.highest(words)] for words in inside]
        return np.array(tops), np.array([anchors[words].max() for words in inside])


_LITTLE = 0.05


def _any_of(met: Flags, likely: Array) -> Array:
    """How likely one or more of what each meets is underlined."""
    found: Array = 1.0 - np.where(met, 1.0 - likely, 1.0).prod(axis=1)
    return found
