"""From tagged words to units: noun phrases, verb groups, prepositions, marks."""

from __future__ import annotations

from workbench.propose.lexicon import (
    MONTHS,
    NEGATIONS,
    PEOPLES,
    REPORTING,
    SUB_MAYBE,
    SUB_SURE,
    TIME_DETERMINERS,
    TIME_NOUNS,
    WEEKDAYS,
    word_set,
)
from workbench.propose.rules.chunk_phrases import PHRASES
from workbench.propose.rules.participles import settle_participles
from workbench.propose.rules.unit import Unit
from workbench.propose.rules.verb_groups import FINITE, VERB, infinitive, verb_group, with_aux

NOUN = frozenset(("NN", "NNS", "NNP"))
_NP_START = frozenset(("DT", "PRP$", "CD", "JJ", "NN", "NNS", "NNP", "PRP", "EX"))
_NP_INSIDE = frozenset(("CD", "JJ", "NN", "NNS", "NNP", "POS"))


def units(low: list[str], tags: list[str]) -> list[Unit]:
    """Cut a tagged sentence into units, from left to right; every word is in one unit."""
    found: list[Unit] = []
    i, n = 0, len(low)
    while i < n:
        unit = _at(i, n, low, tags)
        found.append(unit)
        i = unit.b
    settle_participles(found, low, tags)
    return found


_AFTER_THAT = frozenset(("NNS", "PRP", "DT", "NNP", "PRP$"))
_SPECIAL = frozenset((*PHRASES, "but", "yet", "that"))


def _at(i: int, n: int, low: list[str], tags: list[str]) -> Unit:
    word = low[i]
    special = tags[i] == "CC" or word in _SPECIAL or not word[0].isalnum()
    return (special and _fixed(i, n, low, tags)) or _phrase(i, n, low, tags)


def _fixed(i: int, n: int, low: list[str], tags: list[str]) -> Unit | None:
    """Marks, conjunctions, "that", and phrases of several words."""
    tag, word = tags[i], low[i]
    if not word[0].isalnum() and word[0] not in "'’$€£¥":
        return Unit("P", i, i + 1)
    if tag == "CC" or (word in ("but", "yet") and tag == "IN"):
        return Unit("CC", i, i + 1)
    if word == "that" and _introduces(i, n, low, tags):
        return Unit("THAT", i, i + 1)
    for phrase, kind in PHRASES.get(word, ()):
        if tuple(low[i : i + len(phrase)]) == phrase:
            if phrase[1] == "than" and tags[i + 2 : i + 3] == ["PRP"]:
                continue  # "more than it needed"
            if word == "due" and tags[i + 2 : i + 3] == ["VB"]:
                continue  # "due to step down"
            if word == "up" and tags[i + 2 : i + 3] == ["CD"]:
                kind = "ADV"  # "up to 40 people"
            return Unit(kind, i, i + len(phrase))
    return None


def _introduces(i: int, n: int, low: list[str], tags: list[str]) -> bool:
    """Is this "that" no determiner?"""
    if tags[i] in ("IN", "WDT"):
        return True
    following = tags[i + 1] if i + 1 < n else ""
    if i and tags[i - 1] == "CC" and following in FINITE:
        return any(word in ("which", "who", "that") for word in low[:i])  # "which …, and that is"
    return following in _AFTER_THAT or (
        following == "NN" and i > 0 and i + 2 < n and low[i - 1] in REPORTING
    )


def _phrase(i: int, n: int, low: list[str], tags: list[str]) -> Unit:
    tag, word = tags[i], low[i]
    if tag in ("WDT", "WP", "WP$", "WRB"):
        unit = _question_word(i, n, low, tags)
    elif tag == "TO" or (word == "to" and i + 1 < n and tags[i + 1] == "VB"):
        unit = infinitive(i, n, low, tags)
    elif _starts_noun_phrase(i, n, low, tags):
        unit = _noun_phrase(i, n, low, tags)
    elif tag in VERB:
        unit = verb_group(i, n, low, tags)
    elif tag == "IN" or word in SUB_SURE:
        unit = _preposition(i, n, low, tags)
    elif tag == "RB" and i + 1 < n and tags[i + 1] in FINITE:
        unit = verb_group(i + 1, n, low, tags)
        unit.a = unit.aux_end = i
        unit.negated = unit.negated or word in NEGATIONS
        unit = with_aux(unit, low, tags)
    else:
        unit = Unit(_SINGLE.get(tag, "ADV"), i, i + 1)
    return unit


_SINGLE = {"JJ": "ADJ", ".": "P", ",": "P", ":": "P", "(": "P", ")": "P", '"': "P"}


def _question_word(i: int, n: int, low: list[str], tags: list[str]) -> Unit:
    if low[i] in ("when", "while") and tags[i] in ("WRB", "IN"):
        return Unit("SUB", i, i + 1)
    if low[i] == "whose":
        b = i + 1
        while b < n and tags[b] in _NP_INSIDE:
            b += 1
        return Unit("W", i, b)
    return Unit("W", i, i + 1)


def _preposition(i: int, n: int, low: list[str], tags: list[str]) -> Unit:
    word = low[i]
    if word in ("even", "just") and i + 1 < n and low[i + 1] in SUB_SURE:
        return Unit("SUB", i, i + 2)
    if word in SUB_SURE and word != "provided":
        return Unit("SUB", i, i + 1)
    return Unit("MAYBE" if word in SUB_MAYBE else "IN", i, i + 1)


def _starts_noun_phrase(i: int, n: int, low: list[str], tags: list[str]) -> bool:
    tag = tags[i]
    following = tags[i + 1] if i + 1 < n else ""
    if tag == "VBG":
        starts = following in NOUN and i > 0 and tags[i - 1] == "CC" and _verb_after_nouns(i, tags)
    elif tag == "VBN":
        joined = i > 0 and tags[i - 1] in ("IN", "CC") and low[i - 1] != "by"
        starts = (i == 0 and following in NOUN) or (joined and following == "NNS")
    elif tag == "RB":
        starts = following in ("CD", "DT") and low[i] in _BEFORE_NUMBERS
    elif tag == "IN" and low[i] in ("about", "over", "around", "under"):
        year = following == "CD" and len(low[i + 1]) == 4 and low[i + 1][0] in "12"
        part = low[i + 1 : i + 2] == ["a"] and low[i + 2 : i + 3] and low[i + 2] in _FRACTIONS
        starts = (following == "CD" and not year) or bool(part)
    elif tag == "JJ":
        starts = _adjective_leads_to_noun(i, n, tags)
    else:
        starts = tag in _NP_START
    return starts


def _verb_after_nouns(i: int, tags: list[str]) -> bool:
    """ "and resting heart rate fell": do nouns and then a finite verb follow?"""
    j = i + 1
    while j < len(tags) and tags[j] in NOUN:
        j += 1
    return j < len(tags) and tags[j] in FINITE


_FRACTIONS = word_set("third quarter fifth sixth tenth half dozen hundred thousand million")
_BEFORE_NUMBERS = word_set(
    "about nearly almost only roughly approximately around over some just exactly even"
)


def _adjective_leads_to_noun(i: int, n: int, tags: list[str]) -> bool:
    j = i + 1
    while j < n and tags[j] in ("JJ", "CD", "VBN", "VBG"):
        j += 1
    if j + 1 < n and tags[j] in ("CC", ",") and tags[j + 1] == "JJ":
        j += 2
        while j < n and tags[j] == "JJ":
            j += 1
    return j < n and tags[j] in NOUN


def _with_tail(b: int, i: int, n: int, low: list[str], tags: list[str]) -> int:
    """The phrase with what a comma sets off inside it: "May 30, 2014", "in Houston, Texas,"."""
    if b + 1 >= n or low[b] != ",":
        return b
    year = low[b + 1].isdigit() and len(low[b + 1]) == 4
    if year and tags[b - 1] == "CD" and b - 2 >= i and low[b - 2] in MONTHS:
        return b + 1 + 1
    if i and low[i - 1] in _PLACE_PREPOSITIONS and tags[i] == tags[b - 1] == "NNP":
        j = b + 1
        while j < n and tags[j] == "NNP":
            j += 1
        if b + 1 < j <= b + 4 and (j >= n or low[j] in (",", ".", ")", ";", "on", "in")):
            after = j + 1 < n and (low[j + 1] == "and" or tags[j + 1] == "NNP")
            return b if after else j
    return b


_PLACE_PREPOSITIONS = frozenset(("in", "near", "at", "from", "outside", "of"))


def _noun_phrase(i: int, n: int, low: list[str], tags: list[str]) -> Unit:
    if tags[i] in ("PRP", "EX"):
        return Unit("NP", i, i + 1)
    b = _with_tail(_noun_phrase_end(i, n, low, tags), i, n, low, tags)
    unit = Unit("NP", i, b)
    head = b - 1
    while head > i and tags[head] not in NOUN:
        head -= 1
    unit.head = head if tags[head] in NOUN else b - 1
    last = low[unit.head]
    if (
        last in WEEKDAYS
        or last in ("today", "yesterday", "tomorrow", "tonight")
        or (last in TIME_NOUNS and low[i] in TIME_DETERMINERS)
    ):
        unit.kind = "T"
    return unit


def _noun_phrase_end(i: int, n: int, low: list[str], tags: list[str]) -> int:
    b = i + 1
    noun = tags[i] in NOUN or tags[i] == "CD"
    while b < n:
        tag = tags[b]
        if tag in _NP_INSIDE:
            if noun and _breaks(b, low, tags):
                break
            if (
                tag == "JJ"
                and noun
                and tags[b - 1] != "POS"
                and not _adjective_leads_to_noun(b, n, tags)
            ):
                break
            noun = noun or tag in NOUN
            b += 1
        elif low[b] == "&" and tags[b - 1] == "NNP" and b + 1 < n and tags[b + 1] == "NNP":
            b += 2
        elif _modifier(tag) and (not noun or _owned(b, tags)) and _inside(b, n, tags):
            b += 1
        elif (
            tag in ("CC", ",")
            and tags[b - 1] == "JJ"
            and b + 1 < n
            and _adjective(b + 1, low, tags)
        ):
            if not noun and _adjective_leads_to_noun(b + 1, n, tags):
                b += 2
            else:
                break
        elif tag == ":" and low[b] in "-–" and b + 1 < n and tags[b + 1] in NOUN and noun:
            break
        else:
            break
    return b


def _modifier(tag: str) -> bool:
    return tag in ("VBN", "VBG", "RB", "DT", "VBD")


def _owned(b: int, tags: list[str]) -> bool:
    """ "The firm's [newly elected chair]": adverb and participle right behind an owner."""
    if tags[b] == "RB":
        return tags[b - 1] == "POS" and tags[b + 1 : b + 2] in (["VBN"], ["VBD"])
    behind = b > 1 and tags[b - 1] == "RB" and tags[b - 2] == "POS"
    return tags[b] in ("VBN", "VBD") and behind


def _adjective(b: int, low: list[str], tags: list[str]) -> bool:
    """Also "Palestinian", of "international and Palestinian criticism"."""
    people = tags[b] == "NNP" and PEOPLES.search(low[b]) is not None
    return tags[b] == "JJ" or (people and tags[b + 1 : b + 2] in (["NN"], ["NNS"]))


def _inside(b: int, n: int, tags: list[str]) -> bool:
    """May the participle, adverb or determiner at ``b`` stand before the noun to come?"""
    j = b + 1
    while j < n and (tags[j] in ("JJ", "CD", "VBN", "RB") or _owned(j, tags)):
        j += 1
    return j < n and tags[j] in NOUN


def _breaks(b: int, low: list[str], tags: list[str]) -> bool:
    """Does a new noun phrase begin at ``b``, right after a noun?"""
    before = low[b - 1]
    if before in TIME_NOUNS and b > 1 and low[b - 2] in ("last", "next") and tags[b] == "NNP":
        return True  # "last week Ann Oe"
    if before in WEEKDAYS or before in ("today", "yesterday", "tomorrow"):
        return low[b] not in ("morning", "evening", "night", "afternoon")
    if before in MONTHS and tags[b] == "NNP" and b > 1 and tags[b - 2] == "CD":
        return True  # "from 13 September Quillon"
    if tags[b] == "CD" and before in TIME_NOUNS:
        return True  # "during that time 4,212 of them"
    if low[b] in WEEKDAYS and tags[b - 1] in ("NN", "NNS"):
        return True
    is_year = tags[b - 1] == "CD" and len(before) == 4 and before[:2] in ("19", "20")
    return is_year and tags[b] in ("NNP", "NNS", "JJ") and before.isdigit()
