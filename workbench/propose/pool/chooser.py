"""Which pieces of a sentence readers would mark: a learned score for each piece of the pool.

Three small ensembles of gradient-boosted trees: one says how likely a word goes with its head into
a proposition, the next scores the pieces, the last scores the best of them again, each among its
rivals. They rank; they state nothing themselves.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from workbench.encoder.runtime import installed, load_graph, model_file
from workbench.propose.pool.features import Array, Sentence
from workbench.propose.pool.marked import Marked
from workbench.propose.pool.marker import MARKER, mark
from workbench.propose.pool.pieces import Piece, pool
from workbench.propose.pool.rivals import rivals
from workbench.propose.tree.tree import Tree

ARCS, PIECES, RIVALS = "chooser_arcs.onnx", "chooser_pieces.onnx", "chooser_rivals.onnx"
MODELS = (ARCS, PIECES, RIVALS)
LEAST = 0.3  # score of a piece that is taken
SAME = 0.8  # Jaccard similarity from which on two pieces say the same


Scored = tuple[list[Piece], Sentence, Array]
"""The pool of a sentence, what is known of it, and the scores of its pieces (0: not the best)."""


def available() -> bool:
    """Can pieces be scored here: is the extra installed and the model in place?"""
    return installed() and all(model_file(name).is_file() for name in (*MODELS, MARKER))


def run_trees(name: str, rows: Array, threads: int = 1) -> Array:
    """Scores in [0, 1] of rows by one of the ensembles.

    Raises:
        MissingExtraError: the extra ``semantic`` or the model is missing.
    """
    (raw,) = load_graph(name, threads).run(None, {"rows": rows})
    scores: Array = 1.0 / (1.0 + np.exp(-raw[:, 0]))
    return scores.astype(np.float32)


def scored(trees: Sequence[Tree], threads: int = 1) -> list[Scored]:
    """The scored pool of each tree."""
    made = [_pooled(tree, mark(tree, threads)) for tree in trees]
    full = [(place, sentence) for place, (pieces, sentence) in enumerate(made) if pieces]
    scores = [np.zeros(0, np.float32) for _ in made]
    if full:
        arcs = _split(ARCS, [sentence.arcs() for _, sentence in full], threads)
        rows = [sentence.rows(goes) for (_, sentence), goes in zip(full, arcs, strict=True)]
        first = _split(PIECES, rows, threads)
        best = [rivals(s, f, r) for (_, s), f, r in zip(full, first, rows, strict=True)]
        second = _split(RIVALS, [row for _, row in best], threads)
        for (place, _), old, (chosen, _), found in zip(full, first, best, second, strict=True):
            scores[place] = np.zeros_like(old)
            scores[place][chosen] = found
    return [(*pair, found) for pair, found in zip(made, scores, strict=True)]


def _pooled(tree: Tree, marked: Marked) -> tuple[list[Piece], Sentence]:
    pieces = pool(tree, marked)
    return pieces, Sentence(tree, pieces, marked)


def _split(name: str, parts: list[Array], threads: int) -> list[Array]:
    """The scores of several sentences' rows, computed together."""
    scores = run_trees(name, np.concatenate(parts), threads)
    return np.split(scores, np.cumsum([len(part) for part in parts])[:-1])


def choose(
    scores: NDArray[np.float32], overlaps: Array, nearest: Array | None = None, some: bool = False,
    least: float = LEAST,
) -> list[int]:  # fmt: skip
    """The best pieces that do not say the same, best first.

    Args:
        scores: One score for each piece.
        overlaps: Jaccard similarity of each two pieces.
        nearest: Similarity of each piece to the nearest of those taken before.
        some: Was any taken before? If not, the best piece is taken however low it scores.
        least: The score from which on a piece is taken.
    """
    chosen: list[int] = []
    for place in np.argsort(-scores, kind="stable"):
        if scores[place] < least and (chosen or some):
            break
        if nearest is not None and nearest[place] >= SAME:
            continue
        if all(overlaps[place, other] < SAME for other in chosen):
            chosen.append(int(place))
    return chosen
