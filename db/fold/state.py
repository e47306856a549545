"""From events to current state.

The state of a claim for a reviewer is a pure function of her events on it: `fold`. Every write
appends events and folds again the few claims that they touch; `verify` folds everything and
compares. There is no second way to compute the state.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, delete, insert

from db import claims, events
from db.fold import assigned as assigned_fold
from db.fold import evidence as evidence_fold
from db.fold import gold as gold_fold
from db.rows import Event, Evidence
from db.schema import TABLES

review = TABLES["review"]
review_tag = TABLES["review_tag"]

BESIDE = (evidence_fold.JUDGED,)  # events on a claim that are no part of her review of it


@dataclass(slots=True)
class State:
    """A reviewer's state of one claim, while it is folded."""

    verdict: str | None = None
    scheme: str | None = None
    discarded: bool = False
    later: bool = False
    note: str = ""
    start: int | None = None
    end: int | None = None
    statement: str | None = None
    tags: set[str] = field(default_factory=set)
    decided_at: str | None = None
    updated_at: str = ""
    added: bool = False  # she added the claim, and has not taken that back
    reviewed: bool = False  # she did something to it, other than adding it
    evidence: dict[str, Evidence] = field(default_factory=dict)  # in the order of citing
    judged: dict[str, dict[str, Any]] = field(default_factory=dict)  # others' evidence, by token


def fold(history: Iterable[Event]) -> State:
    """The state after these events of one reviewer on one claim, in the order of replay."""
    state = State()
    for item in events.effective(history):
        if item.kind in gold_fold.KINDS:
            continue
        _apply(state, item)
        if item.kind not in BESIDE:
            state.updated_at = item.at
            state.reviewed = state.reviewed or item.kind != "added"
    return state


def _apply(state: State, item: Event) -> None:
    payload = item.payload
    if item.kind in ("verdict", "discarded", "later"):
        _decide(state, item)
    elif item.kind == "tagged":
        state.tags.add(str(payload["tag"]))
    elif item.kind == "untagged":
        state.tags.discard(str(payload["tag"]))
    elif item.kind == "noted":
        state.note = str(payload["text"])
    elif item.kind == "reworded":
        state.statement = str(payload["statement"]) or None
    elif item.kind == "moved":
        state.start, state.end = int(payload["start"]), int(payload["end"])
    elif item.kind in evidence_fold.KINDS:
        evidence_fold.fold_evidence(state.evidence, item)
    elif item.kind == evidence_fold.JUDGED:
        evidence_fold.fold_judgement(state.judged, item)
    elif item.kind == "added":
        _add(state)


def _add(state: State) -> None:
    """Adding what she discarded, as when the halves of a claim are merged, opens it again."""
    state.added = True
    if state.discarded:
        state.discarded, state.decided_at = False, None
        state.start = state.end = None


def _decide(state: State, item: Event) -> None:
    state.discarded = item.kind == "discarded"
    state.later = item.kind == "later"
    state.verdict = str(item.payload["label"]) if item.kind == "verdict" else None
    state.scheme = str(item.payload["scheme"]) if item.kind == "verdict" else None
    state.decided_at = None if state.later else item.at


def append(
    connection: Connection,
    reviewer: str,
    acts: Sequence[tuple[str, str | None, str | None, dict[str, Any]]],
) -> list[Event]:
    """Append one act and bring the projections of the claims that it touches up to date."""
    made = events.record(connection, reviewer, acts)
    follow(connection, made)
    return made


def follow(connection: Connection, made: Iterable[Event]) -> None:
    """Bring the projections up to date with events that were just stored, whoever acted."""
    touched = list(made)
    for item in touched:
        if item.kind == "added":
            add_claim(connection, item)
    if any(item.kind in assigned_fold.KINDS for item in touched):
        assigned_fold.refold(connection)
    if _kinds(connection, touched) == {"adjudicated"}:
        # Thousands at once, and no review changes.
        gold_fold.refold(connection, [item.claim_id for item in touched if item.claim_id])
        return
    for claim_id, reviewer in dict.fromkeys((item.claim_id, item.reviewer) for item in touched):
        if claim_id is not None:
            refold(connection, claim_id, reviewer)


def _kinds(connection: Connection, made: Sequence[Event]) -> set[str]:
    """The kinds of events that an act brings into effect, or out of it."""
    kinds = {item.kind for item in made if item.kind not in events.UNDO_KINDS}
    targets = {str(item.payload["act"]) for item in made if item.kind in events.UNDO_KINDS}
    return kinds.union(*(events.kinds_of_act(connection, target) for target in targets))


def add_claim(connection: Connection, item: Event) -> None:
    """Store the claim of an `added` event, if it is not there yet."""
    claims.add(connection, [claim_of(connection, item)])


def claim_of(connection: Connection, item: Event) -> dict[str, Any]:
    """The row of the claim that an `added` event describes.

    Raises:
        KeyError: its article is not in this store.
    """
    from db import articles

    article_seq = articles.seq_of(connection, str(item.article_id))
    if article_seq is None:
        raise KeyError(item.article_id)
    return {
        **item.payload,
        "id": item.claim_id,
        "article_seq": article_seq,
        "origin": "reviewer",
        "proposer": item.reviewer,
        "version": "",
        "status": "active",
        "created_at": item.at,
    }


def refold(connection: Connection, claim_id: str, reviewer: str) -> None:
    """Write anew what a reviewer holds of a claim.

    Raises:
        KeyError: the claim is not in this store.
    """
    at = claims.known_as(connection, claim_id)
    if at is None:
        raise KeyError(claim_id)
    seq, added_by = at
    history = events.of_claim(connection, claim_id, reviewer)
    kinds = {item.kind for item in history}
    if "adjudicated" in kinds:
        gold_fold.refold(connection, [claim_id])
    if "rechecked" in kinds:
        gold_fold.refold_second(connection, seq, reviewer, history)
    state = fold(history)
    mine = (review.c.claim_seq == seq) & (review.c.reviewer == reviewer)
    tagged = (review_tag.c.claim_seq == seq) & (review_tag.c.reviewer == reviewer)
    connection.execute(delete(review_tag).where(tagged))
    connection.execute(delete(review).where(mine))
    if state.reviewed:
        connection.execute(insert(review).values(**review_values(seq, reviewer, state)))
    if state.tags:
        rows = [{"claim_seq": seq, "reviewer": reviewer, "tag": tag} for tag in sorted(state.tags)]
        connection.execute(insert(review_tag), rows)
    if kinds & evidence_fold.ALL:
        evidence_fold.store(connection, seq, reviewer, state.evidence, state.judged)
    if added_by == reviewer:
        claims.set_status(connection, seq, "active" if state.added else "retired")


def review_values(seq: int, reviewer: str, state: State) -> dict[str, Any]:
    """The row of `review` for a state."""
    names = ("verdict", "scheme", "discarded", "later", "note", "start", "end", "statement")
    values = {name: getattr(state, name) for name in (*names, "decided_at", "updated_at")}
    return {"claim_seq": seq, "reviewer": reviewer, **values}
