"""Correct who speaks, and when, where part of it hangs on something else."""

from __future__ import annotations

from workbench.propose.lexicon import SAY, WEEKDAYS
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.verbs import Step, stepwise

_ALIKE = ("nsubj", "nsubj:pass", "obj", "obl", "nmod")
_BEGINS = ("ADJ", "DET", "NUM", "PRON", "PROPN")
_HUNG = ("compound", "nmod:unmarked", "amod", "nsubj", "nmod")


def repair_spoken(tree: Tree) -> Tree:
    """The tree with the speaker in one piece, and the day under the verb of saying."""
    return stepwise(tree, _STEPS)


def _hyphened(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "The sub-committee said": two halves of a word that hang alike are one."""
    for last in range(2, len(heads)):
        first, mark = last - 2, last - 1
        before, hyphen = tree.words[first], tree.words[mark]
        tied = hyphen.form == "-" and before.end == hyphen.start
        tied = tied and hyphen.end == tree.words[last].start
        if not tied or heads[first] != heads[last] or relations[first] != relations[last]:
            continue
        if relations[last] not in _ALIKE or tree.coarse[last] not in ("NOUN", "PROPN"):
            continue
        heads[first], relations[first] = last, "compound"
        heads[mark] = last
        for child in tree.children[first]:
            heads[child] = last


def _day(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Ann Oe said Friday weak demand will go on": she said it on Friday."""
    for day in range(2, len(heads) - 2):
        verb, noun = day - 1, heads[day]
        if relations[verb] in ("obj", "iobj"):  # "told reporters Friday new rules …"
            verb = heads[verb]
        if tree.low[day] not in WEEKDAYS or tree.low[verb] not in SAY or relations[verb] == "amod":
            continue
        behind = noun > day + 1 and noun in tree.below(verb)
        stray = 0 <= noun < verb and noun not in (verb, heads[verb])
        led = relations[day] in _HUNG and tree.coarse[day + 1] in _BEGINS
        if led and tree.fine[verb] in ("VBD", "VBZ") and (behind or stray):
            heads[day], relations[day] = verb, "obl:unmarked"


_STEPS: tuple[Step, ...] = (_hyphened, _day)
