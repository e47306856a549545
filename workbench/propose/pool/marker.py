"""Run the marker: the parser's lower layers, then three layers that mark propositions.

The first pass says which words anchor a proposition, the second, with each anchor marked, which
words belong to it.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from workbench.encoder.runtime import load_graph
from workbench.propose.pool.marked import Array, Marked
from workbench.propose.tree.parse import lower_states
from workbench.propose.tree.tree import Tree

MARKER = "marker.onnx"
MOST_ANCHORS = 10
LEAST = 0.15  # likelihood of an anchor; the likeliest is taken in any case


def mark(tree: Tree, threads: int = 1) -> Marked:
    """The propositions of a sentence.

    Raises:
        MissingExtraError: the extra ``semantic`` or a model is missing.
    """
    return mark_by(load_graph(MARKER, threads), tree, threads)


def mark_by(graph: Any, tree: Tree, threads: int = 1) -> Marked:
    """The propositions of a sentence by a marker's graph."""
    lower = tree.lower if tree.lower is not None else lower_states(tree.words, threads)
    if lower is None:
        return nothing(len(tree.words))
    plain = np.zeros((1, lower.shape[1]), dtype=np.int64)
    odds, steps = graph.run(["anchors", "steps"], {"lower": lower, "marks": plain})
    likely: Array = (1.0 / (1.0 + np.exp(-odds[0]))).astype(np.float32)
    anchors = taken(likely)
    marks = marks_around(anchors, lower.shape[1])
    (inward,) = graph.run(["inward"], {"lower": lower, "marks": marks})
    return Marked(likely, anchors, inward, steps[0])


def nothing(count: int) -> Marked:
    """What is said of a sentence that the marker cannot read."""
    zeros = np.zeros(count, np.float32)
    return Marked(zeros, np.zeros(1, np.int64), zeros[None], np.zeros(3, np.float32))


def taken(likely: Array) -> NDArray[np.int64]:
    """The words that are taken for anchors, the likeliest first."""
    best = np.argsort(-likely, kind="stable")[:MOST_ANCHORS]
    found: NDArray[np.int64] = best[(likely[best] >= LEAST) | (np.arange(len(best)) == 0)]
    return found


def marks_around(anchors: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    """For each anchor: 1 before it, 2 at it, 3 after it; the sentence's own state stands first."""
    places = np.arange(count)[None, :]
    at = anchors[:, None] + 1
    return np.where(places < at, 1, np.where(places == at, 2, 3)).astype(np.int64)
