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
        """Forward and backward log sums [anchors, words, 2] and their totals [anchors].

        The steps are the same both ways, so one loop goes forward over the words and over the
        words from the last to the first.
        """
        step, size = self._step, len(self.inward)
        ways = np.concatenate([self.inward, self.inward[:, ::-1]]).T
        came = np.zeros((*ways.shape, 2), np.float32)  # before the word's own score is added
        sums = np.zeros_like(came)
        sums[:, :, 1] = ways
        last = sums[0]
        for now, total in zip(came[1:], sums[1:], strict=True):
            np.logaddexp(last[:, :1] + step[0], last[:, 1:] + step[1], out=now)
            total += now
            last = total
        ahead, back = sums[:, :size].swapaxes(0, 1), came[::-1, size:].swapaxes(0, 1)
        return ahead, back, np.logaddexp(ahead[:, -1, 0], ahead[:, -1, 1])

    @cached_property
    def _step(self) -> Array:
        """The scores of neighbours, [from, to]; 0 out, 1 in."""
        both, one, none = self.steps
        return np.array([[none, one], [one, both]], np.float32)

    @cached_property
    def belongs(self) -> Array:
        """How likely each word belongs to each anchor's proposition, [anchors, words]."""
        ahead, back, total = self._passes
        found: Array = np.exp(ahead[:, :, 1] + back[:, :, 1] - total[:, None])
        return found

    def best(self) -> list[int]:
        """The likeliest set of words of each anchor, as a mask (Viterbi)."""
        step = self._step
        own = np.zeros((*self.inward.T.shape, 2), np.float32)
        own[:, :, 1] = self.inward.T
        came = np.zeros(own.shape, bool)  # was the word before in?
        score = own[0]
        for here, now in zip(own[1:], came[1:], strict=True):
            out, within = score[:, :1] + step[0], score[:, 1:] + step[1]
            np.greater(within, out, out=now)
            score = np.maximum(out, within) + here
        states = (score[:, 1] > score[:, 0]).tolist()
        return [_walked_back(state, row) for state, row in
                zip(states, came.swapaxes(0, 1).tolist(), strict=True)]  # fmt: skip

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


def _walked_back(state: bool, came: list[list[bool]]) -> int:
    """The words that are in, as a mask: from the last word's state back to the first's."""
    mask = 0
    for word in range(len(came) - 1, -1, -1):
        mask |= state << word
        state = came[word][state]
    return mask
