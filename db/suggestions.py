"""What became of the suggestions: those kept and discarded, and the claims added beside them."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, and_, case, func, not_, or_, select, true

from db import settings
from db.claims import claim
from db.events import event
from db.fold.state import review
from db.schema import TABLES
from db.shown import UNAIDED, unaided

article = TABLES["article"]


class AddedClaim(NamedTuple):
    """A claim that a reviewer marked by herself, with her own span, [start, end)."""

    article_seq: int
    start: int
    end: int
    reviewer: str


def unaided_articles(connection: Connection) -> list[int]:
    """The seqs of the articles that are shown without suggestions."""
    share = float(settings.every(connection).get(UNAIDED, 0))
    if share <= 0:
        return []
    project = str(settings.every(connection).get("project", ""))
    query = select(article.c.seq).where(unaided(project, share)).order_by(article.c.seq)
    return [int(seq) for seq in connection.execute(query).scalars()]


def answers(connection: Connection, reviewer: str | None = None) -> tuple[int, int]:
    """How many times a candidate was kept and discarded, by everybody or by one reviewer.

    One that was split or merged counts as kept: it was there, with other edges.
    """
    who = true() if reviewer is None else review.c.reviewer == reviewer
    replaced = _replaced()
    discarded = and_(review.c.discarded.is_(True), not_(replaced))
    kept = or_(review.c.verdict.is_not(None), and_(review.c.discarded.is_(True), replaced))
    row = connection.execute(
        select(*(func.coalesce(func.sum(case((its, 1), else_=0)), 0) for its in (kept, discarded)))
        .select_from(review.join(claim, claim.c.seq == review.c.claim_seq))
        .where(claim.c.origin == "proposer", who)
    ).one()
    return int(row[0]), int(row[1])


def added(connection: Connection) -> list[AddedClaim]:
    """The claims that reviewers added and stand by; halves and merged ones are not among them."""
    own = and_(review.c.claim_seq == claim.c.seq, review.c.reviewer == claim.c.proposer)
    start, end = (func.coalesce(review.c[n], claim.c[n]) for n in ("start", "end"))
    rows = connection.execute(
        select(claim.c.article_seq, start, end, claim.c.proposer)
        .select_from(claim.outerjoin(review, own))
        .where(
            claim.c.origin == "reviewer",
            claim.c.status == "active",
            or_(review.c.claim_seq.is_(None), review.c.discarded.is_(False)),
            claim.c.id.not_in(_made_of_others()),
        )
        .order_by(claim.c.article_seq, start, end, claim.c.proposer)
    )
    return [AddedClaim(int(seq), int(a), int(b), str(who)) for seq, a, b, who in rows]


def _made_of_others() -> Select[tuple[str]]:
    """Ids of the claims whose act discarded others: a split or a merge."""
    other = event.alias("other")
    same = and_(other.c.act == event.c.act, other.c.kind == "discarded")
    return (
        select(event.c.claim_id)
        .select_from(event.join(other, same))
        .where(event.c.kind == "added", event.c.claim_id.is_not(None))
    )


def _replaced() -> ColumnElement[bool]:
    """Whether a review's claim was discarded by an act that added others."""
    other = event.alias("other")
    same = and_(other.c.act == event.c.act, other.c.kind == "added")
    made = (
        select(event.c.id)
        .select_from(event.join(other, same))
        .where(
            event.c.claim_id == claim.c.id,
            event.c.reviewer == review.c.reviewer,
            event.c.kind == "discarded",
        )
    )
    return made.correlate(claim, review).exists()
