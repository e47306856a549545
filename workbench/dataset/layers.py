"""An article as annotation tools see it: a layer of marks for each person.

A reviewer's layer holds what she reviewed, each claim at her own span. The candidates that nobody
reviewed are a layer of nobody's: what a tool shows as a suggestion.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from workbench.dataset.records import ClaimRecord, EvidenceRecord, ReviewRecord
from workbench.dataset.view import ArticleView, Losses

CLAIM = "claim"  # the label of a mark without a verdict


class Mark(NamedTuple):
    """A span with what a reviewer holds of it."""

    claim: str
    start: int  # code points
    end: int
    quote: str
    verdict: str | None  # id of a label; None where it is undecided
    name: str | None  # the label's name
    statement: str
    tags: tuple[str, ...]
    note: str
    parts: tuple[tuple[int, int], ...]
    kind: str
    worth: float
    proposer: str
    evidence: tuple[EvidenceRecord, ...]
    at: str | None  # when she last touched it; ISO 8601 in UTC

    @property
    def label(self) -> str:
        """What a tool calls it: the verdict, or that it is a claim."""
        return self.verdict or CLAIM


class Layer(NamedTuple):
    """The marks of one reviewer, or of nobody, in the order of their spans."""

    reviewer: str | None
    marks: list[Mark]

    @property
    def at(self) -> str | None:
        """When its newest mark was touched."""
        return max((mark.at for mark in self.marks if mark.at), default=None)


def layers(view: ArticleView, losses: Losses) -> list[Layer]:
    """The layers of an article: the reviewers' in the order of their names, then the candidates.

    Discards are left out, and counted.
    """
    found: dict[str, list[Mark]] = {}
    open_ones: list[Mark] = []
    for record in view.claims:
        if not record["reviews"]:
            open_ones.append(_candidate(record))
        for review in record["reviews"]:
            if review["discarded"]:
                losses.leave_out("discard: the claim has no mark of this reviewer")
            else:
                found.setdefault(review["reviewer"], []).append(_mark(record, review))
    made = [Layer(name, _sorted(found[name])) for name in sorted(found)]
    return [*made, Layer(None, open_ones)] if open_ones else made


def count_apart(marks: list[Mark], losses: Losses) -> None:
    """Count the parts of statements, for a format that holds one span a claim."""
    apart = sum(mark.parts != ((mark.start, mark.end),) for mark in marks)
    losses.leave_out("parts of a statement that are not the claim's span", apart)


def count_evidence(marks: list[Mark], losses: Losses) -> None:
    """Count evidence, for a format that holds none."""
    losses.leave_out("piece of evidence", sum(len(mark.evidence) for mark in marks))


def overlapping(marks: list[Mark]) -> Iterator[Mark]:
    """Those that begin before one that is kept ends; of two the one that begins first is kept."""
    end = 0
    for mark in marks:
        if mark.start < end:
            yield mark
        else:
            end = mark.end


def _sorted(marks: list[Mark]) -> list[Mark]:
    return sorted(marks, key=lambda mark: (mark.start, mark.end, mark.claim))


def _candidate(record: ClaimRecord) -> Mark:
    return Mark(
        claim=record["claim"],
        start=record["start"],
        end=record["end"],
        quote=record["quote"],
        verdict=None,
        name=None,
        statement=record["statement"],
        tags=(),
        note="",
        parts=_pairs(record["parts"]),
        kind=record["kind"],
        worth=record["worth"],
        proposer=record["proposer"],
        evidence=(),
        at=None,
    )


def _pairs(parts: list[list[int]]) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for start, end in parts)


def _mark(record: ClaimRecord, review: ReviewRecord) -> Mark:
    span = review["span"] or record
    whole = record["parts"] == [[record["start"], record["end"]]]
    return _candidate(record)._replace(
        parts=((span["start"], span["end"]),) if whole else _pairs(record["parts"]),
        start=span["start"],
        end=span["end"],
        quote=span["quote"],
        verdict=review["verdict"],
        name=review["verdict_name"],
        statement=review["statement"] or record["statement"],
        tags=tuple(review["tags"]),
        note=review["note"],
        evidence=tuple(review["evidence"]),
        at=review["updated_at"],
    )
