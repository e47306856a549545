"""Of how many a clause tells that hangs on one noun: "three of its commanders held by the army"."""

from __future__ import annotations

from workbench.propose.lexicon import word_set
from workbench.propose.tree.cuts import loose
from workbench.propose.tree.nouns import noun_words
from workbench.propose.tree.tree import Tree

_SOME = word_set("some several many most half few dozens hundreds thousands scores both all")


def share_words(tree: Tree, noun: int, clause: int) -> list[int]:
    """The words of a noun that a clause tells of, with how many of them it tells of."""
    above, words = share(tree, noun, clause), noun_words(tree, noun)
    if above == noun:
        return words
    first = min(words, default=noun)
    return [*(w for w in noun_words(tree, above) if w < first), *words]


def share(tree: Tree, noun: int, clause: int) -> int:
    """ "Three of its commanders held by the army": the three, and not all of its commanders.

    "Two of the men who robbed it" is left: the clause says which men they are.
    """
    above = tree.heads[noun]
    of = any(tree.low[c] == "of" for c in tree.only(noun, "case"))
    if above < 0 or above > noun or tree.relations[noun] != "nmod" or not of:
        return noun
    counted = tree.coarse[above] == "NUM" and tree.low[above] not in ("one", "1")
    if not (counted or tree.low[above] in _SOME) or tree.fine[noun] not in ("NNS", "NNPS"):
        return noun
    owned = tree.only(noun, "nmod:poss")
    return above if owned or loose(tree, clause) else noun
