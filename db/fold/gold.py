"""From events to gold labels and second verdicts.

A gold label is a pure function of what all leads decided on a claim and of the number of votes
that the project wants: `settle`. A second verdict is the last answer to a hidden re-check. Both
are no part of anybody's review.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from db import claims, events, settings
from db.articles import chunks
from db.fold.through import through
from db.rows import Event, Problem
from db.schema import TABLES

gold = TABLES["gold"]
recheck = TABLES["recheck"]

KINDS = ("adjudicated", "rechecked")  # kinds of events that are no part of a review
_GOLD_FIELDS = [column.name for column in gold.columns if column.name != "claim_seq"]
_RECHECK_FIELDS = ("verdict", "scheme", "discarded", "at")


def settle(history: Iterable[Event], needed: int) -> dict[str, Any] | None:
    """The gold label that these events on one claim give; None without any.

    Each lead has one vote, her last that is in effect. The outcome with the most votes is the
    label; it is settled when it has at least `needed` votes and more than any other.
    """
    last: dict[str, Event] = {}
    for item in events.effective(history):
        if item.kind == "adjudicated":
            last.pop(item.reviewer, None)
            last[item.reviewer] = item
    if not last:
        return None
    counts = Counter(_outcome(item) for item in last.values())
    best = max(counts.values())
    winners = [item for item in last.values() if counts[_outcome(item)] == best]
    chosen = winners[-1].payload
    return {
        "verdict": chosen["label"],
        "scheme": chosen["scheme"],
        "discarded": chosen["discarded"],
        "how": chosen["how"],
        "control": any(item.payload["how"] == "control" for item in last.values()),
        "side": chosen["side"],
        "reason": chosen["reason"],
        "settled": best >= needed and len({_outcome(item) for item in winners}) == 1,
        "votes": [{"lead": item.reviewer, "at": item.at, **item.payload} for item in last.values()],
        "decided_at": winners[-1].at,
    }


def _outcome(item: Event) -> tuple[str | None, bool]:
    return item.payload["label"], item.payload["discarded"]


def second(history: Iterable[Event]) -> dict[str, Any] | None:
    """The second verdict that one reviewer's events on one claim give; None without any."""
    answers = [item for item in events.effective(history) if item.kind == "rechecked"]
    if not answers:
        return None
    payload = answers[-1].payload
    return {
        "verdict": payload["label"],
        "scheme": payload["scheme"],
        "discarded": payload["discarded"],
        "at": answers[-1].at,
    }


def needed_votes(connection: Connection) -> int:
    """How many leads must agree."""
    return int(settings.every(connection).get("votes", 1))


def refold(connection: Connection, claim_ids: Sequence[str]) -> None:
    """Write the gold labels of some claims anew, from everybody's events."""
    needed = needed_votes(connection)
    for chunk in chunks(list(dict.fromkeys(claim_ids))):
        seqs = _seqs(connection, chunk)
        connection.execute(delete(gold).where(gold.c.claim_seq.in_(list(seqs.values()))))
        rows = [
            {"claim_seq": seqs[claim_id], **values}
            for claim_id, values in _folded(connection, needed, chunk)
            if claim_id in seqs
        ]
        if rows:
            connection.execute(insert(gold), rows)


def refold_all(connection: Connection) -> None:
    """Write all gold labels anew: the number of votes that are needed has changed."""
    kind = events.event.c.kind == "adjudicated"
    found = connection.execute(select(events.event.c.claim_id).where(kind).distinct()).scalars()
    refold(connection, [str(claim_id) for claim_id in found])


def refold_second(
    connection: Connection, seq: int, reviewer: str, history: Sequence[Event]
) -> None:
    """Write a reviewer's second verdict anew, from her events on the claim."""
    mine = (recheck.c.claim_seq == seq) & (recheck.c.reviewer == reviewer)
    connection.execute(delete(recheck).where(mine))
    values = second(history)
    if values is not None:
        connection.execute(insert(recheck).values(claim_seq=seq, reviewer=reviewer, **values))


def _seqs(connection: Connection, ids: Sequence[str]) -> dict[str, int]:
    table = claims.claim
    rows = connection.execute(select(table.c.id, table.c.seq).where(table.c.id.in_(ids)))
    return {str(claim_id): int(seq) for claim_id, seq in rows}


def _folded(
    connection: Connection, needed: int, ids: Sequence[str] | None = None
) -> Iterator[tuple[str, dict[str, Any]]]:
    """The gold label of each claim that has one, by the events."""
    for claim_id, history in _histories(connection, "adjudicated", ids):
        values = settle(history, needed)
        if values is not None:
            yield claim_id, values


def _histories(
    connection: Connection, kind: str, ids: Sequence[str] | None = None
) -> Iterator[tuple[str, list[Event]]]:
    """The events of a kind, with what undoes and redoes, claim by claim in replay order."""
    table = events.event
    query = select(*events.FIELDS).where(
        table.c.claim_id.is_not(None), table.c.kind.in_((kind, *events.UNDO_KINDS))
    )
    if ids is not None:
        query = query.where(table.c.claim_id.in_(ids))
    rows = connection.execute(query.order_by(table.c.claim_id, table.c.clock, table.c.id))
    for claim_id, history in groupby((Event(*row) for row in rows), key=lambda e: e.claim_id):
        yield str(claim_id), list(history)


def verify(connection: Connection) -> Iterator[Problem]:
    """Fold all gold labels and second verdicts again, and compare with what is stored."""
    yield from _verify_gold(connection)
    yield from _verify_second(connection)


def _verify_gold(connection: Connection) -> Iterator[Problem]:
    query = select(claims.claim.c.id, *(gold.c[name] for name in _GOLD_FIELDS))
    rows = connection.execute(
        query.select_from(gold.join(claims.claim, claims.claim.c.seq == gold.c.claim_seq))
    )
    stored = {str(row[0]): dict(zip(_GOLD_FIELDS, row[1:], strict=True)) for row in rows}
    needed = needed_votes(connection)
    for claim_id, history in _histories(connection, "adjudicated"):
        where, found = f"claim {claim_id}", stored.pop(claim_id, None)
        yield from through("gold", where, _proved_gold(where, history, needed, found))
    for claim_id in stored:
        yield Problem("gold", f"claim {claim_id}", "no event settled it")


def _proved_gold(
    where: str, history: list[Event], needed: int, found: dict[str, Any] | None
) -> Iterator[Problem]:
    values = settle(history, needed)
    if values is not None:
        yield from _compare("gold", where, values, found)
    elif found is not None:
        yield Problem("gold", where, "no event settled it")


def _verify_second(connection: Connection) -> Iterator[Problem]:
    query = select(
        claims.claim.c.id, recheck.c.reviewer, *(recheck.c[name] for name in _RECHECK_FIELDS)
    )
    rows = connection.execute(
        query.select_from(recheck.join(claims.claim, claims.claim.c.seq == recheck.c.claim_seq))
    )
    stored = {
        (str(row[0]), str(row[1])): dict(zip(_RECHECK_FIELDS, row[2:], strict=True)) for row in rows
    }
    for claim_id, history in _histories(connection, "rechecked"):
        for reviewer in dict.fromkeys(item.reviewer for item in history):
            mine = [item for item in history if item.reviewer == reviewer]
            where, found = f"claim {claim_id}, {reviewer}", stored.pop((claim_id, reviewer), None)
            yield from through("recheck", where, _proved_second(where, mine, found))
    for claim_id, reviewer in stored:
        yield Problem("recheck", f"claim {claim_id}, {reviewer}", "no event says so")


def _proved_second(
    where: str, mine: list[Event], found: dict[str, Any] | None
) -> Iterator[Problem]:
    values = second(mine)
    if values is not None:
        yield from _compare("recheck", where, values, found)
    elif found is not None:
        yield Problem("recheck", where, "no event says so")


def _compare(
    kind: str, where: str, values: dict[str, Any], found: dict[str, Any] | None
) -> Iterator[Problem]:
    if found is None:
        yield Problem(kind, where, "the events tell of a decision that is not stored")
        return
    for name, value in values.items():
        if found[name] != value:
            yield Problem(kind, where, f"{name} is {found[name]!r}, by the events {value!r}")
