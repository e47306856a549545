"""A wide pool of pieces of a sentence: what a reader might mark as one proposition.

From every clause: variants of its subject (its own, or that of the clause above), of its object
and of its adjuncts; every conjunct with what it shares. From every noun phrase: the noun with one
of its modifiers. A scorer chooses among them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from workbench.propose.pool.clause import ClausePieces
from workbench.propose.pool.marked import Marked
from workbench.propose.pool.words import Masks
from workbench.propose.tree.tree import Tree

MOST = 360  # pieces of one sentence that its tree gives


_BEFORE_NOUNS = 24  # pieces of each clause that come before those of nouns


class Piece(NamedTuple):
    """A set of words and how it was made.

    Attributes:
        mask: The words, bit ``w`` for word ``w``; marks between neighbours included.
        head: The predicate or noun that it is built on.
        how: What was varied: an index into ``WAYS``.
        kind: Of its subject: 0 none, 1 its own, 2 taken over, 3 a conjunct of it.
        adjuncts: How many of the adjuncts are in.
        possible: How many there are.
        who: The words of the subject.
    """

    mask: int
    head: int
    how: int
    kind: int
    adjuncts: int
    possible: int
    who: int


WAYS = ("clause", "object", "member", "members", "adjunct", "bare clause", "whole",
        "less", "noun", "apposition", "modifier", "relative", "noun member", "marked")  # fmt: skip
_WAY = {name: number for number, name in enumerate(WAYS)}


def pool(tree: Tree, marked: Marked) -> list[Piece]:
    """The pieces of a sentence, each set of words once, the likelier ones first.

    The last are those that the marker found and the tree does not give.
    """
    punct = marks_of(tree)
    found: dict[int, Piece] = {}
    for piece in _Maker(tree).pieces():
        mask = filled(piece.mask, punct)
        if mask not in found and piece.mask.bit_count() > 1:
            found[mask] = piece._replace(mask=mask)
            if len(found) == MOST:
                break
    for anchor, mask in zip(marked.anchors, marked.best(), strict=True):
        if (mask & ~punct).bit_count() > 1:
            mask = filled(mask & ~punct, punct)
            found.setdefault(mask, Piece(mask, int(anchor), _WAY["marked"], 0, 0, 0, 0))
    return list(found.values())


def marks_of(tree: Tree) -> int:
    """The punctuation of a sentence, as a mask."""
    return sum(1 << word for word, tag in enumerate(tree.coarse) if tag == "PUNCT")


def filled(mask: int, marks: int) -> int:
    """The words and the marks between two of them with nothing left out."""
    found, low = 0, mask
    while low:
        start = (low & -low).bit_length() - 1
        rest = (low >> start) + 1
        end = start + (rest & -rest).bit_length() - 1  # first word not in
        after = (marks >> end) + 1
        gap = (after & -after).bit_length() - 1  # marks from there on
        found |= ((1 << end) - 1) & ~((1 << start) - 1)
        low = (mask >> end) << end
        if gap and mask >> (end + gap) & 1:
            found |= ((1 << gap) - 1) << end
    return found


def with_marks(tree: Tree, mask: int) -> int:
    """A set of words, its punctuation just what stands between two of them."""
    marks = marks_of(tree)
    return filled(mask & ~marks, marks)


class _Maker:
    """Makes the pieces of one tree."""

    def __init__(self, tree: Tree) -> None:
        self.tree, self.words = tree, Masks(tree)

    def pieces(self) -> Iterator[Piece]:
        """All pieces, with repetitions."""
        tree, words = self.tree, self.words
        heads = [w for w in range(len(tree.words)) if words.predicates[w]]
        made = [self._clause(head) for head in heads]
        for depth in range(max((len(m) for m in made), default=0)):  # a share for each clause
            for clause in made:
                if depth < len(clause):
                    yield clause[depth]
            if depth == _BEFORE_NOUNS:
                yield from self._nouns()
        if not made or max(len(m) for m in made) <= _BEFORE_NOUNS:
            yield from self._nouns()

    def _clause(self, head: int) -> list[Piece]:
        clause = ClausePieces(self.words, head)
        count = len(clause.extras)
        return [
            Piece(m.mask, head, _WAY[m.way], m.kind, m.used, count, m.who) for m in clause.pieces()
        ]

    # noun phrases

    def _nouns(self) -> Iterator[Piece]:
        tree = self.tree
        for noun, tag in enumerate(tree.coarse):
            if tag not in ("NOUN", "PROPN") or tree.relations[noun] in ("flat", "compound"):
                continue
            yield from self._noun(noun)

    def _noun(self, noun: int) -> Iterator[Piece]:
        tree, words = self.tree, self.words
        core, bare, name = words.core(noun), words.bare(noun), words.name(noun)

        def piece(mask: int, way: str) -> Piece:
            return Piece(mask, noun, _WAY[way], 0, 0, 0, 0)

        for child in tree.children[noun]:
            relation = tree.relations[child]
            below = words.below[child]
            if relation in ("appos", "parataxis"):
                for mask in dict.fromkeys((core, bare, name)):
                    yield piece(mask | below, "apposition")
                    yield piece(mask | words.core(child), "apposition")
                    yield piece(mask | words.bare(child), "apposition")
            elif relation in ("nmod", "nmod:poss", "amod", "compound", "flat", "nummod",
                              "nmod:desc", "nmod:unmarked"):  # fmt: skip
                single = words.core(child) | words.case_of(child)
                yield piece((1 << noun) | single, "modifier")
                if relation == "nmod":
                    yield piece(bare | single, "modifier")
                    yield piece(name | single, "modifier")
                elif name != (1 << noun):
                    yield piece(name | single, "modifier")
            elif relation.startswith("acl"):
                yield piece(core & ~below | below, "relative")
                yield piece(bare | below, "relative")
                yield piece(name | below, "relative")
        if core != 1 << noun:
            yield piece(core, "noun")
            yield piece(bare, "noun")
            yield piece(words.full(noun), "noun")
        whole = words.full(noun)
        for joined in words.lists:
            if whole >> joined[0] & 1 and len(joined) < 20:
                for mask in words.members(whole, joined):
                    yield piece(mask, "noun member")
