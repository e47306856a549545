"""A claim with all its reviews, as one record of a dataset.

Spans are `[start, end)` in code points of the article's text; the same span is also given in
UTF-8 bytes and in UTF-16 units, so that readers in any language cut the same quote.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypedDict

from db.rows import Article, Claim, Review
from workbench.text.offsets import OffsetMap

CONTEXT = 32  # code points of context before and after a quote


class SpanRecord(TypedDict):
    """The span that a reviewer moved a claim to."""

    start: int
    end: int
    utf8_start: int
    utf8_end: int
    utf16_start: int
    utf16_end: int
    quote: str


class ReviewRecord(TypedDict):
    """What one reviewer holds of a claim. Times are ISO 8601 in UTC."""

    reviewer: str
    verdict: str | None  # id of a label
    verdict_name: str | None  # its name in the project's scheme of today
    scheme: str | None  # name@version at the time of the verdict
    discarded: bool
    later: bool
    tags: list[str]
    note: str
    span: SpanRecord | None  # where she moved it
    statement: str | None  # where she reworded it
    decided_at: str | None
    updated_at: str


class ClaimRecord(TypedDict):
    """One claim of a dataset."""

    claim: str
    article: str
    title: str | None
    url: str | None
    published: str | None
    speaker: str | None
    start: int
    end: int
    utf8_start: int
    utf8_end: int
    utf16_start: int
    utf16_end: int
    prefix: str
    quote: str
    suffix: str
    sentence: str
    sentence_start: int
    sentence_end: int
    statement: str
    parts: list[list[int]]
    kind: str
    worth: float
    attributed_to: str | None
    origin: str
    proposer: str
    version: str
    reviews: list[ReviewRecord]


FIELDS: tuple[str, ...] = tuple(ClaimRecord.__annotations__)
NULLABLE = ("title", "url", "published", "speaker", "attributed_to")

LabelName = Callable[[str], str | None]


class RecordMaker:
    """Makes the records of one article.

    Args:
        article: the article.
        text: its text.
        label_name: the name of a label by its id, None for one that is no longer there.
    """

    def __init__(self, article: Article, text: str, label_name: LabelName) -> None:
        self._article = article
        self._text = text
        self._offsets = OffsetMap(text)
        self._label_name = label_name

    def record(self, claim: Claim, reviews: Sequence[Review]) -> ClaimRecord:
        """The record of a claim of this article with its reviews, in the order of the names."""
        span = self._span(claim.start, claim.end)
        return ClaimRecord(
            claim=claim.id,
            article=self._article.id,
            title=self._article.title,
            url=self._article.url,
            published=self._article.published,
            speaker=self._article.speaker,
            start=span["start"],
            end=span["end"],
            utf8_start=span["utf8_start"],
            utf8_end=span["utf8_end"],
            utf16_start=span["utf16_start"],
            utf16_end=span["utf16_end"],
            prefix=self._text[max(0, claim.start - CONTEXT) : claim.start],
            quote=claim.quote,
            suffix=self._text[claim.end : claim.end + CONTEXT],
            sentence=claim.sentence,
            sentence_start=claim.sentence_start,
            sentence_end=claim.sentence_end,
            statement=claim.statement,
            parts=[[start, end] for start, end in claim.parts],
            kind=claim.kind,
            worth=claim.worth,
            attributed_to=claim.attributed_to,
            origin=claim.origin,
            proposer=claim.proposer,
            version=claim.version,
            reviews=[self._review(r) for r in sorted(reviews, key=lambda r: r.reviewer)],
        )

    def _review(self, review: Review) -> ReviewRecord:
        moved = review.start is not None and review.end is not None
        return ReviewRecord(
            reviewer=review.reviewer,
            verdict=review.verdict,
            verdict_name=self._label_name(review.verdict) if review.verdict else None,
            scheme=review.scheme,
            discarded=bool(review.discarded),
            later=bool(review.later),
            tags=sorted(review.tags),
            note=review.note,
            span=self._span(review.start or 0, review.end or 0) if moved else None,
            statement=review.statement,
            decided_at=review.decided_at,
            updated_at=review.updated_at,
        )

    def _span(self, start: int, end: int) -> SpanRecord:
        offsets = self._offsets
        return SpanRecord(
            start=start,
            end=end,
            utf8_start=offsets.utf8(start),
            utf8_end=offsets.utf8(end),
            utf16_start=offsets.utf16(start),
            utf16_end=offsets.utf16(end),
            quote=self._text[start:end],
        )
