"""What the scorer sees of the words of a tree and of the pieces made of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from workbench.propose.pool.marked import Marked
from workbench.propose.pool.pieces import Piece
from workbench.propose.tree.tree import Tree

Array = NDArray[np.float32]

_GROUPS = (
    ("root",), ("nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "expl"),
    ("obj", "iobj"), ("obl", "obl:unmarked", "obl:agent"), ("advmod",), ("advcl", "advcl:relcl"),
    ("nmod", "nmod:unmarked", "nmod:desc"), ("nmod:poss",), ("amod",), ("acl",), ("acl:relcl",),
    ("appos",), ("conj",), ("cc", "cc:preconj"), ("case",), ("det", "det:predet"),
    ("compound", "flat", "goeswith", "fixed"), ("nummod",), ("mark",),
    ("aux", "aux:pass", "cop"), ("xcomp", "ccomp"), ("parataxis", "list", "dep"), ("punct",),
)  # fmt: skip
_GROUP = {name: number for number, names in enumerate(_GROUPS) for name in names}
_TAGS = ("NOUN", "PROPN", "VERB", "AUX", "ADJ", "ADV", "ADP", "DET", "PRON", "NUM", "CCONJ",
         "SCONJ", "PART", "PUNCT", "X")  # fmt: skip
_TAG = {name: number for number, name in enumerate(_TAGS)}
OTHER = len(_GROUPS)


@lru_cache(maxsize=512)
def relation_number(relation: str) -> int:
    """The number of a relation's group; `OTHER` for one of no group."""
    return _GROUP.get(relation, OTHER)


def tag_number(coarse: str) -> int:
    """The number of a universal part of speech; the last for one that is not told apart."""
    return _TAG.get(coarse, len(_TAGS) - 1)


class Sentence:
    """The numbers of one tree that the features are made of."""

    def __init__(self, tree: Tree, pieces: Sequence[Piece], marked: Marked) -> None:
        self.tree, self.pieces, self.marked = tree, pieces, marked
        count = len(tree.words)
        self.heads = np.array(tree.heads)
        self.groups = np.array([relation_number(r) for r in tree.relations])
        self.tags = np.array([tag_number(t) for t in tree.coarse])
        self.depth = np.array(tree.depths)
        size = (count + 7) // 8
        raw = b"".join(p.mask.to_bytes(size, "little") for p in pieces)
        bits = np.frombuffer(raw, dtype=np.uint8).reshape(len(pieces), size)
        spread = np.unpackbits(bits, axis=1, bitorder="little")[:, :count]
        self.inside: Array = spread.astype(np.float32)

    def arcs(self) -> Array:
        """One row for each word: what may decide whether it goes with its head."""
        tree, heads = self.tree, self.heads
        count = len(heads)
        sizes = np.ones(count, dtype=np.float32)
        order = np.argsort(-self.depth)
        for word in order:
            if heads[word] >= 0:
                sizes[heads[word]] += sizes[word]
        above = np.maximum(heads, 0)
        kids = np.bincount(above[heads >= 0], minlength=count)
        comma = np.array([w.form == "," for w in tree.words] + [False])
        places = np.arange(count)
        first, last = _edges(heads, order, count)
        columns = [
            self.groups, self.tags, self.tags[above], self.groups[above], self.groups[above[above]],
            places - heads, np.abs(places - heads), sizes, sizes[above], self.depth, kids[above],
            kids, comma[np.maximum(first - 1, 0)], comma[np.minimum(last + 1, count)],
            places < heads, count - places, places, np.full(count, count),
            _siblings(heads, self.groups, count),
        ]  # fmt: skip
        return np.stack(columns, axis=1).astype(np.float32)

    def rows(self, goes: Array) -> Array:
        """One row for each piece; ``goes``: how likely each word goes with its head."""
        inside, heads = self.inside, self.heads
        count = len(heads)
        above = np.where(heads < 0, count, heads)
        padded = np.concatenate([inside, np.zeros((len(inside), 1), np.float32)], axis=1)
        head_in = padded[:, above]
        left = head_in * (1 - inside)
        orphan = inside * (1 - head_in)
        joined = inside * head_in
        relation = np.eye(OTHER + 1, dtype=np.float32)[self.groups]
        tag = np.eye(len(_TAGS), dtype=np.float32)[self.tags]
        yes, no = np.log(goes + 1e-3), np.log(1.001 - goes)
        fit = joined @ yes + left @ no
        words = inside.sum(1)
        starts = inside.argmax(1)
        ends = count - 1 - inside[:, ::-1].argmax(1)
        runs = (np.diff(padded, axis=1) < 0).sum(1)
        made = np.array([p[1:6] for p in self.pieces])
        head = made[:, 0]
        per_head = np.bincount(head, minlength=count)
        columns = [
            made[:, 1:], fit, joined @ yes, left @ no, fit / words,
            np.where(joined > 0, yes, 0).min(1), np.where(left > 0, no, 0).min(1),
            words, words / count, np.full(len(words), count), runs, starts, ends, count - ends,
            self.groups[head], self.tags[head], self.depth[head], per_head[head],
            self.tags[starts], self.tags[ends], self.groups[starts], self.groups[ends],
            inside[np.arange(len(head)), head], np.arange(len(head)), np.full(len(head), len(head)),
            np.full(len(head), (tag[:, 2]).sum()), np.full(len(head), relation[:, 12].sum()),
            relation[:, 12] @ np.ones(count) - inside @ relation[:, 12],
            left @ relation, orphan @ relation, inside @ tag, self.marked.columns(inside, head),
        ]  # fmt: skip
        return np.concatenate(
            [np.asarray(c, np.float32).reshape(len(words), -1) for c in columns], axis=1
        )

    def overlaps(self) -> Array:
        """Jaccard similarity of each two pieces, [pieces, pieces]."""
        both = self.inside @ self.inside.T
        size = self.inside.sum(1)
        ratio: Array = both / (size[:, None] + size[None, :] - both)
        return ratio

    def nearest(self, masks: Sequence[int]) -> Array:
        """Similarity of each piece to the nearest of some masks, [pieces]."""
        if not masks:
            return np.zeros(len(self.pieces), np.float32)
        count = len(self.tree.words)
        other = np.array([[m >> w & 1 for w in range(count)] for m in masks], dtype=np.float32)
        both = self.inside @ other.T
        size = self.inside.sum(1)
        best: Array = (both / (size[:, None] + other.sum(1)[None, :] - both)).max(1)
        return best


def _edges(heads: NDArray[Any], order: NDArray[Any], count: int) -> tuple[Any, Any]:
    first, last = np.arange(count), np.arange(count)
    for word in order:
        above = heads[word]
        if above >= 0:
            first[above] = min(first[above], first[word])
            last[above] = max(last[above], last[word])
    return first, last


def _siblings(heads: NDArray[Any], groups: NDArray[Any], count: int) -> NDArray[Any]:
    """How many words before it hang on the same head by the same kind of relation."""
    seen: dict[tuple[int, int], int] = {}
    found = np.zeros(count, dtype=np.int64)
    for word in range(count):
        key = int(heads[word]), int(groups[word])
        found[word] = seen.get(key, 0)
        seen[key] = found[word] + 1
    return found
