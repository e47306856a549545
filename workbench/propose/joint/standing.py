"""Does a stretch of a sentence stand as a clause of its own, by the sentence's tree?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbench.propose.joint.arcs import SUBJECTS
from workbench.propose.joint.sound import HELPERS
from workbench.propose.lexicon import word_set
from workbench.propose.tree.agreement import FINITE
from workbench.propose.tree.tree import Tree

_RELATIVE = ("WP", "WDT", "WRB", "EX")
_FOCUS = word_set("exactly precisely just only even right")


def standing(trees: Iterable[Tree], parts: Sequence[tuple[int, int]]) -> Tree | None:
    """The tree of one stretch of the sentence that is, by the sentence's tree, a finite clause."""
    if len(parts) != 1:
        return None
    return next((t for tree in trees if (t := _standing(tree, *parts[0])) is not None), None)


def _standing(tree: Tree, start: int, end: int) -> Tree | None:
    inside = [w for w, at in enumerate(tree.words) if start <= at.start and at.end <= end]
    tops = [w for w in inside if tree.heads[w] not in inside and tree.coarse[w] != "PUNCT"]
    if len(tops) != 1 or tree.relations[tops[0]] == "parataxis":
        return None
    top = tops[0]
    group = (top, *tree.only(top, *HELPERS))
    finite = any(tree.fine[w] in FINITE for w in group if w in inside)
    subject = [w for w in tree.only(top, *SUBJECTS, "nsubj:outer") if w in inside and w < top]
    marked = any(tree.relations[w] == "mark" and tree.fine[w] != "TO" and w in inside
                 for w in tree.children[top])  # fmt: skip
    about = {w for s in subject for w in tree.below(s)}
    told = bool(subject) and all(tree.fine[w] not in _RELATIVE for w in about)
    told = told and not (tree.fine[top] == "VBD" and tree.only(top, "obl:agent"))
    left = [c for c in tree.children[top] if c not in inside]
    told = told and not any(_infinitive(tree, c) or tree.relations[c] == "ccomp" for c in left)
    if not finite or not told or marked or tree.fine[inside[0]] in _RELATIVE:
        return None
    return _cut(tree, inside, top)


def _cut(tree: Tree, inside: Sequence[int], top: int) -> Tree:
    """The words ``inside`` as a tree of their own; marks that hung elsewhere hang on its root."""
    place = {word: at for at, word in enumerate(inside)}
    heads = [-1 if w == top else place.get(tree.heads[w], place[top]) for w in inside]
    relations = ["root" if w == top else tree.relations[w] for w in inside]
    coarse, fine = ([tags[w] for w in inside] for tags in (tree.coarse, tree.fine))
    return Tree([tree.words[w] for w in inside], heads, relations, coarse, fine)


def _infinitive(tree: Tree, word: int) -> bool:
    """ "Called on Moscow [to resume talks]"."""
    return any(tree.fine[m] == "TO" for m in tree.only(word, "mark"))


def subordinate(trees: Iterable[Tree], parts: Sequence[tuple[int, int]]) -> bool:
    """Does it begin with the word that hangs it on its sentence: "when Ann Oe was ill"?"""
    return any(_subordinate(tree, tree.mask(parts)) for tree in trees)


def _subordinate(tree: Tree, mask: int) -> bool:
    inside = [w for w in range(mask.bit_length()) if mask >> w & 1 and tree.coarse[w] != "PUNCT"]
    joins = next((w for w in inside if tree.low[w] not in _FOCUS), -1)  # "exactly where"
    if joins < 0 or (tree.relations[joins] != "mark" and tree.fine[joins] not in ("WRB", "WDT")):
        return False
    clause = tree.heads[joins]
    return clause in inside and tree.heads[clause] not in inside
