"""What the fields of a record may hold at all: names out of a list, shares, times."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from workbench.dataset.records import FIELDS, ClaimRecord

_NAMES = {
    "kind": ("clause", "attribution", "phrase"),
    "origin": ("proposer", "reviewer"),
    "label_by": ("gold", "agreed", "majority", "discarded", "split", "open"),
    "stance": ("supports", "refutes", "context"),
    "check": ("verbatim", "typographic", "confirmed", "not held"),
}
_FLAGS = ("discarded", "later")


def malformed(record: ClaimRecord, labels: str) -> Iterator[str]:
    """What of a claim cannot be so, whatever the project holds.

    Args:
        record: the claim.
        labels: whose they are; a review of nobody's own need not be like one that was given.

    Raises:
        KeyError, TypeError, ValueError, AttributeError: a field is missing or of another kind.
    """
    row: dict[str, Any] = dict(record)
    if tuple(row) != FIELDS:
        yield "has not the fields of a claim"
    if not 0 <= row["worth"] <= 1:
        yield f"its worth is {row['worth']}"
    yield from _names(row, ("kind", "origin", "label_by"))
    for review in row["reviews"]:
        if any(type(review[name]) is not bool for name in _FLAGS):
            yield "has a review with a flag that is neither true nor false"
        if labels == "all" and not _given(review):
            yield "has a review that is not one of verdict, discard, later, or nothing"
        if review["tags"] != sorted(set(review["tags"])):
            yield "has tags that are not in the order of the alphabet"
        yield from _times(review)
        for piece in review["evidence"]:
            yield from _names(piece, ("stance", "check"))


def _names(row: dict[str, Any], fields: tuple[str, ...]) -> Iterator[str]:
    for name in fields:
        if row[name] not in _NAMES[name]:
            yield f"its {name} is '{row[name]}', which is none"


def _given(review: dict[str, Any]) -> bool:
    """Whether the parts of a decision are there together: a new one replaces the one before."""
    verdict, discarded = review["verdict"] is not None, review["discarded"]
    return (
        verdict + discarded + review["later"] <= 1
        and (review["scheme"] is not None) == verdict
        and (review["decided_at"] is not None) == (verdict or discarded)
    )


def _times(review: dict[str, Any]) -> Iterator[str]:
    decided, updated = review["decided_at"], review["updated_at"]
    times = [datetime.fromisoformat(time) for time in (decided, updated) if time]
    if times != sorted(times):
        yield "was decided after its last change"
