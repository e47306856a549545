"""What an article says of its persons by the way: where they are from, how old, and what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from workbench.propose.semantic.callings import FORMER, ages, is_calling, land
from workbench.propose.semantic.mentions import Mention
from workbench.propose.semantic.names import PEOPLE
from workbench.propose.semantic.pronouns import named
from workbench.propose.tree.clause import SUBJECTS
from workbench.propose.tree.tree import Tree

_BESIDE = ("nmod:desc", "compound", "appos", "amod")
_OLDEST = 120


class Told(NamedTuple):
    """What is told of one person.

    Attributes:
        lands: Countries and parties.
        ages: In years.
        callings: What the person is or was.
        was: What the person is no more.
    """

    lands: set[str]
    ages: set[str]
    callings: set[str]
    was: set[str]


def by_name(mention: Mention) -> bool:
    """ "Ann Oe", and not "Corvane's manager"."""
    words = mention.text.split()
    return named(mention) and words[-1][:1].isupper() and not any("'s" in w.replace("’", "'")
                                                                  for w in words)  # fmt: skip


class Facts:
    """What was told so far, by the keys of persons."""

    def __init__(self) -> None:
        self._told: dict[str, Told] = {}

    def of(self, key: str) -> Told:
        """What is told of one person."""
        return self._told.get(key) or Told(set(), set(), set(), set())

    def known(self) -> Sequence[str]:
        """The persons of whom something is told."""
        return list(self._told)

    def is_called(self, noun: str) -> bool:
        """Was somebody with a name called so?"""
        return any(noun in told.callings for told in self._told.values())

    def learn(self, tree: Tree, here: Sequence[Mention]) -> None:
        """Take in a sentence."""
        for mention in here:
            if not by_name(mention) or mention.plural or not 0 <= mention.at < len(tree.words):
                continue
            told = self._told.setdefault(mention.key, Told(set(), set(), set(), set()))
            for word in _what(tree, mention.at):
                self._word(tree, word, told)
            told.ages.update(_age(tree, mention.at))

    def take(self, key: str, land: str, age: str) -> None:
        """Take in what an epithet said of somebody; each may be empty."""
        told = self._told.setdefault(key, Told(set(), set(), set(), set()))
        told.lands.update({land} - {""})
        told.ages.update({age} - {""})

    def _word(self, tree: Tree, noun: int, told: Told) -> None:
        beside = [noun, *tree.only(noun, "amod", "compound", "nmod:desc", "advmod")]
        lands = (land(tree.words[w].form, alone=False) for w in beside)
        told.lands.update(place for place in lands if place)
        low = tree.low[noun]
        if low in _TITLES or is_calling(low) or (tree.coarse[noun] == "NOUN" and low in PEOPLE):
            prime = low == "minister" and noun > 0 and tree.low[noun - 1] == "prime"
            calling = "premier" if prime else _TITLES.get(low, low)
            told.callings.add(calling)
            if any(tree.low[w] in FORMER for w in beside):
                told.was.add(calling)


_TITLES = {
    "ambassador": "ambassador", "president": "president", "minister": "minister",
    "senator": "senator", "sen.": "senator", "governor": "governor", "gov.": "governor",
    "rep.": "representative", "congressman": "congressman", "congresswoman": "congresswoman",
    "mayor": "mayor", "chancellor": "chancellor", "professor": "professor", "prof": "professor",
    "prof.": "professor", "prince": "prince", "pope": "pope",
    "bishop": "bishop", "archbishop": "archbishop", "cardinal": "cardinal", "gen.": "general",
    "general": "general", "coach": "coach", "mp": "mp", "cllr": "councillor", "ceo": "ceo",
}  # fmt: skip


def _what(tree: Tree, person: int) -> list[int]:
    """The words that tell what a person is: before the name, beside it, or said of it."""
    found = [person, *tree.only(person, *_BESIDE)]
    above = tree.heads[person]
    if tree.relations[person] == "appos" and above >= 0:
        found.append(above)
    if tree.relations[person] in SUBJECTS and above >= 0 and tree.only(above, "cop"):
        found += [above] if tree.coarse[above] == "NOUN" else []
    for word in tuple(found[1:]):
        found += tree.only(word, "conj", "compound") if tree.coarse[word] == "NOUN" else []
    return found


def _age(tree: Tree, person: int) -> list[str]:
    """ "Ann Oe, 54", "54-year-old Ann Oe"."""
    found = []
    for word in (person, *tree.only(person, *_BESIDE, "nummod")):
        low = tree.low[word]
        behind = word > person and low.isdigit() and int(low) <= _OLDEST
        if behind and tree.words[word - 1].form == ",":
            found.append(low)
        years = ages(tree, max(word - 4, 0), word) if low == "old" else []
        found += [tree.low[years[0]]] if years else []
    return found
