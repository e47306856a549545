"""From tagged words to units: noun phrases, verb groups, prepositions, marks."""

from __future__ import annotations

from workbench.propose.lexicon import (
    BE,
    DO,
    HAVE,
    MONTHS,
    NEGATIONS,
    RELATIVE,
    REPORTING,
    SUB_MAYBE,
    SUB_SURE,
    TIME_DETERMINERS,
    TIME_NOUNS,
    WEEKDAYS,
    word_set,
)

NOUN = frozenset(("NN", "NNS", "NNP"))
_NP_START = frozenset(("DT", "PRP$", "CD", "JJ", "NN", "NNS", "NNP", "PRP", "EX"))
_NP_INSIDE = frozenset(("CD", "JJ", "NN", "NNS", "NNP", "POS"))
_VERB = frozenset(("VB", "VBP", "VBZ", "VBD", "VBN", "VBG", "MD"))
_FINITE = frozenset(("VBP", "VBZ", "VBD", "MD"))
_IRREGULAR_SAME = word_set(
    "put set cut hit let held met built sent spent lost left made paid said told "
    "found bought brought caught taught thought sold led fed kept struck hurt shut "
    "split cost read"
)


class Unit:
    """A chunk of words ``[a, b)`` of one sentence.

    ``kind``: NP, T (time without a preposition), VG, ADJ, ADV, IN, SUB (sure to open a clause),
    MAYBE (preposition or subordinator), W (relative or question word), THAT, CC, P (a mark).
    Of a verb group: ``form`` is fin, inf, ing, ed or base; ``main`` its last verb; ``head`` of a
    noun phrase its last noun.
    """

    __slots__ = ("a", "aux_end", "b", "form", "head", "kind", "main", "negated", "passive")

    def __init__(self, kind: str, a: int, b: int) -> None:
        self.kind, self.a, self.b = kind, a, b
        self.form = ""
        self.head = self.main = b - 1
        self.aux_end = a
        self.negated = self.passive = False

    def __repr__(self) -> str:
        return f"{self.kind}{'/' + self.form if self.form else ''}[{self.a}:{self.b}]"


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
_PHRASES: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _text, _kind in (
    ("at least", "ADV"), ("at most", "ADV"), ("at all", "ADV"), ("of course", "ADV"),
    ("as well as", "CC"), ("as well", "ADV"), ("rather than", "IN"), ("such as", "IN"),
    ("due to", "IN"), ("according to", "IN"), ("because of", "IN"), ("instead of", "IN"),
    ("thanks to", "IN"), ("in order", "ADV"), ("so that", "SUB"), ("even though", "SUB"),
    ("even if", "SUB"), ("as soon as", "SUB"), ("as long as", "SUB"), ("as if", "SUB"),
    ("even as", "SUB"), ("even after", "MAYBE"), ("just as", "SUB"), ("now that", "SUB"),
    ("in case", "SUB"), ("provided that", "SUB"), ("given that", "SUB"), ("shortly after", "MAYBE"),
    ("shortly before", "MAYBE"), ("soon after", "MAYBE"), ("up to", "IN"), ("out of", "IN"),
    ("each other", "NP"), ("one another", "NP"), ("no longer", "ADV"), ("but also", "CC"),
    ("except for", "IN"), ("more than", "ADV"), ("less than", "ADV"), ("fewer than", "ADV"),
    ("only if", "SUB"), ("in which", "W"), ("of which", "W"), ("at which", "W"), ("on which", "W"),
    ("during which", "W"), ("for which", "W"), ("after which", "W"), ("to which", "W"),
    ("of whom", "W"), ("with whom", "W"), ("not only", "ADV"), ("by which", "W"),
):  # fmt: skip
    _key = tuple(_text.split())
    _PHRASES.setdefault(_key[0], []).append((_key, _kind))


def _at(i: int, n: int, low: list[str], tags: list[str]) -> Unit:
    tag, word = tags[i], low[i]
    if not word[0].isalnum() and word[0] not in "'’$€£¥":
        return Unit("P", i, i + 1)
    if tag == "CC" or (word in ("but", "yet") and tag in ("CC", "IN")):
        return Unit("CC", i, i + 1)
    if word == "that" and (tag in ("IN", "WDT") or (i + 1 < n and tags[i + 1] in _AFTER_THAT)):
        return Unit("THAT", i, i + 1)
    if word == "that" and i and low[i - 1] in REPORTING and i + 2 < n and tags[i + 1] == "NN":
        return Unit("THAT", i, i + 1)
    for phrase, kind in _PHRASES.get(word, ()):
        if tuple(low[i : i + len(phrase)]) == phrase:
            return Unit(kind, i, i + len(phrase))
    if tag in ("WDT", "WP", "WP$", "WRB") or (word in RELATIVE and tag == "WDT"):
        return _question_word(i, n, low, tags)
    if tag == "TO" or (word == "to" and i + 1 < n and tags[i + 1] == "VB"):
        return _infinitive(i, n, low, tags)
    if _starts_noun_phrase(i, n, low, tags):
        return _noun_phrase(i, n, low, tags)
    if tag in _VERB:
        return _verb_group(i, n, low, tags)
    if tag == "IN" or word in SUB_SURE:
        return _preposition(i, n, low, tags)
    if tag == "RB" and i + 1 < n and tags[i + 1] in _FINITE:
        group = _verb_group(i + 1, n, low, tags)
        group.a = group.aux_end = i
        group.negated = group.negated or word in NEGATIONS
        return _with_aux(group, low, tags)
    if tag in ("RB", "RP", "UH"):
        return Unit("ADV", i, i + 1)
    if tag == "JJ":
        return Unit("ADJ", i, i + 1)
    return Unit("P" if tag in (".", ",", ":", "(", ")", '"') else "ADV", i, i + 1)


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
    if tag in ("VBN", "VBG"):
        if i + 1 >= n or tags[i + 1] not in ("NN", "NNS"):
            return False
        return tag == "VBN" and (i == 0 or (tags[i - 1] in ("IN", "CC") and low[i - 1] != "by"
                                 and tags[i + 1] == "NNS"))  # fmt: skip
    if tag == "RB":
        return i + 1 < n and tags[i + 1] in ("CD", "DT") and low[i] in _BEFORE_NUMBERS
    if tag == "IN" and low[i] in ("about", "over", "around", "under") and i + 1 < n:
        return tags[i + 1] == "CD" and not (len(low[i + 1]) == 4 and low[i + 1][0] in "12")
    if tag not in _NP_START:
        return False
    if tag == "JJ":
        return _adjective_leads_to_noun(i, n, tags)
    return True


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
        elif tag in ("VBN", "VBG", "RB", "DT", "VBD") and not noun and _inside(b, n, tags):
            b += 1
        elif tag in ("CC", ",") and tags[b - 1] == "JJ" and b + 1 < n and tags[b + 1] == "JJ":
            if not noun and _adjective_leads_to_noun(b + 1, n, tags):
                b += 2
            else:
                break
        elif tag == ":" and low[b] in "-–" and b + 1 < n and tags[b + 1] in NOUN and noun:
            break
        else:
            break
    return b


def _inside(b: int, n: int, tags: list[str]) -> bool:
    """May the participle, adverb or determiner at ``b`` stand before the noun to come?"""
    j = b + 1
    while j < n and tags[j] in ("JJ", "CD", "VBN", "RB"):
        j += 1
    return j < n and tags[j] in NOUN


def _breaks(b: int, low: list[str], tags: list[str]) -> bool:
    """Does a new noun phrase begin at ``b``, right after a noun?"""
    before = low[b - 1]
    if before in WEEKDAYS or before in ("today", "yesterday", "tomorrow"):
        return low[b] not in ("morning", "evening", "night", "afternoon")
    if low[b] in WEEKDAYS and tags[b - 1] in ("NN", "NNS"):
        return True
    is_year = tags[b - 1] == "CD" and len(before) == 4 and before[:2] in ("19", "20")
    return is_year and tags[b] in ("NNP", "NNS", "JJ") and before.isdigit()


def _infinitive(i: int, n: int, low: list[str], tags: list[str]) -> Unit:
    j = i + 1
    while j < n and tags[j] == "RB":
        j += 1
    if j < n and tags[j] in ("VB", "VBP"):
        unit = _verb_group(j, n, low, tags)
        unit.a, unit.form = i, "inf"
        return unit
    return Unit("IN", i, i + 1)


def _verb_group(i: int, n: int, low: list[str], tags: list[str]) -> Unit:
    last = i
    j = i + 1
    negated = False
    while j < n:
        k = j
        while k < n and (tags[k] == "RB" or low[k] in ("n't", "not")) and k - j < 3:
            k += 1
        if k >= n or tags[k] not in _VERB or not _chains(low[last], tags[last], tags[k], k == j):
            negated = negated or any(w in NEGATIONS for w in low[j : min(k, j + 1)])
            break
        negated = negated or any(w in NEGATIONS for w in low[j:k])
        last, j = k, k + 1
    b = last + 1
    while b < n and low[b] in ("n't", "not"):
        b += 1
    unit = Unit("VG", i, b)
    unit.main, unit.negated = last, negated
    first = tags[i]
    unit.form = {"VBG": "ing", "VBN": "ed", "VB": "base"}.get(first, "fin")
    return _with_aux(unit, low, tags)


def _with_aux(unit: Unit, low: list[str], tags: list[str]) -> Unit:
    unit.aux_end = unit.main
    verbs = [k for k in range(unit.a, unit.main) if tags[k] in _VERB]
    unit.passive = bool(
        verbs
        and low[verbs[-1]] in BE
        and tags[unit.main] in ("VBN", "VBD")
        and unit.main != verbs[-1]
    )
    return unit


def _chains(word: str, tag: str, following: str, adjacent: bool) -> bool:
    if tag == "MD":
        return following in ("VB", "VBP")
    if word in HAVE:
        return following in ("VBN", "VBD")
    if word in BE:
        return following in ("VBN", "VBD", "VBG")
    if word in DO:
        return following in ("VB", "VBP") and not (adjacent and following == "VBP")
    return word in ("get", "got", "gets") and following == "VBN"


def settle_participles(found: list[Unit], low: list[str], tags: list[str]) -> None:
    """Make finite what the tagger took for a participle: "the clinic treated 40 patients"."""
    finite_before = False
    for k, unit in enumerate(found):
        if unit.kind in ("SUB", "W", "THAT", "CC") or (unit.kind == "P" and low[unit.a] != ","):
            finite_before = False
        elif unit.kind == "VG" and unit.form == "fin":
            finite_before = True
        elif unit.kind == "VG" and unit.form == "ed" and _could_be_past(unit, low, tags):
            before = _before(found, k)
            if before is not None and before.kind in ("NP", "T", "CC"):
                following = found[k + 1] if k + 1 < len(found) else None
                takes_object = following is not None and following.kind == "NP"
                alone = not finite_before and not _finite_ahead(found, k, low)
                if takes_object or (alone and before.kind != "CC" and not _agent(following, low)):
                    unit.form = "fin"
                    tags[unit.main] = "VBD"
                    finite_before = True


def _could_be_past(unit: Unit, low: list[str], tags: list[str]) -> bool:
    word = low[unit.main]
    return unit.main == unit.b - 1 and (word.endswith("ed") or word in _IRREGULAR_SAME)


def _before(found: list[Unit], k: int) -> Unit | None:
    j = k - 1
    while j >= 0 and found[j].kind == "ADV":
        j -= 1
    return found[j] if j >= 0 else None


def _agent(unit: Unit | None, low: list[str]) -> bool:
    return unit is not None and low[unit.a] == "by"


def _finite_ahead(found: list[Unit], k: int, low: list[str]) -> bool:
    for j in range(k + 1, min(len(found), k + 14)):
        unit = found[j]
        if unit.kind == "VG" and unit.form == "fin":
            return True
        if unit.kind in ("SUB", "W", "THAT", "CC", "MAYBE"):
            return False
        if unit.kind == "P" and low[unit.a] != ",":
            return False
    return False


def may_be_participle(unit: Unit, low: list[str], tags: list[str]) -> bool:
    """Is a finite-looking single verb ("reached") also a participle's form?"""
    word = low[unit.main]
    return (
        unit.form == "fin"
        and tags[unit.main] == "VBD"
        and unit.main == unit.a
        and (word.endswith("ed") or word in _IRREGULAR_SAME)
    )


def is_month(word: str) -> bool:
    """Is this lower-case word a month's name?"""
    return word in MONTHS
