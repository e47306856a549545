"""Correct an apposition that hangs on a noun which it cannot be, where another before it can.

A parser hangs "…, one of the islands" or "…, Ann Oe" on the noun that the clause is about as often
as on the one right before the comma, and "…, an adviser" on the last name before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from workbench.propose.lexicon import ORGANISATION, word_set
from workbench.propose.rules.kinds import given_gender, kind_of
from workbench.propose.semantic.names import HER, HIS, PEOPLE, person
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.verbs import Step, stepwise

_INNER = ("flat", "compound", "nmod:desc", "nummod")
_ARTICLES = word_set("a an the")
PLACES = word_set(
    "town towns city cities village villages suburb resort island islands port capital country "
    "countries region district province county state river lake mountain peninsula archipelago "
    "atoll reef reefs neighborhood neighbourhood borough settlement territory hometown"
)
_SITES = PLACES | word_set("site place area landmark stronghold hub zone quarter")
_NAMINGS = word_set("name nickname term word acronym")
_NUMBERS = {"two": 2, "three": 3, "four": 4}


def repair_hanging(tree: Tree) -> Tree:
    """The tree with such appositions under the noun that they can be."""
    return stepwise(tree, _STEPS)


class _Aside(NamedTuple):
    """An apposition behind a comma, the noun that it hangs on, and the one before the comma."""

    top: int
    noun: int
    near: int


def _asides(tree: Tree) -> Iterator[_Aside]:
    """The appositions that hang on another noun than the one right before their comma."""
    for top, relation in enumerate(tree.relations):
        first = tree.first_word(top)
        if relation != "appos" or first < 2 or tree.words[first - 1].form != ",":
            continue
        near = first - 2
        while tree.relations[near] in _INNER and 0 <= tree.heads[near] < first:
            near = tree.heads[near]
        nominal = tree.coarse[near] in ("NOUN", "PROPN")
        if nominal and tree.heads[top] < first and tree.heads[top] != near:
            yield _Aside(top, tree.heads[top], near)


def someone(tree: Tree, noun: int) -> bool:
    """Is it a person, by name or by what the noun names?"""
    if tree.coarse[noun] == "PROPN":
        return person(tree, noun, {}) is not None
    low = tree.low[noun]
    return low in PEOPLE or low.removesuffix("s") in PEOPLE or kind_of(low) == "person"


def _led(tree: Tree, noun: int) -> bool:
    return bool(tree.only(noun, "det", "nmod:poss"))


def _place(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "Neighbours on Cormo, one of the islands", "a reporter in Ley, her home town": the place."""
    for top, noun, near in _asides(tree):
        what = [top]
        if tree.low[top] == "one":
            what = tree.only(top, "nmod")[:1]
        placed = bool(what) and tree.low[what[0]] in PLACES and _led(tree, what[0])
        named = tree.coarse[near] == "PROPN" and person(tree, near, {}) is None
        if tree.fine[near] == "NN" and tree.fine[noun] == "NNS" and tree.fine[top] == "NN":
            # "gates to the old quarter, a heritage site": no gates are one site
            named = _led(tree, near)
            placed = placed or (_led(tree, top) and tree.low[top] in _SITES)
        cased = bool(tree.only(near, "case"))
        common = tree.coarse[noun] == "NOUN" and tree.low[noun] not in PLACES
        if placed and named and cased and (common or someone(tree, noun)):
            heads[top] = near


def _name_for(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "His claim on Orm, the Kestish name for the island": Orm is the name."""
    for top, _, near in _asides(tree):
        of = any(tree.low[c] in ("for", "of") for n in tree.only(top, "nmod")
                 for c in tree.only(n, "case"))  # fmt: skip
        if tree.low[top] in _NAMINGS and of and _led(tree, top):
            heads[top] = near


def _who_it_is(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "The murder of his neighbour, Joe Oe", "rules for the defendant, Ann Oe": the person."""
    for top, noun, near in _asides(tree):
        named = tree.coarse[top] == "PROPN" and person(tree, top, {}) is not None
        one = tree.fine[near] == "NN" and _led(tree, near) and someone(tree, near)
        never = not someone(tree, noun) or _other_sex(tree, noun, top)
        if named and one and tree.coarse[noun] == "NOUN" and never:
            heads[top] = near


def _other_sex(tree: Tree, noun: int, name: int) -> bool:
    """ "The wife of the suspect, Joe Oe": he is the suspect."""
    given = given_gender(tree.words[name].form)
    return (given == "m" and tree.low[noun] in HER) or (given == "f" and tree.low[noun] in HIS)


def _of_person(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "Ann Oe of the Academy of Music, an adviser to the firm": Oe is the adviser."""
    for top, relation in enumerate(tree.relations):
        noun, first = heads[top], tree.first_word(top)
        led = tree.low[first] in _ARTICLES and tree.words[first - 1].form == ","
        if relation != "appos" or not led or tree.fine[top] != "NN" or noun > top:
            continue
        body = tree.low[top] in BODIES or (someone(tree, noun) and not _in_office(tree, noun))
        if body or not someone(tree, top):
            continue
        above = noun
        while tree.relations[above] == "nmod" and (above == noun or not someone(tree, above)):
            above = tree.heads[above]
        if tree.relations[above] == "appos" and someone(tree, tree.heads[above]):
            above = tree.heads[above]
        if above != noun and someone(tree, above):
            heads[top] = above


def _in_office(tree: Tree, noun: int) -> bool:
    """ "The mayor of Ley": Ley is no person, though a name of one word."""
    of = any(tree.low[c] == "of" for c in tree.only(noun, "case"))
    lone = of and tree.relations[noun] == "nmod" and not tree.only(noun, "flat", "compound")
    return lone and tree.low[tree.heads[noun]] in _OFFICES


_OFFICES = word_set("mayor governor president premier chancellor bishop archbishop vicar head "
                    "headteacher chief director chairman chairwoman manager coach king queen "
                    "secretary leader")  # fmt: skip
BODIES = word_set("maker producer manufacturer supplier provider operator retailer lender builder "
                   "developer owner distributor carrier contractor publisher broadcaster exporter "
                   "importer seller rival competitor partner leader member sponsor insurer "
                   "refiner brewer printer power user host venue favourite favorite")  # fmt: skip


def _by_author(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "The report, by the Orm Institute, a research body": the institute is one."""
    for top, noun, near in _asides(tree):
        by = any(tree.low[c] in ("by", "from") for c in tree.only(near, "case"))
        body = _group(tree, top) or tree.low[top] in ORGANISATION
        named = by and tree.coarse[near] == "PROPN"
        if named and body and kind_of(tree.low[noun]) == "words":
            heads[top] = near


def _group(tree: Tree, noun: int) -> bool:
    return tree.low[noun] == "body" or kind_of(tree.low[noun]) == "group"


def _whole_name(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "Brandt Brothers of Ley, a family firm": the brothers are one, and no town."""
    for top, relation in enumerate(tree.relations):
        noun = heads[top]
        if relation != "appos" or noun > top or tree.relations[noun] != "nmod":
            continue
        above = heads[noun]
        named = tree.coarse[noun] == "PROPN" == tree.coarse[above] and not tree.only(noun, "flat")
        of = any(tree.low[c] == "of" for c in tree.only(noun, "case"))
        body = tree.low[top] in ORGANISATION | BODIES or _group(tree, top)
        if named and of and body and tree.low[top] not in PLACES and not someone(tree, above):
            heads[top] = above


def _both(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "Ships near Orm Reef and Sull Reef, two areas that Arl claims": the two reefs."""
    for top, _, near in _asides(tree):
        number = [_NUMBERS.get(tree.low[c], 0) for c in tree.only(top, "nummod")]
        first = tree.heads[near] if tree.relations[near] == "conj" else -1
        if first < 0 or not number or tree.fine[top] != "NNS":
            continue
        listed = [first, *(c for c in tree.only(first, "conj") if c <= near)]
        if len(listed) == number[0] and all(tree.coarse[w] == "PROPN" for w in listed):
            heads[top] = first


_STEPS: tuple[Step, ...] = (
    _place,
    _name_for,
    _who_it_is,
    _of_person,
    _by_author,
    _whole_name,
    _both,
)
