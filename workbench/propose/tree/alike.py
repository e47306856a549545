"""Can one of two nouns be what the other is, or are they members of a list?"""

from __future__ import annotations

from workbench.propose.rules.kinds import kind_of
from workbench.propose.tree.tree import Tree

_DOERS = ("person", "group", "animal")


def unlike(tree: Tree, noun: int, child: int) -> bool:
    """ "Blamed a strike, a lack of staff and poor planning": no strike is a lack of anything.

    Nor are "the Bay Area, the wine country and the hills" one area.
    """
    last = max(tree.below(child))
    closed = last + 1 < len(tree.words) and tree.words[last + 1].form in (",", "–", "—", ")")
    if not noun < child or closed or not _and_noun(tree, child, last):
        return False
    one, other = kind_of(tree.low[noun]), kind_of(tree.low[child])
    if one in _DOERS or other in _DOERS or tree.coarse[child] != "NOUN":
        return False
    led = bool(tree.only(child, "det"))
    bare = not led and not tree.only(noun, "det", "nmod:poss") and tree.coarse[noun] == "NOUN"
    if bare and not tree.only(child, "nmod:poss"):
        return True  # "video footage, eyewitness testimony and notes"
    if tree.coarse[noun] == "PROPN":
        return led and tree.fine[noun] == "NNP" and tree.fine[child] == "NNS" and bool(one)
    return led and tree.coarse[noun] == "NOUN" and one != other and "event" in (one, other)


def _and_noun(tree: Tree, child: int, last: int) -> bool:
    """Does "and" and one more noun end what stands under the child?"""
    return any(
        tree.first_word(child) < link < tree.heads[link] <= last
        and tree.coarse[tree.heads[link]] in ("NOUN", "PROPN")
        for link in tree.below(child)
        if tree.low[link] in ("and", "or") and tree.relations[link] == "cc"
    )
