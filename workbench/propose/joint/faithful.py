"""Does a statement say what its words say in the text?

Nothing that belongs to a word in it may be left out, and its clause must be stated there, rather
than denied, hoped or under a condition.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from workbench.propose.candidate import Candidate
from workbench.propose.inflect import base_of_ing, past, third_person
from workbench.propose.joint.arcs import SUBJECTS
from workbench.propose.joint.pairs import words_in
from workbench.propose.joint.sound import HELPERS
from workbench.propose.joint.unsaid import unsaid
from workbench.propose.lexicon import NEGATIONS, word_set
from workbench.propose.semantic.gates import hopefully
from workbench.propose.semantic.names import person
from workbench.propose.tree.cuts import condition, loose, negated
from workbench.propose.tree.cuts import past as in_past
from workbench.propose.tree.events import event
from workbench.propose.tree.nearer import asked
from workbench.propose.tree.relative import outcome
from workbench.propose.tree.shared import shared_auxiliaries
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.untold import unproven, untold

_BOUND = frozenset((
    "nummod", "case", "det", "aux", "aux:pass", "cop", "compound:prt", "obj", "iobj", "xcomp",
    "ccomp", "flat", "compound", "fixed", "expl", "nsubj", "nsubj:pass", "nsubj:outer", "csubj",
    "nmod:poss", "cc",
))  # fmt: skip
_NAMED = frozenset(("nsubj", "nsubj:pass", "obj", "obl", "nmod:poss"))
_TOLD = ("acl", "acl:relcl", "acl:aside", "appos")
_FOR = frozenset(("on", "for"))
_KEPT = NEGATIONS | {"only", "other"}
_POINTING = frozenset(("that", "this", "these", "those"))
_BEHIND = frozenset(("obj", "obl", "nmod", "obl:agent"))


class Place(NamedTuple):
    """A word of a sentence's tree."""

    tree: Tree
    word: int


def whole(
    trees: Iterable[Tree], parts: Sequence[tuple[int, int]], *,
    of_name: bool = False, ends: bool = False,
) -> bool:  # fmt: skip
    """Is nothing left out of the sentence that belongs to a word of ``parts``?

    ``of_name``: told of a name before it, whose preposition does not count: "[in] Ley, a port".
    ``ends``: nor does what is told of a noun behind the verb: "saw footage [in which it passes]".
    """
    return not any(_missing(tree, parts, of_name, ends) for tree in trees)


def _orphaned(tree: Tree, noun: int, inside: set[int]) -> bool:
    """ "Three chose a rise and one, [Ann Oe, a cut]": what one chose, and no name for it."""
    return tree.relations[noun] == "orphan" and tree.heads[noun] not in inside


def _of_two(tree: Tree, verb: int, inside: set[int]) -> bool:
    """ "The two [were freed, but] it's impossible": the second clause has its own subject."""
    first = tree.heads[verb]
    if tree.relations[verb] != "conj" or first in inside or first < 0:
        return False
    return all(any(c in inside for c in tree.only(v, *SUBJECTS)) for v in (verb, first))


def told_of_name(candidate: Candidate) -> bool:
    """Is it a name and what stands right behind it: "Ann Oe, 67, [a fisherman]", "…, who left"?"""
    if len(candidate.parts) != 2:
        return False
    (start, end), (then, _) = candidate.parts
    text, first = candidate.sentence, candidate.sentence_start
    name, gap = text[start - first : end - first], text[end - first : then - first]
    return _NAME.fullmatch(name) is not None and _GAP.fullmatch(gap) is not None


# each capital begins a word, so that it takes time in proportion to the length
_NAME = re.compile(r"[^\W\d_a-zß-ÿ][\w’'.-]*(?:\s[^\W\d_a-zß-ÿ][\w’'.-]*)*\s?")
_GAP = re.compile(r",(?:\s\d\d,)?\s(?:(?:who|which)\s)?")


def _missing(tree: Tree, parts: Sequence[tuple[int, int]], of_name: bool, ends: bool) -> bool:
    inside = words_in(tree, parts)
    if any(
        _denied_less(tree, word, inside)
        or _unhelped(tree, word, inside)
        or _of_two(tree, word, inside)
        or _orphaned(tree, word, inside)
        for word in inside
    ):
        return True
    return any(
        _belongs(tree, child, word in inside and tree.heads[word] in inside)
        and not (tree.relations[child] == "case" and (of_name or _told_of(tree, word, inside)))
        and not (ends and _behind_all(tree, word, child, inside))
        for word in inside
        for child in tree.children[word]
        if child not in inside
    )


def _behind_all(tree: Tree, noun: int, clause: int, inside: set[int]) -> bool:
    """ "Jurors were shown dashcam footage [in which the lorry passes]": told of what ends it.

    Not of what there may be, "firms [that employ children]", nor where it is denied.
    """
    if tree.relations[noun] not in _ENDING or tree.relations[clause] != "acl:relcl":
        return False
    if tree.first_word(clause) <= max(inside) or any(tree.low[w] in NEGATIONS for w in inside):
        return False
    first = [tree.low[c] for c in tree.only(noun, "det", "nmod:poss", "nummod", "amod")]
    verb = noun
    while tree.heads[verb] in inside:
        verb = tree.heads[verb]
    bare = tree.fine[noun] in ("NN", "NNS") and not first
    return not {tree.low[noun], *first} & _GENERAL and (not bare or in_past(tree, verb))


_ENDING = ("obj", "obl", "obl:agent", "nmod")
_GENERAL = word_set("all every each any no only such those same")


def _denied_less(tree: Tree, verb: int, inside: set[int]) -> bool:
    """ "Do not send the army [into the city]": what is denied is all of it."""
    if tree.coarse[verb] != "VERB" or not negated(tree, verb):
        return False
    words = [w for c in tree.only(verb, "xcomp") for w in (c, *tree.children[c])]
    behind = [w for w in (*tree.children[verb], *words) if w > verb and w not in inside]
    return any(tree.relations[w] in _LATER and not loose(tree, w) for w in behind)


def _unhelped(tree: Tree, verb: int, inside: set[int]) -> bool:
    """ "He [could have been fined and] banned": no claim without what both verbs share."""
    first = tree.heads[verb]
    if tree.relations[verb] != "conj" or first in inside or tree.only(verb, *HELPERS, *SUBJECTS):
        return False
    told = any(s in inside for s in tree.only(first, *SUBJECTS))
    return told and any(c not in inside for c in shared_auxiliaries(tree, first, verb))


_LATER = ("obl", "advcl", "xcomp", "obl:agent", "obl:unmarked", "advmod")


def _told_of(tree: Tree, noun: int, inside: set[int]) -> bool:
    """ "Go to [Elin Karsbo, who] finished fourth": the noun becomes the subject."""
    if tree.heads[noun] in inside:
        return False
    told = [c for c in tree.children[noun] if tree.relations[c] in _TOLD and c in inside]
    return any(not loose(tree, c) or _sure(tree, noun, c) for c in told)


def _sure(tree: Tree, noun: int, clause: int) -> bool:
    """Is a clause behind a comma about the noun, and not about what happened?"""
    if any(tree.low[w] == "who" for w in tree.children[clause]):
        return True
    first = tree.first_word(clause)
    new = any(tree.low[c] in ("a", "an") for c in tree.only(noun, "det"))
    if new and tree.fine[clause] == "VBN" and first == clause and first - 2 == noun:
        return True  # "in a larger trial, scheduled to begin in May"
    return tree.coarse[noun] == "PROPN" and person(tree, noun, {}) is None


def _belongs(tree: Tree, word: int, joined: bool) -> bool:
    """Must a word stay with its head; ``joined``: the head hangs on another word that stays?"""
    relation = tree.relations[word]
    if tree.fine[word] in ("WDT", "WP"):
        return False  # "Arl, [which] borders on three countries"
    if tree.coarse[word] == "PRON" and relation in _NAMED:
        relative = tree.relations[tree.heads[word]] == "acl:relcl"
        return tree.low[word] in _POINTING and not relative  # else it gave way to a name
    if relation == "cc":
        return joined and tree.relations[tree.heads[word]] == "conj"
    told = relation in ("acl", "acl:relcl") and not loose(tree, word)  # says which one it is
    named = tree.coarse[tree.heads[word]] == "PROPN" and relation == "acl:relcl"
    content = relation == "acl" and any(tree.low[m] == "that" for m in tree.only(word, "mark"))
    told = told and not named and (content or not _any(tree, tree.heads[word]))
    told = told or condition(tree, word)
    if _cleft(tree, word):
        return False
    counted = relation == "advmod" and tree.coarse[tree.heads[word]] == "NUM"  # "more than 15"
    longer = relation == "advmod" and any(tree.low[c] in _KEPT for c in tree.children[word])
    kept = tree.low[word] in _KEPT or longer  # "no longer"
    return told or counted or relation in _BOUND or kept or _what_for(tree, word)


def _any(tree: Tree, noun: int) -> bool:
    """ "Wears a collar [that …]": one such, and no other is meant; not where "not" stands."""
    verb = noun
    while tree.heads[verb] >= 0 and tree.coarse[verb] not in ("VERB", "AUX"):
        verb = tree.heads[verb]
    beside = (*tree.children[verb], *(d for c in tree.children[verb] for d in tree.only(c, "det")))
    if any(tree.low[c] in NEGATIONS for c in beside) or tree.only(verb, "expl"):
        return False
    if tree.low[noun] in ("anyone", "anybody", "those", "someone"):
        return False
    first = [tree.low[c] for c in tree.only(noun, "det", "nmod:poss")]
    some = bool(set(first) & {"a", "an"}) or (not first and bool(tree.only(noun, "nummod")))
    bare = not first and tree.fine[noun] in ("NN", "NNS") and tree.relations[noun] in _BEHIND
    return some or (bare and tree.fine[verb] == "VBD")


def _cleft(tree: Tree, word: int) -> bool:
    """ "[What nobody knew was that] it cost the company 23 euros"."""
    head = tree.heads[word]
    outer = tree.only(head, "nsubj:outer")
    first = min([*tree.only(head, "nsubj", "nsubj:pass"), head])
    link = tree.relations[word] == "cop" and word < first
    return bool(outer) and (word in outer or link)


def _what_for(tree: Tree, word: int) -> bool:
    """ "Two thirds of its readers", "spent 9 euros on a lamp": what a number is of or for."""
    cases = {tree.low[c] for c in tree.only(word, "case")}
    if tree.relations[word] == "nmod" and "of" in cases:
        return True
    objects = tree.only(tree.heads[word], "obj") if cases & _FOR else []
    return any(tree.coarse[w] == "NUM" for noun in objects for w in tree.below(noun))


def place_of(trees: Iterable[Tree], parts: Sequence[tuple[int, int]], verb: str) -> Place | None:
    """Where the first word of that form, or its participle, stands within ``parts``."""
    for tree in trees:
        for word, low in enumerate(tree.low):
            at = tree.words[word]
            if (low == verb or _inflected(low, verb)) and any(
                a <= at.start and at.end <= b for a, b in parts
            ):
                return Place(tree, word)
    return None


def _inflected(participle: str, verb: str) -> bool:
    """ "Taking" as it is told: "took", "takes", "take"."""
    if not participle.endswith("ing") or participle[:1] != verb[:1]:
        return False
    base = base_of_ing(participle)
    return verb in (base, past(base), third_person(base))


def unbroken(parts: Sequence[tuple[int, int]], place: Place) -> bool:
    """Is nothing left out behind the verb but its end: "spent 9 euros [on a lamp] in May"?"""
    return parts[-1][0] <= place.tree.words[place.word].start


def asserted(place: Place) -> bool:
    """Is the clause of a verb stated, rather than denied, hoped or under a condition?"""
    tree, word = place
    led = tree.relations[word] in _RELATIVES and outcome(tree, word, tree.heads[word])
    led = led or untold(tree, word) or event(tree, word)
    led = led or (tree.relations[word] == "acl:relcl" and event(tree, tree.heads[word]))
    open_ = unsaid(tree, word) or hopefully(tree, word)
    return not led and not open_ and not _charged(tree, word) and not asked(tree, word)


def _charged(tree: Tree, word: int) -> bool:
    """ "Accused of putting work first and taking her along"."""
    while tree.relations[word] == "conj" and tree.fine[word] == "VBG":
        word = tree.heads[word]
    return unproven(tree, word)


_RELATIVES = ("acl:relcl", "advcl:relcl", "advcl")
