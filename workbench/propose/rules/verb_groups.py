"""Verbs with their auxiliaries: "had not been sold", "to be sold"."""

from __future__ import annotations

from workbench.propose.lexicon import BE, DO, HAVE, NEGATIONS
from workbench.propose.rules.unit import Unit

VERB = frozenset(("VB", "VBP", "VBZ", "VBD", "VBN", "VBG", "MD"))
FINITE = frozenset(("VBP", "VBZ", "VBD", "MD"))


def infinitive(i: int, n: int, low: list[str], tags: list[str]) -> Unit:
    """The unit at a "to": an infinitive or a preposition."""
    j = i + 1
    while j < n and tags[j] == "RB":
        j += 1
    if j < n and tags[j] in ("VB", "VBP"):
        unit = verb_group(j, n, low, tags)
        unit.a, unit.form = i, "inf"
        return unit
    return Unit("IN", i, i + 1)


def verb_group(i: int, n: int, low: list[str], tags: list[str]) -> Unit:
    """The verb at ``i`` with its auxiliaries, adverbs and negation between them."""
    last = i
    j = i + 1
    negated = False
    while j < n:
        k = j
        while k < n and (tags[k] == "RB" or low[k] in ("n't", "not")) and k - j < 3:
            k += 1
        if k >= n or tags[k] not in VERB or not _chains(low[last], tags[last], tags[k], k == j):
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
    return with_aux(unit, low, tags)


def with_aux(unit: Unit, low: list[str], tags: list[str]) -> Unit:
    """The unit with the end of its auxiliaries set, and whether it is passive."""
    unit.aux_end = unit.main
    verbs = [k for k in range(unit.a, unit.main) if tags[k] in VERB]
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
