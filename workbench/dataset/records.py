"""A claim with all its reviews, as one record of a dataset.

Spans are `[start, end)` in code points of the article's text; the same span is also given in
UTF-8 bytes and in UTF-16 units, so that readers in any language cut the same quote.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import TypedDict

from db.rows import Article, Claim, Document, Evidence, Gold, Review
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


class EvidenceRecord(TypedDict):
    """A piece of evidence that a reviewer holds on a claim."""

    evidence: str  # UUID, given when it was first cited
    source: str | None  # SHA-256 of the source's text; null where the source is not held
    title: str | None  # of the source, as are the three that follow
    url: str | None
    publisher: str | None
    published: str | None
    start: int | None  # span in the source, in code points
    end: int | None
    quote: str
    stance: str  # supports, refutes, context
    check: str  # verbatim, typographic, confirmed, not held
    set: int  # all pieces of a set are needed; any one set is enough
    question: str  # the question that it answers, or ""
    flags: list[str]  # what a reader must be told of it


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
    evidence: list[EvidenceRecord]
    decided_at: str | None
    updated_at: str


class GoldRecord(TypedDict):
    """What the reviews of a claim were settled to."""

    verdict: str | None
    verdict_name: str | None
    scheme: str | None
    discarded: bool
    how: str  # side, third, unanimous, control
    reason: str
    settled: bool  # enough adjudicators agree
    decided_at: str


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
    label: str | None  # the one verdict that the project holds: see `label_of`
    label_name: str | None
    label_by: str  # gold, agreed, majority; or why there is none: discarded, split, open
    gold: GoldRecord | None
    reviews: list[ReviewRecord]


FIELDS: tuple[str, ...] = tuple(ClaimRecord.__annotations__)
NULLABLE = ("title", "url", "published", "speaker", "attributed_to", "label", "label_name")

LabelName = Callable[[str], str | None]
Describe = Callable[[str], Document | None]


def unknown(_id: str) -> Document | None:
    """What stands for a store without sources."""
    return None


def label_of(
    reviews: Sequence[ReviewRecord], gold: GoldRecord | None = None
) -> tuple[str | None, str]:
    """The one verdict that the project holds of a claim, and by what right.

    Gold that is settled comes first; else what more than half of those hold who decided (a
    discard is a decision); else there is none.

    Returns:
        The label's id and `gold`, `agreed` or `majority`; or None and why there is none:
        `discarded`, `split` or `open`.
    """
    if gold is not None and gold["settled"]:
        return (None, "discarded") if gold["discarded"] else (gold["verdict"], "gold")
    held = [r["verdict"] for r in reviews if r["verdict"] is not None or r["discarded"]]
    if not held:
        return None, "open"
    verdict = held[0]
    number = held.count(verdict)
    if number < len(held):
        if len(held) == 2:
            return None, "split"
        verdict = max(held, key=held.count)
        number = held.count(verdict)
    if 2 * number <= len(held):
        return None, "split"
    if verdict is None:
        return None, "discarded"
    return verdict, "agreed" if number == len(held) else "majority"


class RecordMaker:
    """Makes the records of one article.

    Args:
        article: the article.
        text: its text.
        label_name: the name of a label by its id, None for one that is no longer there.
        document: what is known of a source, or of an article that is one, by its id.
    """

    def __init__(
        self, article: Article, text: str, label_name: LabelName, document: Describe = unknown
    ) -> None:
        self._article = article
        self._text = text
        self._offsets = OffsetMap(text)
        self._ascii = text.isascii()
        self._label_name = label_name
        self._document = document

    def record(
        self, claim: Claim, reviews: Sequence[Review], gold: Gold | None = None
    ) -> ClaimRecord:
        """The record of a claim of this article with its reviews, in the order of the names."""
        start, end, text, about = claim.start, claim.end, self._text, self._article
        utf8_start, utf8_end, utf16_start, utf16_end = self._units(start, end)
        if len(reviews) > 1:
            reviews = sorted(reviews, key=_by_name)
        made = list(map(self._review, reviews))
        settled = self._gold(gold) if gold is not None else None
        label, by = label_of(made, settled)
        return {
            "claim": claim.id,
            "article": about.id,
            "title": about.title,
            "url": about.url,
            "published": about.published,
            "speaker": about.speaker,
            "start": start,
            "end": end,
            "utf8_start": utf8_start,
            "utf8_end": utf8_end,
            "utf16_start": utf16_start,
            "utf16_end": utf16_end,
            "prefix": text[max(0, start - CONTEXT) : start],
            "quote": claim.quote,
            "suffix": text[end : end + CONTEXT],
            "sentence": claim.sentence,
            "sentence_start": claim.sentence_start,
            "sentence_end": claim.sentence_end,
            "statement": claim.statement,
            "parts": list(map(list, claim.parts)),
            "kind": claim.kind,
            "worth": claim.worth,
            "attributed_to": claim.attributed_to,
            "origin": claim.origin,
            "proposer": claim.proposer,
            "version": claim.version,
            "label": label,
            "label_name": self._label_name(label) if label else None,
            "label_by": by,
            "gold": settled,
            "reviews": made,
        }

    def _gold(self, gold: Gold) -> GoldRecord:
        return GoldRecord(
            verdict=gold.verdict,
            verdict_name=self._label_name(gold.verdict) if gold.verdict else None,
            scheme=gold.scheme,
            discarded=bool(gold.discarded),
            how=gold.how,
            reason=gold.reason,
            settled=bool(gold.settled),
            decided_at=gold.decided_at,
        )

    def _evidence(self, piece: Evidence) -> EvidenceRecord:
        source = self._document(piece.source_id) if piece.source_id else None
        return EvidenceRecord(
            evidence=piece.id,
            source=piece.source_id,
            title=source.title if source else None,
            url=piece.url or (source.url if source else None),
            publisher=source.publisher if source else None,
            published=source.published if source else None,
            start=piece.start,
            end=piece.end,
            quote=piece.quote,
            stance=piece.stance,
            check=piece.check,
            set=piece.set_no,
            question=piece.question,
            flags=list(piece.flags),
        )

    def _review(self, review: Review) -> ReviewRecord:
        moved = review.start is not None and review.end is not None
        return {
            "reviewer": review.reviewer,
            "verdict": review.verdict,
            "verdict_name": self._label_name(review.verdict) if review.verdict else None,
            "scheme": review.scheme,
            "discarded": bool(review.discarded),
            "later": bool(review.later),
            "tags": sorted(review.tags) if review.tags else [],
            "note": review.note,
            "span": self._span(review.start or 0, review.end or 0) if moved else None,
            "statement": review.statement,
            "evidence": list(map(self._evidence, review.evidence)) if review.evidence else [],
            "decided_at": review.decided_at,
            "updated_at": review.updated_at,
        }

    def _span(self, start: int, end: int) -> SpanRecord:
        utf8_start, utf8_end, utf16_start, utf16_end = self._units(start, end)
        return {
            "start": start,
            "end": end,
            "utf8_start": utf8_start,
            "utf8_end": utf8_end,
            "utf16_start": utf16_start,
            "utf16_end": utf16_end,
            "quote": self._text[start:end],
        }

    def _units(self, start: int, end: int) -> tuple[int, int, int, int]:
        """The same span in UTF-8 bytes, then in UTF-16 units."""
        if self._ascii and 0 <= start <= end <= len(self._text):
            return start, end, start, end
        at = self._offsets
        return at.utf8(start), at.utf8(end), at.utf16(start), at.utf16(end)


_by_name = attrgetter("reviewer")
