"""Whom "it" means in what a second of two says: "Norland says …, while Arl says it lost none"."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.propose.lexicon import SAY
from workbench.propose.semantic.houses import firm
from workbench.propose.semantic.mentions import Mention
from workbench.propose.semantic.pronouns import GENDER
from workbench.propose.tree.tree import Tree

_BESIDE = ("advcl", "conj", "parataxis")


def says_he(tree: Tree, word: int, here: Iterable[Mention]) -> Mention | None:
    """ "Jon Oe said it was lawful, saying he trusted the courts": Oe did."""
    content = tree.heads[word]
    if tree.low[word] not in GENDER or tree.relations[word] != "nsubj" or content < 0:
        return None
    saying, root = tree.heads[content], tree.root
    adds = saying > root and tree.fine[saying] == "VBG" and tree.relations[saying] == "advcl"
    beside = adds and tree.heads[saying] == root and tree.relations[content] == "ccomp"
    if not beside or tree.low[root] not in SAY or not tree.only(root, "ccomp"):
        return None
    subject = tree.only(root, "nsubj")
    if not subject or tree.only(root, "obj", "iobj"):
        return None
    meant = next((m for m in here if m.at == subject[0] and m.kind == "person"), None)
    fits = meant is not None and meant.gender in ("", GENDER[tree.low[word]])
    return meant if fits else None


def says_it(tree: Tree, word: int, here: Iterable[Mention]) -> Mention | None:
    """Who says so, a place or a firm, where "it" is what the clause of a second report is about."""
    content = tree.heads[word]
    if tree.low[word] != "it" or tree.relations[word] != "nsubj" or content < 0:
        return None
    report = tree.heads[content]
    beside = report >= 0 and tree.relations[report] in _BESIDE and tree.low[report] in SAY
    if not beside or tree.relations[content] != "ccomp" or tree.coarse[content] != "VERB":
        return None
    first = tree.heads[report]
    alike = first >= 0 and any(tree.low[s] == "it" for c in (first, *tree.only(first, "ccomp"))
                               for s in tree.only(c, "nsubj"))  # fmt: skip
    if not alike:
        return None  # "Oe said the mill was safe, but Norvik said it had failed"
    subject = tree.only(report, "nsubj")
    if not subject or tree.coarse[subject[0]] != "PROPN":
        return None
    meant = next((m for m in here if m.at == subject[0] and not m.plural), None)
    sure = meant is not None and (meant.kind == "place" or firm(meant))
    return meant if sure else None
