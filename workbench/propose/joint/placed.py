"""Is where something is or happened told with it, where that is what the sentence is about?"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.propose.joint.faithful import Place
from workbench.propose.joint.pairs import words_in
from workbench.propose.lexicon import MONTHS, TIME_NOUNS, WEEKDAYS
from workbench.propose.tree.cuts import loose


def placed(place: Place, parts: Sequence[tuple[int, int]]) -> bool:
    """Is told where it was, when that says which one: "a town where he leads", "on whose board"?

    "He leads", without the town, says it of everywhere.
    """
    tree, word = place
    if _of_month(place, parts):
        return False
    if tree.relations[word] != "acl:relcl" or loose(tree, word):
        return True
    if tree.low[tree.heads[word]] in TIME_NOUNS | {"moment", "moments"}:
        return True
    where = any(tree.low[c] == "where" for c in tree.only(word, "advmod"))
    beside = [w for o in tree.only(word, "obl") for w in (o, *tree.only(o, "nmod:poss"))]
    where = where or any(tree.low[w] in ("which", "whose", "whom") for w in beside)
    return not where or tree.heads[word] in words_in(tree, parts)


def _of_month(place: Place, parts: Sequence[tuple[int, int]]) -> bool:
    """ "Another announced in March, which aimed to cut it": no month aims at anything."""
    tree, word = place
    which = any(tree.low[s] == "which" for s in tree.only(word, "nsubj", "nsubj:pass"))
    inside = words_in(tree, parts)
    if tree.relations[word] != "acl:relcl" or not which or tree.heads[word] in inside:
        return False
    before = [w for w in inside if w < word and tree.coarse[w] in ("NOUN", "PROPN")]
    return bool(before) and all(tree.low[w] in MONTHS | WEEKDAYS for w in before)
