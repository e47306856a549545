"""Clauses inside a noun phrase that tell a fact of their own: "the report which it published".

They stay in the phrase, which needs them to say what is meant, and are told for themselves, too.
"""

from __future__ import annotations

from workbench.propose.lexicon import CONDITION, HEDGE, TIME_NOUNS, word_set
from workbench.propose.tree.cuts import negated, was
from workbench.propose.tree.tree import Tree

_SOME = word_set(
    "any no every each all both most many much few some those such another other only either "
    "neither what whatever whichever whose more less fewer next same"
)
_NAMELESS = TIME_NOUNS | word_set(
    "way ways reason reasons manner place places thing things case cases moment person people "
    "anyone everyone someone anything everything something nothing one ones kind type sort lot "
    "number amount level rate rest half part majority those others fact idea total"
)
_SHOWN = word_set(
    "called named known based aged used needed required expected scheduled supposed related linked "
    "dubbed titled entitled born seen obtained reviewed viewed shown given concerned involved left "
    "compared designed intended meant likely due made worth"
)
_SUBJECT = ("nsubj", "nsubj:pass")
_RANKED = word_set("first second third fourth fifth last latest sole lone")
_FEWEST = 2  # words besides the verb and the helping ones
_LITTLE = ("PUNCT", "DET", "ADP", "PRON")
_DETAIL = ("NUM", "PROPN")


def tells(tree: Tree, noun: int, verb: int) -> bool:
    """Does the clause under ``verb``, without a comma, tell what happened to a certain ``noun``?"""
    if noun < 0 or verb < noun or not _certain(tree, noun) or not _happened(tree, noun):
        return False
    relative = tree.relations[verb] == "acl:relcl"
    if not _detailed(tree, verb) or negated(tree, verb):
        return False
    plural = tree.fine[noun] in ("NNS", "NNPS")
    which = tree.only(noun, "det", "nmod:poss", "nummod") or tree.coarse[noun] == "PROPN"
    if relative:
        will = tree.only(verb, "aux") and any(tree.low[c] == "will" for c in tree.children[verb])
        return (was(tree, verb) or bool(will)) and bool(which)
    if tree.low[verb] in _SHOWN or tree.fine[verb] not in ("VBN", "VBD"):
        return False
    facts = any(tree.coarse[w] in _DETAIL for w in tree.below(verb)) or bool(
        tree.only(verb, "obl:agent", "xcomp", "advcl")
    )
    return facts and (bool(which) or plural)


def _certain(tree: Tree, noun: int) -> bool:
    """Is it a thing that is, rather than "any plan" or "those who"?"""
    if tree.coarse[noun] not in ("NOUN", "PROPN") or tree.low[noun] in _NAMELESS:
        return False
    if tree.only(noun, "cop", *_SUBJECT):
        return False  # "she is the nurse who raised the alarm"
    around = tree.children[noun]
    if any(tree.low[c] in _SOME | _RANKED or tree.fine[c] in ("JJS", "RBS") for c in around):
        return False
    return not any(tree.low[c] == "as" for c in tree.only(noun, "case"))


def _happened(tree: Tree, noun: int) -> bool:
    """Is it told as a fact, by a verb that is neither denied nor hoped nor under a condition?"""
    given = any(tree.low[c] in ("the", "this", "its", "his", "her", "their")
                for c in tree.only(noun, "det", "nmod:poss"))  # fmt: skip
    at, steps = tree.heads[noun], 0
    while at >= 0 and steps < len(tree.words):
        if any(tree.low[m] in CONDITION for m in tree.only(at, "mark")):
            return False
        verbal = tree.coarse[at] in ("VERB", "AUX") or bool(tree.only(at, "cop"))
        helped = [tree.low[c] for c in tree.only(at, "aux", "cop")]
        if verbal and not given and (negated(tree, at) or any(w in HEDGE for w in helped)):
            return False
        if verbal and not given and not (was(tree, at) or tree.coarse[noun] == "PROPN"):
            return _narrated(tree, at)
        if verbal:
            return True
        at, steps = tree.heads[at], steps + 1
    return True


def _narrated(tree: Tree, verb: int) -> bool:
    """ "Says", "is looking for": news in the present, and no rule that holds always."""
    helped = [tree.low[c] for c in tree.only(verb, "aux")]
    return tree.fine[verb] == "VBG" and any(w in ("is", "are") for w in helped)


def _detailed(tree: Tree, verb: int) -> bool:
    """Is there more than the bare verb: what, where, when, by whom?"""
    helping = {verb, *tree.only(verb, "aux", "aux:pass", "cop", "mark", "case", "punct")}
    words = [w for w in tree.below(verb) - helping
             if tree.coarse[w] not in _LITTLE and tree.fine[w] != "WRB"]  # fmt: skip
    return len(words) >= _FEWEST
