"""What a network that reads a pronoun's sentence with those before it says of what is meant.

The parser's lower layers see each sentence alone; the pointer's three see the last ones together
(`pointer_model` in `encoder/training`), once for each sentence that holds a pronoun.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from workbench.encoder.apart import BACK, apart, kind_of
from workbench.encoder.runtime import load_graph
from workbench.propose.pool.features import Array
from workbench.propose.tree.tree import Tree

POINTER = "pointer.onnx"
UNREAD = -12.0  # log of the likelihood of a phrase that was not read
_BEFORE = 4  # sentences read before the pronoun's
_WORDS = 170  # words read at most, where the pronoun's sentence has fewer


class Window(NamedTuple):
    """The trees that are read together.

    Attributes:
        trees: Them, the last sentence last.
        back: How many sentences before the last each stands.
        lower: The states of their sentences and words, [n, 384].
    """

    trees: list[Tree]
    back: list[int]
    lower: list[Array]

    def starts(self) -> list[int]:
        """The words' offsets in the text."""
        return [word.start for tree in self.trees for word in tree.words]

    def inputs(self) -> dict[str, NDArray[np.generic]]:
        """What the network is given."""
        sizes = [len(tree.words) for tree in self.trees]
        back = np.repeat(self.back, [size + 1 for size in sizes])
        first = np.cumsum([0, *(size + 1 for size in sizes[:-1])])
        places = np.concatenate(
            [np.arange(f + 1, f + 1 + s) for f, s in zip(first, sizes, strict=True)]
        )
        kinds = [kind_of(low) for tree in self.trees for low in tree.low]
        return {
            "lower": np.concatenate(self.lower)[None].astype(np.float32),
            "back": np.minimum(back, BACK - 1)[None].astype(np.int64),
            "places": places.astype(np.int64), "kinds": np.array(kinds, dtype=np.int64),
            "apart": apart(np.repeat(self.back, sizes).tolist()),
        }  # fmt: skip


class Reading:
    """The last sentences, each as its trees; they are read when a pronoun asks."""

    def __init__(self, sentences: Sequence[Sequence[Tree]], graph: Any = None) -> None:
        self._sentences = sentences
        self._graph = graph

    def by(self, graph: Any) -> Reading:
        """The same, read by another network than the shipped one."""
        return Reading(self._sentences, graph)

    @cached_property
    def _window(self) -> Window:
        found = Window([], [], [])
        total = 0
        for back, trees in enumerate(reversed(self._sentences[-_BEFORE - 1 :])):
            for tree in reversed(trees):
                if tree.lower is None:
                    continue
                total += len(tree.words)
                if back > 0 and total > _WORDS and found.trees:
                    return found
                found.trees.insert(0, tree)
                found.back.insert(0, back)
                found.lower.insert(0, tree.lower[0])
        return found

    @cached_property
    def _scores(self) -> tuple[Array, Array]:
        graph = self._graph if self._graph is not None else load_graph(POINTER, 1)
        scores, none = graph.run(["scores", "none"], self._window.inputs())
        return scores, none

    @cached_property
    def _places(self) -> dict[int, int]:
        starts = self._window.starts()
        return {start: place for place, start in reversed(list(enumerate(starts)))}

    def meant(self, start: int, options: Sequence[Sequence[int]]) -> tuple[Array, float]:
        """The log likelihood of each option, and that none is meant.

        Args:
            start: Offset of the pronoun.
            options: Of each option, the offsets of the words that name it.
        """
        asks = self._places.get(start)
        if asks is None:
            return np.full(len(options), UNREAD, np.float32), 0.0
        places = [[self._places[s] for s in o if s in self._places and s != start] for o in options]
        scores, none = self._scores[0][asks], self._scores[1][asks]
        known = sorted({place for option in places for place in option})
        total = np.logaddexp.reduce(np.append(scores[known], none))
        found = [np.logaddexp.reduce(scores[o]) - total if o else UNREAD for o in places]
        return np.array(found, dtype=np.float32), float(none - total)
