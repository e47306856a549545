"""A quotation that names something: "the “Lights. Out now.” campaign has begun" is one clause.

Its words would lead the parser astray, so that the rest is parsed without them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from workbench.propose.lexicon import BE, DO, HAVE, SAY, word_set
from workbench.propose.tree.tokens import Word
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.verbs import is_tree

_OPEN, _CLOSE = '“"', '”"'
_STOPS = (".", "!", "?")
_LONGEST = 8  # words between the marks
_BEFORE = word_set("the a an its his her their our this that new viral")
_NO_NOUN = (
    BE
    | HAVE
    | DO
    | SAY
    | word_set("""
    of in on at by to for from with about as into over after before since during and or but nor so
    yet if when while because that which who whose will would can could may might must should the
    a an he she it they we not also then there today yesterday tomorrow tonight last next
    again twice
    earlier later this only just even both
""")
)


class Name(NamedTuple):
    """The marks around a quotation, by their indices; the noun that it names stands behind."""

    opened: int
    closed: int


def quoted_name(words: Sequence[Word]) -> Name | None:
    """The first quotation that names what stands right behind it."""
    opened = -1
    for at, word in enumerate(words):
        if opened < 0 or word.form not in _CLOSE:
            opened = at if word.form in _OPEN and opened < 0 else opened
            continue
        name = Name(opened, at)
        if _names(words, name):
            return name
        opened = -1
    return None


def _names(words: Sequence[Word], name: Name) -> bool:
    inside = words[name.opened + 1 : name.closed]
    if name.opened < 1 or not 1 < len(inside) <= _LONGEST or name.closed + 2 >= len(words):
        return False
    before = words[name.opened - 1].form.lower()
    following = words[name.closed + 1].form
    noun = following.isalpha() and following.islower() and following not in _NO_NOUN
    if not noun or before in SAY or not before[-1:].isalpha() or not inside[0].form[:1].isupper():
        return False
    torn = any(w.form in _STOPS for w in inside)
    return torn or before in _BEFORE


def without(words: Sequence[Word], name: Name) -> list[Word]:
    """The words with the first of the quotation in its place: "the Lights campaign"."""
    return [words[w] for w in _places(len(words), name)]


def _places(count: int, name: Name) -> list[int]:
    return [*range(name.opened), name.opened + 1, *range(name.closed + 1, count)]


def with_name(words: list[Word], name: Name, outer: Tree) -> Tree | None:
    """The tree with the quotation under the noun behind it; None where no noun stands there."""
    places = _places(len(words), name)
    noun = name.opened + 1  # in the outer tree: what follows the quotation
    while outer.relations[noun] in ("amod", "compound") and outer.heads[noun] > noun:
        noun = outer.heads[noun]
    if outer.coarse[noun] not in ("NOUN", "PROPN") or outer.root == name.opened:
        return None
    count, top = len(words), places[noun]
    heads, relations = [top] * count, ["compound"] * count
    coarse, fine = ["PROPN"] * count, ["NNP"] * count
    for i, place in enumerate(places):
        if i == name.opened:
            continue
        heads[place] = places[outer.heads[i]] if outer.heads[i] >= 0 else -1
        relations[place] = outer.relations[i]
        coarse[place], fine[place] = outer.coarse[i], outer.fine[i]
    for place in range(name.opened, name.closed + 1):
        if not words[place].form.isalnum() and words[place].form[:1] in '“”".!?,':
            relations[place], coarse[place], fine[place] = "punct", "PUNCT", "."
    return Tree(words, heads, relations, coarse, fine) if is_tree(heads) else None
