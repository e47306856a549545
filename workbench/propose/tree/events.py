"""Nouns that name what happened, or what somebody calls it: nothing is told of them alone."""

from __future__ import annotations

from workbench.propose.lexicon import word_set
from workbench.propose.tree.tree import Tree

_SUBJECT = ("nsubj", "nsubj:pass")
_EVENTS = word_set(
    "move step decision development shift change trend sign blow feat practice measure claim "
    "charge accusation allegation increase rise fall drop decline "
    "jump gain result defeat victory setback boost"
)


def event(tree: Tree, child: int) -> bool:
    """ "Named a board, a move that follows …": about all that was told, and not about the board."""
    if tree.relations[child] != "appos":
        return False
    new = any(tree.low[c] in ("a", "an") for c in tree.only(child, "det"))
    noun = tree.heads[child]
    doing = tree.low[child] in _DOINGS and tree.low[noun] not in _DOINGS | _EVENTS
    doing = doing and tree.relations[noun] not in _SUBJECT
    owned = any(tree.low[c] in _OWN for c in tree.only(child, "nmod:poss"))
    ranked = any(tree.low[c] in _NTH or tree.fine[c] == "JJS" for c in tree.only(child, "amod"))
    if _of_all(tree, child):
        return True
    meeting = owned and ranked and tree.low[child] in _MEETINGS  # "met in Ley, their first talks"
    return (new and (tree.low[child] in _EVENTS | _POSTS or doing)) or meeting


_DOINGS = word_set(
    "deal transaction act attack operation acquisition takeover merger breach offer bid purchase "
    "sale arrangement response action event incident killing raid strike ban appointment ruling "
    "trip custom tradition habit ritual advance breakthrough "
    "tactic policy strategy"
)


def _of_all(tree: Tree, child: int) -> bool:
    """ "Were arrested in Boone County, the first there this year": said of what happened."""
    noun = tree.heads[child]
    behind = tree.relations[noun] in ("obl", "nmod") and any(
        tree.low[c] in ("in", "at", "on", "by", "from") for c in tree.only(noun, "case")
    )
    led = any(tree.low[c] == "the" for c in tree.only(child, "det"))
    ranked = led and _ranked(tree, child)
    such = any(tree.low[c] == "such" for c in tree.only(child, "amod", "det")) or any(
        tree.low[w] in ("there", "since", "year", "month", "week") for w in tree.below(child)
    )
    return behind and ranked and such and tree.low[child] not in _NO_EVENTS


def _ranked(tree: Tree, child: int) -> bool:
    """ "The first there this year", "the third fall in a year"."""
    words = (child, *tree.only(child, "amod"))
    return any(tree.low[w] in _NTH or tree.fine[w] == "JJS" for w in words)


_NO_EVENTS = word_set("city town village capital port region island country state district county "
                    "suburb lake mountain river man woman person club team firm company "
                    "bank")  # fmt: skip
_OWN = frozenset(("their", "its", "his", "her"))
_NTH = word_set("first second third fourth fifth last latest best worst biggest")
_MEETINGS = word_set("talks meeting visit visits trip trips summit win victory defeat loss draw "
                     "goal goals points")  # fmt: skip
_POSTS = word_set("post role job position title")  # "became editor, a post she held until May"


def called(tree: Tree, noun: int) -> bool:
    """ "Called it a betrayal that shamed the nation": what it is called, and no fact."""
    verb = tree.heads[noun]
    if verb < 0 or verb > noun or tree.low[verb] not in _CALLING or tree.coarse[verb] != "VERB":
        return False
    led = [tree.low[c] for c in tree.only(noun, "case")]
    return tree.relations[noun] in _WHAT and (not led or "as" in led)  # no "called for it in May"


_WHAT = ("obj", "obl", "xcomp", "ccomp", "nmod")


_CALLING = word_set("called calls call calling described describes describing dubbed labelled "
                    "labeled branded termed denounced hailed dismissed condemned")  # fmt: skip
