"""Why a claim stands where it stands, in words.

Only the rules' names and the asking reviewer's own decisions are told: what others decided is in
the order, and never in a reason.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from db import claims, decisions, ranks, vectors
from db.decisions import Decision
from db.engine import Database
from workbench.propose.worthiness import features
from workbench.review.learning.features import PART, RULES, SUM, WHOLE
from workbench.review.learning.learning import state
from workbench.text.plural import how_many

TOLD = 3  # features on each side
NEAREST = 3000  # of her decisions are compared
ALIKE_VECTORS = 0.5  # cosine from which two claims are alike: the same matter
ALIKE_WORDS = 1 / 3  # the same without vectors, as the share of their words in common

_WORD = re.compile(r"[^\W\d_]{4,}")
_SHOWN = {
    "past": "past tense",
    "name": "named person or place",
    "phrase": "noun phrase",
    "hope, promise or advice": "hope or promise",  # no commas: they part the features
    "comparison or quantifier": "comparison",
    "address": "speaking to somebody",
}
_FAINT = 0.05  # what adds less than this is not told


def reason(database: Database, reviewer: str, claim_seq: int, width: int | None = None) -> str:
    """One line: "number, named person or place; like 14 claims you kept; learned score 0.81".

    Args:
        database: the project.
        reviewer: who asks.
        claim_seq: the claim.
        width: characters of the line; the least important words are left out to fit it, but
            one line is never empty.

    Returns:
        What speaks for the claim, what against it, how many claims that are like it she has
        kept and discarded, and the score that gives its place where one was learned; "" where
        there is no such claim.
    """
    with database.read() as connection:
        claim = claims.by_seq(connection, [claim_seq]).get(claim_seq)
        mine = decisions.every(connection, reviewer)
        score = ranks.learned_score(connection, claim_seq)
    if claim is None:
        return ""
    adding = _contributions(database, claim.statement, claim.kind)
    ranked = sorted(adding, key=lambda pair: -abs(pair[1]))
    above = [_SHOWN.get(name, name) for name, value in ranked if value > _FAINT][:TOLD]
    below = [_SHOWN.get(name, name) for name, value in ranked if value < -_FAINT][:TOLD]
    others = [d for d in mine if d.claim_seq != claim_seq][-NEAREST:]
    alike = _likeness(_alike(database, claim.statement, others))
    learned = "" if score is None else f"learned score {score:.2f}"
    if not (above or below or alike):
        above = [
            "nothing speaks for it or against it" if score is None else "no rule, but its words"
        ]
    return _fitted(above, below, alike, learned, width)


def _fitted(above: list[str], below: list[str], alike: str, learned: str, width: int | None) -> str:
    """The parts in a line; too long, it loses the fainter features first, and the score last."""
    while True:
        against = f"against it: {', '.join(below)}" if below else ""
        line = "; ".join(filter(None, (", ".join(above), against, alike, learned)))
        if width is None or len(line) <= width:
            return line
        if len(above) > 1 or (below and (above or len(below) > 1)):
            (above if len(above) > max(1, len(below)) else below or above).pop()
        elif learned and (above or below or alike):
            learned = ""
        else:
            return line


def _contributions(database: Database, text: str, kind: str) -> list[tuple[str, float]]:
    """What each rule adds, by the model in force, or by the rules' own weights."""
    found = [(name, weight) for name, weight in features(text) if name != "length"]
    model = state(database)
    if model is None:
        return found
    known = dict(zip(RULES, model.rules, strict=False))
    of_sum = SUM * WHOLE * model.rules[-1]
    told = [(name, weight * (of_sum + PART * known[name])) for name, weight in found]
    return [*told, (kind, PART * known[kind])] if kind in known else told


def _alike(database: Database, text: str, others: Sequence[Decision]) -> list[bool]:
    """Of her decisions, those on claims like this one: kept or not."""
    if not others:
        return []
    from workbench.encoder import available

    if available():
        from workbench.encoder.stored import MODEL

        keys = [vectors.key(text), *(vectors.key(d.statement) for d in others)]
        with database.read() as connection:
            kept = vectors.get(connection, MODEL, keys)
        if keys[0] in kept:
            return _by_vectors(kept, keys, others)
    here = _words(text)
    return [d.kept for d in others if _share(here, _words(d.statement)) >= ALIKE_WORDS]


def _by_vectors(
    kept: dict[str, bytes], keys: Sequence[str], others: Sequence[Decision]
) -> list[bool]:
    import numpy as np

    here = np.frombuffer(kept[keys[0]], dtype="<f2").astype(np.float32)
    known = [(d.kept, kept[key]) for d, key in zip(others, keys[1:], strict=True) if key in kept]
    if not known:
        return []
    rows = np.frombuffer(b"".join(data for _, data in known), dtype="<f2").astype(np.float32)
    near = rows.reshape(len(known), -1) @ here >= ALIKE_VECTORS
    return [its for (its, _), close in zip(known, near, strict=True) if close]


def _words(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text[:2000])}


def _share(left: set[str], right: set[str]) -> float:
    return len(left & right) / len(left | right) if left & right else 0.0


def _likeness(alike: Sequence[bool]) -> str:
    counted = ((sum(alike), "kept"), (len(alike) - sum(alike), "discarded"))
    (many, first), *rest = [(n, word) for n, word in counted if n] or [(0, "")]
    other = "".join(f" and {n:,} you {word}" for n, word in rest)
    return f"like {how_many(many, 'claim')} you {first}{other}" if many else ""
