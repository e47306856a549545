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
    kept = {name: mark.row[name] for name in _KEPT if name in mark.row}
    made |= {name: value for name, value in kept.items() if _fits(name, kept, span, len(text))}
    origin = made["origin"]
    named = "proposer" if origin == "proposer" else f"reviewer:{made['proposer']}"
    made["id"] = identity.claim_id(article, start, end, named)
    return made


def _fits(name: str, kept: dict[str, Any], span: tuple[int, int], length: int) -> bool:
    """Whether a value can be kept of a claim at this span; it may have stood elsewhere before."""
    if name == "worth":
        return isinstance(kept[name], int | float) and 0 <= kept[name] <= 1
    if name == "parts":
        return _are_parts(kept[name], length)
    if name in ("sentence_start", "sentence_end"):
        first, last = kept.get("sentence_start"), kept.get("sentence_end")
        if not (isinstance(first, int) and isinstance(last, int)):
            return False
        return 0 <= first <= span[0] and span[1] <= last <= length
    return True


def _are_parts(given: object, length: int) -> bool:
    """Whether these are ranges of a text of that length, one behind the other."""
    if not isinstance(given, list) or not given:
        return False
    at = 0
    for part in given:
        pair = isinstance(part, list) and len(part) == 2 and all(type(n) is int for n in part)
        if not pair or not at <= part[0] < part[1] <= length:
            return False
        at = part[1]
    return True


def payload(made: dict[str, Any]) -> dict[str, Any]:
    """The payload of the `added` event of a row."""
    return {name: made[name] for name in _OF_ADDED}
