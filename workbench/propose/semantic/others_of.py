"""Who "others" are: "Some nurses wept. Others left" are other nurses."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.propose.lexicon import word_set
from workbench.propose.tree.clause import SUBJECTS
from workbench.propose.tree.tree import Tree

_SOME = word_set("some many several most few")
_UP = ("conj", "parataxis", "advcl")


def others_of(tree: Tree, before: Sequence[Tree]) -> dict[int, str]:
    """What to write for "others" as a subject, by its index; ``before``: the sentence before."""
    found: dict[int, str] = {}
    for word, low in enumerate(tree.low):
        if low != "others" or tree.relations[word] not in SUBJECTS or tree.children[word]:
            continue
        whole = _some_here(tree, word)
        if not whole and len(before) == 1:
            whole = _some(before[0], before[0].root)
        if whole:
            found[word] = f"other {whole}"
    return found


def _some_here(tree: Tree, word: int) -> str:
    """ "Some nurses wept and others left"."""
    at = tree.heads[word]
    if at < 0 or tree.relations[at] not in _UP or tree.heads[at] < 0:
        return ""
    return _some(tree, tree.heads[at], word)


def _some(tree: Tree, verb: int, end: int = 1 << 20) -> str:
    """The nouns of which "some" are the subject of a verb, as they are called; or nothing."""
    for noun in tree.only(verb, *SUBJECTS)[:1]:
        some = [c for c in tree.only(noun, "det", "amod") if tree.low[c] in _SOME]
        several = tree.fine[noun] == "NNS" and some and noun < end
        words = range(some[0] + 1, noun + 1) if several else range(0)
        whole = all(w in tree.below(noun) and tree.coarse[w] != "PUNCT" for w in words)
        if words and whole and not tree.only(noun, "conj"):
            return " ".join(tree.words[w].form for w in words)
    return ""
