"""Which clauses are told of the noun within another: "a slump in sales, which fell 4%"."""

from __future__ import annotations

from workbench.propose.lexicon import word_set
from workbench.propose.tree.tree import Tree


def told_of_inner(tree: Tree, noun: int, above: int, verb: int) -> bool:
    """ "A decision on gas, which makes up a fifth of imports", "a slump in sales, which fell 4%",
    "a sale of its fruit unit, which employs 90": the gas, the sales and the unit do.
    """
    if not any(tree.low[w] == "which" for w in tree.only(verb, "nsubj", "nsubj:pass")):
        return False
    led = {tree.low[c] for c in tree.only(noun, "case")}
    share = tree.low[above] in _DEEDS and bool(led & _ABOUT) and _part_of_all(tree, verb)
    moved = tree.low[above] in _CHANGES and "in" in led and tree.low[verb] in _CHANGED
    runs = tree.low[above] in _SALES and "of" in led and tree.low[verb] in _RUNS
    return (share or moved or runs) and _agrees(tree, verb, noun)


def _part_of_all(tree: Tree, verb: int) -> bool:
    """ "Makes up a fifth", "accounts for half": what a thing does, and no decision on it."""
    low = tree.low[verb]
    up = any(tree.low[c] == "up" for c in tree.only(verb, "compound:prt", "advmod"))
    told = tree.only(verb, "obl", "obj")
    return bool(told) and (
        (low in _MAKES and up)
        or (low in _ACCOUNTS and any(tree.low[c] == "for" for c in tree.only(told[0], "case")))
    )


def _agrees(tree: Tree, verb: int, noun: int) -> bool:
    """May the verb, by its number, be told of the noun?"""
    group = (verb, *tree.only(verb, "aux", "aux:pass", "cop"))
    one = any(tree.fine[w] == "VBZ" or tree.low[w] == "was" for w in group)
    several = any(tree.fine[w] == "VBP" or tree.low[w] == "were" for w in group)
    return not (one if tree.fine[noun] in ("NNS", "NNPS") else several)


_ABOUT = word_set("on about over of in against")
_DEEDS = word_set("decision decisions ban bans deal deals agreement debate vote talks embargo cap "
                  "sanctions duty duties tax taxes levy tariff tariffs restrictions limits plan "
                  "plans rules discussion row dispute")  # fmt: skip
_CHANGES = word_set("slump rise fall drop decline increase jump surge dip slide growth recovery "
                    "rebound plunge collapse decrease spike slowdown downturn")  # fmt: skip
_CHANGED = word_set("rose rises fell falls dropped drops declined declines increased increases "
                    "jumped surged dipped slid grew climbed plunged slumped tumbled shrank sank "
                    "soared doubled halved tripled")  # fmt: skip
_SALES = word_set("sale purchase acquisition takeover closure opening launch construction "
                  "expansion refurbishment demolition collapse loss merger")  # fmt: skip
_RUNS = word_set("employs employed runs ran makes made serves served houses housed operates "
                 "operated owns owned produces produced lies stands stood carries carried has "
                 "accounts includes belongs")  # fmt: skip
_MAKES = word_set("makes make made")
_ACCOUNTS = word_set("accounts account accounted")
