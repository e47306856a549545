"""What a sentence does not state, though it says it: denied, hoped, supposed, or a condition."""

from __future__ import annotations

from workbench.propose.lexicon import NEGATIONS, REPORTING, SAY, word_set
from workbench.propose.semantic.gates import WISHING
from workbench.propose.tree.clause import SUBJECTS
from workbench.propose.tree.cuts import conditional, negated, was
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.untold import told_to

_RELATIVES = ("acl:relcl", "advcl:relcl", "advcl")
_DENYING = word_set("deny denies denied denying doubt doubts doubted refuse refuses refused fail "
                    "fails failed")  # fmt: skip
_MAYBE = word_set("would could might may should")
_BELIEVING = word_set("believe believes think thinks worry worries worried fear fears feared "
                      "suspect suspects suspected imagine imagines thought wonder "
                      "wonders")  # fmt: skip
_SUPPOSING = word_set("likely unlikely probable doubtful crucial important vital essential "
                      "necessary possible conceivable desirable assume suppose imagine "
                      "pretend")  # fmt: skip


def unsaid(tree: Tree, word: int) -> bool:
    """Does a word stand under what is denied, hoped, supposed, or a condition?"""
    while tree.heads[word] >= 0:
        above = tree.heads[word]
        if _supposed(tree, word) or _conditioned(tree, word) or _whenever(tree, word):
            return True
        if tree.relations[word] in ("ccomp", "xcomp", "csubj") and _doubted(tree, word):
            return True
        if tree.relations[word] in _RELATIVES and _in_case(tree, word):
            return True
        nothing = any(tree.low[c] in NEGATIONS for c in tree.only(above, "det"))
        if nothing and tree.relations[word].startswith("acl"):
            return True
        word = above
    return False


def _conditioned(tree: Tree, word: int) -> bool:
    """ "If it opens", "did not say when it opens"."""
    above = tree.heads[word]
    silent = tree.low[above] in SAY and negated(tree, above)
    return tree.relations[word] == "advcl" and (silent or conditional(tree, word))


def _whenever(tree: Tree, word: int) -> bool:
    """ "When the lungs react", "before they charge", "failed at mending it"."""
    if tree.fine[word] == "VBG":
        led = {tree.low[m] for m in tree.only(word, "mark", "case")}
        return bool(led & _LEADING) and not tree.only(word, *SUBJECTS)
    noun = tree.heads[word]
    ranked = any(tree.low[c] in _RANKED for c in tree.only(noun, "amod"))
    if tree.relations[word] == "acl:relcl" and tree.low[noun] == "time" and ranked:
        return True  # "the first time they will tour together in 25 years"
    marks = {tree.low[m] for m in tree.only(word, "mark", "advmod")}
    return tree.relations[word] == "advcl" and bool(marks & _WHEN) and not was(tree, word)


_RANKED = word_set("first second third last only next")
_WHEN = word_set("when whenever before until till once")
_LEADING = word_set("at on of from to for about against without than with rather instead")


def _supposed(tree: Tree, word: int) -> bool:
    """ "Whether it will", "look as if it had", "as Oe reports", "evidence that it has"."""
    marks = [tree.low[m] for m in tree.only(word, "mark")]
    if told_to(tree, word) or any(m in _OPEN_MARKS for m in marks) or marks[:2] == ["as", "if"]:
        return True
    if "as" in marks and tree.low[word] in REPORTING and tree.relations[word] == "advcl":
        return True
    noun = tree.low[tree.heads[word]]
    return tree.relations[word] == "acl" and "that" in marks and noun not in _CERTAIN


_OPEN_MARKS = word_set("whether like lest than unless if")
_CERTAIN = word_set("fact news announcement decision ruling announcements finding findings")


def _doubted(tree: Tree, content: int) -> bool:
    """ "Denied that", "did not say that", "it is crucial that"."""
    above = tree.heads[content]
    if tree.low[above] in _SUPPOSING:
        return tree.relations[content] != "xcomp"
    could = [tree.low[c] for c in tree.only(above, "aux")]
    supposed = tree.low[above] in _BELIEVING or any(w in _MAYBE for w in could)
    if tree.relations[content] == "ccomp" and tree.low[above] not in SAY and supposed:
        return True  # "they think that it", "it would mean that it"
    denied = any(tree.low[c] in NEGATIONS for c in tree.only(above, "advmod"))
    doubted = denied or tree.low[above] in _DENYING | WISHING
    return doubted and tree.relations[content] != "csubj"


def _in_case(tree: Tree, verb: int) -> bool:
    """ "…, in which case the naps would be harmless"."""
    return any(tree.low[w - 1] == "which" and tree.low[w] == "case" for w in tree.below(verb) if w)
