"""Acts that change a piece of evidence in its place, or take it away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from db.fold import evidence as evidence_fold
from db.rows import Evidence, QueueItem
from workbench.review.actor import Act, Actor
from workbench.review.evidence.citable import check_question, check_set, check_stance
from workbench.review.item import wording
from workbench.review.outcome import Outcome, ReviewError


class Amending(Actor):
    """Each act is one event, committed before its method returns."""

    def restance(self, claim: int, evidence: str, stance: str) -> Outcome:
        """Change what a piece says of the claim: supports, refutes or context."""
        return self._change(claim, evidence, stance=check_stance(stance))

    def set_question(self, claim: int, evidence: str, question: str) -> Outcome:
        """Write the question that a piece answers; an empty text takes it away."""
        return self._change(claim, evidence, question=check_question(question))

    def move_to_set(self, claim: int, evidence: str, set_no: int) -> Outcome:
        """Put a piece into another set: all of a set are needed, any one set is enough."""
        return self._change(claim, evidence, set_no=check_set(set_no))

    def uncite(self, claim: int, evidence: str) -> Outcome:
        """Take a piece of evidence away."""
        with self.database.write() as connection:
            item = self._item(connection, claim)
            piece = piece_of(item, evidence)
            act: Act = ("uncited", item.claim.article_id, item.claim.id, {"evidence": piece.id})
            self._append(connection, [act])
        return Outcome(f"evidence off · {shown(piece)}", (claim,), focus=claim)

    def _change(self, claim: int, evidence: str, **changes: Any) -> Outcome:
        with self.database.write() as connection:
            item = self._item(connection, claim)
            made = piece_of(item, evidence)._replace(**changes)
            self._append(connection, [cited(item, made)])
        told = ", ".join(f"{name.replace('_no', '')} {value}" for name, value in changes.items())
        return Outcome(f"{told} · {shown(made)}", (claim,), focus=claim)


def cited(item: QueueItem, made: Evidence) -> Act:
    """The event that cites a piece on a claim."""
    return ("cited", item.claim.article_id, item.claim.id, evidence_fold.payload(made))


def shown(piece: Evidence) -> str:
    """A piece in a message: its quote on one line, or its address."""
    return wording(piece.quote) or str(piece.url)


def piece_of(item: QueueItem, evidence: str) -> Evidence:
    """A piece that she holds on a claim.

    Raises:
        ReviewError: there is none of this id.
    """
    for piece in pieces_of(item):
        if piece.id == evidence:
            return piece
    raise ReviewError("the claim has no such evidence")


def pieces_of(item: QueueItem) -> Sequence[Evidence]:
    """The pieces that she holds on a claim, in the order of citing."""
    return item.review.evidence if item.review is not None else ()
