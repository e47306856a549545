"""What a thing is like, told between two commas: "nine metres long", "full of diesel"."""

from __future__ import annotations

from workbench.propose.lexicon import word_set
from workbench.propose.tree.tree import Tree

_NO_STATE = word_set("aged however meanwhile instead like unlike such including not then according "
                     "too as also perhaps late early")  # fmt: skip
_WHATEVER = word_set("any no every each")  # "any change, especially related to it, could …"
_MEASURES = ("obl", "obl:unmarked", "nmod", "nmod:unmarked")


def state_of(tree: Tree, noun: int, words: list[int]) -> list[int]:
    """ "The vessel, nine metres long, was", "the group, active since May, has": what it is like.

    The head of the ``words`` between two commas that describe a noun, or nothing.
    """
    inside = set(words)
    tops = [w for w in words if tree.coarse[w] != "PUNCT" and tree.heads[w] not in inside]
    supposed = any(tree.low[c] in _WHATEVER for c in tree.only(noun, "det"))
    if len(tops) != 1 or tree.relations[tops[0]] == "conj" or supposed:
        return []
    top = tops[0]
    long = any(tree.coarse[n] == "NUM" for w in tree.only(top, "obl:unmarked")
               for n in tree.only(w, "nummod"))  # fmt: skip
    if tree.heads[top] != noun and not (long and tree.heads[top] == tree.heads[noun]):
        return []
    more = bool(tree.only(top, *_MEASURES))
    plain = tree.coarse[top] in ("ADJ", "ADV") and not tree.only(top, "det", "nmod:poss", "case")
    return tops if plain and more and tree.low[words[0]] not in _NO_STATE else []
