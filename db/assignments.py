"""Who is to review what: slots, leases, given sets, and claims that come back.

With an overlap of K every candidate has K slots. A slot is held by a decision, by a claim that
was given to a reviewer, or by a lease that is not over. A lease is taken for a batch of claims
before a reviewer is shown them, and renewed while she acts; what she leaves comes back when it
is over. Control claims and the claims that a reviewer added herself have no slots.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    String,
    and_,
    bindparam,
    delete,
    exists,
    func,
    insert,
    or_,
    select,
    update,
)

from db import identity
from db.articles import chunks
from db.decided import decided
from db.schema import TABLES

assignment = TABLES["assignment"]
claim = TABLES["claim"]
gold = TABLES["gold"]
recheck = TABLES["recheck"]
review = TABLES["review"]

LEASE, FIXED, RECHECK, CONTROL = "lease", "fixed", "recheck", "control"
OVERLAP = "overlap"  # the setting; 0 or missing: everybody reviews everything
KEPT = 64  # reviewers whose expressions are kept
LEASE_MINUTES = 30
RENEW_MINUTES = 25  # a lease with less than this left is renewed when its holder acts


def later(minutes: float) -> str:
    """The time in so many minutes, in the form of `identity.now`."""
    at = datetime.now(UTC) + timedelta(minutes=minutes)
    return at.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


# Making an expression costs more than running it: those that every key needs are made once, and
# the time now is put in when they are run.
_NOW = bindparam("now", callable_=lambda: later(0), type_=String)


@cache
def _standing() -> ColumnElement[bool]:
    """An assignment that is in force."""
    return ~and_(assignment.c.kind == LEASE, assignment.c.until <= _NOW)


@lru_cache(maxsize=KEPT)
def _decided_by(reviewer: str) -> ColumnElement[bool]:
    """Whether a reviewer has decided the claim at hand."""
    mine = and_(review.c.claim_seq == claim.c.seq, review.c.reviewer == reviewer)
    return exists().where(mine, decided()).correlate(claim)


@lru_cache(maxsize=KEPT)
def _full(reviewer: str, overlap: int) -> ColumnElement[bool]:
    """Whether others hold all slots of the claim at hand.

    Counted claim by claim through the keys of the two tables: a look at the next claims of the
    queue must not cost a look at all of them.
    """
    others = and_(review.c.claim_seq == claim.c.seq, review.c.reviewer != reviewer)
    decisions = select(func.count()).select_from(review).where(others, decided())
    twice = review.alias("twice")
    same = and_(
        twice.c.claim_seq == assignment.c.claim_seq,
        twice.c.reviewer == assignment.c.reviewer,
        decided(twice),
    )
    assigned = select(func.count(assignment.c.reviewer.distinct())).where(
        assignment.c.claim_seq == claim.c.seq,
        assignment.c.reviewer != reviewer,
        assignment.c.kind.in_((LEASE, FIXED)),
        _standing(),
        ~exists().where(same),
    )
    held = decisions.correlate(claim).scalar_subquery()
    return held + assigned.correlate(claim).scalar_subquery() >= overlap


@lru_cache(maxsize=KEPT)
def _controls() -> Select[Any]:
    return select(gold.c.claim_seq).where(gold.c.control.is_(True))


@lru_cache(maxsize=KEPT)
def given(reviewer: str, *kinds: str) -> Select[Any]:
    """The seqs of the claims that are assigned to a reviewer now; of these kinds or of all."""
    query = select(assignment.c.claim_seq).where(assignment.c.reviewer == reviewer, _standing())
    return query.where(assignment.c.kind.in_(kinds)) if kinds else query


def has_set(connection: Connection, reviewer: str) -> bool:
    """Whether a fixed set was given to a reviewer."""
    return connection.execute(given(reviewer, FIXED).limit(1)).first() is not None


def open_to(
    connection: Connection, reviewer: str, overlap: int, controls: bool
) -> ColumnElement[bool] | None:
    """The claims that are for a reviewer; None where that is all of them.

    Args:
        connection: to read from.
        reviewer: who.
        overlap: how many reviewers each claim goes to; 0 for everybody.
        controls: control claims go to everybody.
    """
    fixed = has_set(connection, reviewer)
    if not overlap and not fixed:
        return None
    own = or_(claim.c.origin == "reviewer", _decided_by(reviewer))
    if fixed:
        mine = or_(own, claim.c.seq.in_(given(reviewer)))
    else:
        mine = or_(own, ~_full(reviewer, overlap))
    return or_(mine, claim.c.seq.in_(_controls())) if controls else mine


@lru_cache(maxsize=KEPT)
def held(reviewer: str) -> ColumnElement[bool]:
    """The claims that a reviewer may work on without taking a lease first."""
    return or_(claim.c.origin == "reviewer", claim.c.seq.in_(given(reviewer)))


@lru_cache(maxsize=KEPT)
def due(reviewer: str) -> Select[Any]:
    """The seqs of the claims that a reviewer is to decide a second time."""
    first = exists().where(
        review.c.claim_seq == assignment.c.claim_seq,
        review.c.reviewer == assignment.c.reviewer,
        decided(),
    )
    answered = exists().where(
        recheck.c.claim_seq == assignment.c.claim_seq,
        recheck.c.reviewer == assignment.c.reviewer,
    )
    return given(reviewer, RECHECK).where(first, ~answered)


def due_among(connection: Connection, reviewer: str, seqs: Sequence[int]) -> set[int]:
    """Those of some claims that a reviewer is to decide a second time."""
    found: set[int] = set()
    for chunk in chunks(seqs):
        query = due(reviewer).where(assignment.c.claim_seq.in_(chunk))
        found.update(int(seq) for seq in connection.execute(query).scalars())
    return found


def refused(connection: Connection, reviewer: str, seqs: Sequence[int], overlap: int) -> list[int]:
    """Those of some claims that a reviewer may not act on: all slots are held by others.

    A claim that she has decided stays hers, and so do her own and control claims.
    """
    found: list[int] = []
    for chunk in chunks(seqs):
        query = select(claim.c.seq).where(
            claim.c.seq.in_(chunk),
            claim.c.origin == "proposer",
            ~_decided_by(reviewer),
            claim.c.seq.not_in(_controls()),
            _full(reviewer, overlap),
        )
        found += [int(seq) for seq in connection.execute(query).scalars()]
    return found


def lease(connection: Connection, reviewer: str, seqs: Sequence[int], overlap: int) -> int:
    """Take leases on those of some claims that have a free slot; returns how many.

    Inside a write transaction: what is free cannot change. On PostgreSQL claims that another
    transaction has locked are passed over.
    """
    query = select(claim.c.seq).where(claim.c.seq.in_(list(seqs)))
    unlocked = connection.execute(query.with_for_update(skip_locked=True)).scalars().all()
    full = set(refused(connection, reviewer, unlocked, overlap))
    return hold(connection, reviewer, [seq for seq in unlocked if seq not in full])


def hold(connection: Connection, reviewer: str, seqs: Sequence[int], kind: str = LEASE) -> int:
    """Assign claims to a reviewer, whatever slots are free; returns how many are new.

    What is assigned already is assigned anew: a lease has its full time again. A claim that is
    named twice is held once.
    """
    seqs = list(dict.fromkeys(seqs))
    now = identity.now()
    until = later(LEASE_MINUTES) if kind == LEASE else None
    known = 0
    for chunk in chunks(seqs):
        known += release(connection, reviewer, chunk, kind)
        rows = [
            {"claim_seq": seq, "reviewer": reviewer, "kind": kind, "until": until, "at": now}
            for seq in chunk
        ]
        connection.execute(insert(assignment), rows)
    return len(seqs) - known


def renew(connection: Connection, reviewer: str) -> None:
    """Give a reviewer's leases their full time again, if some of it has passed."""
    mine = and_(assignment.c.reviewer == reviewer, assignment.c.kind == LEASE)
    standing = assignment.c.until.between(identity.now(), later(RENEW_MINUTES))
    connection.execute(update(assignment).where(mine, standing).values(until=later(LEASE_MINUTES)))


def release(
    connection: Connection, reviewer: str, seqs: Sequence[int] | None = None, kind: str = LEASE
) -> int:
    """Take assignments of a kind away, of some claims or of all; returns how many there were."""
    mine = and_(assignment.c.reviewer == reviewer, assignment.c.kind == kind)
    if seqs is None:
        return int(connection.execute(delete(assignment).where(mine)).rowcount)
    gone = 0
    for chunk in chunks(seqs):
        some = and_(mine, assignment.c.claim_seq.in_(chunk))
        gone += int(connection.execute(delete(assignment).where(some)).rowcount)
    return gone


def overview(connection: Connection) -> list[tuple[str, str, int]]:
    """Reviewer, kind and number of the assignments in force."""
    rows = connection.execute(
        select(assignment.c.reviewer, assignment.c.kind, func.count())
        .where(_standing())
        .group_by(assignment.c.reviewer, assignment.c.kind)
        .order_by(assignment.c.reviewer, assignment.c.kind)
    )
    return [(str(reviewer), str(kind), int(number)) for reviewer, kind, number in rows]


def most_reviews(connection: Connection) -> int:
    """The largest number of decided reviews of any candidate that is no control claim."""
    counted = (
        select(func.count().label("number"))
        .select_from(review.join(claim, claim.c.seq == review.c.claim_seq))
        .where(decided(), claim.c.origin == "proposer", claim.c.seq.not_in(_controls()))
        .group_by(claim.c.seq)
        .subquery()
    )
    return int(connection.execute(select(func.max(counted.c.number))).scalar() or 0)


def fresh_controls(connection: Connection, reviewer: str, limit: int) -> list[int]:
    """Control claims that a reviewer has neither decided nor been given yet, oldest first."""
    known = select(assignment.c.claim_seq).where(
        assignment.c.reviewer == reviewer, assignment.c.kind == CONTROL
    )
    mine = select(review.c.claim_seq).where(review.c.reviewer == reviewer, decided())
    query = (
        select(gold.c.claim_seq)
        .where(gold.c.control.is_(True), gold.c.claim_seq.not_in(known))
        .where(gold.c.claim_seq.not_in(mine))
        .order_by(gold.c.decided_at, gold.c.claim_seq)
        .limit(limit)
    )
    return [int(seq) for seq in connection.execute(query).scalars()]


def settled_decisions(connection: Connection, reviewer: str) -> int:
    """How many candidates a reviewer has decided."""
    query = select(func.count()).where(review.c.reviewer == reviewer, decided())
    return int(connection.execute(query).scalar_one())


def rechecks(connection: Connection, reviewer: str) -> int:
    """How many claims were ever brought back to a reviewer."""
    mine = and_(assignment.c.reviewer == reviewer, assignment.c.kind == RECHECK)
    return int(connection.execute(select(func.count()).where(mine)).scalar_one())


def old_decisions(
    connection: Connection, reviewer: str, newer: int, limit: int
) -> list[tuple[int, str]]:
    """Seq and id of claims that a reviewer decided, but not among her `newer` last ones.

    Newest first; without those that were brought back to her before.
    """
    known = select(assignment.c.claim_seq).where(
        assignment.c.reviewer == reviewer, assignment.c.kind == RECHECK
    )
    query = (
        select(claim.c.seq, claim.c.id)
        .select_from(review.join(claim, claim.c.seq == review.c.claim_seq))
        .where(review.c.reviewer == reviewer, decided(), claim.c.status == "active")
        .where(claim.c.seq.not_in(known))
        .order_by(review.c.decided_at.desc(), claim.c.seq)
        .offset(newer)
        .limit(limit)
    )
    return [(int(seq), str(claim_id)) for seq, claim_id in connection.execute(query)]


def decided_among(connection: Connection, reviewer: str, seqs: Sequence[int]) -> set[int]:
    """Those of some claims that a reviewer has decided."""
    found: set[int] = set()
    for chunk in chunks(seqs):
        mine = and_(review.c.reviewer == reviewer, review.c.claim_seq.in_(chunk), decided())
        found.update(
            int(s) for s in connection.execute(select(review.c.claim_seq).where(mine)).scalars()
        )
    return found


def ids_of(connection: Connection, seqs: Sequence[int]) -> list[str]:
    """The ids of claims, in the order of their seqs."""
    found: dict[int, str] = {}
    for chunk in chunks(seqs):
        rows = connection.execute(select(claim.c.seq, claim.c.id).where(claim.c.seq.in_(chunk)))
        found.update((int(seq), str(claim_id)) for seq, claim_id in rows)
    return [found[seq] for seq in seqs if seq in found]
