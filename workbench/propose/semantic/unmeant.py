"""What a pronoun does not mean by the build of its own sentence: what follows, what is quoted."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.propose.lexicon import ORGANISATION, word_set
from workbench.propose.rules.kinds import given_gender, kind_of
from workbench.propose.semantic.mentions import Mention, speaks
from workbench.propose.semantic.names import HER, HIS
from workbench.propose.semantic.pronouns import GENDER, agrees, clause_of, named, predicate
from workbench.propose.semantic.ranking import Place, phrase_name
from workbench.propose.tree.clause import SUBJECTS
from workbench.propose.tree.tree import Tree

_FRONTED = ("obl", "advcl", "obl:unmarked", "obl:tmod")
_QUOTES = "“‘\"'«"
_NOW = ("VBZ", "VBP", "MD")
_BACK_THEN = word_set("would could might should")
_EVIDENCE = word_set("indicate indicates indicated show shows showed suggest suggests suggested "
                     "reveal reveals revealed confirm confirms confirmed prove proves "
                     "proved")  # fmt: skip
_BODIES = word_set("company firm bank lender airline carrier retailer carmaker manufacturer maker "
                   "operator insurer brewer developer charity union party agency")  # fmt: skip
_PEOPLE = ("person", "group", "animal")
_GONE = word_set("death absence place stead departure resignation retirement dismissal exit "
                 "removal wake name honour honor behalf footsteps memory successor "
                 "predecessor")  # fmt: skip
_HIS = {"his": "m", "her": "f", "him": "m"}


def unmeant(place: Place, mention: Mention, here: Sequence[Mention]) -> bool:
    """Does the build of the sentence tell that a phrase is not meant?

    Args:
        place: The pronoun.
        mention: A phrase of this sentence or of one before.
        here: The phrases of its sentence.
    """
    follows = ahead(place, here)
    if follows is not None and phrase_name(follows) != phrase_name(mention):
        return True
    inside = any(m.at == mention.at and m.text == mention.text for m in here)
    if _lender(place, mention):
        return True
    return inside and _shows(place, mention)


def unnamed(place: Place, here: Sequence[Mention], near: Sequence[Mention]) -> bool:
    """Is it sure that the pronoun means something that no phrase names?

    ``near``: the phrases of this sentence and of the one before.
    """
    return any(_part_of_it(place, m) for m in near) or any(_quoted(place, m) for m in here)


def ahead(place: Place, here: Sequence[Mention]) -> Mention | None:
    """ "In her first interview, Ann Oe said": she, or one who is not told here; else None."""
    tree, at = place.tree, place.word
    seen: set[int] = set()
    if tree.relations[at] == "nmod:poss" and tree.low[tree.heads[at]] in _GONE:
        return None  # "in his absence, Ann Oe ran it"
    while place.pronoun in GENDER and at >= 0 and at not in seen:
        seen.add(at)
        above = tree.heads[at]
        if above < 0:
            return None
        own = [s for s in tree.only(at, *SUBJECTS) if s not in seen and s < place.word]
        if own and tree.low[own[0]] != place.pronoun and tree.coarse[own[0]] in ("NOUN", "PROPN"):
            return None  # "when Ann Oe met her husband, Kim Ley was a nurse"
        last = max(tree.below(at)) if tree.relations[at] in _FRONTED else len(tree.words)
        for subject in tree.only(above, *SUBJECTS)[:1]:
            found = (m for m in here if m.at == subject and named(m) and not m.plural)
            meant = next(found, None)
            if subject > last:
                fits = meant is not None and agrees(meant, place.pronoun)
                return meant if fits else None
        at = above
    return None


def _lender(place: Place, mention: Mention) -> bool:
    """ "The bank renewed its licence. It is the largest lender": no licence is."""
    tree, told = place.tree, place.tree.heads[place.word]
    if place.pronoun != "it" or told < 0 or tree.relations[place.word] != "nsubj":
        return False
    if not tree.only(told, "cop") or tree.low[told] not in _BODIES:
        return False
    body = mention.key in ORGANISATION | _BODIES or kind_of(mention.key) in ("group", "place")
    return not body and mention.text.rpartition("s ")[2][:1].islower()


def _part_of_it(place: Place, mention: Mention) -> bool:
    """ "It is the third extension of the licence": no licence is, so it is what was told."""
    tree, told = place.tree, place.tree.heads[place.word]
    if place.pronoun not in ("it", "they") or told < 0 or mention.kind == "person":
        return False
    if tree.relations[place.word] != "nsubj" or not tree.only(told, "cop"):
        return False
    return any(tree.low[n] == mention.key and tree.only(n, "det") for n in tree.only(told, "nmod"))


def _quoted(place: Place, mention: Mention) -> bool:
    """ "Oe replied that “he is going to do it”": in her own words, "he" is not Oe."""
    tree = place.tree
    content = predicate(tree, place.word)
    above = tree.heads[content] if content >= 0 else -1
    if place.pronoun not in GENDER or above < 0 or tree.relations[content] != "ccomp":
        return False
    if mention.at not in tree.only(above, *SUBJECTS) or not speaks(tree, above):
        return False
    first = tree.first_word(content, "SCONJ")
    marks = tree.only(content, "mark")
    opened = first > 0 and tree.words[first - 1].form in _QUOTES
    group = [w for w in (content, *tree.only(content, "aux", "aux:pass", "cop"))
             if tree.fine[w] in _NOW]  # fmt: skip
    now = bool(group) and tree.low[min(group)] not in _BACK_THEN
    return opened and now and bool(marks) and tree.fine[above] in ("VBD", "VBN")


def _shows(place: Place, mention: Mention) -> bool:
    """ "Images of shells indicate that they used live rounds": no images did, nor shells."""
    tree = place.tree
    content = predicate(tree, place.word)
    above = tree.heads[content] if content >= 0 else -1
    if place.pronoun != "they" or above < 0 or tree.relations[place.word] != "nsubj":
        return False
    if tree.low[above] not in _EVIDENCE or not tree.only(content, "obj"):
        return False
    about = {w for s in tree.only(above, *SUBJECTS) for w in tree.below(s)}
    human = mention.kind == "person" or kind_of(mention.key) in _PEOPLE
    body = mention.key in ORGANISATION or mention.text[:1].isupper()
    return mention.at in about and not human and not body


def other_named(tree: Tree, word: int, here: Sequence[Mention]) -> bool:
    """ "A former Karl Oe supporter, she has wavered since his departure": Oe's, or whose?"""
    gender = _HIS.get(tree.low[word])
    if gender is None or tree.relations[word] != "nmod:poss":
        return False
    if any(GENDER.get(low) == gender for low in tree.low[:word]):
        return False
    for first in range(min(word, len(tree.words) - 1)):
        noun = tree.heads[first]
        inside = tree.relations[first] == "compound" and noun > first and first + 1 < noun
        if not inside or tree.coarse[noun] != "NOUN" or tree.coarse[first + 1] != "PROPN":
            continue
        if tree.coarse[first] == "PROPN" and given_gender(tree.low[first]) == gender:
            return all(m.at not in (first, first + 1) for m in here)
    return False


def of_speaker(
    place: Place, here: Sequence[Mention], before: Sequence[Sequence[Mention]]
) -> Mention | None:
    """ "The firm has had a place in his heart, Karl Oe said": Oe, where no other is named.

    ``before``: the mentions of the sentences before; whoever was spoken of may be meant, too.
    """
    speaker = place.speaker
    known = speaker is not None and named(speaker) and not speaker.ward
    if speaker is None or not known or place.direct or place.pronoun not in GENDER:
        return None
    others = [m for m in here if m.kind == "person" and agrees(m, place.pronoun)]
    own = speaker.key
    others += [m for told in before[-_RECENT:] for m in told
               if m.kind == "person" and m.key != own and agrees(m, place.pronoun)]  # fmt: skip
    return None if others or not agrees(speaker, place.pronoun) else speaker


_RECENT = 2  # sentences


def beside_kin(tree: Tree, word: int) -> bool:
    """ "A film of his wife getting her first scan": the wife's."""
    gender = _HIS.get(tree.low[word])
    verb = clause_of(tree, word)
    if gender is None or tree.relations[word] != "nmod:poss" or tree.relations[verb] != "acl":
        return False
    if tree.only(verb, *SUBJECTS) or verb < 1:
        return False
    noun = verb - 1
    return tree.coarse[noun] == "NOUN" and tree.low[noun] in (HER if gender == "f" else HIS)
