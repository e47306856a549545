"""Words that only say something together: "doctors or nurses", "stopped and questioned him"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbench.propose.tree.clause import SUBJECTS
from workbench.propose.tree.cuts import condition
from workbench.propose.tree.tree import Tree

_COMPLEMENTS = ("obj", "iobj", "obl", "ccomp", "xcomp", "advmod", "advcl")
_BETWEEN = ("CCONJ", "PUNCT", "ADP", "ADV")


def words_in(tree: Tree, parts: Sequence[tuple[int, int]]) -> set[int]:
    """The words of a tree that lie in ``parts`` of the text."""
    return {
        i for i, w in enumerate(tree.words) if any(a <= w.start and w.end <= b for a, b in parts)
    }


def half(trees: Iterable[Tree], parts: Sequence[tuple[int, int]]) -> bool:
    """Is one of two words left out that only say something together?"""
    for tree in trees:
        inside = words_in(tree, parts)
        if any(_of_two(tree, word, inside) for word in inside):
            return True
    return False


def _of_two(tree: Tree, word: int, inside: set[int]) -> bool:
    """Does a word need another that it is joined with, which is left out?

    "Doctors or nurses", "stopped and questioned the cyclist", "silver to Arl and bronze to Ley".
    """
    joined = [c for c in tree.only(word, "conj") if c not in inside]
    if any(_others(tree, c) or _either(tree, c) or _shared_object(tree, word, c) for c in joined):
        return True
    if joined and (_bound(tree, word) or condition(tree, word) or _counted(tree, word)):
        return True
    above = tree.heads[word]
    if tree.relations[word] != "conj" or above in inside:
        return False
    cases = {tree.low[c] for c in tree.only(above, "case")}
    behind = [n for n in tree.only(word, "nmod") if n > word]
    gapped = any(tree.low[c] in cases for n in behind for c in tree.only(n, "case"))
    return _either(tree, word) or (gapped and not tree.only(word, "case"))


def _bound(tree: Tree, first: int) -> bool:
    """ "Between Arl and Ley", "both he and she", "the Ministry of Trade and Labour"."""
    if any(tree.low[c] in _TOGETHER for c in tree.only(first, "case", "cc:preconj")):
        return True
    above = tree.heads[first]
    named = tree.coarse[first] == "PROPN" and above >= 0 and tree.coarse[above] == "PROPN"
    named = named and tree.fine[above] != "NNPS" and tree.relations[first] == "nmod"
    return named and any(tree.low[c] in ("of", "for") for c in tree.only(first, "case"))


def _counted(tree: Tree, word: int) -> bool:
    """ "More than 600 live in Arl and in Ley": so many in both together."""
    if tree.relations[word] not in ("obl", "nmod") or tree.coarse[word] not in ("NOUN", "PROPN"):
        return False
    above, seen = tree.heads[word], 0
    while above >= 0 and tree.coarse[above] != "VERB" and seen < len(tree.words):
        if tree.relations[above] in SUBJECTS:
            return False
        above, seen = tree.heads[above], seen + 1
    about = tree.only(above, *SUBJECTS) if above >= 0 else []
    return any(tree.coarse[s] == "NUM" or tree.only(s, "nummod") for s in about)


_TOGETHER = ("between", "both", "either", "neither", "not")


def _others(tree: Tree, word: int) -> bool:
    """ "Orbex and other brewers are cutting jobs": they all are, and not Orbex alone."""
    subject = tree.relations[tree.heads[word]] in SUBJECTS
    return subject and any(tree.low[c] == "other" for c in tree.only(word, "amod"))


def _either(tree: Tree, word: int) -> bool:
    return any(tree.low[c] == "or" for c in tree.only(word, "cc"))


def _shared_object(tree: Tree, first: int, second: int) -> bool:
    """ "Find, lift and carry crates": does what the last does it to belong to the first?"""
    noun = tree.coarse[second] == "NOUN" and not tree.only(second, "cop", *SUBJECTS)
    if tree.coarse[first] != "VERB" or not (noun or tree.only(second, "obj")):
        return False
    if tree.only(first, *_COMPLEMENTS) or tree.only(first, "aux:pass"):
        return False
    beside = {*tree.only(first, "conj"), *tree.below(first, frozenset(tree.only(first, "conj")))}
    return all(w in beside or tree.coarse[w] in _BETWEEN for w in range(first + 1, second))
