"""Pronouns that are plain within their own sentence, and those that two of it may be."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.propose.lexicon import word_set
from workbench.propose.semantic.mentions import Mention, speaks
from workbench.propose.semantic.pronouns import GENDER, agrees, clause_of, named
from workbench.propose.semantic.ranking import Place, phrase_name
from workbench.propose.semantic.unmeant import beside_kin
from workbench.propose.tree.clause import SUBJECTS
from workbench.propose.tree.tree import Tree

_TAKES_OF = word_set(
    "deprive deprived depriving deprives strip stripped stripping strips rob robbed robbing robs "
    "relieve relieved relieving accuse accused accusing accuses convict convicted convicting "
    "acquit acquitted cure cured curing cheat cheated cheating suspect suspected divest divested "
    "clear cleared clearing"
)
_OWNERS = ("his", "her", "their", "its")
_SUBJECT_OF = {"him": "he", "her": "she"}


def plain_here(tree: Tree, word: int) -> bool:
    """Does the clause itself say whose it is, so that nothing is written for the pronoun?"""
    if tree.relations[word] != "nmod:poss" or tree.low[word] not in _OWNERS:
        return False
    return _taken_from(tree, word) or _for_whom(tree, word) or beside_kin(tree, word)


def _taken_from(tree: Tree, word: int) -> bool:
    """ "Without depriving Oe of his liberty", "stripped Oe of his title": Oe's."""
    noun = tree.heads[word]
    of = any(tree.low[c] == "of" for c in tree.only(noun, "case"))
    above = tree.heads[noun]
    verb = tree.heads[above] if tree.relations[noun] == "nmod" and above >= 0 else above
    if not of or verb < 0 or tree.low[verb] not in _TAKES_OF:
        return False
    return any(verb < o < word for o in tree.only(verb, "obj"))


def _for_whom(tree: Tree, word: int) -> bool:
    """ "Calls for schools to publish their costs": the schools'."""
    verb = clause_of(tree, word)
    subjects = [s for s in tree.only(verb, "nsubj") if s < verb < word]
    to = any(tree.low[m] == "to" for m in tree.only(verb, "mark"))
    given = any(tree.low[c] == "for" for s in subjects for c in tree.only(s, "case", "mark"))
    given = given or any(tree.low[m] == "for" for m in tree.only(verb, "mark"))
    if not to or not given:
        return False
    several = any(tree.fine[s] in ("NNS", "NNPS") or tree.only(s, "conj") for s in subjects)
    return tree.low[word] == "their" or (tree.low[word] == "its" and not several)


def own_subject(tree: Tree, word: int) -> int:
    """ "He was hiding from police who he claims are out to kill him": the "he" that "him" is.

    -1 where no clause above has one.
    """
    pronoun = _SUBJECT_OF.get(tree.low[word], "")
    if not pronoun or tree.relations[word] not in ("obj", "iobj", "obl"):
        return -1
    at = clause_of(tree, word)
    if any(tree.low[s] == pronoun for s in tree.only(at, *SUBJECTS)):
        return -1
    while (above := tree.heads[at]) >= 0 and tree.relations[at] in ("ccomp", "xcomp", "advcl"):
        found = [s for s in tree.only(above, *SUBJECTS) if s < word]
        if found:
            return found[0] if tree.low[found[0]] == pronoun else -1
        at = above
    return -1


def teller_or_told(place: Place, meant: Mention, here: Sequence[Mention]) -> bool:
    """ "Oe said the terms set for Lee fit his conduct": the teller's, or Lee's?"""
    tree, word = place.tree, place.word
    if place.pronoun not in GENDER or tree.relations[word] != "nmod:poss":
        return False
    content = clause_of(tree, word)
    while tree.relations[content] != "ccomp" and tree.heads[content] >= 0:
        content = tree.heads[content]
    above = tree.heads[content]
    if above < 0 or not speaks(tree, above):
        return False
    sayers = [m for m in here if m.at in tree.only(above, *SUBJECTS)]
    if all(phrase_name(m) != phrase_name(meant) for m in sayers):
        return False
    subjects = tree.only(content, *SUBJECTS)
    inside = tree.below(content)
    return any(
        m.at in inside and m.at < word and named(m) and agrees(m, place.pronoun)
        and phrase_name(m) != phrase_name(meant) for m in here
    ) and not any(tree.low[s] in GENDER for s in subjects)  # fmt: skip
