"""The project's own verdicts that a reviewer may see beside another claim.

While reviews are blind these are gold labels and her own verdicts. What would tell her the
answer of a claim that she is still to decide is left out: a control claim, and a claim that comes
back to her.
"""

from __future__ import annotations

from collections.abc import Sequence

from db import assignments, claims, gold, reviews
from db.engine import Connection
from db.rows import Claim, Evidence, Gold, Review
from workbench.review.beside.precedent import ADJUDICATED, YOU, Decided
from workbench.review.project import Project


def sees_all(project: Project, reviewer: str) -> bool:
    """Whether a reviewer may see the verdicts of others that are not settled."""
    return not project.blind or reviewer in project.leads


def visible(
    connection: Connection, seqs: Sequence[int], reviewer: str, everybody: bool
) -> dict[int, Decided]:
    """What may be shown of some claims, by seq; claims of which nothing may are left out.

    A gold label goes before her own verdict, and hers before those of others.
    """
    found = claims.by_seq(connection, seqs)
    settled = gold.of_claims(connection, seqs)
    given = reviews.by_claims(connection, seqs)
    due = assignments.due_among(connection, reviewer, seqs)
    shown: dict[int, Decided] = {}
    for seq in seqs:
        if seq not in found or seq in due or found[seq].status != "active":
            continue
        decision = _decision(found[seq], settled.get(seq), given.get(seq, []), reviewer, everybody)
        if decision is not None:
            shown[seq] = decision
    return shown


def _decision(
    claim: Claim, label: Gold | None, given: Sequence[Review], reviewer: str, everybody: bool
) -> Decided | None:
    own = next((one for one in given if one.reviewer == reviewer and one.verdict), None)
    if label is not None and label.settled and label.verdict and (own or not label.control):
        evidence, words = _held(label, given)
        return Decided(claim, words or claim.statement, label.verdict, ADJUDICATED, evidence)
    others = (one for one in given if one.verdict) if everybody else ()
    review = own or next(iter(others), None)
    if review is None or review.verdict is None:
        return None
    by = YOU if review is own else review.reviewer
    said = review.statement or claim.statement
    return Decided(claim, said, review.verdict, by, review.evidence)


def _held(label: Gold, given: Sequence[Review]) -> tuple[tuple[Evidence, ...], str | None]:
    """Evidence and wording of the side that was taken, or of the first who said the same."""
    agreeing = [one for one in given if one.verdict == label.verdict]
    agreeing.sort(key=lambda one: (one.reviewer != label.side, not one.evidence))
    if not agreeing:
        return (), None
    return agreeing[0].evidence, agreeing[0].statement
