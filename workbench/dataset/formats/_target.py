"""Claims for datasets with labels of their own: what the scheme maps to them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from workbench.dataset.records import ClaimRecord
from workbench.dataset.view import Export


def labelled(
    export: Export, dataset: str, shown: str | None = None
) -> Iterator[tuple[ClaimRecord, str]]:
    """The claims that have a label in a dataset, each with it; the others are counted.

    Args:
        export: the project.
        dataset: one of `workbench.review.schemes.TARGETS`.
        shown: the name of the format that borrows its labels, for what is told.
    """
    for record in export.records():
        label = export.target(record, dataset)
        if label is not None:
            yield record, label
        else:
            export.losses.leave_out(_why(record, shown or dataset))


def _why(record: ClaimRecord, dataset: str) -> str:
    if record["label"] is not None:
        return f"claim whose verdict ({record['label']}) is no label of {dataset}"
    reasons = {
        "discarded": "claim that was discarded",
        "split": "claim whose reviewers disagree",
        "open": "claim that nobody decided",
    }
    return reasons[record["label_by"]]


def integer(*parts: str) -> int:
    """An integer id from content: 52 bits, which every reader of JSON holds exactly."""
    digest = hashlib.sha256("\n".join(parts).encode("utf-8")).digest()
    return int.from_bytes(digest[:8], "big") >> 12


def one_line(text: str) -> str:
    """The text with its white space collapsed."""
    return " ".join(text.split())
