"""Settling what reviewers disagree on: the acts of a lead, and what she needs to see for them.

A lead sees the reviews of a claim side by side, takes a side or gives a third verdict with a
reason. Each decision is an event `adjudicated`; the gold label follows from these events. Undo
and redo are those of the session.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from db import claims, gold, reviews
from db.decided import DISCARDED
from db.engine import Connection
from db.gold import Poll
from db.rows import Claim, Gold, Review
from workbench.review.actor import Act, Actor
from workbench.review.item import wording
from workbench.review.outcome import Outcome, ReviewError
from workbench.review.project import Project

ORDERS = ("disagreement", "article", "worth")
MAX_REASON = 20_000


class Case(NamedTuple):
    """A claim with everything that was decided on it."""

    claim: Claim
    reviews: tuple[Review, ...]  # those that are decisions, in the order of the names
    gold: Gold | None

    @property
    def unanimous(self) -> bool:
        """Whether all reviewers came to the same."""
        return len({(r.verdict, bool(r.discarded)) for r in self.reviews}) < 2


class Adjudicating(Actor):
    """What a lead does. Where the project names no leads, everybody may settle.

    A reviewer who is no lead by name sees only the claims that she has decided herself.
    """

    project: Project

    def disagreements(self, order: str = "disagreement") -> list[int]:
        """The seqs of the claims that reviewers disagree on and that are not settled.

        Args:
            order: disagreement (the share of pairs that disagree, greatest first), article or
                worth; equal ones in article order.

        Raises:
            ReviewError: she is not a lead, or there is no such order.
        """
        if order not in ORDERS:
            raise ReviewError(f"no order '{order}'; there are {', '.join(ORDERS)}")
        found = [poll for poll in self._polls() if len(poll.outcomes) > 1]
        if order == "disagreement":
            found.sort(key=lambda poll: -poll.disagreement)
        elif order == "worth":
            found.sort(key=lambda poll: -poll.worth)
        return [poll.claim_seq for poll in found]

    def unanimous(self, min_reviews: int | None = None) -> list[int]:
        """The seqs of the claims that `settle_unanimous` would settle, in article order."""
        return [poll.claim_seq for poll in self._unanimous(min_reviews)]

    def case(self, claim: int) -> Case:
        """A claim with the reviews that decide it side by side, and its gold label.

        Raises:
            ReviewError: she is not a lead, there is no such claim, or she has not decided it.
        """
        with self.database.read() as connection:
            self._check_lead()
            return self._case(connection, claim)

    def take_side(self, claim: int, reviewer: str, reason: str = "") -> Outcome:
        """Make a reviewer's decision the gold label.

        Raises:
            ReviewError: as `case`, or this reviewer has not decided the claim.
        """
        with self.database.write() as connection:
            self._check_lead()
            case = self._case(connection, claim)
            side = next((r for r in case.reviews if r.reviewer == reviewer), None)
            if side is None:
                raise ReviewError(f"{reviewer} has not decided this claim")
            how = "unanimous" if case.unanimous and len(case.reviews) > 1 else "side"
            vote = _vote(side.verdict, side.scheme, how, reason, side=reviewer)
            return self._settle(connection, case.claim, vote)

    def third(self, claim: int, label: str | None, reason: str) -> Outcome:
        """Give a verdict of one's own; None says that this is no claim worth keeping.

        Raises:
            ReviewError: as `case`, no reason is given, or the scheme has no such label.
        """
        if not reason.strip():
            raise ReviewError("a third verdict needs a reason")
        with self.database.write() as connection:
            self._check_lead()
            case = self._case(connection, claim)
            return self._settle(connection, case.claim, self._own(label, "third", reason))

    def control(self, claim: int, label: str | None, reason: str = "") -> Outcome:
        """Decide a claim beforehand, so that reviewers can be held against it.

        Raises:
            ReviewError: she is not a lead, or there is no such claim or label.
        """
        with self.database.write() as connection:
            self._check_lead()
            found = self._item(connection, claim).claim
            return self._settle(connection, found, self._own(label, "control", reason))

    def settle_unanimous(self, min_reviews: int | None = None) -> int:
        """Settle all claims on which reviewers agree, as one act; returns how many.

        Args:
            min_reviews: how many reviews a claim needs; None for the project's overlap, and
                at least two.

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
        return len(acts)

    def _check_lead(self) -> None:
        leads = self.project.leads
        if leads and self.reviewer not in leads:
            raise ReviewError(f"only leads settle claims here: {', '.join(leads)}")

    def _bound(self, connection: Connection) -> str | None:
        """The reviewer whose own decisions bound what is seen; None where all is seen."""
        if not self.project.blind or self.reviewer in self.project.leads:
            return None
        return self.reviewer if gold.has_decided(connection, self.reviewer) else None

    def _polls(self, connection: Connection | None = None) -> list[Poll]:
        self._check_lead()
        if connection is not None:
            return gold.polls(connection, by=self._bound(connection))
        with self.database.read() as reading:
            return gold.polls(reading, by=self._bound(reading))

    def _unanimous(
        self, min_reviews: int | None, connection: Connection | None = None
    ) -> list[Poll]:
        least = max(2, self.project.overlap) if min_reviews is None else max(1, min_reviews)
        return [
            poll
            for poll in self._polls(connection)
            if len(poll.outcomes) == 1 and poll.reviews >= least
        ]

    def _case(self, connection: Connection, seq: int) -> Case:
        found = claims.by_seq(connection, [seq]).get(seq)
        held = reviews.by_claims(connection, [seq]).get(seq, [])
        decided = tuple(r for r in held if r.verdict is not None or r.discarded)
        if found is None or (found.origin == "reviewer" and not decided):
            raise ReviewError(f"there is no claim {seq}")
        bound = self._bound(connection)
        if bound is not None and all(r.reviewer != bound for r in decided):
            raise ReviewError("decide this claim yourself first: reviews are blind")
        return Case(found, decided, gold.of_claims(connection, [seq]).get(seq))

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
