"""Correct relative clauses and correlatives ("neither … nor") that a parser hung wrongly."""

from __future__ import annotations

from workbench.propose.tree.cuts import loose
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.verbs import Step, finite, stepwise

_NOMINAL = ("NOUN", "PROPN", "NUM")
_PAIRS = {"neither": "nor", "both": "and", "either": "or"}


def repair_phrases(tree: Tree) -> Tree:
    """The tree with relative clauses on their nouns and correlatives joined."""
    return stepwise(tree, _STEPS)


def _relative_root(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Irlam, a geologist whose discovery overturned …, died": the root is the later verb."""
    root = tree.root
    for subject in tree.only(root, "nsubj", "nsubj:pass"):
        first = min(tree.below(subject))
        if first < 2 or tree.low[first] not in ("whose", "who", "which"):
            continue
        for verb in tree.only(root, "conj", "parataxis", "ccomp", "dep"):
            owned = [s for s in tree.only(verb, "nsubj", "nsubj:pass") if s < first]
            if verb < root or not finite(tree, verb) or not owned:
                continue
            noun = first - 1 if tree.coarse[first - 1] != "PUNCT" else first - 2
            while relations[noun] in ("flat", "compound") and heads[noun] >= 0:
                noun = heads[noun]
            heads[verb], relations[verb] = -1, "root"
            heads[root], relations[root] = noun, "acl:relcl"
            return


def _second_relatives(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "…, who led the study and whose mother was a nurse": both are about the same noun."""
    for verb in range(2, len(heads)):
        head = heads[verb]
        if relations[verb] != "conj" or head < 0 or not tree.only(verb, "cc"):
            continue
        opener = max(tree.only(verb, "cc")) + 1
        if opener > verb or tree.low[opener] not in ("who", "which", "whose"):
            continue
        if relations[head] == "acl:relcl":
            heads[verb], relations[verb] = heads[head], "acl:relcl"
        elif tree.coarse[head] in _NOMINAL:
            relations[verb] = "acl:relcl"


def _inner_relatives(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Orlan, an ambassador to Varland who was appointed": about the noun after the comma."""
    for verb in range(2, len(heads)):
        noun = heads[verb]
        if relations[verb] != "acl:relcl" or noun < 0 or noun > verb or loose(tree, verb):
            continue
        first = tree.first_word(verb)
        beside = [
            w
            for w in range(noun + 1, first)
            if relations[w] == "appos" and tree.coarse[w] == "NOUN" and loose(tree, w)
        ]
        if beside:
            heads[verb] = beside[-1]


def _inside_relatives(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Hart, who vetoed the bill because it …, called": the reason is that of the veto."""
    for reason in range(2, len(heads)):
        verb = heads[reason]
        if relations[reason] != "advcl" or verb < reason:
            continue
        first = tree.first_word(reason)
        for relative, relation in enumerate(tree.relations[:first]):
            between = range(relative + 1, first)
            if (
                relation == "acl:relcl"
                and loose(tree, relative)
                and not any(tree.words[w].form == "," for w in between)
            ):
                heads[reason] = relative


def _correlatives(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Neither the members, who …, nor the schools": the schools are joined to the members."""
    for word, relation in enumerate(relations):
        partner = _PAIRS.get(tree.low[word])
        noun = heads[word]
        if relation != "cc:preconj" or partner is None or tree.coarse[noun] not in _NOMINAL:
            continue
        for other in range(noun + 1, len(heads)):
            joined = heads[other]
            if tree.low[other] == partner and relations[other] == "cc" and joined > other:
                if tree.coarse[joined] in _NOMINAL and heads[joined] != noun:
                    heads[joined], relations[joined] = noun, "conj"
                break


def _cases(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """A preposition belongs to a noun behind it, and "'s" to the word right before it."""
    for word, relation in enumerate(tree.relations):
        owner = tree.fine[word] == "POS"
        if relation != "case" or tree.fine[word] not in ("POS", "IN") or tree.children[word]:
            continue
        if owner and heads[word] > word > 0 and tree.coarse[word - 1] in _NOMINAL:
            heads[word] = word - 1
            if tree.relations[word - 1] in ("compound", "flat") and heads[word - 1] < word:
                heads[word] = heads[word - 1]
        elif not owner and 0 <= heads[word] < word and tree.coarse[heads[word]] == "PROPN":
            noun = _next_noun(tree, word)
            if noun > word:
                heads[word] = noun


def _next_noun(tree: Tree, word: int) -> int:
    """The noun that a phrase right behind a word ends with; -1 where none follows."""
    noun = word + 1
    while noun < len(tree.words) and tree.relations[noun] in _BEFORE_NOUN:
        noun += 1
    fits = noun < len(tree.words) and tree.coarse[noun] in _NOMINAL
    return noun if fits and not tree.only(noun, "case") else -1


_BEFORE_NOUN = ("det", "amod", "compound", "nummod", "nmod:poss")
_STEPS: tuple[Step, ...] = (_relative_root, _second_relatives, _inner_relatives, _inside_relatives,
                            _correlatives, _cases)  # fmt: skip
