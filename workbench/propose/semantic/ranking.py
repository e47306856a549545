"""What a pronoun may stand for, each phrase with numbers that tell how likely it is meant.

The rules of `antecedents` decide what is certain. Where they leave several, or none, a small
ensemble of trees that learned from marked articles weighs what they see: how near a phrase is, what
it did, whether it agrees, how often it was named (Hobbs 1978; Lappin and Leass 1994; Soon et al.
2001 rank by the same kinds of signs).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from workbench.propose.lexicon import EVENTS, ORGANISATION
from workbench.propose.pool.features import Array
from workbench.propose.semantic.mentions import Mention, speaks
from workbench.propose.semantic.names import PEOPLE
from workbench.propose.semantic.pronouns import (
    GENDER,
    able,
    agrees,
    clause_of,
    counted,
    goes_on,
    named,
    owns,
    role_of,
    undergoes,
)
from workbench.propose.semantic.reading import UNREAD, Reading
from workbench.propose.tree.clause import SUBJECTS
from workbench.propose.tree.tree import Tree

NAMES = (
    "ruled", "rules silent", "pronoun", "owner", "back", "order", "agrees", "gender known",
    "person", "place", "named", "plural", "subject", "object", "spoke", "times", "times near",
    "rivals", "rivals there", "words", "organisation", "office", "event", "definite", "first",
    "goes on", "says", "passive", "undergoes", "relation", "same clause", "before", "distance",
    "under", "able", "owns", "role", "direct", "speaker", "known", "main subject there",
    "role", "new", "counted", "read", "read order", "read lead", "read none",
    "read of those that fit", "read order of those", "read lead of those", "asked as",
    "above says",
)  # fmt: skip
OTHERS = (1.0, 2.0, 4.0)  # what neither is a subject nor owns one is asked as
_PRONOUNS = ("he", "she", "it", "they")
_CLAUSES = ("root", "conj", "ccomp", "advcl", "acl:relcl", "parataxis", "xcomp", "acl")
_UNFIT = 6.0  # what a phrase that does not agree is taken to be less likely by, as a log
_MOST = 30  # phrases that are weighed for one pronoun


class Place(NamedTuple):
    """Where a pronoun stands.

    Attributes:
        tree: Its sentence.
        word: Its index.
        pronoun: "he", "she", "it" or "they", whatever its case.
        direct: Is the sentence in somebody's own words?
        speaker: Who says it, where that is known.
    """

    tree: Tree
    word: int
    pronoun: str
    direct: bool
    speaker: Mention | None


class Option(NamedTuple):
    """A phrase that may be meant.

    Attributes:
        mention: The phrase.
        back: How many sentences before it stands.
        places: Offsets of all words before that name the same, the nearest first.
    """

    mention: Mention
    back: int
    places: tuple[int, ...] = ()


class Case(NamedTuple):
    """One pronoun to be resolved.

    Attributes:
        place: Where it stands.
        given: What it may mean.
        ruled: What the rules take it for.
        past: The phrases of the sentences before, the last one last.
        times: How often each phrase was named in the article so far.
        read: The sentences before and that of the pronoun, to be read together.
    """

    place: Place
    given: list[Option]
    ruled: Mention | None
    past: Sequence[Sequence[Mention]]
    times: Counter[str]
    read: Reading | None = None


def options(
    place: Place, here: Sequence[Mention], found: dict[int, Mention],
    past: Sequence[Sequence[Mention]],
) -> list[Option]:  # fmt: skip
    """The phrases before a pronoun, each once, the nearest first."""
    tree, word = place.tree, place.word
    inside = (
        tree.below(word) | {tree.heads[word]}
        if place.tree.relations[word] == "nmod:poss"
        else tree.below(word)
    )
    fronted = tree.relations[clause_of(tree, word)] == "advcl"
    near = [m for m in here if m.at not in inside and (m.at < word or fronted)]
    near += [m._replace(at=w, start=tree.words[w].start) for w, m in found.items() if w < word]
    near.sort(key=lambda m: abs(word - m.at))
    made: dict[str, Option] = {}
    places: dict[str, list[int]] = {}
    if place.speaker is not None:
        near.append(place.speaker._replace(at=-1))
    for back, mentions in enumerate([near, *reversed(past)]):
        for mention in mentions if back == 0 else reversed(mentions):
            name = phrase_name(mention)
            made.setdefault(name, Option(mention, back))
            if mention.start >= 0:
                places.setdefault(name, []).append(mention.start)
    return [o._replace(places=tuple(places.get(n, ()))) for n, o in made.items()][:_MOST]


def phrase_name(mention: Mention) -> str:
    """What tells that two phrases name the same."""
    return mention.key if named(mention) else mention.text.lower().removeprefix("the ")


def rows(case: Case) -> list[list[float]]:
    """A number for each of `NAMES`, for each of the phrases."""
    place, given, ruled, past, times, _ = case
    told, asks = _told(case), asked_as(place.tree, place.word)
    about, is_reported = _about(place), reported(place)
    fits = [agrees(o.mention, place.pronoun) for o in given]
    chosen = phrase_name(ruled) if ruled is not None else ""
    near = Counter(phrase_name(m) for mentions in past[-2:] for m in mentions)
    made = []
    for order, option in enumerate(given):
        mention, name = option.mention, phrase_name(option.mention)
        there = sum(f for f, o in zip(fits, given, strict=True) if o.back == option.back)
        made.append([
            name == chosen, ruled is None, *about[:2], option.back, sum(fits[:order]), fits[order],
            bool(mention.gender), mention.kind == "person", mention.kind == "place",
            mention.text[:1].isupper(), mention.plural, mention.subject, mention.object,
            mention.spoke, times[name], near[name], sum(fits), there,
            len(mention.text.split()), mention.key in ORGANISATION, mention.key in PEOPLE,
            mention.key in EVENTS, mention.text.lower().startswith("the "), order, *about[2:],
            *_beside(place, option), _main(option), mention.role, mention.new, counted(mention),
            *told[order], asks, is_reported,
        ])  # fmt: skip
    return made


def _told(case: Case) -> list[list[float]]:
    """What the network that reads the sentences says of each phrase."""
    if case.read is None:
        return [[UNREAD, 0.0, 0.0, 0.0, UNREAD, 0.0, 0.0]] * len(case.given)
    place = case.place
    start = place.tree.words[place.word].start
    odds, none = case.read.meant(start, [o.places for o in case.given])
    fits = np.array([agrees(o.mention, place.pronoun) and able(place.tree, place.word, o.mention)
                     for o in case.given])  # fmt: skip
    fitting = np.where(fits, odds, odds - _UNFIT)
    order, lead = _ahead(odds)
    rest = fitting - np.logaddexp.reduce(np.append(fitting, none))
    columns = [np.maximum(odds, UNREAD), order, lead, np.full(len(odds), none), rest]
    table: list[list[float]] = np.stack([*columns, *_ahead(fitting)], axis=1).tolist()
    return table


def _ahead(odds: Array) -> tuple[Array, Array]:
    """Each one's place from the best on, and how far it is ahead of the best other."""
    order = np.argsort(-odds, kind="stable")
    places = np.empty(len(odds), np.float32)
    places[order] = np.arange(len(odds))
    best = odds[order[0]]
    second = odds[order[1]] if len(odds) > 1 else UNREAD
    lead = odds - np.where(places == 0, second, best)
    return places, np.clip(lead, UNREAD, -UNREAD)


def asked_as(tree: Tree, word: int) -> float:
    """0 for a subject, 1 an object, 2 another, 3 the owner of a subject, 4 of something else."""
    relation, head = tree.relations[word], tree.heads[word]
    if relation == "nmod:poss":
        return 3.0 if tree.relations[head] in SUBJECTS else 4.0
    return 0.0 if relation in SUBJECTS else 1.0 if relation in ("obj", "iobj") else 2.0


def _about(place: Place) -> list[float]:
    """The same for each phrase: what the pronoun is and does."""
    tree, word = place.tree, place.word
    head = tree.heads[word]
    clause = clause_of(tree, word)
    relation = tree.relations[clause] if clause >= 0 else "root"
    return [
        _PRONOUNS.index(place.pronoun), tree.relations[word] == "nmod:poss",
        goes_on(tree, word), speaks(tree, head), tree.relations[word].endswith(":pass"),
        undergoes(tree, word),
        _CLAUSES.index(relation) if relation in _CLAUSES else len(_CLAUSES),
    ]  # fmt: skip


def _beside(place: Place, option: Option) -> list[float]:
    """How the phrase stands to the pronoun, which is in the same sentence or a later one."""
    tree, word, mention = place.tree, place.word, option.mention
    here = option.back == 0 and mention.at >= 0
    same = here and clause_of(tree, mention.at) == clause_of(tree, word)
    clause, under = clause_of(tree, word), 0.0
    if here:
        above = tree.heads[clause] if clause >= 0 else -1
        if mention.at == above:
            under = 1.0  # the noun that the clause is about
        elif above >= 0 and mention.at in _subjects(tree, clause_of(tree, above)):
            under = 2.0  # the subject of the clause above
        elif clause >= 0 and mention.at in _subjects(tree, clause):
            under = 3.0
    speaker = place.speaker is not None and phrase_name(mention) == phrase_name(place.speaker)
    known = bool(mention.gender) and GENDER.get(place.pronoun) == mention.gender
    return [
        same, here and mention.at < word, word - mention.at if here else 99, under,
        able(tree, word, mention), owns(tree, word, mention), role_of(tree, word),
        place.direct, speaker, known,
    ]  # fmt: skip


def _subjects(tree: Tree, clause: int) -> list[int]:
    """The subjects of a predicate, or those that it shares: "the trust wept and said it …"."""
    while not (found := tree.only(clause, *SUBJECTS)) and tree.relations[clause] == "conj":
        clause = tree.heads[clause]
    return found


def reported(place: Place) -> bool:
    """Is the pronoun's clause what somebody says?"""
    tree, clause = place.tree, clause_of(place.tree, place.word)
    return tree.relations[clause] == "ccomp" and speaks(tree, tree.heads[clause])


def _main(option: Option) -> float:
    """2 for the subject of the sentence before, 1 for another phrase there."""
    if option.back != 1:
        return 0.0
    return 2.0 if option.mention.subject else 1.0
