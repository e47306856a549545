"""Two stores of one project made one: the union of their events, with all that these need.

Merging is commutative, associative and idempotent, up to the seqs of a database: in any order, in
part or twice, the same events give the same state. Clocks stay as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from sqlalchemy import Connection, insert, select, update

from db import claims, events, reviews, settings
from db.articles import article, chunks
from db.engine import Database, StoreError
from db.fold import state as projection
from db.joining import project as merge_project
from db.joining.unite import ARTICLES, CANDIDATES, CHECKED, SOURCES, Difference, unite
from db.rows import Event, Review

PAGE = 400
HELD = ("verdict", "discarded", "note", "statement", "start", "end")

Pair = tuple[str, str]  # claim id, reviewer
Progress = Callable[[int, int], None]


class Conflict(NamedTuple):
    """Something that the two stores say differently. All of it is still in the history."""

    kind: str  # decision, setting, article, source, checked
    subject: str  # id of a claim and so on, or name of a setting
    reviewer: str | None
    ours: Any
    theirs: Any
    kept: Any


class Merged(NamedTuple):
    """What was taken over."""

    articles: int
    claims: int
    sources: int
    checked: int
    events: int
    known: int  # events that were here already
    conflicts: tuple[Conflict, ...]


class OtherProjectError(StoreError):
    """The two stores are not of one project."""


def merge(
    database: Database, other: Database, *, adopt: bool = False, progress: Progress | None = None
) -> Merged:
    """Take over what another store knows and this one does not, in one transaction.

    Args:
        database: the store that grows.
        other: the store that is read; up to date in its schema.
        adopt: take over the work of another project, too.
        progress: told of events folded and events in all.

    Raises:
        OtherProjectError: another project, and not `adopt`.
        StoreError: one of the two holds an event that was changed by hand.
    """
    with other.read() as theirs, database.write() as ours:
        if not adopt:
            _check_project(ours, theirs, other.name)
        added, differing = unite(ours, theirs, ARTICLES)
        conflicts = list(_told("article", differing))
        proposed = _candidates(ours, theirs)
        sources, differing = unite(ours, theirs, SOURCES)
        conflicts += _told("source", differing)
        checked, differing = unite(ours, theirs, CHECKED)
        conflicts += _told("checked", differing)
        fresh, known = _take_events(ours, theirs, other.name)
        contested = _contested(ours, theirs, fresh)
        before = _reviews(ours, contested)
        _fold(ours, fresh, progress)
        conflicts += _decisions(ours, theirs, contested, before)
        conflicts += (
            Conflict("setting", name, None, *values)
            for name, *values in merge_project.settings(ours, theirs, fresh)
        )
        merge_project.sets(ours, fresh)
        merge_project.places(ours, theirs)
    own = sum(item.kind == "added" for item in fresh)
    return Merged(added, proposed + own, sources, checked, len(fresh), known, tuple(conflicts))


def same_project(ours: Connection, theirs: Connection) -> bool:
    """Whether one of two stores was begun as a copy of the other."""
    mine, other = (settings.every(c).get("project") for c in (ours, theirs))
    return bool(mine == other)


def _check_project(ours: Connection, theirs: Connection, name: str) -> None:
    if not same_project(ours, theirs):
        raise OtherProjectError(
            f"{name}: is another project, which was not begun as a copy of this one; nothing was"
            " merged. Copy a project for others with 'workbench copy', or take this one in with"
            " --adopt"
        )


def _candidates(ours: Connection, theirs: Connection) -> int:
    ids = {row.seq: row.id for row in theirs.execute(select(article.c.seq, article.c.id))}
    seqs = {row.id: row.seq for row in ours.execute(select(article.c.id, article.c.seq))}

    def localized(row: dict[str, Any]) -> dict[str, Any]:
        return row | {"article_seq": seqs[ids[row["article_seq"]]]}

    proposed = claims.claim.c.origin == "proposer"
    return unite(ours, theirs, CANDIDATES, proposed, localized)[0]


def _take_events(ours: Connection, theirs: Connection, name: str) -> tuple[list[Event], int]:
    """Store the events that are not here yet; returns them in the order of replay."""
    fresh: list[Event] = []
    known = 0
    table = events.event
    query = select(*events.FIELDS).order_by(table.c.clock, table.c.id)
    for page in theirs.execute(query.execution_options(yield_per=PAGE)).partitions():
        found = [Event(*row) for row in page]
        ids = [item.id for item in found]
        rows = ours.execute(select(*events.FIELDS).where(table.c.id.in_(ids)))
        here = {row[0]: Event(*row) for row in rows}
        new = [item for item in found if item.id not in here]
        for item in found:
            if here.get(item.id, item) != item:
                raise StoreError(
                    f"{name}: event {item.id} differs from the one here; one of the two was"
                    " changed by hand. Nothing was merged"
                )
        if new:
            ours.execute(insert(table), [item._asdict() for item in new])
        fresh += new
        known += len(here)
    return fresh, known


def _contested(ours: Connection, theirs: Connection, fresh: Iterable[Event]) -> set[Pair]:
    """Claims with new events of a reviewer, on which she acted here as well since they parted."""
    pairs = {(item.claim_id, item.reviewer) for item in fresh if item.claim_id}
    taken = {item.id for item in fresh}
    table = events.event
    mine: dict[str, Pair] = {}
    for chunk in chunks(sorted({str(claim_id) for claim_id, _ in pairs}), PAGE):
        columns = select(table.c.id, table.c.claim_id, table.c.reviewer)
        for event_id, claim_id, reviewer in ours.execute(
            columns.where(table.c.claim_id.in_(chunk))
        ):
            if (claim_id, reviewer) in pairs and event_id not in taken:
                mine[event_id] = (claim_id, reviewer)
    for event_id in events.known(theirs, sorted(mine)):
        del mine[event_id]
    return set(mine.values())


def _reviews(connection: Connection, pairs: Iterable[Pair]) -> dict[Pair, Review]:
    wanted = set(pairs)
    found: dict[Pair, Review] = {}
    for chunk in chunks(sorted({claim_id for claim_id, _ in wanted}), PAGE):
        seqs = claims.seqs_of(connection, chunk)
        for several in reviews.by_claims(connection, seqs).values():
            found.update({(review.claim_id, review.reviewer): review for review in several})
    return {pair: review for pair, review in found.items() if pair in wanted}


def _fold(ours: Connection, fresh: list[Event], progress: Progress | None) -> None:
    """Fold what the new events touch, some claims at a time."""
    by_claim: dict[str | None, list[Event]] = {}
    for item in fresh:
        by_claim.setdefault(item.claim_id, []).append(item)
        if item.kind == "added":
            _first_adding(ours, item)
    done = 0
    for group in chunks(list(by_claim), 50):
        touched = [item for claim_id in group for item in by_claim[claim_id]]
        projection.follow(ours, touched)
        done += len(touched)
        if progress is not None:
            progress(done, len(fresh))


def _first_adding(ours: Connection, item: Event) -> None:
    """Let a claim that was added in both stores be what the first of the events says."""
    if claims.seq_of(ours, str(item.claim_id)) is None:
        projection.add_claim(ours, item)
        return
    found = events.of_claim(ours, str(item.claim_id), item.reviewer)
    first = next(event for event in found if event.kind == "added")
    values = projection.claim_of(ours, first)
    del values["status"]
    ours.execute(update(claims.claim).where(claims.claim.c.id == item.claim_id).values(values))


def _decisions(
    ours: Connection, theirs: Connection, pairs: set[Pair], before: dict[Pair, Review]
) -> Iterator[Conflict]:
    other, after = _reviews(theirs, pairs), _reviews(ours, pairs)
    for pair in sorted(pairs):
        held = [_held(reviews.get(pair)) for reviews in (before, other, after)]
        if held[0] != held[1] and before.get(pair) and other.get(pair):
            yield Conflict("decision", pair[0], pair[1], *held)


def _held(review: Review | None) -> dict[str, Any]:
    if review is None:
        return {}
    values = {name: getattr(review, name) for name in HELD}
    return {name: value for name, value in values.items() if value or name == "verdict"}


def _told(kind: str, differing: Iterable[Difference]) -> Iterator[Conflict]:
    for found in differing:
        yield Conflict(kind, found.id, None, found.ours, found.theirs, found.kept)
