"""Queries on reviews and on a reviewer's queue."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, MutableMapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    Subquery,
    and_,
    exists,
    func,
    or_,
    select,
    true,
    tuple_,
)

from db import assignments, claims, evidence, ranks
from db.articles import chunks
from db.claims import ORDER, claim
from db.decided import decided, outcome
from db.fold.state import review, review_tag
from db.many import bound, many
from db.ranks import rank
from db.rows import Filter, QueueItem, Review
from db.shown import candidates, shown

_FIELDS = [
    claim.c.id if name == "claim_id" else review.c[name]
    for name in Review._fields
    if name not in ("tags", "evidence")
]
DISAGREEMENT = "disagreement"
"""The order of the queue that begins with what others disagree on; it tells nothing else."""

_TAGS = Review._fields.index("tags")
_JOINED = review.join(claim, claim.c.seq == review.c.claim_seq)


def queue(connection: Connection, reviewer: str, wanted: Filter) -> array[int]:
    """The seqs of the claims that a reviewer is shown, in the order that the filter names.

    Claims of equal score, and those that have no score yet, stand in the order of the articles.
    """
    source: FromClause = claim
    order: tuple[ColumnElement[Any], ...] = ORDER
    if wanted.order == DISAGREEMENT:
        disputed = _disputed(reviewer)
        source = claim.outerjoin(disputed, disputed.c.claim_seq == claim.c.seq)
        order = (disputed.c.place.is_(None), disputed.c.place, *ORDER)
    elif wanted.order != ranks.ARTICLE:
        version = rank.c.version == ranks.in_force(connection)
        source = claim.outerjoin(rank, and_(rank.c.claim_seq == claim.c.seq, version))
        order = (rank.c.version.is_(None), ranks.KEYS[wanted.order], *ORDER)
    query = _queue(connection, reviewer, wanted, source).order_by(*order)
    return array("q", connection.execute(query).scalars())


def next_open(
    connection: Connection, reviewer: str, wanted: Filter, after: int | None
) -> int | None:
    """The first undecided claim of the queue behind the claim `after`, around the end."""
    wanted = wanted._replace(state="open")
    if after is not None:
        behind = _neighbour(connection, reviewer, wanted, after)
        if behind is not None:
            return behind
    return _neighbour(connection, reviewer, wanted, None)


def open_behind(
    connection: Connection,
    reviewer: str,
    wanted: Filter,
    after: int | None,
    *,
    held: bool = False,
) -> int | None:
    """The first undecided claim behind `after`, or of all; with `held`, of those she holds."""
    only = assignments.held(reviewer) if held else None
    wanted = wanted._replace(state="open")
    return _neighbour(connection, reviewer, wanted, after, only=only)


def open_again(connection: Connection, reviewer: str, wanted: Filter) -> int | None:
    """The first claim of the queue that the reviewer is to decide a second time."""
    only = claim.c.seq.in_(assignments.due(reviewer))
    wanted = wanted._replace(state="open")
    return _neighbour(connection, reviewer, wanted, None, only=only)


def suggested(connection: Connection, claim_id: str) -> int | None:
    """The seq of the candidate with this id, if the project wants it reviewed; else None."""
    query = select(claim.c.seq).where(claim.c.id == claim_id, candidates(connection))
    return connection.execute(query).scalar()


def all_candidates(connection: Connection, wanted: Filter) -> list[int]:
    """The candidates that a filter lets through, whoever they go to, in article order."""
    everything = candidates(connection)
    query = _narrowed(select(claim.c.seq).where(everything), wanted)
    return [int(seq) for seq in connection.execute(query.order_by(*ORDER)).scalars()]


def open_batch(
    connection: Connection, reviewer: str, wanted: Filter, first: int, limit: int
) -> list[int]:
    """Undecided claims of the queue from `first` on, in order, within its stretch."""
    wanted = wanted._replace(state="open")
    for source, order, here in _stretches(connection, wanted.order, reviewer):
        at = connection.execute(
            select(*order).select_from(source).where(here, claim.c.seq == first)
        ).first()
        if at is not None:
            query = _queue(connection, reviewer, wanted, source).where(here)
            query = query.where(tuple_(*order) >= tuple(at)).order_by(*order).limit(limit)
            return [int(seq) for seq in connection.execute(query).scalars()]
    return []


def previous_open(connection: Connection, reviewer: str, wanted: Filter, before: int) -> int | None:
    """The last undecided claim of the queue before the claim `before`."""
    wanted = wanted._replace(state="open")
    return _neighbour(connection, reviewer, wanted, before, backwards=True)


def _neighbour(
    connection: Connection,
    reviewer: str,
    wanted: Filter,
    of: int | None,
    *,
    backwards: bool = False,
    only: ColumnElement[bool] | None = None,
) -> int | None:
    """The next claim behind `of` or before it; where that is None, the first of all.

    Each stretch of the queue is read through the index that gives its order: only the claims
    on the way are looked at.
    """
    stretches = _stretches(connection, wanted.order, reviewer)
    begun = of is None
    for source, order, here in reversed(stretches) if backwards else stretches:
        query = _queue(connection, reviewer, wanted, source).where(here)
        if only is not None:
            query = query.where(only)
        if not begun:
            at = connection.execute(
                select(*order).select_from(source).where(here, claim.c.seq == of)
            ).first()
            if at is None:
                continue
            begun = True
            beyond = tuple_(*order) < tuple(at) if backwards else tuple_(*order) > tuple(at)
            query = query.where(beyond)
        query = query.order_by(*(c.desc() if backwards else c for c in order)).limit(1)
        found = connection.execute(query).scalar()
        if found is not None:
            return int(found)
    return None


_Stretch = tuple[FromClause, tuple[ColumnElement[Any], ...], ColumnElement[bool]]


def _stretches(connection: Connection, order: str, reviewer: str) -> list[_Stretch]:
    """The stretches that an order is made of: source, columns to sort by, condition."""
    if order == ranks.ARTICLE:
        return [(claim, ORDER, true())]
    if order == DISAGREEMENT:
        disputed = _disputed(reviewer)
        joined = disputed.join(claim, claim.c.seq == disputed.c.claim_seq)
        rest = claim.c.seq.not_in(select(disputed.c.claim_seq))
        return [(joined, (disputed.c.place, *ORDER), true()), (claim, ORDER, rest)]
    version = rank.c.version == ranks.in_force(connection)
    ranked = exists().where(rank.c.claim_seq == claim.c.seq, version).correlate(claim)
    joined = rank.join(claim, claim.c.seq == rank.c.claim_seq)
    return [(joined, ranks.place(order), version), (claim, ORDER, ~ranked)]


def _disputed(reviewer: str) -> Subquery:
    """Claims on which others have come to different outcomes; the more, the earlier."""
    kinds = func.count(outcome().distinct())
    return (
        select(review.c.claim_seq, (-kinds).label("place"))
        .where(review.c.reviewer != reviewer, decided())
        .group_by(review.c.claim_seq)
        .having(kinds > 1)
        .subquery("disputed")
    )


def _queue(
    connection: Connection, reviewer: str, wanted: Filter, source: FromClause = claim
) -> Select[Any]:
    if wanted.state or wanted.verdict:
        mine = and_(review.c.claim_seq == claim.c.seq, review.c.reviewer == reviewer)
        source = source.outerjoin(review, mine)
    query = select(claim.c.seq).select_from(source)
    query = query.where(shown(connection, reviewer, phrases=wanted.phrases))
    if wanted.state or wanted.verdict:
        query = query.where(_state(wanted.state, reviewer))
    if wanted.verdict:
        due = claim.c.seq.in_(assignments.due(reviewer))
        query = query.where(review.c.verdict == wanted.verdict, ~due)
    if wanted.tag:
        query = query.where(claim.c.seq.in_(_tagged(reviewer, wanted.tag)))
    return _narrowed(query, wanted, reviewer)


def _narrowed(query: Select[Any], wanted: Filter, reviewer: str | None = None) -> Select[Any]:
    """By what a claim is; with a reviewer, her own wording counts in a search."""
    if wanted.article_seq is not None:
        query = query.where(claim.c.article_seq == wanted.article_seq)
    if wanted.proposer:
        query = query.where(claim.c.proposer == wanted.proposer)
    for word in wanted.search.split():
        says = [
            claim.c.quote.icontains(word, autoescape=True),
            claim.c.statement.icontains(word, autoescape=True),
        ]
        if reviewer is not None:
            says.append(claim.c.seq.in_(_reworded(reviewer, word)))
        query = query.where(or_(*says))
    return query


def _reworded(reviewer: str, word: str) -> Select[Any]:
    return select(review.c.claim_seq).where(
        review.c.reviewer == reviewer, review.c.statement.icontains(word, autoescape=True)
    )


def proposers(connection: Connection, reviewer: str) -> list[str]:
    """What proposed the claims that a reviewer is shown, and she if she added some; by name."""
    query = select(claim.c.proposer).where(shown(connection, reviewer)).distinct()
    return sorted(str(name) for name in connection.execute(query).scalars())


def _tagged(reviewer: str, tag: str) -> Select[Any]:
    return select(review_tag.c.claim_seq).where(
        review_tag.c.reviewer == reviewer, review_tag.c.tag == tag
    )


def _state(state: str, reviewer: str) -> ColumnElement[bool]:
    """A state in the eyes of the reviewer: a claim that is to be decided again is open."""
    due = claim.c.seq.in_(assignments.due(reviewer))
    if state == "decided":
        return and_(review.c.verdict.is_not(None), ~due)
    if state == "discarded":
        return and_(review.c.discarded.is_(True), ~due)
    if state == "later":
        return review.c.later.is_(True)
    if state == "open":  # what was put off is still to be decided, but not by walking on
        undecided = and_(review.c.verdict.is_(None), review.c.discarded.is_(False))
        undone = or_(review.c.claim_seq.is_(None), and_(undecided, review.c.later.is_(False)))
        return or_(undone, due)
    return claim.c.seq.is_not(None)


def of_claims(connection: Connection, seqs: Sequence[int], reviewer: str) -> dict[int, Review]:
    """A reviewer's own reviews of some claims, by claim seq."""
    found: dict[int, Review] = {}
    for chunk in chunks(seqs):
        mine = and_(review.c.claim_seq.in_(chunk), review.c.reviewer == reviewer)
        rows = connection.execute(select(*_FIELDS).select_from(_JOINED).where(mine)).all()
        found.update((made.claim_seq, made) for made in _whole(connection, rows))
    return found


@cache
def _of_claims(dialect: str) -> Select[Any]:
    return (
        select(*_FIELDS)
        .select_from(_JOINED)
        .where(review.c.claim_seq.in_(many(dialect)))
        .order_by(review.c.claim_seq, review.c.reviewer)
    )


@cache
def _tags_of(dialect: str) -> Select[Any]:
    return (
        select(review_tag.c.claim_seq, review_tag.c.reviewer, review_tag.c.tag)
        .where(review_tag.c.claim_seq.in_(many(dialect)))
        .order_by(review_tag.c.tag)
    )


def by_claims(connection: Connection, seqs: Sequence[int]) -> dict[int, list[Review]]:
    """Everybody's reviews of some claims, by claim seq, in the order of the names."""
    found: dict[int, list[Review]] = {}
    query = _of_claims(connection.dialect.name)
    for made in _whole(connection, connection.execute(query, bound(connection, seqs)).all()):
        found.setdefault(made.claim_seq, []).append(made)
    return found


def every(connection: Connection) -> Iterator[Review]:
    """All reviews, ordered by claim id and reviewer."""
    query = select(*_FIELDS).select_from(_JOINED).order_by(claim.c.id, review.c.reviewer)
    for page in connection.execute(query).partitions(400):
        yield from _whole(connection, page)


def _whole(connection: Connection, rows: Sequence[Any]) -> list[Review]:
    seqs = sorted({int(row[0]) for row in rows})
    tags: dict[tuple[int, str], list[str]] = {}
    query = _tags_of(connection.dialect.name)
    for seq, reviewer, tag in connection.execute(query, bound(connection, seqs)):
        tags.setdefault((int(seq), str(reviewer)), []).append(str(tag))
    cited = evidence.by_claims(connection, seqs)
    made = []
    for row in rows:
        key = (row[0], row[2])
        borne, held = tags.get(key), cited.get(key, ())
        values = (*row[:_TAGS], tuple(sorted(borne)) if borne else (), *row[_TAGS:], held)
        made.append(Review._make(values))
    return made


def items(
    connection: Connection,
    seqs: Sequence[int],
    reviewer: str,
    texts: MutableMapping[int, str] | None = None,
) -> list[QueueItem]:
    """Claims with the reviewer's own reviews, in the order of `seqs`."""
    found = claims.by_seq(connection, seqs, texts)
    reviews = of_claims(connection, seqs, reviewer)
    for seq in assignments.due_among(connection, reviewer, list(reviews)):
        del reviews[seq]  # she decides it anew, without what she said before
    return [QueueItem(found[seq], reviews.get(seq)) for seq in seqs if seq in found]


def tags_in_use(connection: Connection, reviewer: str) -> list[tuple[str, int]]:
    """A reviewer's tags with the number of claims that bear them, most used first."""
    number = func.count().label("number")
    rows = connection.execute(
        select(review_tag.c.tag, number)
        .where(review_tag.c.reviewer == reviewer)
        .group_by(review_tag.c.tag)
        .order_by(number.desc(), review_tag.c.tag)
    )
    return [(str(tag), int(count)) for tag, count in rows]
