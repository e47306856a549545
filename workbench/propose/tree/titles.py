"""Titles: "Varga: The Last Season" is one name, "singer and actor Ann Oe" one person."""

from __future__ import annotations

from workbench.propose.tree.tree import Tree
from workbench.propose.tree.verbs import stepwise

_SMALL = ("ADP", "DET", "CCONJ")


def in_title(tree: Tree, colon: int) -> bool:
    """Does a colon stand in a name: between capitals, with no clause behind it?"""
    return bool(_rest(tree, colon))


def repair_titles(tree: Tree) -> Tree:
    """The tree with what follows such a colon under the word before it, and titles on names."""
    return stepwise(tree, (_titles, _two_trades))


def _two_trades(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Singer and actor Ann Oe left": one person, who is both."""
    for name, relation in enumerate(tree.relations):
        first = heads[name]
        if relation.startswith("nsubj"):
            _two_subjects(tree, name, heads, relations)
        if relation != "conj" or tree.coarse[name] != "PROPN" or not tree.only(name, "flat"):
            continue
        trades = [t for t in tree.only(name, "nmod:desc", "compound") if t < name]
        if not trades and relations[name - 1] == "conj" and heads[name - 1] == first:
            trades = [name - 1]
        bare = tree.fine[first] == "NN" and not tree.only(first, "det", "nmod:poss", "nummod")
        link = trades[0] - 1 if trades else -1
        if not bare or link != first + 1 or tree.low[link] != "and":
            continue
        if trades[-1] != name - 1 or tree.fine[trades[-1]] != "NN":
            continue
        heads[name], relations[name] = heads[first], relations[first]
        heads[first], relations[first] = name, "nmod:desc"
        heads[trades[-1]], relations[trades[-1]] = first, "conj"
        heads[link], relations[link] = trades[-1], "cc"
        for child in tree.children[first]:
            if child not in (name, link, *trades):
                heads[child] = name


def _two_subjects(tree: Tree, name: int, heads: list[int], relations: list[str]) -> None:
    """The same, where trades and name were taken for two subjects of one verb."""
    verb, other = heads[name], name - 1
    first = heads[other] if relations[other] == "conj" else -1
    twice = first >= 0 and heads[first] == verb and relations[first] == relations[name]
    bare = twice and tree.fine[first] == "NN" == tree.fine[other]
    bare = bare and not tree.only(first, "det", "nmod:poss", "nummod")
    if bare and tree.coarse[name] == "PROPN" and tree.only(name, "flat"):
        heads[first], relations[first] = name, "nmod:desc"
        for child in tree.children[first]:
            if child > name:
                heads[child] = name


def _rest(tree: Tree, colon: int) -> range:
    """The words of the title behind its colon; none where it is no title."""
    first, size = colon + 1, len(tree.words)
    end = next((w for w in range(first, size) if tree.coarse[w] == "PUNCT"), size)
    rest = range(first, end)
    capitals = all(tree.words[w].form[:1].isupper() or tree.coarse[w] in _SMALL for w in rest)
    verbs = any(tree.coarse[w] == "AUX" for w in rest)
    name = colon > 0 and tree.coarse[colon - 1] == "PROPN"
    return rest if name and capitals and not verbs else range(0)


def _titles(tree: Tree, heads: list[int], relations: list[str]) -> None:
    for colon, word in enumerate(tree.words):
        rest = _rest(tree, colon) if word.form == ":" else range(0)
        tops = [w for w in rest if heads[w] not in rest]
        before = colon - 1
        if not tops or any(heads[w] < 0 or tree.coarse[w] == "VERB" for w in tops):
            continue
        while heads[before] > before and relations[before] in ("compound", "flat"):
            before = heads[before]
        if before > colon:
            continue
        for top in tops:
            heads[top], relations[top] = before, "flat"
        heads[colon], relations[colon] = before, "punct"
