"""A dependency tree, and how one is decoded from the scores of heads."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from workbench.propose.tree.tokens import Word


class Scores(NamedTuple):
    """What the parser says of every two words of a sentence of n words.

    Attributes:
        heads: How well each word goes with each head, [n, n + 1]; column 0 is the root.
        relations: The number of the likeliest relation of each such pair, [n, n + 1].
    """

    heads: NDArray[np.float32]
    relations: NDArray[np.int64]


@dataclass(frozen=True)
class Tree:
    """One parsed sentence.

    Attributes:
        words: The words with their offsets in the article.
        heads: Index of each word's head; -1 for the root.
        relations: Universal Dependencies' relation of each word to its head.
        coarse: Universal part of speech of each word.
        fine: Penn Treebank tag of each word.
        low: The words in lower case.
        lower: States [1, w + 1, 384] of the sentence and its words halfway through the parser;
            None when it was not parsed in one piece.
        scores: What the parser said of every two of them; None likewise.
        underlined: How likely each two words, [w, w], are the first and the last of a claim, and
            each word, [w], what one is built on, once that was asked.
    """

    words: list[Word]
    heads: list[int]
    relations: list[str]
    coarse: list[str]
    fine: list[str]
    low: list[str] = field(default_factory=list)
    lower: NDArray[np.float32] | None = field(default=None, compare=False, repr=False)
    scores: Scores | None = field(default=None, compare=False, repr=False)
    underlined: tuple[NDArray[np.float32], NDArray[np.float32]] | None = field(
        default=None, compare=False, repr=False
    )

    def __post_init__(self) -> None:
        if not self.low:
            self.low.extend(w.form.lower().replace("’", "'") for w in self.words)

    @cached_property
    def children(self) -> list[list[int]]:
        """The words that depend on each word, in order."""
        found: list[list[int]] = [[] for _ in self.words]
        for child, head in enumerate(self.heads):
            if head >= 0:
                found[head].append(child)
        return found

    @cached_property
    def _edges(self) -> tuple[list[int], list[int]]:
        return [w.start for w in self.words], [w.end for w in self.words]

    def stretches_of(self, parts: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """The first word within each of some ranges of the text, and the one behind the last."""
        starts, ends = self._edges
        for start, end in parts:
            first, stop = bisect_left(starts, start), bisect_right(ends, end)
            if first < stop:
                yield first, stop

    def mask(self, parts: Sequence[tuple[int, int]]) -> int:
        """The words within some ranges of the text, as bits."""
        found = 0
        for first, stop in self.stretches_of(parts):
            found |= (1 << stop) - (1 << first)
        return found

    @property
    def root(self) -> int:
        """Index of the root word."""
        return self.heads.index(-1)

    @cached_property
    def _subtrees(self) -> dict[int, frozenset[int]]:
        return {}

    def below(self, top: int, stop: frozenset[int] = frozenset()) -> frozenset[int]:
        """The words of the subtree under ``top``, without the subtrees under ``stop``."""
        if stop:
            return self._below(top, stop)
        found = self._subtrees.get(top)
        if found is None:
            found = self._subtrees[top] = self._below(top, stop)
        return found

    def _below(self, top: int, stop: frozenset[int]) -> frozenset[int]:
        found: set[int] = set()
        stack = [top]
        while stack:
            word = stack.pop()
            if word not in stop and word not in found:
                found.add(word)
                stack.extend(self.children[word])
        return frozenset(found)

    @cached_property
    def early_subjects(self) -> list[tuple[int, frozenset[int]]]:
        """Each subject that stands before its verb, and the words of its subtree."""
        return [
            (word, self.below(word))
            for word, relation in enumerate(self.relations)
            if relation in ("nsubj", "nsubj:pass") and self.heads[word] > word
        ]

    @cached_property
    def early_starts(self) -> frozenset[int]:
        """Where those subjects begin."""
        return frozenset(min(below) for _, below in self.early_subjects)

    @cached_property
    def depths(self) -> list[int]:
        """How many words stand above each word; 0 for the root."""
        depth = [0] * len(self.words)
        order = [self.root]
        for word in order:
            for child in self.children[word]:
                depth[child] = depth[word] + 1
                order.append(child)
        return depth

    def highest(self, words: Iterable[int]) -> int:
        """Of some words, the one that stands highest, punctuation last."""
        return min(words, key=lambda w: (self.coarse[w] == "PUNCT", self.depths[w], w))

    def first_word(self, top: int, *besides: str) -> int:
        """The first word under ``top`` that is no punctuation, nor of `besides`; else ``top``."""
        if not besides:
            first = self._first_words[top]
            return top if first < 0 else first
        left_out = ("PUNCT", *besides)
        return min((w for w in self.below(top) if self.coarse[w] not in left_out), default=top)

    @cached_property
    def _first_words(self) -> list[int]:
        """The first word under each that is no punctuation; -1 where none is."""
        first = [-1] * len(self.heads)
        for word, tag in enumerate(self.coarse):
            above = word if tag != "PUNCT" else -1
            while above >= 0 and first[above] < 0:
                first[above] = word
                above = self.heads[above]
        return first

    def only(self, top: int, *relations: str) -> list[int]:
        """Children of ``top`` with one of these relations (subtypes by their full name)."""
        children = self.children[top]
        return [c for c in children if self.relations[c] in relations] if children else []


def decode(scores: NDArray[np.float32]) -> list[int]:
    """Heads of a best tree with one root, -1 for the root.

    Args:
        scores: [words, words + 1]; column 0 is the root, column j + 1 the j-th word.

    Most sentences' best heads are a tree already; only the others pay for Chu-Liu-Edmonds
    (Edmonds 1967, "Optimum branchings").
    """
    count = len(scores)
    full = np.full((count + 1, count + 1), -np.inf, dtype=np.float64)
    full[1:] = scores
    full[np.arange(count + 1), np.arange(count + 1)] = -np.inf
    heads = _best(full)
    if (heads[1:] == 0).sum() != 1:  # the likeliest root stays, the others look for a head
        keep = int((full[1:, 0] - np.partition(full[1:, 1:], -1, axis=1)[:, -1]).argmax())
        lone = full[keep + 1, 0]
        full[1:, 0] = -np.inf
        full[keep + 1] = -np.inf
        full[keep + 1, 0] = lone
        heads = _best(full)
    return [int(h) - 1 for h in heads[1:]]


def _best(full: NDArray[np.float64]) -> NDArray[Any]:
    heads: NDArray[Any] = full.argmax(1)
    return heads if _cycle(heads) is None else _edmonds(full)


def _cycle(heads: NDArray[Any]) -> list[int] | None:
    state = [0] * len(heads)
    state[0] = 2
    for start in range(1, len(heads)):
        path = []
        node = start
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = int(heads[node])
        if state[node] == 1:
            return path[path.index(node) :]
        for seen in path:
            state[seen] = 2
    return None


def _edmonds(full: NDArray[np.float64]) -> NDArray[Any]:
    """Contract cycles until there is none, then open them again, innermost last."""
    levels = []
    scores = full
    while True:
        heads: NDArray[Any] = scores.argmax(1)
        heads[0] = 0
        cycle = _cycle(heads)
        if cycle is None:
            break
        outside = [n for n in range(len(scores)) if n not in set(cycle)]
        inner = scores[cycle, heads[cycle]]
        enter = scores[np.ix_(cycle, outside)] - inner[:, None]
        leave = scores[np.ix_(outside, cycle)]
        smaller = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
        smaller[:-1, :-1] = scores[np.ix_(outside, outside)]
        smaller[-1, :-1] = enter.max(0)
        smaller[:-1, -1] = leave.max(1)
        levels.append((heads, cycle, outside, enter.argmax(0), leave.argmax(1)))
        scores = smaller
    for old, cycle, outside, into, out_of in reversed(levels):
        merged = len(outside)
        result = old.copy()
        for place, node in enumerate(outside):
            head = int(heads[place])
            result[node] = cycle[out_of[place]] if head == merged else outside[head]
        entry = int(heads[merged])
        result[cycle[into[entry]]] = outside[entry]
        result[0] = 0
        heads = result
    return heads
