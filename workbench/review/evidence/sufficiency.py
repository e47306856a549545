"""Whether another's evidence is enough for her verdict, asked without telling who she is.

After AVeriTeC (Schlichtkrull et al. 2023), where a second annotator checks the evidence.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from db import evidence as stored
from db import reviews, settings
from db.engine import Connection
from db.fold.evidence import JUDGED
from db.rows import Event, Evidence, QueueItem, Review
from workbench.review.actor import Act, Actor
from workbench.review.beside.decided import sees_all
from workbench.review.item import wording
from workbench.review.outcome import Outcome, ReviewError
from workbench.review.project import Project

DECISIONS = ("verdict", "discarded")
NOTHING_TO_JUDGE = "no evidence of others waits to be judged, on claims that you are done with"


class Judgeable(NamedTuple):
    """A verdict with its evidence, to be judged; whose it is stays unsaid."""

    claim: int
    of: str  # names the review, and tells nothing
    verdict: str
    evidence: tuple[Evidence, ...]


class Judging(Actor):
    """One key, yes or no, recorded as one event."""

    project: Project

    def sufficiency_queue(self) -> list[Judgeable]:
        """What she can judge and has not judged yet, in the order of the claims.

        A claim that is still to have verdicts is not in it, unless she has given hers: with an
        overlap of K the K verdicts come first, and without an overlap everybody is to give one.
        Who judges a claim without a verdict of her own gives none on it any more. Leads, and all
        where reviews are not blind, are asked about every verdict.
        """
        with self.database.read() as connection:
            everybody = sees_all(self.project, self.reviewer)
            overlap = 1 if everybody else int(settings.get(connection, "overlap", 0))
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
        with self.database.write() as connection:
            item = self._item(connection, claim)
            act: Act = (JUDGED, item.claim.article_id, item.claim.id, payload)
            self._append(connection, [act], reviewing=False)
        word = "evidence enough" if sufficient else "evidence not enough"
        return Outcome(f"{word} · {wording(item.claim.quote)}", (claim,), focus=claim)

    def _append(
        self, connection: Connection, acts: Sequence[Act], *, reviewing: bool = True
    ) -> list[Event]:
        """Append one act, unless it is a first verdict on a claim whose evidence she judged.

        Raises:
            ReviewError: she has seen another's verdict on the claim, and has none of her own.
        """
        decided = [claim for kind, _, claim, _ in acts if kind in DECISIONS and claim]
        if reviewing and stored.seen(connection, decided, self.reviewer):
            raise ReviewError(
                "you judged another's evidence on this claim, so your verdict would not be your "
                "own; undo the judgement, or go on with the next"
            )
        return super()._append(connection, acts, reviewing=reviewing)

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
