"""Whether another's evidence is enough for her verdict, asked without telling who she is.

After AVeriTeC (Schlichtkrull et al. 2023), where a second annotator checks the evidence.
"""

from __future__ import annotations

from typing import NamedTuple

from db import evidence as stored
from db import reviews
from db.engine import Connection
from db.rows import Evidence, QueueItem, Review
from workbench.review import project
from workbench.review.actor import Actor
from workbench.review.outcome import Outcome, ReviewError


class Judgeable(NamedTuple):
    """A verdict with its evidence, to be judged; whose it is stays unsaid."""

    claim: int
    of: str  # names the review, and tells nothing
    verdict: str
    evidence: tuple[Evidence, ...]


class Judging(Actor):
    """One key, yes or no, recorded as one event."""

    def sufficiency_queue(self) -> list[Judgeable]:
        """What she can judge and has not judged yet, in the order of the claims.

        A claim that may still be given to her to decide is not in it: she would see a verdict
        before her own.
        """
        with self.database.read() as connection:
            overlap = project.settings(self.database).overlap
            seqs = stored.to_judge(connection, self.reviewer, overlap)
            done = stored.judged(connection, seqs, self.reviewer)
            found = self._judgeable(connection, seqs)
        return [item for item in found if item.of not in done]

    def judge_sufficiency(self, claim: int, of: str, sufficient: bool) -> Outcome:
        """Say whether the evidence alone is enough for the verdict.

        Args:
            claim: seq of the claim.
            of: what `sufficiency_queue` names the review by.
            sufficient: yes or no.

        Raises:
            ReviewError: there is nothing of that name to judge (any more).
        """
        with self.database.read() as connection:
            found = [item for item in self._judgeable(connection, [claim]) if item.of == of]
        if not found:
            raise ReviewError("that verdict or its evidence has changed; look again")
        payload = {
            "of": of,
            "verdict": found[0].verdict,
            "evidence": [piece.id for piece in found[0].evidence],
            "sufficient": sufficient,
        }
        word = "evidence enough" if sufficient else "evidence not enough"
        return self._act(claim, "sufficiency", payload, word)

    def _judgeable(self, connection: Connection, seqs: list[int]) -> list[Judgeable]:
        others = reviews.by_claims(connection, seqs)
        items = {item.claim.seq: item for item in reviews.items(connection, seqs, self.reviewer)}
        return [
            Judgeable(seq, stored.token(review), str(review.verdict), review.evidence)
            for seq in seqs
            for review in sorted(others.get(seq, ()), key=stored.token)
            if seq in items and self._can_judge(items[seq], review)
        ]

    def _can_judge(self, item: QueueItem, review: Review) -> bool:
        other = review.reviewer != self.reviewer
        return other and bool(review.verdict and review.evidence) and self._sees(item)
