"""Correct what hangs wrong about numbers: results, shares of a whole, heights, prices, the hurt."""

from __future__ import annotations

import re

from workbench.propose.lexicon import MEASURES, TIME_NOUNS, word_set
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.verbs import Step, finite, stepwise

_SUBJECT = ("nsubj", "nsubj:pass")
_NOMINAL = ("NOUN", "PROPN", "NUM", "PRON")
_DASHES = ("-", "–")
_LOST = ("list", "dep", "parataxis", "appos", "nmod")
_MONEY = ("$", "£", "€")
_PRICING = word_set("value values valued valuing price prices priced pricing")
_HURT = word_set("injured wounded hurt")
_INCHES = re.compile(r"\d+ins?|\d+")
_FEET = ("ft", "foot", "feet")
_UNITS = word_set("seconds minutes hours miles metres meters km cm mm m strokes shots places votes "
                  "yards feet lengths laps goals runs seats") | MEASURES | TIME_NOUNS  # fmt: skip


def repair_figures(tree: Tree) -> Tree:
    """The tree with such numbers where they belong."""
    return stepwise(tree, _STEPS)


def amount(tree: Tree, first: int) -> int:
    """The "5" of "5%", the "quarter" of "a quarter"; -1 where no number follows."""
    if tree.coarse[first] == "NUM":
        return first
    share = tree.low[first] in ("a", "an", "one") and first + 1 < len(tree.words)
    return first + 1 if share and tree.low[first + 1] in _SHARES else -1


_SHARES = word_set("half third quarter fifth sixth seventh eighth tenth")


def _results(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Beat Julia Marsh 6-4, 7-5 in the final": how she beat her, and no part of the name."""
    for first in range(1, len(heads) - 2):
        if not _result(tree, first) or _result(tree, first - 3) or _result(tree, first - 2):
            continue
        verb = heads[first]
        while verb >= 0 and tree.coarse[verb] in ("PROPN", "NOUN") and verb < first:
            verb = heads[verb]
        if relations[first] not in _LOST or not 0 <= verb < first or tree.coarse[verb] != "VERB":
            continue
        named = tree.coarse[heads[first]] == "PROPN" or relations[first] != "nmod"
        if named:
            heads[first], relations[first] = verb, "obl:unmarked"


def _result(tree: Tree, first: int) -> bool:
    """ "6-4": two small numbers with a dash between them."""
    if first < 0 or first + 2 >= len(tree.words) or tree.words[first + 1].form not in _DASHES:
        return False
    glued = tree.words[first].end + 1 == tree.words[first + 2].start
    return glued and all(tree.words[w].form.isdigit() for w in (first, first + 2))


def _share_of(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Said 11.2 million of 18.5 million voters had voted", "31% of those eligible voted"."""
    for noun, relation in enumerate(tree.relations):
        verb = heads[noun]
        of = next((c for c in tree.only(noun, "case") if tree.low[c] == "of"), -1)
        number = of - 1
        if relation not in _SUBJECT or of < 1 or not number < noun < verb:
            continue
        counted = tree.coarse[number] == "NUM" or tree.low[number] in ("%", "percent", "cent")
        if not counted or number in tree.below(noun):
            continue
        above = tree.heads[number]
        if heads[number] >= 0 and relations[number] not in ("ccomp", "obj", "dep", "nsubj", "obl"):
            continue
        if above < 0:
            heads[verb], relations[verb] = -1, "root"
        heads[number], relations[number] = verb, relation
        heads[noun], relations[noun] = number, "nmod"
        for child in tree.children[number]:
            if child > noun and child != verb:
                heads[child] = verb


def _than_men(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Twice as many women as men applied": the women did."""
    root = tree.root
    if tree.coarse[root] not in _NOMINAL or tree.only(root, "cop", *_SUBJECT):
        return
    for verb in tree.only(root, "acl", "acl:relcl", "parataxis", "advcl"):
        about = tree.only(verb, *_SUBJECT)
        links = [c for a in about[:1] for c in (*tree.only(a, "case"), *tree.only(verb, "mark"))]
        cases = {tree.low[c] for c in links if c == tree.first_word(about[0], "SCONJ") - 1
                 or heads[c] == about[0]}  # fmt: skip
        if not about or not root < about[0] < verb or not cases & {"as", "than"}:
            continue
        if not finite(tree, verb) or not tree.only(root, "amod", "advmod"):
            continue
        heads[verb], relations[verb] = -1, "root"
        heads[root], relations[root] = verb, relations[about[0]]
        heads[about[0]], relations[about[0]] = root, "nmod"
        for link in links:
            heads[link], relations[link] = about[0], "case"
        for child in tree.children[root]:
            if child > verb:
                heads[child] = verb
        return


def _since_year(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "One in ten of those received since 2019 was upheld": since that year, and not it was."""
    root = tree.root
    if tree.coarse[root] not in _NOMINAL or tree.only(root, "cop", *_SUBJECT):
        return
    for year in range(2, len(heads) - 1):
        verb, done = heads[year], year - 2
        hung = relations[year] in (*_SUBJECT, "obl") and done > root and verb > year
        if not _YEAR.fullmatch(tree.low[year]) or not hung or tree.coarse[done] != "VERB":
            continue
        if tree.low[year - 1] not in ("since", "before", "after", "until") or verb == root:
            continue
        own = [s for s in tree.only(verb, *_SUBJECT) if s != year]
        if heads[year - 1] not in (verb, year) or own or not finite(tree, verb):
            continue
        passive = bool(tree.only(verb, "aux:pass"))
        heads[root], relations[root] = verb, "nsubj:pass" if passive else "nsubj"
        heads[verb], relations[verb] = -1, "root"
        heads[year], relations[year] = done, "obl"
        heads[year - 1], relations[year - 1] = year, "case"
        for child in tree.children[root]:
            if child > verb:
                heads[child] = verb
        return


_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def _had_failed(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "40 of the 62 schools had failed safety tests": they had, and no tests were failed."""
    root = tree.root
    if tree.coarse[root] not in _NOMINAL or tree.only(root, "cop", *_SUBJECT):
        return
    for helper in range(root + 1, len(heads) - 1):
        if relations[helper] != "aux":
            continue
        verb = helper + 1
        while verb < len(heads) and tree.coarse[verb] == "ADV":
            verb += 1
        noun = heads[verb] if verb < len(heads) else -1
        taken = tree.low[helper] in ("has", "have", "had") and heads[helper] in (root, noun)
        taken = taken and noun >= 0 and (heads[noun] in (root, helper) or noun == root)
        if not taken or noun <= verb or relations[verb] != "amod" or tree.fine[verb] != "VBN":
            continue
        heads[verb], relations[verb] = -1, "root"
        heads[root], relations[root] = verb, "nsubj"
        heads[noun], relations[noun] = verb, "obj"
        tree.coarse[verb] = "VERB"
        for child in tree.children[root]:
            if child >= helper and child not in (verb, noun):
                heads[child] = verb
        return


def _others_hurt(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Three were killed and 14 others injured": they were, as were the three."""
    for verb in range(3, len(heads)):
        noun = verb - 1
        hurt = tree.low[verb] in _HURT and tree.fine[verb] in ("VBN", "JJ", "VBD")
        if not hurt or tree.coarse[noun] not in _NOMINAL or tree.only(verb, "aux", "cop"):
            continue
        if tree.only(verb, "aux:pass") or relations[verb] not in ("conj", "acl", "amod"):
            continue
        above = heads[verb] if heads[verb] != noun else heads[noun]
        links = [c for c in (*tree.only(verb, "cc"), *tree.only(noun, "cc")) if c < noun]
        if not links or not 0 <= above < links[0] or not tree.only(above, "aux:pass"):
            continue
        counted = tree.coarse[noun] == "NUM" or tree.only(noun, "nummod") or tree.only(noun, "det")
        if not counted or tree.first_word(noun, "CCONJ") != links[0] + 1:
            continue
        heads[verb], relations[verb] = above, "conj"
        heads[noun], relations[noun] = verb, "nsubj:pass"
        heads[links[0]], relations[links[0]] = verb, "cc"
        tree.fine[verb], tree.coarse[verb] = "VBN", "VERB"


def _valued_at(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Values Arl at £2.3bn, a premium of 34%": at that price, which is the premium."""
    for price, relation in enumerate(tree.relations):
        noun = heads[price]
        at = any(tree.low[c] == "at" for c in tree.only(price, "case"))
        if relation != "nmod" or not at or tree.low[price] not in _MONEY or noun < 0:
            continue
        verb = heads[noun]
        if relations[noun] != "obj" or tree.low[verb] not in _PRICING:
            continue
        heads[price], relations[price] = verb, "obl"
        for told in tree.only(noun, "appos"):
            if told > price:
                heads[told] = price


def _tall(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "White, 5ft 11in tall": so tall."""
    for feet in range(1, len(heads) - 2):
        inches, high = feet + 1, feet + 2
        if tree.low[feet] not in _FEET or not _INCHES.fullmatch(tree.low[inches]):
            continue
        if tree.low[high] in ("in", "ins", "inches") and high + 1 < len(heads):
            high += 1
        if tree.low[high] not in ("tall", "high", "long", "wide", "deep") or heads[high] == feet:
            continue
        if heads[feet] != high and high not in (heads[feet - 1], feet - 1):
            heads[feet], relations[feet] = high, "obl:unmarked"
            for word in range(inches, high):
                heads[word], relations[word] = feet, "flat"


def _behind_by(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Four minutes behind the winner, Ann Oe": how far behind, and no part of the winner."""
    for measure, relation in enumerate(tree.relations):
        noun, behind = heads[measure], max(tree.below(measure)) + 1
        if relation not in ("nmod:unmarked", "obl:unmarked", "nummod") or behind >= len(heads):
            continue
        if tree.low[measure] not in _UNITS or not tree.only(measure, "nummod"):
            continue
        if noun > behind and behind in tree.only(noun, "case"):
            heads[measure], relations[measure] = behind, "obl:unmarked"


def _each_for(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "The £3 a unit that it set": it set £3, and no unit."""
    for verb, relation in enumerate(tree.relations):
        unit = heads[verb]
        price = heads[unit] if unit >= 0 else -1
        if relation != "acl:relcl" or price < 0 or not price < unit < verb:
            continue
        each = unit >= 1 and tree.low[unit - 1] in ("a", "an", "per") and heads[unit - 1] == unit
        money = tree.fine[price] in ("$", "CD") or tree.low[price] in _COINS
        if each and money and tree.relations[unit] != "conj":
            heads[verb], relations[unit] = price, "nmod:unmarked"


_COINS = word_set("p c cents pence pounds dollars euros crowns")


_STEPS: tuple[Step, ...] = (
    _results, _share_of, _than_men, _since_year, _had_failed, _others_hurt, _valued_at,
    _tall, _behind_by, _each_for,
)  # fmt: skip
