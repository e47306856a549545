"""Past tense or participle: "the clinic treated 40 patients", "the patients treated there"."""

from __future__ import annotations

from workbench.propose.lexicon import word_set
from workbench.propose.rules.unit import Unit

_IRREGULAR_SAME = word_set(
    "put set cut hit let held met built sent spent lost left made paid said told "
    "found bought brought caught taught thought sold led fed kept struck hurt shut "
    "split cost read burst quit cast shed spread bid shot won hung slid stuck swung"
)


def settle_participles(found: list[Unit], low: list[str], tags: list[str]) -> None:
    """Make finite what the tagger took for a participle: "the clinic treated 40 patients"."""
    finite_before = False
    for k, unit in enumerate(found):
        if unit.kind in ("SUB", "W", "THAT", "CC") or (unit.kind == "P" and low[unit.a] != ","):
            finite_before = False
        elif unit.kind == "VG" and unit.form == "fin":
            finite_before = True
        elif unit.kind == "VG" and unit.form == "ed" and _could_be_past(unit, low):
            before = _before(found, k)
            following = next((u for u in found[k + 1 : k + 3] if u.kind != "ADV"), None)
            if _reports(unit, following, low) or _closes_aside(found, k, following, low):
                unit.form, finite_before = "fin", True
                tags[unit.main] = "VBD"
                continue
            if _after_relative_clause(found, k, low) or _adds_predicate(found, k, low):
                unit.form = "fin"
                tags[unit.main] = "VBD"
            elif before is not None and before.kind in ("NP", "T", "CC"):
                takes_object = following is not None and following.kind == "NP"
                alone = not finite_before and not _finite_ahead(found, k, low)
                if takes_object or (alone and before.kind != "CC" and not _agent(following, low)):
                    unit.form = "fin"
                    tags[unit.main] = "VBD"
                    finite_before = True


_NAMED = frozenset(("called", "named", "dubbed", "considered", "titled", "aged", "priced"))


def _adds_predicate(found: list[Unit], k: int, low: list[str]) -> bool:
    """ "It killed 19 people, destroyed 300 houses and …": after a comma, with an object."""
    if k < 3 or low[found[k - 1].a] != "," or low[found[k].main] in _NAMED:
        return False
    return k + 1 < len(found) and found[k + 1].kind == "NP"


def _after_relative_clause(found: list[Unit], k: int, low: list[str]) -> bool:
    """ "Ruth, who was born in Kell, studied law": the comma before closes what one opened."""
    comma = k - 1
    while comma > 0 and found[comma].kind == "ADV":
        comma -= 1
    if comma < 2 or low[found[comma].a] != ",":
        return False
    for j in range(comma - 1, max(0, comma - 11), -1):
        if low[found[j].a] == ",":
            opened = found[j + 1]
            aside = opened.kind in ("W", "NP") or (opened.kind == "VG" and opened.form == "ed")
            return aside and k + 1 < len(found) and found[k + 1].kind in ("NP", "IN", "MAYBE")
    return False


_TOLD = word_set(
    "told informed reminded warned assured convinced persuaded given provided agreed said expected"
)


def _reports(unit: Unit, following: Unit | None, low: list[str]) -> bool:
    """ "noted that three …": a participle has no such clause."""
    return following is not None and following.kind == "THAT" and low[unit.main] not in _TOLD


def _closes_aside(found: list[Unit], k: int, following: Unit | None, low: list[str]) -> bool:
    """ "Rask, in office since 2019, attributed much of it to food": no verb before, an object."""
    if k < 4 or low[found[k - 1].a] != "," or following is None or following.kind != "NP":
        return False
    commas = 0
    for unit in found[:k]:
        if unit.kind in ("VG", "SUB", "W", "THAT"):
            return False
        commas += unit.kind == "P" and low[unit.a] == ","
    return commas == 2 and found[0].kind == "NP"


def _could_be_past(unit: Unit, low: list[str]) -> bool:
    word = low[unit.main]
    if word in ("aged", "based", "born"):
        return False
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
