"""Correct asides that are about another noun or verb than the one that they stand beside."""

from __future__ import annotations

from workbench.propose.lexicon import word_set
from workbench.propose.tree.apposed import ASIDE
from workbench.propose.tree.cuts import loose
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.verbs import Step, stepwise

_SUBJECT = ("nsubj", "nsubj:pass")
_TIMED = word_set("since after before until when once")
_RAISED = word_set("born raised")
_KIN = word_set("son daughter child eldest oldest youngest second third fourth only one")


def repair_retold(tree: Tree) -> Tree:
    """The tree with such asides where they belong."""
    return stepwise(tree, _STEPS)


def _after_time(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Has doubled since the war began, from 40 to 80": what a comma parts is of "doubled"."""
    for verb, relation in enumerate(tree.relations):
        above = heads[verb]
        if relation != "advcl" or not 0 <= above < verb or loose(tree, verb):
            continue
        if not any(tree.low[m] in _TIMED for m in tree.only(verb, "mark", "case")):
            continue
        for child in tree.only(verb, "obl"):
            first = tree.first_word(child)
            if first > verb and tree.words[first - 1].form == "," and tree.only(child, "case"):
                heads[child] = above


def _again(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "An order forbids it in the waters of Arl – an order which …": the same order."""
    for child, relation in enumerate(relations):
        if relation != "appos" or not tree.only(child, "acl:relcl"):
            continue
        same = [w for w in range(heads[child] - 1, -1, -1) if tree.low[w] == tree.low[child]]
        if same and tree.coarse[same[0]] == "NOUN" == tree.coarse[child]:
            heads[child] = same[0]


def _born(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Was born in Arl, the youngest of six": about who was born."""
    for child, relation in enumerate(tree.relations):
        verb = heads[heads[child]] if relation == "appos" else -1
        if verb < 0 or tree.low[verb] not in _RAISED or tree.relations[heads[child]] != "obl":
            continue
        subject = tree.only(verb, *_SUBJECT)
        if subject and (tree.fine[child] == "JJS" or tree.low[child] in _KIN):
            heads[child], relations[child] = subject[0], ASIDE


_STEPS: tuple[Step, ...] = (_after_time, _born, _again)
