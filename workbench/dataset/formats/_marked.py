"""Spans with one label each, for formats that teach a model to find and to judge claims."""

from __future__ import annotations

from typing import NamedTuple

from workbench.dataset.held import held_span
from workbench.dataset.layers import CLAIM
from workbench.dataset.records import ClaimRecord
from workbench.dataset.view import ArticleView, Losses


class Marked(NamedTuple):
    """A claim as a labelled span of its article, in code points."""

    start: int
    end: int
    label: str
    record: ClaimRecord


def marked(view: ArticleView, losses: Losses) -> list[Marked]:
    """The claims of an article with the label that the project holds, in the order of their spans.

    A claim without a label, open or in dispute, is marked as a claim. What was discarded is left
    out.
    """
    made = []
    for record in view.claims:
        if record["label_by"] == "discarded":
            losses.leave_out("claim that was discarded")
        else:
            start, end = held_span(record)
            made.append(Marked(start, end, record["label"] or CLAIM, record))
            losses.map(
                f"claim without a label ({record['label_by']}): marked '{CLAIM}'",
                record["label"] is None,
            )
            losses.leave_out(
                "parts of a statement that are not the claim's span",
                record["parts"] != [[record["start"], record["end"]]],
            )
            pieces = sum(len(review["evidence"]) for review in record["reviews"])
            losses.leave_out("piece of evidence", pieces)
    return sorted(made, key=lambda mark: (mark.start, mark.end, mark.record["claim"]))
