"""Pronouns that are plain within their own sentence, and those that two of it may be."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.propose.lexicon import word_set
from workbench.propose.rules.kinds import kind_of
from workbench.propose.semantic.mentions import Mention, speaks
from workbench.propose.semantic.names import PEOPLE
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
    told = _taken_from(tree, word) or _for_whom(tree, word) or beside_kin(tree, word)
    return told or _share_of_people(tree, word)


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


def _share_of_people(tree: Tree, word: int) -> bool:
    """ "A third of sellers cut their prices", "some parents lost their jobs": their own."""
    noun = tree.heads[word]
    verb = tree.heads[noun]
    if tree.low[word] != "their" or verb < 0 or tree.relations[noun] not in ("obj", "obl"):
        return False
    if tree.coarse[verb] != "VERB" or tree.low[verb] in _TO_OTHERS:
        return False
    while tree.relations[verb] in ("xcomp", "conj") and not tree.only(verb, *SUBJECTS):
        verb = tree.heads[verb]
        if verb < 0 or tree.low[verb] in _TO_OTHERS:
            return False
    return any(_some_people(tree, s) for s in tree.only(verb, "nsubj") if s < word)


def _some_people(tree: Tree, noun: int) -> bool:
    """ "A third of sellers", "most drivers", "60 nurses": a share or number of people."""
    parts = [n for n in tree.only(noun, "nmod") if any(
        tree.low[c] == "of" for c in tree.only(n, "case"))]  # fmt: skip
    share = tree.coarse[noun] == "NUM" or tree.low[noun] in _SHARES
    if share and parts:
        return _people(tree, parts[0])
    counted = tree.only(noun, "nummod") or any(
        tree.low[w] in _SHARES for w in tree.only(noun, "det", "amod")
    )
    return bool(counted) and _people(tree, noun)


def _people(tree: Tree, noun: int) -> bool:
    """ "Sellers", "nurses": people without a name; not "teams", nor "them"."""
    several = tree.fine[noun] == "NNS" or tree.low[noun] == "people"
    low = tree.low[noun]
    person = low in ("people", "men", "women", "children") or kind_of(low) == "person"
    return several and (person or low.removesuffix("s") in PEOPLE)


_SHARES = word_set("half third thirds quarter quarters fifth fifths tenth percent % most many some "
                   "several few all majority minority number dozens hundreds thousands millions "
                   "both cent none proportion share plenty")  # fmt: skip
_TO_OTHERS = word_set(
    "support supports supported back backs backed oppose opposes opposed reject rejects rejected "
    "praise praises praised condemn condemned criticise criticised criticize criticized approve "
    "approved endorse endorsed favour favoured favor favored like likes liked trust trusted join "
    "joined joining help helped helping attend attended watch watched see saw seen find found "
    "attack attacked burn burned burnt seize seized search searched raid raided storm stormed "
    "destroy destroyed kill killed arrest arrested free freed rescue rescued follow followed "
    "know knew recognise recognised hear heard read visit visited enter entered use used treat "
    "treated welcome welcomed mourn mourned demand demanded investigate investigated carry "
    "carried surround surrounded block blocked share shared answer answered ignore ignored"
)


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
