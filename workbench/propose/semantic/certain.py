"""What a pronoun means where the sentence, or the one before, leaves no doubt.

A subject mostly goes on with the subject before it (Grosz, Joshi and Weinstein 1995, "Centering").
So a pronoun that is a subject takes the subject of the clause or sentence before it when that
agrees in number, gender and kind, or else the only phrase there that agrees; if there are more,
it stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from workbench.propose.semantic.mentions import Mention, speaks
from workbench.propose.semantic.pronouns import (
    GENDER,
    able,
    agrees,
    clause_of,
    counted,
    goes_on,
    named,
    one,
    owns,
    predicate,
    role_of,
    sayer,
    spoken_for,
    undergoes,
)
from workbench.propose.semantic.ranking import Place
from workbench.propose.tree.clause import SUBJECTS
from workbench.propose.tree.report import phrasal
from workbench.propose.tree.tree import Tree

_ACTORS = tuple(s for s in SUBJECTS if s != "expl")  # "there was one bell, and it rang"
_ABOVE = ("conj", "advcl", "ccomp", "xcomp", "acl:relcl", "parataxis")


class Spoken(NamedTuple):
    """What was spoken of before a sentence.

    Attributes:
        past: The phrases of the sentences before it, the last one last.
        unnamed: The "he" or "she" that the last one is about, where nobody can tell who that is.
    """

    past: Sequence[Sequence[Mention]]
    unnamed: str


def certain(
    place: Place, here: Sequence[Mention], found: dict[int, Mention], spoken: Spoken
) -> Mention | None:
    """What a pronoun means as far as the rules can tell.

    Args:
        place: The pronoun.
        here: The phrases of its sentence.
        found: What other pronouns of it mean.
        spoken: What was spoken of before.
    """
    tree, word, pronoun, direct, speaker = place
    meant = _above(tree, word, pronoun, here, found)
    if meant is None and not direct and speaker is not None and agrees(speaker, pronoun):
        # "It stays shut, the council says" goes on with the tunnel of the sentence before
        other = _before(spoken, tree, word, pronoun) if pronoun not in GENDER else None
        meant = other or speaker
    near = _beside(tree, word, pronoun, here) if meant is None and not direct else {}
    if near:
        meant = next(iter(near.values())) if len(near) == 1 else None
    elif meant is None and not direct:
        meant = _before(spoken, tree, word, pronoun)
    return meant


def _above(
    tree: Tree, word: int, pronoun: str, here: Sequence[Mention],
    found: dict[int, Mention],
) -> Mention | None:  # fmt: skip
    """The subject of the clause above: "Lavrov called them vague, but he did not reject …"."""
    at = predicate(tree, word)
    for _ in range(3):
        relation, above = tree.relations[at], tree.heads[at]
        who = any(tree.low[s] == "who" for s in tree.only(at, *SUBJECTS))
        if relation == "acl:relcl" and who:  # "Pons, who says she …"
            meant = next((m for m in here if m.at == above), None)
            return meant if meant is not None and agrees(meant, pronoun) else None
        while relation == "acl:relcl" and above >= 0 and tree.coarse[above] != "VERB":
            above = tree.heads[above]  # "into the town, where they killed three"
        if above < 0 or relation not in _ABOVE:
            return None
        for subject in tree.only(above, *_ACTORS)[:1]:
            owner = _ward_of(tree, subject, pronoun, word)
            if owner >= 0:
                return found.get(owner)  # "his lawyer said he would appeal"
            meant = found.get(subject) or next((m for m in here if m.at == subject), None)
            settled, meant = _acting(Place(tree, word, pronoun, False, None), here, meant,
                                     (relation, subject, above))  # fmt: skip
            if settled:
                return meant
        at = above
    return None


def _acting(
    place: Place, here: Sequence[Mention], meant: Mention | None, link: tuple[str, int, int]
) -> tuple[bool, Mention | None]:
    """Is it settled whether the subject above is meant, and who is?

    ``link``: how the clause hangs on the one above, the subject there, and its verb.
    """
    tree, word, pronoun = place[:3]
    relation, subject, above = link
    fronted = relation == "advcl" and word < subject
    told = relation != "ccomp" or speaks(tree, above) or phrasal(tree, above)
    if told and subject < word and (meant is None or meant.kind != "person"):
        meant = _owner(tree, subject, pronoun, here) or meant
    if meant is None and tree.low[subject] == pronoun and told and subject < word:
        return True, None  # "they found their …": the same, whoever they are
    if meant is None or not told or not (subject < word or fronted):
        return False, None
    if pronoun in ("it", "they") and meant.kind == "person":
        meant = spoken_for(tree, subject, here) or meant
    if pronoun == "it" and not able(tree, word, meant):
        return True, sayer(tree, above, here)
    alone = relation != "parataxis" or one(here, pronoun, word)
    if relation == "ccomp" and pronoun == "it" and tree.relations[word] == "nsubj:pass":
        alone = one(here, pronoun, word)  # "apologised for the error and said it had been fixed"
    if relation == "advcl" and pronoun not in GENDER and undergoes(tree, word):
        alone = one(here, pronoun, word)  # "closed the pool because it leaked"
    if alone and agrees(meant, pronoun):
        return True, _nearer(tree, (above, word), pronoun, here) or meant
    return pronoun not in GENDER or not alone, None


def _nearer(
    tree: Tree, between: tuple[int, int], pronoun: str, here: Sequence[Mention]
) -> Mention | None:
    """ "Oe said whether Lee agrees depends on what he believes": Lee, the nearer subject."""
    verb, word = between
    found = [m for m in here if verb < m.at < word and named(m) and agrees(m, pronoun)
             and tree.relations[m.at] in _ACTORS]  # fmt: skip
    return found[-1] if found and pronoun in GENDER else None


def _ward_of(tree: Tree, subject: int, pronoun: str, word: int) -> int:
    """The "his" of "his lawyer", "his doctor", when "he" follows; -1 where there is none."""
    if pronoun not in GENDER or word in tree.below(subject):
        return -1
    owners = tree.only(subject, "nmod:poss")
    return next((w for w in owners if _HIS.get(tree.low[w]) == pronoun), -1)


_HIS = {"his": "he", "her": "she"}


def _owner(tree: Tree, subject: int, pronoun: str, here: Sequence[Mention]) -> Mention | None:
    """ "Oe's love of chess began when he was a boy": Oe, rather than who tells of it."""
    if pronoun not in GENDER:
        return None
    owners = tree.only(subject, "nmod:poss")
    found = (m for m in here if m.at in owners and named(m) and agrees(m, pronoun))
    return next(found, None)


def _beside(tree: Tree, word: int, pronoun: str, here: Sequence[Mention]) -> dict[str, Mention]:
    """Persons named in a clause before, in the same sentence: "…, Ann Oe; her party won"."""
    if pronoun not in GENDER:
        return {}
    clause = clause_of(tree, word)
    joined = tree.relations[clause] in ("parataxis", "conj")
    return {m.key: m for m in here if joined and m.at < word and named(m)
            and agrees(m, pronoun) and clause_of(tree, m.at) != clause}  # fmt: skip


def _before(spoken: Spoken, tree: Tree, word: int, pronoun: str) -> Mention | None:
    says = speaks(tree, tree.heads[word])
    if pronoun in GENDER:
        return person_before(spoken, pronoun, says)
    if not spoken.past or not (goes_on(tree, word) or said_by_several(tree, word, pronoun)):
        return None
    last = spoken.past[-1]
    says = says or role_of(tree, word)
    acted = {m.key for m in last if m.object and agrees(m, pronoun) and not counted(m)}
    if acted and tree.relations[word] == "nsubj:pass" and undergoes(tree, word):
        return None  # "bought the painting. It was stolen"
    first = sorted((m for m in last if m.subject or m.spoke), key=lambda m: m.spoke != says)
    for mention in first:
        if agrees(mention, pronoun) and owns(tree, word, mention):
            return mention
    fitting = {m.text: m for m in last if m.object and agrees(m, pronoun)}
    if not fitting and pronoun == "they" and tree.relations[word] != "nmod:poss":
        return couple(last)
    return next(iter(fitting.values())) if len(fitting) == 1 else None


def said_by_several(tree: Tree, word: int, pronoun: str) -> bool:
    """ "Analysts say it will rise": what the sentence before was about, and no analyst."""
    content = tree.heads[word]
    above = tree.heads[content] if tree.relations[content] == "ccomp" else -1
    if pronoun != "it" or above < 0 or tree.relations[word] != "nsubj":
        return False
    sayers = tree.only(above, *SUBJECTS)
    several = any(tree.fine[s] == "NNS" for s in sayers)
    return several and tree.relations[above] == "root" and speaks(tree, above)


def couple(last: Sequence[Mention]) -> Mention | None:
    """ "He met Louise at a fair. They married": the two persons of the sentence before."""
    persons = {m.key: m for m in last if named(m) and not m.plural}
    doer = [m for m in persons.values() if m.subject]
    other = [m for m in persons.values() if m.object]
    if len(persons) != len((*doer, *other)) or len(doer) != 1 or len(other) != 1:
        return None
    if any(m.plural for m in last):
        return None
    both = f"{doer[0].text} and {other[0].text}"
    return doer[0]._replace(text=both, key=both.lower(), plural=True, gender="")


def person_before(spoken: Spoken, pronoun: str, says: bool) -> Mention | None:
    """Whom "he" or "she" goes on with; ``says``: is it who says something?"""
    all_named = {m.key for s in spoken.past for m in s if named(m) and agrees(m, pronoun)}
    for back, sentence in enumerate(reversed(spoken.past)):
        agreeing = [m for m in sentence if agrees(m, pronoun)]
        fitting = {m.key: m for m in agreeing}
        if not fitting:
            continue
        first = {m.key: m for m in agreeing if m.spoke or m.subject}
        if len(first) > 1 and says:
            first = {m.key: m for m in first.values() if m.spoke}
        chosen = first if len(first) == 1 else fitting
        if back == 0 and not first and spoken.unnamed == pronoun:
            return None  # she of the sentence before, rather than whom it names
        meant = next(iter(chosen.values())) if len(chosen) == 1 else None
        if meant is not None and not (first or meant.object or back) and len(all_named) > 1:
            return None  # named by the way, and another person was spoken of
        known = meant is not None and named(meant) and len(all_named) == 1
        return meant if known or back == 0 else None
    return None
