"""What a lead looks at: the claims that reviewers disagree on, and their reviews side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from db import claims, gold, reviews, sources
from db.decided import DISCARDED
from db.engine import Connection
from db.gold import Poll
from db.rows import Claim, Document, Gold, Review
from workbench.review.actor import Actor
from workbench.review.outcome import ReviewError
from workbench.review.project import Project

ORDERS = ("disagreement", "article", "worth")


class Case(NamedTuple):
    """A claim with everything that was decided on it."""

    claim: Claim
    reviews: tuple[Review, ...]  # those that are decisions, in the order of the names
    gold: Gold | None
    documents: dict[str, Document] = {}  # noqa: RUF012 - what evidence is quoted from, by id

    @property
    def poll(self) -> Poll:
        """How the reviews are spread over the outcomes."""
        given = Counter(DISCARDED if r.discarded else str(r.verdict) for r in self.reviews)
        found = self.claim
        return Poll(found.seq, found.id, found.article_id, found.worth, dict(given))

    @property
    def unanimous(self) -> bool:
        """Whether all reviewers came to the same."""
        return len(self.poll.outcomes) < 2

    @property
    def settled(self) -> bool:
        """Whether it has a gold label that wants no more votes."""
        return self.gold is not None and self.gold.settled

    def voted(self, lead: str) -> bool:
        """Whether a lead has given her vote on it."""
        return self.gold is not None and any(vote["lead"] == lead for vote in self.gold.votes)


class Polling(Actor):
    """Reading what reviewers decided. Where the project names no leads, everybody may.

    A reviewer who is no lead by name sees only the claims that she has decided herself.
    """

    project: Project
    reviewing = False
    """She reviews here: what she has decided bounds what she sees, from the start."""

    def viewer(self) -> str | None:
        """The reviewer whose own decisions bound what is shown; None where all is shown."""
        with self.database.read() as connection:
            return self._bound(connection)

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

    def voted(self) -> set[int]:
        """The seqs of the claims that she has voted on and that want more leads' votes."""
        with self.database.read() as connection:
            return gold.voted_by(connection, self.reviewer)

    def unanimous(self, min_reviews: int | None = None) -> list[int]:
        """The seqs of the claims that `settle_unanimous` would settle, in article order."""
        return [poll.claim_seq for poll in self._unanimous(min_reviews)]

    def agreed(self, min_reviews: int | None = None) -> dict[str, int]:
        """What `settle_unanimous` would settle: label id, or `DISCARDED`, to claims."""
        given = Counter(next(iter(poll.outcomes)) for poll in self._unanimous(min_reviews))
        return dict(given.most_common())

    def case(self, claim: int) -> Case:
        """A claim with the reviews that decide it side by side, and its gold label.

        Raises:
            ReviewError: she is not a lead, there is no such claim, or she has not decided it.
        """
        with self.database.read() as connection:
            self.check_lead()
            found = self._case(connection, claim)
            ids = {e.source_id for r in found.reviews for e in r.evidence if e.source_id}
            return found._replace(documents=sources.documents(connection, ids))

    def cases(self, seqs: Sequence[int]) -> list[Case]:
        """Several claims, without the documents; those that she may not see are left out."""
        with self.database.read() as connection:
            self.check_lead()
            return self._cases(connection, seqs)

    def check_lead(self) -> None:
        """Refuse who may not settle claims here.

        Raises:
            ReviewError: the project names leads, and she is none.
        """
        leads = self.project.leads
        if leads and self.reviewer not in leads:
            raise ReviewError(f"only leads settle claims here: {', '.join(leads)}")

    def _bound(self, connection: Connection) -> str | None:
        if not self.project.blind or self.reviewer in self.project.leads:
            return None
        bound = self.reviewing or bool(self.project.leads)
        return self.reviewer if bound or gold.has_decided(connection, self.reviewer) else None

    def _polls(self, connection: Connection | None = None) -> list[Poll]:
        self.check_lead()
        if connection is not None:
            return gold.polls(connection, by=self._bound(connection))
        with self.database.read() as reading:
            return gold.polls(reading, by=self._bound(reading))

    def _unanimous(
        self, min_reviews: int | None, connection: Connection | None = None
    ) -> list[Poll]:
        if connection is None:
            with self.database.read() as reading:
                return self._unanimous(min_reviews, reading)
        least = max(2, self.project.overlap) if min_reviews is None else max(1, min_reviews)
        voted = gold.voted_by(connection, self.reviewer)
        return [
            poll
            for poll in self._polls(connection)
            if len(poll.outcomes) == 1 and poll.reviews >= least and poll.claim_seq not in voted
        ]

    def _case(self, connection: Connection, seq: int) -> Case:
        found = self._cases(connection, [seq])
        if found:
            return found[0]
        known = claims.by_seq(connection, [seq]).get(seq)
        bound = self._bound(connection)
        if known is None or (known.origin == "reviewer" and known.proposer != bound):
            raise ReviewError(f"there is no claim {seq}")
        raise ReviewError("decide this claim yourself first: reviews are blind")

    def _cases(self, connection: Connection, seqs: Sequence[int]) -> list[Case]:
        bound = self._bound(connection)
        found = claims.by_seq(connection, seqs)
        held = reviews.by_claims(connection, seqs)
        labels = gold.of_claims(connection, seqs)
        made = []
        for seq in seqs:
            decided = tuple(r for r in held.get(seq, ()) if _decides(r))
            hidden = bound is not None and all(r.reviewer != bound for r in decided)
            if seq not in found or hidden or (found[seq].origin == "reviewer" and not decided):
                continue
            made.append(Case(found[seq], decided, labels.get(seq)))
        return made


def _decides(review: Review) -> bool:
    return review.verdict is not None or bool(review.discarded)
