"""Put a name into one piece whose first word a parser took for something else."""

from __future__ import annotations

from workbench.propose.lexicon import TITLES
from workbench.propose.tree.tree import Tree

_INNER = ("compound", "flat", "nmod:desc")
_BESIDE = ("appos", "compound", "flat")
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "expl")
_TENSES = ("VBD", "VBZ", "VBP")


def titled(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Det Insp Ann Oe": the name is no aside of the first of her titles."""
    for word in range(1, len(heads)):
        title = word - 1
        if relations[word] != "appos" or heads[word] != title or tree.low[title] not in TITLES:
            continue
        if tree.coarse[title] == tree.coarse[word] == "PROPN" and not tree.only(title, "det"):
            relations[word] = "flat"
            for child in tree.only(word, *_INNER):
                heads[child], relations[child] = title, "flat"
                for last in tree.only(child, "flat"):
                    heads[last] = title


def over_verb(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Md Aminul Oe told a reporter": the name is who told, and no part of the reporter."""
    for verb in range(1, len(heads)):
        if tree.fine[verb] not in _TENSES or tree.only(verb, *_SUBJECTS):
            continue
        for noun in tree.only(verb, "obj", "iobj"):
            before = [c for c in tree.children[noun] if c < verb < noun]
            names = [c for c in before if tree.fine[c] == "NNP" and relations[c] in _BESIDE]
            if names and names == before:
                *first, last = names
                heads[last], relations[last] = verb, "nsubj"
                for word in first:
                    heads[word], relations[word] = last, "compound"
