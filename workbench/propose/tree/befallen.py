"""What happened to several people, told again of a part of them."""

from __future__ import annotations

from workbench.propose.lexicon import HAVE, word_set
from workbench.propose.tree.cuts import negated
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.words import written

_HAPPENS = word_set("died drowned perished disappeared vanished crashed collapsed")
_DONE = word_set(
    "killed injured wounded arrested detained hurt freed rescued jailed charged evacuated "
    "destroyed damaged closed shut sold executed shot kidnapped abducted lost"
)


def befallen(tree: Tree, text: str, noun: list[int], host: int, *, one: bool = False) -> str:
    """ "Died" of "38 people died, 21 of them in Ley", "were arrested"; empty for what they are."""
    inside = set(noun)
    top = next((w for w in noun if tree.heads[w] not in inside), -1)
    if host < 0 or top < 0 or tree.heads[top] != host or negated(tree, host):
        return ""
    group = tree.only(host, "aux", "aux:pass")
    if any(tree.fine[w] == "MD" or tree.low[w] in HAVE for w in group):
        return ""
    relation = tree.relations[top]
    passive = relation == "nsubj:pass" and bool(tree.only(host, "aux:pass"))
    if passive or (relation == "nsubj" and tree.low[host] in _HAPPENS):
        said = written(tree, text, sorted([*group, host]))
        spelled = _ONE if one else _SEVERAL
        return " ".join(spelled.get(word, word) for word in said.split())
    done = relation == "obj" and tree.low[host] in _DONE
    return f"{'was' if one else 'were'} {tree.low[host]}" if done else ""


_SEVERAL = {"was": "were", "is": "are"}
_ONE = {several: one for one, several in _SEVERAL.items()}
