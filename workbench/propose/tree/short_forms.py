"""Short forms of auxiliaries, as they are spelled behind a name: "they're" as "the banks are"."""

from __future__ import annotations

from workbench.propose.tree.tree import Tree

_LONG = {"re": "are", "ve": "have", "ll": "will", "m": "is"}
_AUXILIARIES = ("aux", "aux:pass", "cop")


def spelled(tree: Tree, word: int) -> str:
    """The auxiliary in full, with a space before it; empty when the word is no short form."""
    if word >= len(tree.words) or tree.low[word][:1] not in "'’":
        return ""
    relation, short = tree.relations[word], tree.low[word][1:]
    head = tree.heads[word]
    if short in _LONG:
        return f" {_LONG[short]}"
    if short not in ("s", "d") or relation not in _AUXILIARIES:
        return ""
    active = relation == "aux" or bool(tree.only(head, "obj", "ccomp"))
    done = active and tree.fine[head] in ("VBN", "VBD")
    if short == "d":
        return " had" if done else " would"
    accustomed = tree.low[head] == "used" and tree.low[head + 1 : head + 2] == ["to"]
    return " has" if done and not accustomed else " is"
