"""Counts: how far the work is."""

from __future__ import annotations

from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Subquery, and_, case, func, or_, select, true

from db import assignments
from db.articles import article
from db.claims import claim
from db.decided import decided
from db.events import event
from db.fold.gold import gold
from db.fold.state import review, review_tag
from db.rows import UNTITLED, Progress, called
from db.shown import candidates, shown


class Counts(NamedTuple):
    """How many claims a reviewer is shown, and what she has done with them."""

    claims: int
    decided: int
    discarded: int
    later: int

    @property
    def open(self) -> int:
        """Claims still to be decided, those put off among them."""
        return self.claims - self.decided - self.discarded


def _sum(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


_COUNTS = (
    func.count(claim.c.seq),
    _sum(review.c.verdict.is_not(None)),
    _sum(review.c.discarded.is_(True)),
    _sum(review.c.later.is_(True)),
)


def _mine(reviewer: str) -> ColumnElement[bool]:
    return and_(review.c.claim_seq == claim.c.seq, review.c.reviewer == reviewer)


def counts(connection: Connection, reviewer: str) -> Counts:
    """A reviewer's counts over the whole project."""
    joined = claim.outerjoin(review, _mine(reviewer))
    query = select(*_COUNTS).select_from(joined).where(shown(connection, reviewer))
    claims, done, discarded, later = (int(value) for value in connection.execute(query).one())
    again = claim.c.seq.in_(assignments.due(reviewer))
    row = connection.execute(query.where(again)).one()  # to be decided once more
    return Counts(claims, done - int(row[1]), discarded - int(row[2]), later)


def progress(connection: Connection, reviewer: str) -> list[Progress]:
    """A reviewer's counts in each article, in the order of import."""
    joined = article.outerjoin(
        claim, and_(claim.c.article_seq == article.c.seq, shown(connection, reviewer))
    ).outerjoin(review, _mine(reviewer))
    first = (article.c.seq, article.c.id, article.c.title)
    last = (article.c.imported_at, article.c.url, article.c.origin)
    rows = connection.execute(
        select(*first, *_COUNTS, *last)
        .select_from(joined)
        .group_by(*first, *last)
        .order_by(article.c.seq)
    )
    return [Progress(*row) for row in rows]


def by_reviewer(connection: Connection) -> list[dict[str, Any]]:
    """What each reviewer has done: decided, discarded, later, first and last time."""
    rows = connection.execute(
        select(
            review.c.reviewer,
            *_COUNTS[1:],
            func.min(review.c.decided_at),
            func.max(review.c.updated_at),
        )
        .select_from(review.join(claim, claim.c.seq == review.c.claim_seq))
        .group_by(review.c.reviewer)
        .order_by(review.c.reviewer)
    )
    names = ("reviewer", "decided", "discarded", "later", "first", "last")
    return [dict(zip(names, row, strict=True)) for row in rows]


def verdicts(connection: Connection, viewer: str | None = None) -> dict[str, int]:
    """How often each label was given, by label id.

    For a viewer who reviews blind, only on claims that she has decided.
    """
    rows = connection.execute(
        select(review.c.verdict, func.count())
        .where(review.c.verdict.is_not(None), _seen(review.c.claim_seq, viewer))
        .group_by(review.c.verdict)
        .order_by(review.c.verdict)
    )
    return {str(label): int(number) for label, number in rows}


def discarded(connection: Connection, viewer: str | None = None) -> int:
    """How many reviews discard their claim; for a viewer as in `verdicts`."""
    dropped = and_(review.c.discarded.is_(True), _seen(review.c.claim_seq, viewer))
    query = select(func.count()).select_from(review).where(dropped)
    return int(connection.execute(query).scalar_one())


def _seen(claim_seq: ColumnElement[int], viewer: str | None) -> ColumnElement[bool]:
    if viewer is None:
        return true()
    own = review.alias("own")
    mine = select(own.c.claim_seq).where(own.c.reviewer == viewer, decided(own))
    return claim_seq.in_(mine)


def tags(connection: Connection, viewer: str | None = None) -> dict[str, int]:
    """How often each tag is in use; for a viewer as in `verdicts`."""
    seen = or_(_seen(review_tag.c.claim_seq, viewer), review_tag.c.reviewer == (viewer or ""))
    rows = connection.execute(
        select(review_tag.c.tag, func.count())
        .where(seen)
        .group_by(review_tag.c.tag)
        .order_by(func.count().desc(), review_tag.c.tag)
    )
    return {str(tag): int(number) for tag, number in rows}


def totals(connection: Connection) -> dict[str, int]:
    """Articles, candidates by kind, and claims that reviewers added."""
    active = claim.c.status == "active"
    added = and_(active, claim.c.origin == "reviewer")
    candidates = and_(active, or_(claim.c.origin == "proposer"))
    row = connection.execute(
        select(
            select(func.count()).select_from(article).scalar_subquery(),
            select(func.count()).select_from(claim).where(candidates).scalar_subquery(),
            select(func.count()).select_from(claim).where(added).scalar_subquery(),
        )
    ).one()
    return dict(zip(("articles", "candidates", "added"), (int(v) for v in row), strict=True))


class ArticleState(NamedTuple):
    """How far the candidates of an article are, whoever reviews them."""

    article_seq: int
    article_id: str
    title: str | None
    claims: int
    begun: int  # with a decision
    complete: int  # with as many decisions as the project wants
    reviews: int
    settled: int  # with a settled gold label
    url: str | None = None
    origin: str | None = None

    @property
    def name(self) -> str:
        """What the article is called."""
        return called(self.title, self.url, self.origin) or UNTITLED


def article_states(connection: Connection, wanted: int) -> list[ArticleState]:
    """The state of each article, in the order of import; `wanted` reviews make a claim complete."""
    tally = _tally()
    number = func.coalesce(tally.c.number, 0)
    settled = and_(gold.c.claim_seq == claim.c.seq, gold.c.settled.is_(True))
    rows = connection.execute(
        select(
            claim.c.article_seq,
            func.count(claim.c.seq),
            _sum(number >= 1),
            _sum(number >= wanted),
            func.coalesce(func.sum(number), 0),
            func.count(gold.c.claim_seq),
        )
        .select_from(
            claim.outerjoin(tally, tally.c.claim_seq == claim.c.seq).outerjoin(gold, settled)
        )
        .where(candidates(connection))
        .group_by(claim.c.article_seq)
    )
    # Joined here: in one query SQLite would look through all claims for each of the articles.
    found = {int(row[0]): [int(n) for n in row[1:]] for row in rows}
    fields = (article.c.seq, article.c.id, article.c.title, article.c.url, article.c.origin)
    states = []
    for seq, id, title, url, origin in connection.execute(select(*fields).order_by(article.c.seq)):
        claims, begun, complete, reviews, done = found.get(seq, (0, 0, 0, 0, 0))
        numbers = (claims, begun, complete, reviews, done)
        states.append(ArticleState(seq, id, title, *numbers, url, origin))
    return states


def _tally() -> Subquery:
    """How many decisions each claim has that has any."""
    return (
        select(review.c.claim_seq, func.count().label("number"))
        .where(decided())
        .group_by(review.c.claim_seq)
        .subquery("tally")
    )


def wanting(connection: Connection, wanted: int) -> tuple[int, int]:
    """How many candidates want more decisions, and how many decisions they want in all."""
    tally = _tally()
    number = func.coalesce(tally.c.number, 0)
    joined = claim.outerjoin(tally, tally.c.claim_seq == claim.c.seq)
    query = select(func.count(), func.coalesce(func.sum(wanted - number), 0))
    row = connection.execute(
        query.select_from(joined).where(candidates(connection), number < wanted)
    ).one()
    return int(row[0]), int(row[1])


def decision_times(connection: Connection) -> list[tuple[str, str]]:
    """Reviewer and time of every decision, undone ones too, by reviewer and in order."""
    rows = connection.execute(
        select(event.c.reviewer, event.c.at)
        .where(event.c.kind.in_(("verdict", "discarded", "rechecked")))
        .order_by(event.c.reviewer, event.c.at)
    )
    return [(str(reviewer), str(at)) for reviewer, at in rows]
