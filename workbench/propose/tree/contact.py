"""Nouns that a parser loses to what stands beside them: a price before, a clause right behind."""

from __future__ import annotations

from workbench.propose.tree.tree import Tree
from workbench.propose.tree.verbs import stepwise


def repair_contact(tree: Tree) -> Tree:
    """The tree with what costs so much, and whom somebody chose, as the nouns that they are."""
    return stepwise(tree, _STEPS)


_SIGNS = ("$", "£", "€")
_TIMES = 5  # words from the sign to the unit: "$ 5 - a - day"


def _priced(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Its $5-a-day scheme": a scheme, and no dollar."""
    for sign in range(len(heads) - _TIMES - 1):
        unit = sign + _TIMES
        marks = (tree.words[sign + 2].form, tree.words[sign + 4].form)
        per = tree.low[sign + 3] in ("a", "an", "per", "each")
        noun = heads[unit]
        if tree.words[sign].form not in _SIGNS or marks != ("-", "-") or not per or noun < unit:
            continue
        if heads[noun] == sign:
            heads[noun], relations[noun] = heads[sign], relations[sign]
            _before_verb(tree, noun, heads, relations)
        elif heads[noun] != heads[sign] and heads[sign] != noun:
            continue
        for child in tree.children[sign]:
            if child not in (noun, sign + 1):
                heads[child] = noun
        heads[sign], relations[sign] = noun, "compound"


def _before_verb(tree: Tree, noun: int, heads: list[int], relations: list[str]) -> None:
    """What stands before a verb without a subject is its subject."""
    verb = heads[noun]
    if relations[noun] != "obj" or verb < noun or tree.only(verb, "nsubj", "nsubj:pass"):
        return
    relations[noun] = "nsubj:pass" if tree.only(verb, "aux:pass") else "nsubj"


def _chosen(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Oe, a lawyer Ray named to the court,": Oe is a lawyer, and Ray named her."""
    for verb in range(3, len(heads)):
        subjects = tree.only(verb, "nsubj", "nsubj:pass")
        before = heads[verb]
        if relations[verb] not in ("appos", "parataxis", "dep") or not subjects:
            continue
        name, noun = subjects[-1], _name_before(tree, verb) - 1
        opens = tree.first_word(subjects[0])
        behind = [c for c in tree.only(noun, "appos") if c > noun] if name == noun else []
        name = behind[0] if behind else name  # "a farmer [, Kell,] picked"
        if not 0 <= before < opens < noun < name < verb or tree.only(verb, "aux", "aux:pass"):
            continue
        if noun not in (*subjects[:-1], tree.heads[name]) and tree.heads[noun] != name:
            continue
        article = tree.low[opens] in ("a", "an") and tree.words[opens - 1].form == ","
        if not article or tree.fine[noun] != "NN" or tree.fine[verb] not in _TENSES:
            continue
        for child in tree.children[name]:
            if opens <= child < noun:
                heads[child] = noun
        heads[noun], relations[noun] = before, "appos"
        heads[verb], relations[verb] = noun, "acl:relcl"
        heads[name], relations[name] = verb, "nsubj"
        tree.fine[verb] = "VBD" if tree.fine[verb] == "VBN" else tree.fine[verb]


def _name_before(tree: Tree, verb: int) -> int:
    """The first word of the name right before a verb; the verb itself where there is none."""
    first = verb
    while first > 0 and tree.coarse[first - 1] == "PROPN":
        first -= 1
    return first


_TENSES = ("VBD", "VBN", "VBZ", "VBP")
_STEPS = (_priced, _chosen)
