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
    listed = any(tree.low[m] in ("including", "like") for m in tree.only(word, "mark", "case"))
    if _of_month(place, parts) or (listed and tree.heads[word] in words_in(tree, parts)):
        return False  # "faces 18 charges, including conspiring to hack": no charges do
    if tree.relations[word] != "acl:relcl" or loose(tree, word):
        return True
    if tree.low[tree.heads[word]] in TIME_NOUNS | {"moment", "moments"}:
        return True
    where = any(tree.low[c] == "where" for c in tree.only(word, "advmod"))
    beside = [w for o in tree.only(word, "obl") for w in (o, *tree.only(o, "nmod:poss"))]
    where = where or any(tree.low[w] in ("which", "whose", "whom") for w in beside)
    return not where or tree.heads[word] in words_in(tree, parts)


def severed(place: Place, parts: Sequence[tuple[int, int]], statement: str) -> bool:
    """ "[The friends] she could not visit": no clause without them, and none as it stands."""
    tree, word = place
    own = [s for s in tree.only(word, "nsubj") if s < word]
    if tree.relations[word] != "acl:relcl" or tree.coarse[word] != "VERB" or not own:
        return False
    noun, first = tree.heads[word], tree.first_word(word)
    if noun != first - 1 or tree.fine[first] in _RELATIVE or tree.low[noun] in _WHEN_OR_HOW:
        return False  # a pronoun joins it, or it is "the day she left"
    gap = next(iter(tree.only(word, "xcomp")), word)
    if tree.only(gap, "obj", "ccomp", "xcomp") or tree.only(word, "aux:pass", "cop"):
        return False
    inside = words_in(tree, parts)
    if noun not in inside:
        return True
    begins = " ".join(tree.low[min(inside) : noun + 1])
    return bool(begins) and statement.lower().startswith(begins)


_RELATIVE = ("WP", "WDT", "WRB", "WP$")
_WHEN_OR_HOW = TIME_NOUNS | {"moment", "moments", "way", "ways", "reason", "reasons", "place"}


def _of_month(place: Place, parts: Sequence[tuple[int, int]]) -> bool:
    """ "Another announced in March, which aimed to cut it": no month aims at anything."""
    tree, word = place
    which = any(tree.low[s] == "which" for s in tree.only(word, "nsubj", "nsubj:pass"))
    inside = words_in(tree, parts)
    if tree.relations[word] != "acl:relcl" or not which or tree.heads[word] in inside:
        return False
    before = [w for w in inside if w < word and tree.coarse[w] in ("NOUN", "PROPN")]
    return bool(before) and all(tree.low[w] in MONTHS | WEEKDAYS for w in before)
