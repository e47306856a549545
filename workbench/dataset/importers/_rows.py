"""The claim that a mark makes."""

from __future__ import annotations

from typing import Any

from db import identity
from workbench.dataset.importers.item import Mark
from workbench.review.item import wording
from workbench.text.paragraph import sentence_around

_KEPT = (
    *("sentence_start", "sentence_end", "parts", "kind", "worth", "attributed_to"),
    *("proposer", "version", "origin", "statement"),
)
_OF_ADDED = (
    *("start", "end", "sentence_start", "sentence_end", "quote", "statement", "parts"),
    *("kind", "worth", "attributed_to"),
)


def row(article: str, text: str, span: tuple[int, int], mark: Mark, tool: str) -> dict[str, Any]:
    """The row of a claim at a span; what the mark knows of it is kept.

    A claim that reviewers of another tool marked is proposed by the tool: those who marked the
    same span hold the same claim.
    """
    start, end = span
    sentence = sentence_around(text, start, end)
    made: dict[str, Any] = {
        "start": start,
        "end": end,
        "sentence_start": sentence[0],
        "sentence_end": sentence[1],
        "quote": text[start:end],
        "statement": wording(mark.statement or text[start:end]),
        "parts": [[start, end]],
        "kind": "clause",
        "worth": 0.5,
        "attributed_to": None,
        "origin": "proposer",
        "proposer": tool,
        "version": "",
        "status": "active",
        "created_at": mark.at or identity.now(),
    }
    made |= {name: mark.row[name] for name in _KEPT if name in mark.row}
    origin = made["origin"]
    named = "proposer" if origin == "proposer" else f"reviewer:{made['proposer']}"
    made["id"] = identity.claim_id(article, start, end, named)
    return made


def payload(made: dict[str, Any]) -> dict[str, Any]:
    """The payload of the `added` event of a row."""
    return {name: made[name] for name in _OF_ADDED}
