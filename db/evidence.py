"""Queries on evidence, and on how others find it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, exists, func, select
from sqlalchemy.orm import aliased

from db import claims
from db.articles import chunks
from db.claims import claim
from db.fold.evidence import review_evidence, sufficiency
from db.many import bound, many
from db.rows import Evidence, Review
from db.schema import TABLES

__all__ = [
    "Judgement",
    "by_claims",
    "every",
    "judged",
    "judgements",
    "last",
    "seen",
    "to_judge",
    "token",
]

review = TABLES["review"]
_FIELDS = [
    review_evidence.c["evidence" if name == "id" else name].label(name) for name in Evidence._fields
]
_ORDER = (review_evidence.c.claim_seq, review_evidence.c.reviewer, review_evidence.c.position)
_FLAGS = Evidence._fields.index("flags")


class Judgement(NamedTuple):
    """How a reviewer found another's evidence for a verdict."""

    claim_id: str
    reviewer: str
    of: str  # `token` of the review that she judged
    verdict: str
    sufficient: bool
    at: str


@cache
def _of_claims(dialect: str) -> Select[Any]:
    return (
        select(review_evidence.c.claim_seq, review_evidence.c.reviewer, *_FIELDS)
        .where(review_evidence.c.claim_seq.in_(many(dialect)))
        .order_by(*_ORDER)
    )


def by_claims(
    connection: Connection, seqs: Sequence[int], reviewer: str | None = None
) -> dict[tuple[int, str], tuple[Evidence, ...]]:
    """The evidence on some claims, of one reviewer or of all: (claim seq, reviewer) → pieces.

    Pieces are in the order in which they were cited.
    """
    found: dict[tuple[int, str], list[Evidence]] = {}
    query = _of_claims(connection.dialect.name)
    if reviewer is not None:
        query = query.where(review_evidence.c.reviewer == reviewer)
    for seq, name, *values in connection.execute(query, bound(connection, seqs)):
        found.setdefault((int(seq), str(name)), []).append(_piece(values))
    return {key: tuple(pieces) for key, pieces in found.items()}


def every(connection: Connection) -> Iterator[tuple[str, str, Evidence]]:
    """All evidence: claim id, reviewer, piece; ordered by source, so that texts are read once."""
    query = (
        select(claim.c.id, review_evidence.c.reviewer, *_FIELDS)
        .join(claim, claim.c.seq == review_evidence.c.claim_seq)
        .order_by(
            review_evidence.c.source_id,
            claim.c.id,
            review_evidence.c.reviewer,
            review_evidence.c.position,
        )
    )
    for claim_id, name, *values in connection.execute(query):
        yield str(claim_id), str(name), _piece(values)


def last(connection: Connection, reviewer: str, limit: int = 20) -> list[Evidence]:
    """The pieces that a reviewer cited or changed last, on whatever claim, newest first."""
    query = (
        select(*_FIELDS)
        .where(review_evidence.c.reviewer == reviewer)
        .order_by(
            review_evidence.c.at.desc(),
            review_evidence.c.position.desc(),
            review_evidence.c.evidence,
        )
        .limit(limit)
    )
    return [_piece(list(row)) for row in connection.execute(query)]


def _piece(values: Sequence[Any]) -> Evidence:
    made = list(values)
    made[_FLAGS] = tuple(str(flag) for flag in made[_FLAGS] or ())
    return Evidence(*made)


def token(found: Review) -> str:
    """A name for a review's verdict and evidence that does not tell whose they are.

    Another verdict or other evidence gives another token.
    """
    pieces = [
        [e.id, e.source_id, e.url, e.start, e.end, e.stance, e.set_no, e.question]
        for e in found.evidence
    ]
    key = json.dumps([found.claim_id, found.reviewer, found.verdict, found.scheme, pieces])
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def to_judge(connection: Connection, reviewer: str, overlap: int) -> list[int]:
    """Claims on which another gave a verdict with evidence, and which wait for none of hers.

    Those are the claims that she decided herself, and those that have `overlap` verdicts without
    hers; with an overlap of 0 everybody is to give a verdict. In the order of the claims.
    """
    mine, other = aliased(review), aliased(review)
    cited = exists().where(
        review_evidence.c.claim_seq == other.c.claim_seq,
        review_evidence.c.reviewer == other.c.reviewer,
    )
    by_other = exists().where(
        other.c.claim_seq == claim.c.seq,
        other.c.reviewer != reviewer,
        other.c.verdict.is_not(None),
        cited,
    )
    by_her = exists().where(
        mine.c.claim_seq == claim.c.seq,
        mine.c.reviewer == reviewer,
        mine.c.verdict.is_not(None),
    )
    verdicts = (
        select(func.count())
        .where(review.c.claim_seq == claim.c.seq, review.c.verdict.is_not(None))
        .scalar_subquery()
    )
    query = select(claim.c.seq).where(
        claim.c.status == "active",
        claim.c.origin == "proposer",
        by_other,
        by_her | (verdicts >= overlap) if overlap else by_her,
    )
    return [int(seq) for seq in connection.execute(query.order_by(*claims.ORDER)).scalars()]


def judged(connection: Connection, seqs: Sequence[int], reviewer: str) -> set[str]:
    """The tokens of what a reviewer has judged on some claims."""
    found: set[str] = set()
    for chunk in chunks(seqs):
        query = select(sufficiency.c.of).where(
            sufficiency.c.claim_seq.in_(chunk), sufficiency.c.reviewer == reviewer
        )
        found.update(str(of) for of in connection.execute(query).scalars())
    return found


def seen(connection: Connection, claim_ids: Sequence[str], reviewer: str) -> bool:
    """Whether she judged others' evidence on one of these claims and gave no verdict herself."""
    own = exists().where(
        review.c.claim_seq == sufficiency.c.claim_seq,
        review.c.reviewer == reviewer,
        review.c.verdict.is_not(None) | review.c.discarded,
    )
    for chunk in chunks(claim_ids):
        query = (
            select(sufficiency.c.claim_seq)
            .join(claim, claim.c.seq == sufficiency.c.claim_seq)
            .where(claim.c.id.in_(chunk), sufficiency.c.reviewer == reviewer, ~own)
        )
        if connection.execute(query).first() is not None:
            return True
    return False


def judgements(connection: Connection) -> list[Judgement]:
    """Everybody's judgements, ordered by claim id, reviewer and what was judged."""
    fields = [sufficiency.c[name] for name in Judgement._fields if name != "claim_id"]
    query = (
        select(claim.c.id, *fields)
        .join(claim, claim.c.seq == sufficiency.c.claim_seq)
        .order_by(claim.c.id, sufficiency.c.reviewer, sufficiency.c.of)
    )
    return [Judgement(*row) for row in connection.execute(query)]
