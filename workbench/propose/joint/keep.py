"""Of the clause rules' claims, those that a checker would hardly mark: talk, hopes, scraps.

A small ensemble of trees that learned from articles with marked claims says how likely each is
marked. The least likely become phrases, which the queue leaves out unless asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from workbench.propose.joint.table import DROPPED, SHOWN, Array, Told
from workbench.propose.lexicon import word_set
from workbench.propose.worthiness import features

KEEP = "keep.onnx"
LEAST = 0.07  # score from which on a claim of the rules is shown
LEAST_OF_TALK = 0.15  # of one in quotation marks without number, date or past: "the clock ticks"
LEAST_OF_BARE = 0.38  # of such a one about no certain thing: "hard work pays off"
LEAST_OF_SAYING = 0.15  # of who said such words, where none of them is shown
LEAST_OF_OURS = 0.1  # of what "we" do: the gates leave out what "we" believe or support


def dropped(told: Sequence[Told], scores: Array, *, direct: bool = False) -> list[Told]:
    """All of them, those of the rules' claims that score too low as `DROPPED`.

    Who said it is kept where something that was said is, and who somebody is ("the president").
    ``direct``: is the sentence in somebody's own words?
    """
    low = [
        t.source == SHOWN and score < (_least(t) if direct else LEAST)
        for t, score in zip(told, scores, strict=True)
    ]
    kept = [t.span for t, is_low in zip(told, low, strict=True)
            if t.source == SHOWN and not is_low and t.candidate.kind == "clause"]  # fmt: skip
    return [
        replace(t, source=DROPPED) if is_low and not (_tells(t, kept) or _calls(t)) else t
        for t, is_low in zip(told, low, strict=True)
    ]


def _least(told: Told) -> float:
    """The score from which on something in a quotation, or who said it, is shown."""
    candidate = told.candidate
    if candidate.attributed_to is None and candidate.kind != "attribution":
        return LEAST
    saying, _, said = candidate.statement.partition(": “")
    told_of = {name for name, _ in features(said or saying)}
    if told_of & {"number", "time"}:
        return LEAST
    if candidate.kind == "attribution":
        return LEAST if "past" in told_of or not said else LEAST_OF_SAYING
    if saying.startswith("We "):
        return LEAST if "past" in told_of else LEAST_OF_OURS
    if "past" in told_of:
        return LEAST
    return LEAST_OF_TALK if saying.split()[0].lower() in _LED else LEAST_OF_BARE


_LED = word_set("the a an this that these those my your his her its our their he she it they we i "
                "you there who one two three all most some many nobody everybody each")  # fmt: skip


def _tells(told: Told, kept: Sequence[frozenset[int]]) -> bool:
    return told.candidate.kind == "attribution" and any(span < told.span for span in kept)


def _calls(told: Told) -> bool:
    """Is it an apposition: "Ana Oe is [the president]"?"""
    found = _IS.fullmatch(told.candidate.statement)
    return found is not None and found[1].lower() == told.candidate.quote.lower()


_IS = re.compile(r".+? (?:is|was|are|were|has been|have been) (.+)")
