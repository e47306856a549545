"""What agreement is computed from: reviews, spans and evidence as plain tuples, in bulk."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import Connection, and_, func, or_, select, tuple_

from db.articles import article
from db.claims import claim
from db.decided import decided
from db.fold.state import review, review_tag
from db.schema import TABLES

evidence = TABLES["review_evidence"]


class Rating(NamedTuple):
    """A decided review: the label it gives, None where it discards the claim."""

    claim_seq: int
    article_seq: int
    reviewer: str
    label: str | None
    at: str  # ISO 8601, UTC


class SpanOf(NamedTuple):
    """The span that a reviewer holds for a claim, in code points of the article."""

    article_seq: int
    reviewer: str
    start: int
    end: int


class Cited(NamedTuple):
    """A span of a source that a reviewer quotes for a claim."""

    claim_seq: int
    reviewer: str
    source_id: str
    start: int
    end: int


def ratings(connection: Connection) -> list[Rating]:
    """All decided reviews, ordered by claim and reviewer."""
    return list(each(connection))


def each(connection: Connection) -> Iterator[Rating]:
    """The same, one after the other."""
    rows = connection.execute(
        select(
            review.c.claim_seq,
            claim.c.article_seq,
            review.c.reviewer,
            review.c.verdict,
            review.c.decided_at,
        )
        .select_from(review.join(claim, claim.c.seq == review.c.claim_seq))
        .where(decided())
        .order_by(review.c.claim_seq, review.c.reviewer)
    )
    return map(Rating._make, rows)


def tags(connection: Connection) -> Iterator[tuple[int, str, str]]:
    """Claim, reviewer and tag of every tag on a decided review."""
    same = and_(
        review.c.claim_seq == review_tag.c.claim_seq, review.c.reviewer == review_tag.c.reviewer
    )
    rows = connection.execute(
        select(review_tag.c.claim_seq, review_tag.c.reviewer, review_tag.c.tag)
        .select_from(review_tag.join(review, same))
        .where(decided())
        .order_by(review_tag.c.tag, review_tag.c.claim_seq, review_tag.c.reviewer)
    )
    for seq, reviewer, tag in rows:
        yield int(seq), str(reviewer), str(tag)


def spans(connection: Connection) -> list[SpanOf]:
    """The spans that reviewers added, and those of candidates whose span somebody moved.

    For a candidate that somebody moved, also the span of those who decided it and left it where
    it was. Discarded claims have no span.
    """
    start = func.coalesce(review.c.start, claim.c.start)
    end = func.coalesce(review.c.end, claim.c.end)
    kept = or_(review.c.discarded.is_(None), review.c.discarded.is_(False))
    own = and_(review.c.claim_seq == claim.c.seq, review.c.reviewer == claim.c.proposer)
    added = (
        select(claim.c.article_seq, claim.c.proposer, start, end)
        .select_from(claim.outerjoin(review, own))
        .where(claim.c.origin == "reviewer", claim.c.status == "active", kept)
    )
    moved = (
        select(claim.c.article_seq, review.c.reviewer, start, end)
        .select_from(review.join(claim, claim.c.seq == review.c.claim_seq))
        .where(
            claim.c.origin == "proposer",
            kept,
            or_(review.c.verdict.is_not(None), review.c.start.is_not(None)),
            claim.c.seq.in_(select(review.c.claim_seq).where(review.c.start.is_not(None))),
        )
    )
    return sorted(SpanOf(*row) for query in (added, moved) for row in connection.execute(query))


def cited(connection: Connection) -> list[Cited]:
    """The spans of sources that reviewers quote for claims that they have decided."""
    mine = tuple_(evidence.c.claim_seq, evidence.c.reviewer).in_(
        select(review.c.claim_seq, review.c.reviewer).where(decided())
    )
    rows = connection.execute(
        select(*(evidence.c[name] for name in Cited._fields))
        .where(evidence.c.source_id.is_not(None), evidence.c.start.is_not(None), mine)
        .order_by(evidence.c.claim_seq, evidence.c.reviewer, evidence.c.evidence)
    )
    return [Cited(*row) for row in rows]


def titles(connection: Connection) -> dict[int, tuple[str, str | None]]:
    """Id and title of each article, by its seq."""
    rows = connection.execute(select(article.c.seq, article.c.id, article.c.title))
    return {int(seq): (str(article_id), title) for seq, article_id, title in rows}
