"""The pieces that a scorer chose, as wording: more than a checker needs, what annotators mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from workbench.propose.lexicon import NEGATIONS
from workbench.propose.pool.chooser import LEAST, Scored, choose
from workbench.propose.pool.pieces import Piece
from workbench.propose.tree.clause import Clause
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.words import statement, written

PHRASE = "phrase"
SCRAP = "scrap"  # kind of a piece that scores low: for the choice of what is shown besides alone
LEAST_OF_SCRAP = 0.08
_TAKEN_OVER = 2  # of a piece's subject: that of the clause above


class Phrase(NamedTuple):
    """A piece in words.

    Attributes:
        said: How it reads alone.
        own: Its words without the subject.
        used: All its words.
        head: The word that it is built on.
        kind: `PHRASE` or `SCRAP`.
    """

    said: str
    own: list[int]
    used: list[int]
    head: int
    kind: str


def phrases(tree: Tree, text: str, scored: Scored, taken: Sequence[int]) -> list[Phrase]:
    """The best pieces of a sentence that say something else than the masks ``taken``.

    In the order of the text, those of kind `SCRAP` last.
    """
    pieces, sentence, scores = scored
    if not pieces:
        return []
    near = sentence.nearest(taken)
    chosen = choose(scores, sentence.overlaps(), near, bool(taken), LEAST_OF_SCRAP)
    best = chosen[:1] if not taken else []
    kinds = {p: PHRASE if scores[p] >= LEAST or p in best else SCRAP for p in chosen}
    told = sorted(chosen, key=lambda place: (kinds[place] == SCRAP, place))
    return [_phrase(tree, text, pieces[place], kinds[place]) for place in told
            if not _turned(tree, pieces[place].mask)]  # fmt: skip


def _turned(tree: Tree, mask: int) -> bool:
    """Is a word in whose "not" is left out, so that the opposite would be said?"""
    denied = (w for w, low in enumerate(tree.low) if low in NEGATIONS and not mask >> w & 1)
    return any(tree.heads[w] >= 0 and mask >> tree.heads[w] & 1 for w in denied)


def _phrase(tree: Tree, text: str, piece: Piece, kind: str) -> Phrase:
    used, who = _words(piece.mask), _words(piece.who & piece.mask)
    own = [w for w in used if w not in who] or used
    bare = not tree.only(piece.head, "aux", "aux:pass", "cop")
    hangs = tree.relations[piece.head] in ("acl", "advcl")
    if who and bare and hangs and tree.fine[piece.head] in ("VBN", "VBG"):
        clause = Clause(piece.head, "participle", own, who, host=tree.root)
        return Phrase(statement(tree, text, clause)[0], own, used, piece.head, kind)
    taken_over = piece.kind == _TAKEN_OVER  # else the subject stands where it belongs
    words = [*who, *(w for w in used if w not in who)] if taken_over else used
    return Phrase(written(tree, text, words), own, used, piece.head, kind)


def part_of(tree: Tree, clause: Clause, phrase: Phrase) -> Clause | None:
    """The clause without the words that a piece of it leaves out; None if it is no such piece."""
    used = {w for w in phrase.used if tree.coarse[w] != "PUNCT"}
    about = {*clause.subject, *clause.lead}
    own = [w for w in clause.own if w in used]
    inside = about <= used <= about | set(clause.own) and phrase.head in own
    return replace(clause, own=own) if inside and clause.kind != "apposition" else None


def _words(mask: int) -> list[int]:
    return [w for w in range(mask.bit_length()) if mask >> w & 1]
