"""Whom "it" means in what a second of two says: "Norland says …, while Arl says it lost none"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbench.propose.lexicon import SAY
from workbench.propose.semantic.houses import firm
from workbench.propose.semantic.mentions import Mention
from workbench.propose.semantic.pronouns import GENDER
from workbench.propose.tree.tree import Tree

_BESIDE = ("advcl", "conj", "parataxis")


def by_report(tree: Tree, word: int, here: Sequence[Mention]) -> tuple[bool, Mention | None]:
    """Is a pronoun settled by who reports what it does, and whom does it mean?"""
    beside = says_it(tree, word, here) or says_he(tree, word, here)
    return (True, beside) if beside is not None else says_by_name(tree, word, here)


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


def says_by_name(tree: Tree, word: int, here: Iterable[Mention]) -> tuple[bool, Mention | None]:
    """ "The ferry's owner, Kest Lines, said it would pay": the firm, by what it does.

    Is it said so, and who is meant? Nobody where it may be the ferry: "said it had sunk".
    """
    content = tree.heads[word]
    if tree.low[word] != "it" or tree.relations[word] != "nsubj" or content < 0:
        return False, None
    report = tree.heads[content]
    if report < 0 or tree.relations[content] != "ccomp" or tree.low[report] not in SAY:
        return False, None
    for subject in tree.only(report, "nsubj")[:1]:
        names = tree.only(subject, "appos") if tree.coarse[subject] == "NOUN" else []
        found = [m for m in here if m.at in names and m.kind != "person" and m.text[:1].isupper()]
        if found and tree.only(subject, "nmod:poss"):
            ahead = any(tree.low[a] in ("will", "would", "'ll") for a in tree.only(content, "aux"))
            acts = ahead or bool(tree.only(content, "obj", "xcomp"))
            return True, found[0] if acts else None
    return False, None


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
