"""Whom "the Argentine", "the 54-year-old striker" or "the envoy" is.

The sentence is read again with a pronoun in the epithet's place; whom that would mean is the one,
if the article says nothing against it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from workbench.propose.lexicon import word_set
from workbench.propose.semantic.callings import (
    FORMER,
    GENERIC,
    PARTIES,
    PLAIN,
    ages,
    akin,
    is_calling,
    land,
)
from workbench.propose.semantic.facts import Facts, Told, by_name
from workbench.propose.semantic.mentions import Mention
from workbench.propose.semantic.names import HER, HIS, PEOPLE
from workbench.propose.semantic.pronouns import agrees, named, one_person
from workbench.propose.tree.clause import SUBJECTS
from workbench.propose.tree.cuts import loose
from workbench.propose.tree.tokens import Word
from workbench.propose.tree.tree import Tree

_AFTER = ("nmod", "acl", "acl:relcl", "appos", "flat", "conj", "nummod", "amod", "compound")
_GENDERS = {"m": ("he",), "f": ("she",), "": ("he", "she")}
_OWNER = {"he": "his", "she": "her"}
_NEAR = 3  # sentences within which nobody else may have been told of without a name
_NOBODY = word_set("nobody someone somebody anyone everyone")


class Epithet(NamedTuple):
    """A description that stands for a person.

    Attributes:
        first: Index of its "the".
        noun: Index of its last word.
        land: Where it says that the person is from, or of which party.
        age: How old it says that the person is.
        calling: What it calls the person besides: "envoy"; empty for "the Argentine".
        former: Does it say that the person is that no more?
        gender: ``m`` or ``f`` where its words tell.
    """

    first: int
    noun: int
    land: str
    age: str
    calling: str
    former: bool
    gender: str


def epithets(tree: Tree) -> list[Epithet]:
    """The epithets that are subjects of a clause, or own one."""
    found = []
    for noun, relation in enumerate(tree.relations):
        owner = relation == "nmod:poss"
        head = tree.heads[noun]
        if relation not in SUBJECTS and not (owner and tree.relations[head] in SUBJECTS):
            continue
        made = _epithet(tree, noun)
        if made is not None:
            found.append(made)
    return found


def _epithet(tree: Tree, noun: int) -> Epithet | None:
    articles = [c for c in tree.only(noun, "det") if tree.low[c] == "the" and c < noun]
    after = [c for c in tree.only(noun, *_AFTER) if c > noun and not loose(tree, c)]
    if len(articles) != 1 or after or tree.fine[noun] in ("NNS", "NNPS"):
        return None
    first = articles[0]
    if first + 1 > noun or not set(range(first + 1, noun)) <= tree.below(noun):
        return None
    years = ages(tree, first + 1, noun)
    rest = [w for w in range(first + 1, noun + 1) if w not in years]
    lands = {w: place for w in rest if (place := land(tree.words[w].form, alone=w == noun))}
    lands = {w: place for w, place in lands.items() if tree.low[w] not in GENERIC}
    former = any(tree.low[w] in FORMER for w in rest)
    if any(w != noun and w not in lands and tree.low[w] not in FORMER | PLAIN for w in rest):
        return None
    calling = tree.low[noun] if noun in rest and noun not in lands else ""
    sort = calling in GENERIC
    if (sort or not calling) and not (lands or years):
        return None
    if calling and not (sort or is_calling(calling) or calling in PEOPLE):
        return None
    age = tree.low[years[0]] if years else ""
    place = next(iter(lands.values()), "")
    return Epithet(
        first, noun, place, age, "" if sort else calling, former, _gender(tree.low[noun])
    )


def _gender(low: str) -> str:
    """ "The Frenchman", "the actress": his or hers by the word; but "the German"."""
    if low in HER or low.endswith("woman"):
        return "f"
    man = low.endswith("man") and low not in ("german", "roman")
    return "m" if low in HIS or man else ""


def with_pronoun(tree: Tree, epithet: Epithet, pronoun: str) -> list[Word]:
    """The words of a sentence with a pronoun in the epithet's place."""
    first, noun = epithet.first, epithet.noun
    owner = tree.relations[noun] == "nmod:poss"
    form = _OWNER[pronoun] if owner else pronoun
    start, end = tree.words[first].start, tree.words[noun].end
    form = form.capitalize() if tree.words[first].form[:1].isupper() else form
    last = noun
    if owner and noun + 1 < len(tree.words) and tree.fine[noun + 1] == "POS":
        last = noun + 1
    return [*tree.words[:first], Word(form, start, end), *tree.words[last + 1 :]]


class Sought(NamedTuple):
    """What is asked when an epithet is to be named.

    Attributes:
        here: The phrases of its sentence.
        past: The phrases of the sentences before, the last one last.
        facts: What the article said of its persons.
        meant: Whom a pronoun in its place means.
    """

    here: Sequence[Mention]
    past: Sequence[Sequence[Mention]]
    facts: Facts
    meant: Callable[[Epithet, str], Mention | None]


def whom(epithet: Epithet, sought: Sought) -> Mention | None:
    """Who is meant; None where that is not certain."""
    before = [m for m in sought.here if m.at < epithet.first]
    near = [*before, *(m for here in sought.past[-_NEAR:] for m in here)]
    persons = {m.key: m for m in near if by_name(m) and not m.plural}
    unknown = any(_unknown(m, epithet, sought.facts) for m in near)
    if not persons or (unknown and not by_age(epithet, sought)):
        return None
    last = [*before, *(sought.past[-1] if sought.past else ())]
    if bare(epithet) and sought.facts.is_called(epithet.calling):
        return None  # "the minister": where that is settled by itself
    holders = [key for key in sought.facts.known() if _called_so(epithet, sought.facts.of(key))]
    if known := by_age(epithet, sought):
        found = {m.key: m for m in known}
    elif epithet.calling:
        found = {key: persons[key] for key in holders if key in persons}
        found = found if len(holders) == 1 else {}
    else:
        found = _by_pronoun(epithet, sought, persons, {m.key for m in last})
    meant = next(iter(found.values())) if len(found) == 1 else None
    if meant is None or not by_name(meant) or meant.plural:
        return None
    if any(m.at > epithet.noun and m.key == meant.key for m in sought.here):
        return None  # "the Argentine beat Oe": not Oe
    beside = {m.key for m in last if named(m) and _alike(m, meant)} - {meant.key}
    same = [m for m in last if m.key == meant.key]
    told = any(m.spoke for m in same) and not any(m.subject for m in same)  # "…, said Oe"
    doubtful = bool(beside) or told
    return meant if _fits(epithet, meant.key, set(persons), sought.facts, doubtful) else None


def _by_pronoun(
    epithet: Epithet, sought: Sought, persons: dict[str, Mention], last: set[str]
) -> dict[str, Mention]:
    """Whom "he" or "she" in the epithet's place would mean, by their keys."""
    found: dict[str, Mention] = {}
    near = [m for key, m in persons.items() if key in last] or list(persons.values())
    for pronoun in _GENDERS[epithet.gender]:
        fitting = [m for m in near if agrees(m, pronoun)]
        meant = sought.meant(epithet, pronoun) if fitting else None
        if meant is not None:
            found[meant.key if by_name(meant) else ""] = meant
        elif any(m.gender for m in fitting):
            return {}
    return found


def _called_so(epithet: Epithet, told: Told) -> bool:
    """Is somebody of whom this is told what the epithet calls him or her?"""
    if epithet.former and epithet.calling in told.callings - told.was:
        return False
    return not epithet.calling or any(akin(epithet.calling, c) for c in told.callings)


def bare(epithet: Epithet) -> bool:
    """ "The envoy": does nothing beside it tell who it is?"""
    return not (epithet.land or epithet.age or epithet.former)


def by_age(epithet: Epithet, sought: Sought) -> list[Mention]:
    """Who alone is told to be as old, if anybody spoken of just before is."""
    keys = [
        k for k in sought.facts.known() if epithet.age and epithet.age in sought.facts.of(k).ages
    ]
    near = [m for here in sought.past[-_NEAR:] for m in here if by_name(m) and not m.plural]
    return [m for m in near if m.key in keys][:1] if len(keys) == 1 else []


def _alike(one: Mention, other: Mention) -> bool:
    """May both be men, or both women?"""
    return not one.gender or not other.gender or one.gender == other.gender


def aged(epithet: Epithet, name: str, sought: Sought) -> bool:
    """May somebody whom the rules took "the 54-year-old" for be it?"""
    near = (m for here in sought.past[-_NEAR:] for m in here)
    if any(_unknown(m, epithet, sought.facts) for m in near):
        return False
    keys = {m.key for here in sought.past for m in here if m.text == name and not m.plural}
    return any(_fits(epithet, key, set(), sought.facts, False) for key in keys)


def _unknown(mention: Mention, epithet: Epithet, facts: Facts) -> bool:
    """ "A driver", "his brother": somebody without a name who may be meant as well?"""
    if by_name(mention) or not one_person(mention):
        return False
    words = mention.text.lower().split()
    if mention.key in _NOBODY or facts.is_called(words[-1]):
        return False
    other = mention.new or words[0] not in ("the", "that", "this")
    return other and (not epithet.calling or akin(epithet.calling, mention.key))


def _fits(epithet: Epithet, key: str, near: set[str], facts: Facts, doubtful: bool) -> bool:
    """Does what the article says of its persons go with the epithet?

    ``doubtful``: is another person told of beside the one?
    """
    told = facts.of(key)
    others = [facts.of(other) for other in facts.known() if other != key]
    sure = False
    if epithet.land:
        same = {x for x in told.lands if (x in PARTIES) == (epithet.land in PARTIES)}
        if (same and epithet.land not in same) or (
            not same and any(epithet.land in o.lands for o in others)
        ):
            return False
        sure = bool(same)
    if epithet.age:
        if (told.ages and epithet.age not in told.ages) or (
            not told.ages and any(epithet.age in o.ages for o in others)
        ):
            return False
        sure = sure or bool(told.ages)
    if not epithet.calling:
        return sure or not doubtful
    if not _called_so(epithet, told):
        return False
    rivals = [facts.of(other) for other in near if other != key]
    return sure or not any(akin(epithet.calling, c) for o in rivals for c in o.callings)
