"""Smaller pieces of a clause: without its adjuncts, with one of them, restrictive clauses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from workbench.propose.clauses_tree import Clause, noun_words
from workbench.propose.clauses_tree_cuts import loose
from workbench.propose.clauses_tree_relative import Relative
from workbench.propose.parse_tree import Tree

_ADJUNCTS = ("obl", "obl:unmarked", "obl:agent", "advcl")


def smaller(tree: Tree, clause: Clause) -> Iterator[Clause]:
    """The clause bare, and with each of its adjuncts alone when it has several."""
    if clause.kind in ("apposition",) or clause.relative is not None:
        return
    own = set(clause.own)
    adjuncts = [
        words
        for child in tree.only(clause.head, *_ADJUNCTS)
        if (words := tree.below(child) & own) and len(words) > 1
    ]
    if not adjuncts:
        return
    bare = own.difference(*adjuncts)
    if len(bare) > 1:
        yield replace(clause, own=sorted(bare))
    if len(adjuncts) > 1:
        for adjunct in adjuncts:
            yield replace(clause, own=sorted(bare | adjunct))


def restrictive(tree: Tree) -> Iterator[Clause]:
    """Clauses that pick out their noun: "the men who sold it", "engineers hired by the city"."""
    for head, relation in enumerate(tree.relations):
        noun = tree.heads[head]
        if relation not in ("acl:relcl", "acl") or loose(tree, head):
            continue
        words = sorted(w for w in tree.below(head) if tree.coarse[w] != "PUNCT")
        if relation == "acl":
            if tree.fine[head] in ("VBN", "VBG") and not tree.only(head, "mark"):
                yield Clause(head, "participle", words, _noun(tree, noun, head), host=tree.root)
            continue
        pronoun = tree.only(head, "nsubj", "nsubj:pass")
        if pronoun and tree.low[pronoun[0]] in ("who", "which", "that"):
            yield Clause(head, "relative", words, _noun(tree, noun, head),
                         relative=Relative("subject", (pronoun[0],)))  # fmt: skip


def _noun(tree: Tree, noun: int, clause: int) -> list[int]:
    return [w for w in noun_words(tree, noun) if w not in tree.below(clause)]
