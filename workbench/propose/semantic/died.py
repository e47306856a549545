"""Who tells of a death, a funeral or a body that was found is not the one who died."""

from __future__ import annotations

from workbench.propose.lexicon import word_set
from workbench.propose.semantic.mentions import Mention, speaks
from workbench.propose.semantic.pronouns import GENDER
from workbench.propose.semantic.ranking import Place, phrase_name
from workbench.propose.tree.clause import SUBJECTS
from workbench.propose.tree.tree import Tree

_DEATHS = word_set("death murder killing assassination drowning suicide")
_AFTER = word_set("funeral burial corpse remains autopsy coffin grave cremation inquest")
_DEAD = _DEATHS | _AFTER
_FOUND = word_set("found recovered discovered identified dumped buried cremated burned burnt "
                  "returned repatriated dismembered mutilated exhumed decomposed hidden examined "
                  "left lay lying washed released wrapped")  # fmt: skip
_OPEN = word_set("would will could might may should must can 'd 'll")
_REPORTS = word_set("confirm confirms confirmed announce announces announced mourn mourns mourned "
                    "report reports reported investigate investigates investigated describe "
                    "describes described condemn condemns condemned lament laments "
                    "lamented")  # fmt: skip
_LONGEST = 12  # heads above the pronoun


def outlives(place: Place, mention: Mention) -> bool:
    """ "Ann Oe said neglect had led to her death": not Oe's."""
    tree, noun = place.tree, place.tree.heads[place.word]
    owner = place.pronoun in GENDER and tree.relations[place.word] == "nmod:poss"
    if not owner or noun < 0 or not _died(tree, noun):
        return False
    verb = _predicate(tree, noun)
    if verb < 0 or not _past(tree, verb, noun):
        return False
    speaker = place.speaker
    if speaker is not None and phrase_name(speaker) == phrase_name(mention):
        return _told_by_another(tree, verb, place)
    if mention.at in tree.only(verb, *SUBJECTS) and noun in tree.only(verb, "obj"):
        return tree.low[verb] in _REPORTS
    tellers = _tellers(tree, verb)
    return _told_by_another(tree, verb, place) and any(mention.at == t for t in tellers)


def _died(tree: Tree, noun: int) -> bool:
    """ "His death", "her last words", "his body [was found]", but not "his killing of a dog"."""
    low = tree.low[noun]
    if low in _DEAD:
        return not (low in _DEATHS and any(
            tree.low[c] == "of" for n in tree.only(noun, "nmod") for c in tree.only(n, "case")
        ))  # fmt: skip
    if low == "words":
        return any(tree.low[w] in ("last", "final", "dying") for w in tree.only(noun, "amod"))
    above = tree.heads[noun]
    return low == "body" and above >= 0 and tree.low[above] in _FOUND


def _predicate(tree: Tree, noun: int) -> int:
    """ "His death [was avoidable]", "led to his death": what has a subject there; -1 if nothing."""
    above = tree.heads[noun]
    for _ in range(_LONGEST):
        if above < 0 or tree.only(above, *SUBJECTS):
            return above
        above = tree.heads[above]
    return -1


def _past(tree: Tree, verb: int, noun: int) -> bool:
    """ "His death was", but not "his death would be", nor "a plot to fake his death"."""
    helped = any(tree.low[w] in _OPEN for w in tree.only(verb, "aux"))
    return tree.low[noun] in _AFTER or not helped


def _told_by_another(tree: Tree, verb: int, place: Place) -> bool:
    """Does another than "he" do in the clause what led to it: not "said he faked his death"?"""
    subjects = tree.only(verb, *SUBJECTS)
    return bool(subjects) and all(tree.low[s] not in GENDER for s in subjects)


def _tellers(tree: Tree, verb: int) -> list[int]:
    """Who says the clause, as far as the sentence says that."""
    found: list[int] = []
    at = verb
    for _ in range(_LONGEST):
        above = tree.heads[at]
        if above < 0:
            break
        if tree.relations[at] == "ccomp" and speaks(tree, above):
            found += tree.only(above, *SUBJECTS)
        at = above
    return found
