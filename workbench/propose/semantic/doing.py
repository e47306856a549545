"""Correct a participle that hangs on a clause or a noun whose deed it is not."""

from __future__ import annotations

from workbench.propose.lexicon import word_set
from workbench.propose.semantic.hanging import someone
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.verbs import Step, stepwise

_SUBJECT = ("nsubj", "nsubj:pass")
_HELPERS = ("aux", "aux:pass", "cop")
_NOMINAL = ("NOUN", "PROPN")


def repair_doing(tree: Tree) -> Tree:
    """The tree with such participles under the verb or noun whose deed they are."""
    return stepwise(tree, _STEPS)


def _having(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "She is one of the best players having won 25 cups": she has won them, and no players."""
    for verb, relation in enumerate(tree.relations):
        noun = heads[verb]
        having = [a for a in tree.only(verb, "aux") if tree.low[a] == "having"]
        if relation != "acl" or not having or noun < 0 or tree.coarse[noun] not in _NOMINAL:
            continue
        above = heads[noun]
        while above >= 0 and not tree.only(above, *_SUBJECT):
            above = heads[above]
        if 0 <= above < verb and tree.first_word(verb) == having[0]:
            heads[verb], relations[verb] = above, "advcl"


def _split_evenly(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "The firm had 3 GW of output, also split evenly between cells and modules": the output."""
    for verb, relation in enumerate(tree.relations):
        main, first = heads[verb], tree.first_word(verb)
        if relation != "advcl" or tree.fine[verb] != "VBN" or not 0 <= main < first:
            continue
        if tree.words[first - 1].form != "," or tree.only(verb, *_SUBJECT, *_HELPERS, "mark"):
            continue
        things = [o for o in tree.only(main, "obj") if main < o < verb]
        near = bool(things) and max(tree.below(things[-1])) == first - 2
        parted = tree.low[verb] in _PARTED and any(
            tree.low[c] in ("between", "among", "into", "across")
            for o in tree.only(verb, "obl") for c in tree.only(o, "case")
        )  # fmt: skip
        if near and parted and tree.coarse[things[-1]] in ("NOUN", "NUM", "SYM"):
            heads[verb], relations[verb] = things[-1], "acl"


_PARTED = word_set("split divided spread shared distributed scattered")


def _with_doing(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "A week with nine witnesses testifying": the witnesses do, and nobody else."""
    for verb in range(3, len(heads)):
        noun = verb - 1
        led = [c for c in tree.only(noun, "case") if tree.low[c] == "with"]
        bare = tree.fine[verb] == "VBG" and not tree.only(verb, *_SUBJECT, *_HELPERS, "mark", "cc")
        if not led or not bare or relations[verb] not in ("advcl", "conj") or heads[verb] == noun:
            continue
        plain = tree.coarse[noun] == "NOUN" and someone(tree, noun)
        if plain and noun not in tree.below(verb):
            heads[verb], relations[verb] = noun, "acl"


def _as_it_rang(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "They left as the bell rang marking the end": it marked that, as no comma stands there."""
    for verb, relation in enumerate(tree.relations):
        main = heads[verb]
        bare = relation == "advcl" and tree.fine[verb] == "VBG" and 0 <= main < verb
        if not bare or tree.only(verb, *_SUBJECT, *_HELPERS, "mark", "advmod"):
            continue
        inner = [c for c in tree.only(main, "advcl") if main < c < verb
                 and tree.only(c, *_SUBJECT) and tree.only(c, "mark")]  # fmt: skip
        if inner and max(tree.below(inner[-1])) == verb - 1 and not tree.only(inner[-1], "obj"):
            heads[verb] = inner[-1]


def _fired_on(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "Soldiers fired on a car that failed to stop, killing two": they did, and no car."""
    for verb, relation in enumerate(tree.relations):
        inner = heads[verb]
        if relation != "advcl" or tree.low[verb] not in _KILLING or not 0 <= inner < verb:
            continue
        seen = 0
        while tree.relations[inner] == "xcomp" and heads[inner] >= 0 and seen < len(heads):
            inner, seen = heads[inner], seen + 1
        if tree.relations[inner] != "acl:relcl" or tree.low[inner] in _KILLS:
            continue
        main, seen = heads[inner], 0
        while main >= 0 and tree.coarse[main] != "VERB" and seen < len(heads):
            main, seen = heads[main], seen + 1
        if main >= 0 and tree.low[main] in _ATTACKS and not tree.only(main, "aux:pass"):
            heads[verb] = main


_KILLING = word_set("killing injuring wounding hurting hitting")
_KILLS = word_set("exploded crashed collapsed burst overturned derailed sank fell detonated fired "
                  "burned capsized")  # fmt: skip
_ATTACKS = word_set("fired shot bombed shelled attacked raided opened struck stormed ambushed "
                    "drove rammed targeted")  # fmt: skip


def _leaving(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "Demand answers from firms whose masts failed, leaving people cut off": the masts did."""
    for verb, relation in enumerate(tree.relations):
        main, first = heads[verb], tree.first_word(verb)
        bare = relation == "advcl" and tree.fine[verb] == "VBG" and first == verb
        if not bare or tree.low[verb] not in _RESULTS or not 0 <= main < verb:
            continue
        told = [r for r in range(main + 1, verb - 1) if tree.relations[r] == "acl:relcl"
                and tree.fine[r] == "VBD" and max(tree.below(r)) == verb - 2]  # fmt: skip
        if told and tree.words[verb - 1].form == "," and tree.fine[main] in ("VBG", "VBZ", "VBP"):
            heads[verb] = told[0]


_RESULTS = word_set("leaving killing injuring forcing causing destroying cutting stranding")

_STEPS: tuple[Step, ...] = (
    _having, _split_evenly, _with_doing, _as_it_rang, _fired_on, _leaving,
)  # fmt: skip
