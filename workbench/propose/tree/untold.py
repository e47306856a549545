"""Participles that state nothing of the noun or subject before them."""

from __future__ import annotations

from workbench.propose.lexicon import NEGATIONS, word_set
from workbench.propose.tree.tree import Tree

_CHARGED = word_set("accuse accuses accused charged suspected alleged acquitted cleared barred "
                    "banned prevented stopped indicted")  # fmt: skip
_PURSUITS = word_set("difficulty difficulties trouble problem problems experience success fun time "
                     "hours days weeks months years luck career job practice hope")  # fmt: skip
_DUTY = word_set("must should may might could ought would")
_CAUSING = word_set("causing prompting forcing sparking triggering raising meaning allowing")


_SENDING = word_set("sending harming hurting stoking fuelling fueling sparking")
_FELT = word_set("hopes fears doubts fear hope speculation")


_SIMPLE_PAST = word_set(
    "took went came began arose rose fell drove wrote spoke gave grew knew threw saw did "
    "chose broke froze stole swore tore wore woke shook ate flew drew blew sang sank rang ran "
    "swam became forgot"
)


def untold(tree: Tree, participle: int) -> bool:
    """Is it none of the subject's deeds: charged, tried, wanted, or what came of them all?"""
    return any(test(tree, participle) for test in (finite, unproven, pursued, ensues, wanted))


def finite(tree: Tree, participle: int) -> bool:
    """ "Oe took a look": a finite verb that was taken for a participle of the noun."""
    hung = tree.relations[participle] == "acl" and not tree.only(participle, "nsubj", "aux")
    return hung and tree.low[participle] in _SIMPLE_PAST


def unproven(tree: Tree, participle: int) -> bool:
    """ "Accused of putting work first, taking her along": what they are accused of, too."""
    if tree.fine[participle] != "VBG":
        return False
    above = tree.heads[participle]
    while above >= 0 and tree.fine[above] == "VBG" and tree.low[above] not in _CHARGED:
        above = tree.heads[above]
    return 0 <= above < participle and tree.low[above] in _CHARGED


def pursued(tree: Tree, participle: int) -> bool:
    """ "Had difficulties getting across": what somebody else tried."""
    above = tree.heads[participle]
    bare = tree.relations[participle] == "acl" and tree.fine[participle] == "VBG"
    return bare and above >= 0 and tree.low[above] in _PURSUITS


def wanted(tree: Tree, participle: int) -> bool:
    """ "Must work with them while keeping a cool view", "could be shut, cutting off 900 people"."""
    above = tree.heads[participle]
    if above < 0 or tree.fine[participle] != "VBG" or tree.relations[participle] != "advcl":
        return False
    while tree.relations[above] == "xcomp" and not tree.only(above, "aux"):
        above = tree.heads[above]  # "may choose to buy less, hurting sales"
    could = [tree.low[c] for c in tree.only(above, "aux")]
    said = tree.relations[above] != "acl:relcl"  # "the most that it can levy, taking it to 9"
    return any(w in _DUTY or (w == "can" and said) for w in could)


def ensues(tree: Tree, participle: int) -> bool:
    """ "…, leading to a run of goals": all of it led to that, and no single thing in it."""
    if tree.fine[participle] != "VBG" or tree.words[participle - 1].form != ",":
        return False
    led = tree.low[participle] in ("leading", "resulting") and not tree.only(participle, "obj")
    felt = [tree.low[c] for c in tree.only(participle, "obj")]
    led = led or tree.low[participle] in _SENDING or bool(set(felt) & _FELT)
    above = tree.heads[participle]
    done = above >= 0 and bool(tree.only(above, "aux:pass"))
    return led or (done and tree.low[participle] in _CAUSING)


def tabled(tree: Tree, verb: int) -> bool:
    """ "Ann Oe 6 steals.": a row of a table."""
    row = tree.fine[verb] == "VBZ" and verb > 1 and len(tree.words) <= _ROW
    return row and tree.words[verb - 1].form.isdigit() and tree.coarse[verb - 2] == "PROPN"


_ROW = 8  # words


def told_to(tree: Tree, verb: int) -> bool:
    """ "Only Oe will be there, but expect a fight": whoever reads it is told to."""
    bare = tree.fine[verb] == "VB" and not tree.only(verb, *_HELPED)
    but = any(tree.low[c] == "but" for c in tree.only(verb, "cc"))
    above = tree.heads[verb]
    denied = any(tree.low[c] in NEGATIONS for c in tree.children[above])
    return tree.relations[verb] == "conj" and bare and but and not denied


_HELPED = ("nsubj", "nsubj:pass", "csubj", "expl", "aux", "aux:pass", "cop", "mark")
