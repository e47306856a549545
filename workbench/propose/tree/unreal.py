"""Participles that state nothing: what they are told of is planned, hoped or only called so."""

from __future__ import annotations

from workbench.propose.lexicon import word_set
from workbench.propose.tree.cuts import was
from workbench.propose.tree.tree import Tree


def helped_along(tree: Tree, participle: int) -> bool:
    """ "The plan includes a cut in fares, helped by a grant": the cut, and it is still to come."""
    above = tree.heads[participle]
    aside = tree.relations[participle] == "advcl" and 0 <= above < participle
    if not aside or tree.low[participle] not in _HELPED_BY:
        return False
    ahead = not was(tree, above) and bool(tree.only(above, "obj", "xcomp"))
    return ahead and bool(tree.only(participle, "obl:agent", "obl"))


_HELPED_BY = word_set("helped aided boosted driven fuelled fueled spurred buoyed lifted supported "
                      "led backed funded")  # fmt: skip


def as_such(tree: Tree, participle: int) -> bool:
    """ "Is stated as a fact based on consensus": what it is called, and no such thing is named."""
    noun = tree.heads[participle]
    if tree.relations[participle] != "acl" or noun < 0 or participle != noun + 1:
        return False
    called = any(tree.low[c] == "as" for c in tree.only(noun, "case"))
    return called and any(tree.low[d] in ("a", "an") for d in tree.only(noun, "det"))


def going(tree: Tree, participle: int) -> bool:
    """ "The ad going viral shows that it works": that it goes viral does, told in no tense."""
    noun = tree.heads[participle]
    if tree.relations[participle] != "acl" or tree.fine[participle] != "VBG" or noun < 0:
        return False
    bare = participle == noun + 1 and tree.relations[noun] in ("nsubj", "csubj")
    return bare and tree.heads[noun] > participle and tree.low[tree.heads[noun]] in _PROVES


_PROVES = word_set("shows showed show means meant mean proves proved suggests suggested indicates "
                   "indicated signals signalled reflects reflected")  # fmt: skip


def hoped_for(tree: Tree, participle: int) -> bool:
    """ "Lost hope of a recovery driven by exports": of what there is not yet, and may never be."""
    noun, seen = tree.heads[participle], 0
    if tree.relations[participle] != "acl" or noun < 0:
        return False
    the = any(tree.low[d] in _KNOWN for d in tree.only(noun, "det", "nmod:poss"))
    while not the and tree.relations[noun] in ("nmod", "obl") and seen < len(tree.words):
        noun, seen = tree.heads[noun], seen + 1
        if tree.low[noun] in _HOPES:
            return True
    return _to_come(tree, noun)


def _to_come(tree: Tree, noun: int) -> bool:
    """ "A plan to build 400 homes, funded by a loan": none is built yet."""
    build = tree.heads[noun]
    if tree.relations[noun] != "obj" or build < 0 or not _to(tree, build):
        return False
    return tree.relations[build] == "acl" and tree.low[tree.heads[build]] in _HOPES | _AIMS


def _to(tree: Tree, verb: int) -> bool:
    return any(tree.fine[m] == "TO" for m in tree.only(verb, "mark"))


_AIMS = word_set("deal bid offer scheme project programme program effort efforts pledge intention "
                 "ambition promise bill decision")  # fmt: skip


_KNOWN = word_set("the this that these those his her its their")
_HOPES = word_set("hope hopes prospect prospects chance chances possibility risk risks fear fears "
                  "danger threat likelihood expectation expectations promise plan plans proposal "
                  "proposals talk")  # fmt: skip
