"""What the tree of a sentence tells of a candidate: numbers for the learned choice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from workbench.propose.candidate import Candidate
from workbench.propose.lexicon import FIRST_PERSON, HEDGE, NEGATIONS, SECOND_PERSON, word_set
from workbench.propose.pool.chooser import Scored
from workbench.propose.pool.features import relation_number, tag_number
from workbench.propose.tree.clause import SUBJECTS
from workbench.propose.tree.cuts import conditional, loose
from workbench.propose.tree.tree import Tree

NAMES = (
    "relation", "above", "tag", "form", "depth", "subject", "pronoun", "finite", "helped", "mark",
    "hedged", "denied", "conditional", "speaker", "listener", "set off", "object", "joined",
    "left out", "content left out", "words in", "score", "nearest", "quoted", "tag tree",
)  # fmt: skip
_FORMS = ("VBD", "VBZ", "VBP", "VBN", "VBG", "VB", "MD", "NN", "NNS", "NNP", "JJ", "CD")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_HELPERS = ("aux", "aux:pass", "cop")
_POINTING = word_set("it they he she we this that these those i you which who")
_LIKE = 0.7  # Jaccard similarity of a candidate with a piece whose score tells of it


class Ground(NamedTuple):
    """A tree of a sentence, the scored pool of it where there is one; is it of who said it?"""

    tree: Tree
    pool: Scored | None
    tag: bool


def predicate(trees: Sequence[Tree], candidate: Candidate) -> int:
    """Where the word that a candidate is built on begins in the text; -1 if no tree has it."""
    masks = [tree.mask(candidate.parts) for tree in trees]
    best = max(range(len(trees)), key=lambda i: masks[i].bit_count(), default=-1)
    if best < 0 or not masks[best]:
        return -1
    tree = trees[best]
    return tree.words[_built_on(tree, candidate, masks[best])].start


def _built_on(tree: Tree, candidate: Candidate, inside: int) -> int:
    """The highest word of a candidate's span, or of the words ``inside`` that make it."""
    span = tree.mask(((candidate.start, candidate.end),)) or inside
    return tree.highest(_words(span))


def columns(grounds: Sequence[Ground], candidate: Candidate) -> list[float]:
    """A number for each of `NAMES`; all -1 where no tree has a word of the candidate."""
    best, inside = None, 0
    for ground in grounds:
        mask = ground.tree.mask(candidate.parts)
        if mask.bit_count() > inside.bit_count():
            best, inside = ground, mask
    if best is None:
        return [-1.0] * len(NAMES)
    tree = best.tree
    top = _built_on(tree, candidate, inside)
    return [*_of_top(tree, top, inside, tree.depths[top]), *_of_words(best, top, inside), best.tag]


def _of_top(tree: Tree, top: int, inside: int, depth: int) -> list[float]:
    """About the predicate that the candidate is built on."""
    above = tree.heads[top]
    subject = [s for s in tree.only(top, *SUBJECTS) if inside >> s & 1]
    helpers = [h for h in tree.only(top, *_HELPERS) if inside >> h & 1]
    near = {tree.low[w] for w in (top, *helpers, *tree.only(top, "advmod"))}
    about = {tree.low[w] for s in subject for w in tree.below(s)}
    first = min([top, *helpers])
    return [
        relation_number(tree.relations[top]),
        relation_number(tree.relations[above]) if above >= 0 else -1,
        tag_number(tree.coarse[top]),
        _FORMS.index(tree.fine[top]) if tree.fine[top] in _FORMS else len(_FORMS),
        depth, len(subject), any(tree.low[s] in _POINTING for s in subject),
        tree.fine[first] in _FINITE, len(helpers),
        any(tree.relations[c] == "mark" for c in tree.children[top]),
        bool(near & HEDGE), bool(near & NEGATIONS), conditional(tree, top),
        bool(about & FIRST_PERSON), bool(about & SECOND_PERSON), loose(tree, top),
        bool(tree.only(top, "obj", "xcomp", "ccomp")), bool(tree.only(top, "conj")),
    ]  # fmt: skip


def _of_words(ground: Ground, top: int, inside: int) -> list[float]:
    """About all its words: what is left out, and what the pool's scores say."""
    tree = ground.tree
    left = [c for w in _words(inside) for c in tree.children[w]
            if not inside >> c & 1 and tree.coarse[c] != "PUNCT"]  # fmt: skip
    content = [c for c in left if tree.coarse[c] in ("NOUN", "PROPN", "VERB", "NUM", "ADJ")]
    score, nearest = _scored(ground.pool, inside)
    quoted = any(tree.words[w].form in ("“", '"') for w in range(top))
    return [len(left), len(content), inside.bit_count() / len(tree.words), score, nearest, quoted]


def _scored(pool: Scored | None, mask: int) -> tuple[float, float]:
    """The best score of the pieces that are much like the words, and the likeness of the best."""
    if pool is None or not pool[0]:
        return -1.0, 0.0
    _, sentence, scores = pool
    like = sentence.nearest([mask])
    return float(scores.max(initial=0.0, where=like >= _LIKE)), float(like.max())


def _words(mask: int) -> list[int]:
    return [w for w in range(mask.bit_length()) if mask >> w & 1]
