"""A share of "it" where what "it" is cannot be written: the pronoun stays."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.propose.lexicon import word_set
from workbench.propose.semantic.mentions import Mention
from workbench.propose.tree.clause import SUBJECTS
from workbench.propose.tree.tree import Tree

_SHARES = word_set("much most some all half little part parts none more")
_POINTING = ("that", "this")


def share_of_unnamed(tree: Tree, word: int, here: Sequence[Mention]) -> bool:
    """ "That grain went to the valley, but most of it is in sacks": the grain, and no valley."""
    share = tree.heads[word]
    of = any(tree.low[c] == "of" for c in tree.only(word, "case"))
    if tree.low[word] != "it" or not of or share < 0 or tree.low[share] not in _SHARES:
        return False
    verb = tree.heads[share]
    if tree.relations[share] not in SUBJECTS or tree.relations[verb] not in ("conj", "parataxis"):
        return False
    known = {m.at for m in here}
    return any(
        subject not in known and any(tree.low[d] in _POINTING for d in tree.only(subject, "det"))
        for subject in tree.only(tree.heads[verb], *SUBJECTS)
    )
