"""What a reviewer sees of a claim: its effective span, quote, statement and state."""

from __future__ import annotations

from db.rows import QueueItem


def span(item: QueueItem) -> tuple[int, int]:
    """The span as this reviewer holds it: moved by her, or as it was proposed."""
    review = item.review
    if review is not None and review.start is not None and review.end is not None:
        return review.start, review.end
    return item.claim.start, item.claim.end


def quote(item: QueueItem, text: str) -> str:
    """The article's text at the reviewer's span."""
    start, end = span(item)
    return text[start:end]


def statement(item: QueueItem, text: str | None = None) -> str:
    """The stand-alone wording: the reviewer's own, or the proposer's.

    A claim that a reviewer added and never worded reads as its span does (`text` given).
    """
    review, claim = item.review, item.claim
    if review is not None and review.statement:
        return review.statement
    if text is not None and claim.origin == "reviewer":
        return wording(quote(item, text))
    return claim.statement


def state(item: QueueItem) -> str:
    """open, decided, discarded or later."""
    review = item.review
    if review is None:
        return "open"
    if review.discarded:
        return "discarded"
    if review.verdict is not None:
        return "decided"
    return "later" if review.later else "open"


def wording(quote: str) -> str:
    """A quote as a statement: one line, single spaces."""
    return " ".join(quote.split())
