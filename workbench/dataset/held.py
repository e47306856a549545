"""What the project holds of a claim with its label: span, wording and evidence.

The label is one for a claim, while spans, wordings and evidence are the reviewers'. Those count
who hold the label; where nobody does, everybody who did not discard the claim.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TypeVar

from workbench.dataset.records import ClaimRecord, EvidenceRecord, ReviewRecord

Value = TypeVar("Value")


def holders(record: ClaimRecord) -> list[ReviewRecord]:
    """The reviews that count for a claim."""
    reviews = [review for review in record["reviews"] if not review["discarded"]]
    same = [review for review in reviews if review["verdict"] == record["label"]]
    return same or reviews


def held_span(record: ClaimRecord) -> tuple[int, int]:
    """The span that most of the holders have; where two are as common, the claim's own."""
    own = (record["start"], record["end"])
    spans = [review["span"] for review in holders(record)]
    return _most((own if span is None else (span["start"], span["end"]) for span in spans), own)


def held_statement(record: ClaimRecord) -> str:
    """The wording that most of the holders have; where two are as common, the claim's own."""
    own = record["statement"]
    return _most((review["statement"] or own for review in holders(record)), own)


def held_notes(record: ClaimRecord) -> list[str]:
    """The notes of the holders, each once, in the order of the reviewers."""
    return list(dict.fromkeys(review["note"] for review in holders(record) if review["note"]))


def held_tags(record: ClaimRecord) -> list[str]:
    """The tags of the holders in the order of the alphabet."""
    return sorted({tag for review in holders(record) for tag in review["tags"]})


def held_sets(record: ClaimRecord) -> list[list[EvidenceRecord]]:
    """The alternative sets of evidence of the holders: all of a set is needed, any set is enough.

    Two reviewers' sets with the same pieces are one.
    """
    found: dict[tuple[tuple[object, ...], ...], list[EvidenceRecord]] = {}
    for review in holders(record):
        numbers = sorted({piece["set"] for piece in review["evidence"]})
        for number in numbers:
            pieces = [piece for piece in review["evidence"] if piece["set"] == number]
            found.setdefault(tuple(sorted(map(_key, pieces))), pieces)
    return list(found.values())


def _key(piece: EvidenceRecord) -> tuple[object, ...]:
    where = piece["source"] or piece["url"] or ""
    return (where, piece["start"] or 0, piece["end"] or 0, piece["quote"], piece["stance"])


def _most(values: Iterable[Value], own: Value) -> Value:
    ranked = Counter(values).most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return own
    return ranked[0][0]
