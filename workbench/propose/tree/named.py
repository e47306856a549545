"""Put a name into one piece and into its place, where part of it was taken for something else."""

from __future__ import annotations

from workbench.propose.lexicon import MONTHS, TITLES, WEEKDAYS
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


def after_verb(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Ann Oe told Radio Ley that …": who was told is no part of who told it."""
    for word, relation in enumerate(relations):
        name = heads[word]
        verb = heads[name] if relation == "flat" and name >= 0 else -1
        if name < verb < word and relations[name] in _SUBJECTS and tree.fine[verb] in _TENSES:
            heads[word], relations[word] = verb, "iobj" if tree.only(verb, "ccomp") else "obj"


def hyphened(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Choi Min-seo, 34, left": what a hyphen ties to a name is part of it, small or not."""
    for word in range(3, len(heads)):
        before, mark = tree.words[word - 2], tree.words[word - 1]
        name = heads[word - 2] if relations[word - 2] == "flat" else word - 2
        tied = mark.form == "-" and before.end == mark.start and mark.end == tree.words[word].start
        if not tied or tree.coarse[word - 2] != "PROPN" or tree.coarse[word] != "PROPN":
            continue
        if heads[word] in (name, word - 2) and relations[word] in ("list", "appos", "dep"):
            heads[word], relations[word] = name, "flat"


def while_doing(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Defending, Ann Oe said": what she does is not who says it."""
    if len(heads) < _FEWEST or not tree.low[0].endswith("ing") or tree.words[1].form != ",":
        return
    verb = heads[0]
    names = [*tree.only(0, "appos"), *(w for w in tree.only(verb, "nsubj") if 0 < w < verb)]
    closed = any(w.form == "," for w in tree.words[2 : max(verb, 2)])
    if relations[0] == "nsubj" and names and tree.coarse[names[0]] == "PROPN" and not closed:
        heads[names[0]], relations[names[0]] = verb, "nsubj"
        relations[0], tree.coarse[0], tree.fine[0] = "advcl", "VERB", "VBG"


_FEWEST = 4  # words: "Defending, Oe said"


def dated(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "At 6:38 p.m. on Saturday, May 18": the date is that of the day before it."""
    for number in range(3, len(heads)):
        day, comma, month = number - 3, tree.words[number - 2].form, number - 1
        named = tree.low[day] in WEEKDAYS and comma == "," and tree.low[month] in MONTHS
        if named and heads[month] == number and tree.coarse[number] == "NUM":
            heads[number], relations[number] = day, "appos"
