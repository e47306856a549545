"""Queries on what reviewers agree and disagree on, and on the gold labels that settle it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, exists, func, select

from db.claims import ORDER, claim
from db.decided import decided, outcome
from db.events import event
from db.fold.gold import gold, recheck
from db.fold.state import review
from db.many import bound, many
from db.rows import Gold

_FIELDS = [gold.c[name] for name in Gold._fields]
_VOTES = Gold._fields.index("votes")


class Poll(NamedTuple):
    """How the decided reviews of one claim are spread over the outcomes."""

    claim_seq: int
    claim_id: str
    article_id: str
    worth: float
    outcomes: dict[str, int]  # label id, or `DISCARDED`, to the number of reviewers

    @property
    def reviews(self) -> int:
        """How many reviewers have decided."""
        return sum(self.outcomes.values())

    @property
    def disagreement(self) -> float:
        """The share of pairs of reviewers that disagree, in [0, 1]."""
        n = self.reviews
        same = sum(count * (count - 1) for count in self.outcomes.values())
        return 1 - same / (n * (n - 1)) if n > 1 else 0.0


def polls(connection: Connection, *, by: str | None = None, open_only: bool = True) -> list[Poll]:
    """The polls of claims in article order, phrases too.

    Args:
        connection: to read from.
        by: only claims that this reviewer has decided herself; None for all.
        open_only: leave out claims whose gold label is settled.
    """
    from db.articles import article

    number = func.count().label("number")
    # Outer names are grouped by, too: PostgreSQL wants every column that is ordered by.
    columns = (claim.c.seq, claim.c.id, article.c.id, claim.c.worth, *ORDER[:3])
    query = (
        select(claim.c.seq, claim.c.id, article.c.id, claim.c.worth, outcome(), number)
        .select_from(
            review.join(claim, claim.c.seq == review.c.claim_seq).join(
                article, article.c.seq == claim.c.article_seq
            )
        )
        .where(decided())
        .group_by(*columns, outcome())
        .order_by(*ORDER, outcome())
    )
    if open_only:
        settled = exists().where(gold.c.claim_seq == claim.c.seq, gold.c.settled.is_(True))
        query = query.where(~settled)
    if by is not None:
        own = review.alias("own")
        mine = select(own.c.claim_seq).where(own.c.reviewer == by, decided(own))
        query = query.where(claim.c.seq.in_(mine))
    rows = connection.execute(query)
    return [
        Poll(seq, claim_id, article_id, worth, {str(row[4]): int(row[5]) for row in group})
        for (seq, claim_id, article_id, worth), group in groupby(rows, key=lambda row: row[:4])
    ]


def has_decided(connection: Connection, reviewer: str) -> bool:
    """Whether somebody has decided any claim."""
    query = select(review.c.claim_seq).where(review.c.reviewer == reviewer, decided()).limit(1)
    return connection.execute(query).first() is not None


def has_settled(connection: Connection, reviewer: str) -> bool:
    """Whether somebody has ever settled a disagreement."""
    kind = event.c.kind == "adjudicated"
    query = select(event.c.id).where(event.c.reviewer == reviewer, kind).limit(1)
    return connection.execute(query).first() is not None


def decided_by(connection: Connection, reviewer: str) -> set[str]:
    """The ids of the claims that somebody has decided."""
    query = select(claim.c.id).select_from(review.join(claim, claim.c.seq == review.c.claim_seq))
    mine = query.where(review.c.reviewer == reviewer, decided())
    return {str(claim_id) for claim_id in connection.execute(mine).scalars()}


def voted_by(connection: Connection, lead: str) -> set[int]:
    """The seqs of the claims that want more votes, and on which this lead has given hers."""
    rows = connection.execute(
        select(gold.c.claim_seq, gold.c.votes).where(gold.c.settled.is_(False))
    )
    return {int(seq) for seq, votes in rows if any(vote["lead"] == lead for vote in votes)}


@cache
def _of_claims(dialect: str) -> Select[Any]:
    return select(*_FIELDS).where(gold.c.claim_seq.in_(many(dialect)))


def of_claims(connection: Connection, seqs: Sequence[int]) -> dict[int, Gold]:
    """The gold labels of some claims, by claim seq."""
    found: dict[int, Gold] = {}
    query = _of_claims(connection.dialect.name)
    for row in connection.execute(query, bound(connection, seqs)):
        values = list(row)
        values[_VOTES] = tuple(values[_VOTES])
        found[int(row[0])] = Gold(*values)
    return found


def counts(connection: Connection) -> dict[str, int]:
    """How many claims have a gold label, settled or still wanting votes, by how they got it."""
    rows = connection.execute(
        select(gold.c.settled, gold.c.how, func.count())
        .group_by(gold.c.settled, gold.c.how)
        .order_by(gold.c.how)
    )
    found: dict[str, int] = {}
    for settled, how, number in rows:
        name = str(how) if settled else "wanting votes"
        found[name] = found.get(name, 0) + int(number)
    return found


class Again(NamedTuple):
    """A reviewer's outcome on a claim beside another outcome to hold it against."""

    reviewer: str
    claim_seq: int
    first: str
    other: str
    at: str


def rechecked(connection: Connection) -> Iterator[Again]:
    """Each reviewer's first outcome beside her second, in the order of time."""
    again = outcome(recheck)
    joined = recheck.join(
        review,
        (review.c.claim_seq == recheck.c.claim_seq) & (review.c.reviewer == recheck.c.reviewer),
    )
    rows = connection.execute(
        select(recheck.c.reviewer, recheck.c.claim_seq, outcome(), again, recheck.c.at)
        .select_from(joined)
        .where(decided())
        .order_by(recheck.c.reviewer, recheck.c.at, recheck.c.claim_seq)
    )
    for row in rows:
        yield Again(*row)


def controlled(connection: Connection) -> Iterator[Again]:
    """Each reviewer's outcome on a control claim beside the lead's, in the order of time."""
    right = outcome(gold)
    joined = review.join(gold, gold.c.claim_seq == review.c.claim_seq)
    rows = connection.execute(
        select(review.c.reviewer, review.c.claim_seq, outcome(), right, review.c.decided_at)
        .select_from(joined)
        .where(decided(), gold.c.control.is_(True))
        .order_by(review.c.reviewer, review.c.decided_at, review.c.claim_seq)
    )
    for row in rows:
        yield Again(*row)
