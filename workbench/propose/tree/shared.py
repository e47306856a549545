"""What two joined predicates share: auxiliaries before both, a verb that governs both."""

from __future__ import annotations

from workbench.propose.lexicon import DO, word_set
from workbench.propose.tree.tree import Tree

_INTRANSITIVE = word_set(
    "consisted belonged occurred happened appeared remained arrived emerged existed disappeared "
    "intended planned hoped wanted refused decided tried failed managed continued began promised "
    "died lived stayed vanished collapsed participated met"
)
# "was sold in 2016 and closed in 2019": true without "was", too, unless somebody did it
_BY_ITSELF = word_set(
    "closed opened reopened ended started expanded moved changed merged sank burned burnt split"
)


_PARTICIPLES = word_set(
    "been done gone seen taken given gotten written broken driven eaten fallen known shown spoken "
    "stolen thrown forgotten hidden chosen frozen grown flown drawn begun worn torn sworn risen "
    "shaken forbidden ridden withdrawn undergone mistaken overthrown"
)  # that are no past tense as well


def second_infinitive(tree: Tree, head: int, own: list[int]) -> tuple[list[int], list[int]] | None:
    """ "Was ordered to open its store and to pay a fine": its words once for each of the two."""
    for first in tree.only(head, "xcomp"):
        for second in tree.only(first, "conj"):
            whole = all(tree.only(verb, "obj", "obl") for verb in (first, second))
            if tree.fine[second] != "VB" or not whole or first < head:
                continue
            later, words = tree.below(second), set(own)
            mark = set() if tree.only(second, "mark") else set(tree.only(first, "mark"))
            rest = words - tree.below(first) | (words & later) - set(tree.only(second, "cc")) | mark
            return sorted(words - later), sorted(rest)
    return None


def shared_auxiliaries(tree: Tree, head: int, child: int) -> list[int]:
    """Auxiliaries of ``head`` that a bare form after "and" shares, with their "not"."""
    form = tree.fine[child]
    if any(tree.low[c] == "being" for c in tree.only(child, "aux:pass")):
        form = "VBG"  # "is being cleaned and currently being painted"
    passive = tree.only(head, "aux:pass") and not tree.only(child, "obj", "ccomp", "xcomp")
    if form == "VBD" and (
        tree.low[child] in _PARTICIPLES or (passive and tree.low[child].endswith("ed"))
    ):
        form = "VBN"  # "has been fined and banned from", taken for a past tense
    elif form == "VBD":
        return []
    shared = [
        c
        for c in tree.children[head]
        if c < head
        and (
            tree.relations[c] in ("aux", "aux:pass")
            or tree.low[c] in ("not", "n't")
            or (form == "VBN" and tree.relations[c] == "cop")
        )
    ]
    if form == "VB" and not any(tree.fine[c] == "MD" or tree.low[c] in DO for c in shared):
        return []  # "were formed in 1887 and play": a present tense
    if form == "VBN" and (tree.fine[head] != "VBN" or tree.low[child] in _INTRANSITIVE):
        return []
    if all(tree.low[c] in ("was", "were") for c in shared) and _by_itself(tree, child):
        return []
    if form == "VBN" and tree.only(child, "obj") and tree.only(head, "aux:pass"):
        return []  # "was built in 1990 and attracted visitors": a past tense
    return shared


def _by_itself(tree: Tree, child: int) -> bool:
    """Did it happen at a time or place of its own, by nobody: "sold in 2016 and closed in 2019"?"""
    own = tree.only(child, "obl", "obl:unmarked", "obl:agent", "advmod", "advcl")
    done = any(tree.low[c] == "by" for w in own for c in tree.only(w, "case"))
    return tree.low[child] in _BY_ITSELF and bool(own) and not done
