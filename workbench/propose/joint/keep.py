"""Of the clause rules' claims, those that a checker would hardly mark: talk, hopes, scraps.

A small ensemble of trees that learned from articles with marked claims says how likely each is
marked. The least likely become phrases, which the queue leaves out unless asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from workbench.propose.joint.table import DROPPED, SHOWN, Array, Told

KEEP = "keep.onnx"
LEAST = 0.07  # score from which on a claim of the rules is shown


def dropped(told: Sequence[Told], scores: Array) -> list[Told]:
    """All of them, those of the rules' claims that score too low as `DROPPED`.

    Who said it is kept where something that was said is, and who somebody is ("the president").
    """
    low = [t.source == SHOWN and score < LEAST for t, score in zip(told, scores, strict=True)]
    kept = [t.span for t, is_low in zip(told, low, strict=True)
            if t.source == SHOWN and not is_low and t.candidate.kind == "clause"]  # fmt: skip
    return [
        replace(t, source=DROPPED) if is_low and not (_tells(t, kept) or _calls(t)) else t
        for t, is_low in zip(told, low, strict=True)
    ]


def _tells(told: Told, kept: Sequence[frozenset[int]]) -> bool:
    return told.candidate.kind == "attribution" and any(span < told.span for span in kept)


def _calls(told: Told) -> bool:
    """Is it an apposition: "Ana Oe is [the president]"?"""
    found = _IS.fullmatch(told.candidate.statement)
    return found is not None and found[1].lower() == told.candidate.quote.lower()


_IS = re.compile(r".+? (?:is|was|are|were|has been|have been) (.+)")
