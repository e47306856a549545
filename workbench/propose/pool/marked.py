"""What the marker says of a sentence: for each likely proposition, which words belong to it.

A proposition is known by one word, its anchor. Which words belong to it is a chain of two states,
in or out, so that the likelihood of any set of words is exact (a linear-chain CRF; Lafferty,
McCallum and Pereira, ICML 2001).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
COLUMNS = 17
"""Numbers that ``Marked.columns`` gives of each piece."""


@dataclass
class Marked:
    """The propositions of one sentence, not yet words.

    Attributes:
        likely: How likely each word is an anchor, [words].
        anchors: The words that were taken for anchors, at least one.
        inward: Log odds that a word belongs to each anchor's proposition, [anchors, words].
        steps: Scores of two neighbours both in, one in, none in, [3].
    """

    likely: Array
    anchors: NDArray[np.int64]
    inward: Array
    steps: Array

    @cached_property
    def _passes(self) -> tuple[Array, Array, Array]:
        """Forward and backward log sums [anchors, words, 2] and their totals [anchors]."""
        count = self.inward.shape[1]
        both, one, none = self.steps
        step = np.array([[none, one], [one, both]], np.float32)  # [from, to]; 0 out, 1 in
        own = np.stack([np.zeros_like(self.inward), self.inward], 2)
        ahead, back = own.copy(), np.zeros_like(own)
        for word in range(1, count):
            ahead[:, word] += np.logaddexp(
                ahead[:, word - 1, :1] + step[0], ahead[:, word - 1, 1:] + step[1]
            )
        for word in range(count - 2, -1, -1):
            later = back[:, word + 1] + own[:, word + 1]
            back[:, word] = np.logaddexp(later[:, :1] + step[:, 0], later[:, 1:] + step[:, 1])
        return ahead, back, np.logaddexp(ahead[:, -1, 0], ahead[:, -1, 1])

    @cached_property
    def belongs(self) -> Array:
        """How likely each word belongs to each anchor's proposition, [anchors, words]."""
        ahead, back, total = self._passes
        found: Array = np.exp(ahead[:, :, 1] + back[:, :, 1] - total[:, None])
        return found

    def best(self) -> list[int]:
        """The likeliest set of words of each anchor, as a mask (Viterbi)."""
        both, one, none = self.steps
        step = np.array([[none, one], [one, both]], np.float32)
        rows = np.arange(len(self.inward))
        own = np.stack([np.zeros_like(self.inward), self.inward], 2)
        score, came = own[:, 0], []
        for word in range(1, own.shape[1]):
            ways = score[:, :, None] + step
            came.append(ways.argmax(1))
            score = ways.max(1) + own[:, word]
        state = score.argmax(1)
        masks = [0] * len(rows)
        for word in range(own.shape[1] - 1, -1, -1):
            for row in np.flatnonzero(state):
                masks[row] |= 1 << word
            if word:
                state = came[word - 1][rows, state]
        return masks

    def columns(self, inside: Array, heads: NDArray[np.int64]) -> Array:
        """What is told of each piece, [pieces, COLUMNS].

        Args:
            inside: Which words are in each piece, [pieces, words].
            heads: The word that each is built on.
        """
        size = inside.sum(1)
        chance = self.likely[self.anchors]
        logs = self._logs(inside)
        shared = inside @ self.belongs.T
        alike = shared / (size[:, None] + self.belongs.sum(1) - shared)
        weighed = alike * chance
        at = (weighed + 1e-3 * alike).argmax(1)
        rows = np.arange(len(inside))
        near = self.belongs[at]
        own = np.where(heads[:, None] == self.anchors, alike, 0.0).max(1)
        within, all_likely = inside @ self.likely, self.likely.sum()
        exact = np.exp(np.minimum(logs, 0)) * chance
        columns = [
            logs.max(1), (logs + np.log(chance + 1e-4)).max(1), exact.sum(1), exact.max(1),
            alike.max(1), weighed.max(1), alike[rows, at], chance[at], logs[rows, at],
            (np.clip((alike - 0.6) / 0.4, 0, 1) * chance).sum(1), own, self.likely[heads],
            (inside * self.likely).max(1), within, all_likely - within,
            np.where(inside > 0, near, 1.0).min(1), np.where(inside > 0, 0.0, near).max(1),
        ]  # fmt: skip
        return np.stack(columns, 1).astype(np.float32)

    def _logs(self, inside: Array) -> Array:
        """The log likelihood of each piece for each anchor, [pieces, anchors]."""
        left, right = inside[:, :-1], inside[:, 1:]
        both = (left * right).sum(1)
        one = (left + right).sum(1) - 2 * both
        steps = self.steps @ np.stack([both, one, left.shape[1] - both - one])
        found: Array = inside @ self.inward.T + steps[:, None] - self._passes[2]
        return found
