"""Correct words that strayed to a noun or a clause beside their own, where the words settle it."""

from __future__ import annotations

from workbench.propose.lexicon import MEASURES, MONTHS, TIME_NOUNS, word_set
from workbench.propose.semantic.hanging_clauses import top
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.verbs import Step, stepwise

_SUBJECT = ("nsubj", "nsubj:pass")
_HELPERS = ("aux", "aux:pass", "cop")


def repair_strayed(tree: Tree) -> Tree:
    """The tree with such words where they belong."""
    return stepwise(tree, _STEPS)


def _moved_object(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Restored to the public memory 63 villages": the memory, and what was restored to it."""
    for noun, relation in enumerate(tree.relations):
        verb, inner = heads[noun], tree.only(noun, "compound")
        counted = [n for n in tree.only(noun, "nummod") if n == noun - 1]
        led = tree.only(noun, "case")
        if relation != "obl" or tree.fine[noun] != "NNS" or not (inner and counted and led):
            continue
        near, first = inner[-1], tree.first_word(noun)
        plain = tree.fine[near] == "NN" and near == counted[0] - 1 and led[0] == first
        articles = [d for d in tree.only(noun, "det", "nmod:poss") if led[0] < d < near]
        whole = not tree.only(verb, "obj", "aux:pass", "ccomp") and tree.coarse[verb] == "VERB"
        if not (plain and articles and whole and led[0] > verb) or _reckoned(tree, near, noun):
            continue
        heads[near], relations[near] = verb, "obl"
        relations[noun] = "obj"
        for child in tree.children[noun]:
            if child < near:
                heads[child] = near


def _reckoned(tree: Tree, near: int, noun: int) -> bool:
    """ "In the class 4 races", "worked in the city 12 years": a rank's number, and a time."""
    return tree.low[near] in _RANKS or tree.low[noun] in TIME_NOUNS | MEASURES | MONTHS


_RANKS = word_set("class page phase grade group level type category tier stage section division "
                  "form gate line route formula lot article chapter band zone")  # fmt: skip


def _and_has_since(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "Was reissued after a fire had shut the mill, and has never closed": no fire has."""
    for verb, relation in enumerate(tree.relations):
        inner = heads[verb]
        if relation != "conj" or not 0 <= inner < verb or tree.relations[inner] != "advcl":
            continue
        links, told = tree.only(verb, "cc"), tree.only(inner, *_SUBJECT)
        had = any(tree.low[w] == "had" for w in tree.only(inner, "aux"))
        now = [w for w in tree.only(verb, *_HELPERS) if tree.low[w] in _NOW]
        parted = bool(links) and links[0] > 0 and tree.words[links[0] - 1].form == ","
        above = heads[inner]
        if not (had and told and now and parted) or tree.only(verb, *_SUBJECT, "expl", "mark"):
            continue
        if 0 <= above < inner and tree.relations[above] in ("conj", "root"):
            heads[verb] = heads[above] if tree.relations[above] == "conj" else above


_NOW = word_set("has have is are was were will")


def _second_hand(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Most were second-hand, bought from a clinic and sold to a school": most were bought."""
    for like in range(2, len(heads)):
        told, linked = tree.only(like, *_SUBJECT), tree.only(like, "cop")
        compound = tree.words[like - 1].form == "-" and not tree.only(like, "det", "nmod:poss")
        if not told or not linked or not (compound or tree.coarse[like] == "ADJ"):
            continue
        for verb in tree.only(like, "acl", "conj"):
            mine = tree.words[verb - 1].form == "," and tree.fine[verb] == "VBN" and verb > like
            if not mine or tree.only(verb, *_SUBJECT, *_HELPERS, "mark", "cc", "obj"):
                continue
            tree.coarse[like], tree.fine[like] = "ADJ", "JJ"
            relations[verb] = "advcl"
            for later in tree.only(like, "conj"):
                bare = not tree.only(later, *_SUBJECT, *_HELPERS, "obj")
                if later > verb and bare and tree.fine[later] in ("VBN", "VBD"):
                    heads[later] = verb
                    tree.fine[later] = "VBN"


def _gas_which(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "A decision on gas, which makes up a fifth of imports", "a slump in sales, which fell 4%":
    the gas does, and the sales fell.
    """
    for verb, relation in enumerate(tree.relations):
        noun = heads[verb]
        who = [w for w in tree.only(verb, *_SUBJECT) if tree.low[w] == "which"]
        comma = who[0] - 1 if who else 0
        if relation != "acl:relcl" or comma < 2 or tree.words[comma].form != ",":
            continue
        near = top(tree, comma - 1)
        led = {tree.low[c] for c in tree.only(near, "case")}
        if not noun < near or tree.relations[near] != "nmod" or heads[near] != noun:
            continue
        share = tree.low[noun] in _DEEDS and led & _ABOUT and _part_of_all(tree, verb)
        moved = tree.low[noun] in _CHANGES and "in" in led and tree.low[verb] in _CHANGED
        if (share or moved) and _agrees(tree, verb, near):
            heads[verb] = near


def _part_of_all(tree: Tree, verb: int) -> bool:
    """ "Makes up a fifth", "accounts for half": what a thing does, and no decision on it."""
    low = tree.low[verb]
    up = any(tree.low[c] == "up" for c in tree.only(verb, "compound:prt", "advmod"))
    told = tree.only(verb, "obl", "obj")
    return bool(told) and (
        (low in _MAKES and up)
        or (low in _ACCOUNTS and any(tree.low[c] == "for" for c in tree.only(told[0], "case")))
    )


def _agrees(tree: Tree, verb: int, noun: int) -> bool:
    """May the verb, by its number, be told of the noun?"""
    group = (verb, *tree.only(verb, *_HELPERS))
    one = any(tree.fine[w] == "VBZ" or tree.low[w] == "was" for w in group)
    several = any(tree.fine[w] == "VBP" or tree.low[w] == "were" for w in group)
    return not (one if tree.fine[noun] in ("NNS", "NNPS") else several)


_ABOUT = word_set("on about over of in against")
_DEEDS = word_set("decision decisions ban bans deal deals agreement debate vote talks embargo cap "
                  "sanctions duty duties tax taxes levy tariff tariffs restrictions limits plan "
                  "plans rules discussion row dispute")  # fmt: skip
_CHANGES = word_set("slump rise fall drop decline increase jump surge dip slide growth recovery "
                    "rebound plunge collapse decrease spike slowdown downturn fluctuation")  # fmt: skip
_CHANGED = word_set("rose rises fell falls dropped drops declined declines increased increases "
                    "jumped surged dipped slid grew climbed plunged slumped tumbled shrank sank "
                    "soared doubled halved tripled")  # fmt: skip
_MAKES = word_set("makes make made")
_ACCOUNTS = word_set("accounts account accounted")

_STEPS: tuple[Step, ...] = (
    _moved_object, _and_has_since, _second_hand, _gas_which,
)  # fmt: skip
