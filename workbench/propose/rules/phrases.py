"""Smaller pieces of a clause: without its adjuncts, with one of them, one conjunct at a time.

They are what annotators of propositions mark, more than a checker needs: candidates of kind
``phrase``.
"""

from __future__ import annotations

from workbench.propose.rules.clause import Range
from workbench.propose.rules.unit import Unit
from workbench.propose.statements import Words

_MOST = 6  # pieces of one clause


def pieces_of(words: Words, tail: list[Unit]) -> list[list[Range]]:
    """Ranges of what may follow the verb instead of the whole ``tail``."""
    segments = _segments(words, tail)
    found: list[list[Range]] = []
    core, adjuncts = segments[0], segments[1:]
    if adjuncts:
        if core:
            found.append([_range(core)])
        if len(adjuncts) > 1:
            lead = [_range(core)] if core else []
            found += [[*lead, _range(adjunct)] for adjunct in adjuncts]
    for k, segment in enumerate(segments):
        before = [_range(s) for s in segments[:k] if s] if k < 2 else []
        if before or k == 0:
            found += [[*before, *piece] for piece in _conjuncts(words, segment)]
    return found[:_MOST]


def _segments(words: Words, tail: list[Unit]) -> list[list[Unit]]:
    """The object or complement (may be empty), then each adjunct from its preposition on."""
    segments: list[list[Unit]] = [[]]
    for k, unit in enumerate(tail):
        if unit.kind == "VG":  # what follows may be this verb's
            segments[-1] += tail[k:]
            break
        preposition = unit.kind in ("IN", "MAYBE") and words.low[unit.a] != "of"
        if preposition or unit.kind == "T":
            segments.append([])
        segments[-1].append(unit)
    return segments


def _conjuncts(words: Words, segment: list[Unit]) -> list[list[Range]]:
    """Each member of "A, B and C" alone, with the preposition before it."""
    joint = next((k for k, u in enumerate(segment) if u.kind == "CC"), None)
    if joint is None or joint + 1 >= len(segment) or segment[joint + 1].kind != "NP":
        return []
    first = joint - 1
    while first >= 2 and words.low[segment[first - 1].a] == "," and segment[first - 2].kind == "NP":
        first -= 2
    members = [u for u in segment[first : joint + 2] if u.kind == "NP"]
    if len(members) < 2 or segment[joint - 1].kind != "NP":
        return []
    lead = [_range(segment[:first])] if first else []
    return [[*lead, (m.a, m.b)] for m in members]


def _range(units: list[Unit]) -> Range:
    return units[0].a, units[-1].b
