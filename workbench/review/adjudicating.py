"""Settling what reviewers disagree on: the acts of a lead, and what she needs to see for them.

A lead sees the reviews of a claim side by side, takes a side or gives a third verdict with a
reason. Each decision is an event `adjudicated`; the gold label follows from these events. Undo
and redo are those of the session.
"""

from __future__ import annotations

from typing import Any

from db import gold
from db.decided import DISCARDED
from db.engine import Connection
from db.rows import Claim, Review
from workbench.review.actor import Act
from workbench.review.item import wording
from workbench.review.outcome import Outcome, ReviewError
from workbench.review.polling import Case, Polling

__all__ = ["Adjudicating", "Case"]

MAX_REASON = 20_000


class Adjudicating(Polling):
    """What a lead does. Where the project names no leads, everybody may settle."""

    def take_side(
        self, claim: int, reviewer: str, reason: str = "", *, seen: Review | None = None
    ) -> Outcome:
        """Make a reviewer's decision the gold label.

        Args:
            claim: its seq.
            reviewer: whose side is taken.
            reason: why; may be empty.
            seen: her review as the lead saw it, so that nothing else is taken.

        Raises:
            ReviewError: as `case`, or this reviewer has not decided the claim, or otherwise by now.
        """
        with self.database.write() as connection:
            self.check_lead()
            case = self._case(connection, claim)
            side = next((r for r in case.reviews if r.reviewer == reviewer), None)
            if side is None:
                raise ReviewError(f"{reviewer} has not decided this claim")
            if seen is not None and _given(seen) != _given(side):
                raise ReviewError(f"{reviewer} has decided otherwise since; look again")
            how = "unanimous" if case.unanimous and len(case.reviews) > 1 else "side"
            vote = _vote(side.verdict, side.scheme, how, reason, side=reviewer)
            return self._settle(connection, case.claim, vote)

    def third(self, claim: int, label: str | None, reason: str) -> Outcome:
        """Give a verdict of one's own; None says that this is no claim worth keeping.

        Raises:
            ReviewError: as `case`, no reason is given, or the scheme has no such label.
        """
        vote = self._own(label, "third", reason)
        with self.database.write() as connection:
            self.check_lead()
            case = self._case(connection, claim)
            if not vote["reason"]:
                raise ReviewError(_without_reason(case, label))
            return self._settle(connection, case.claim, vote)

    def control(self, claim: int, label: str | None, reason: str = "") -> Outcome:
        """Decide a claim beforehand, so that reviewers can be held against it.

        Raises:
            ReviewError: she is not a lead, or there is no such claim or label.
        """
        with self.database.write() as connection:
            self.check_lead()
            found = self._item(connection, claim).claim
            return self._settle(connection, found, self._own(label, "control", reason))

    def settle_unanimous(self, min_reviews: int | None = None) -> int:
        """Settle all claims on which reviewers agree, as one act; returns how many.

        Those on which she has given her vote already are left out.

        Args:
            min_reviews: how many reviews a claim needs; None for the project's overlap, and
                at least two.

        Raises:
            ReviewError: she is not a lead.
        """
        return len(self.settle_agreed(min_reviews).changed)

    def settle_agreed(self, min_reviews: int | None = None) -> Outcome:
        """The same, with what it changed.

        Raises:
            ReviewError: she is not a lead.
        """
        with self.database.write() as connection:
            found = self._unanimous(min_reviews, connection)
            acts: list[Act] = []
            for poll in found:
                (given,) = poll.outcomes
                label = None if given == DISCARDED else given
                vote = _vote(label, self._ref(label), "unanimous", "")
                acts.append(("adjudicated", poll.article_id, poll.claim_id, vote))
            if acts:
                self._append(connection, acts, reviewing=False)
        settled = "settled" if self.project.votes == 1 else "voted on"
        claims = "1 claim" if len(found) == 1 else f"{len(found):,} claims"
        return Outcome(f"{claims} {settled}", tuple(poll.claim_seq for poll in found))

    def _own(self, label: str | None, how: str, reason: str) -> dict[str, Any]:
        if label is not None and self.scheme.label(label) is None:
            known = ", ".join(known.id for known in self.scheme.labels)
            raise ReviewError(f"the scheme has no verdict '{label}'; it has {known}")
        return _vote(label, self._ref(label), how, reason)

    def _ref(self, label: str | None) -> str | None:
        return None if label is None else self.scheme.ref

    def _settle(self, connection: Connection, claim: Claim, vote: dict[str, Any]) -> Outcome:
        if len(vote["reason"]) > MAX_REASON:
            raise ReviewError(f"a reason has at most {MAX_REASON} characters")
        act: Act = ("adjudicated", claim.article_id, claim.id, vote)
        self._append(connection, [act], reviewing=False)
        label = self.scheme.label(str(vote["label"]))
        word = "discarded" if vote["discarded"] else label.name if label else str(vote["label"])
        made = gold.of_claims(connection, [claim.seq])[claim.seq]
        wanting = "" if made.settled else f", {len(made.votes)} of {self.project.votes} votes"
        message = f"gold: {word}{wanting} · {wording(claim.quote)}"
        return Outcome(message, (claim.seq,), focus=claim.seq)


def _without_reason(case: Case, label: str | None) -> str:
    """What to say to a lead who gives a verdict of her own and no reason."""
    what = "a discard" if label is None else "a third verdict"
    sides = [r.reviewer for r in case.reviews if _given(r) == (label, label is None)]
    if not sides:
        return f"{what} needs a reason"
    own = "a discard" if label is None else "a verdict of your own"
    return f"{own} needs a reason; {sides[0]} says the same: taking that side needs none"


def _given(review: Review) -> tuple[str | None, bool]:
    return review.verdict, bool(review.discarded)


def _vote(
    label: str | None, scheme: str | None, how: str, reason: str, *, side: str | None = None
) -> dict[str, Any]:
    """The payload of an event `adjudicated`; no label says that the claim is not worth keeping."""
    return {
        "label": label,
        "scheme": scheme,
        "discarded": label is None,
        "how": how,
        "side": side,
        "reason": reason.strip(),
    }
