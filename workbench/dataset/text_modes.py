"""How much of an article's text a dataset shows: all, the quotes, a mask, or nothing.

A masked text has the length of the real one in code points, in UTF-8 bytes and in UTF-16 units, so
that every offset of the dataset holds in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from workbench.dataset.records import ClaimRecord, ReviewRecord, SpanRecord
from workbench.dataset.view import ArticleView

MODES = ("full", "quotes", "masked", "none")

_MASKS = (
    (re.compile(r"[^\s\u0080-\U0010ffff]"), "#"),  # one byte
    (re.compile(r"[\u0080-\u07ff]"), "¤"),  # two
    (re.compile(r"[\u0800-\uffff]"), "█"),  # three
    (re.compile(r"[\U00010000-\U0010ffff]"), "\U0001fb8b"),  # four, and two units of UTF-16
)

Span = tuple[int, int]


def mask(text: str, spans: Iterable[Span]) -> str:
    """The text with everything outside the spans masked; ASCII white space stays."""
    pieces, at = [], 0
    for start, end in sorted(spans):
        if end > at:
            pieces.append(_masked(text[at : max(at, start)]))
            pieces.append(text[max(at, start) : end])
            at = end
    pieces.append(_masked(text[at:]))
    return "".join(pieces)


def _masked(text: str) -> str:
    for pattern, sign in _MASKS:
        text = pattern.sub(sign, text)
    return text


def shown_spans(record: ClaimRecord) -> list[Span]:
    """What a mask leaves open for a claim: its span, its parts, the spans of its reviews."""
    spans = [(record["start"], record["end"]), *((a, b) for a, b in record["parts"])]
    moved = (review["span"] for review in record["reviews"])
    return spans + [(span["start"], span["end"]) for span in moved if span is not None]


@dataclass(frozen=True)
class TextMode:
    """One of `MODES`, applied to texts and records."""

    NAMES: ClassVar[tuple[str, ...]] = MODES

    name: str = "full"

    def view(self, view: ArticleView) -> ArticleView:
        """An article with its claims as they are published."""
        if self.name == "full":
            return view
        records = list(view.claims)
        text = self.article(view.text, records)
        row = view.article
        if self.name == "none":
            row = row._replace(title=None, author=None, speaker=None, origin=None, meta={})
        return ArticleView(row, text or "", (self.record(record, text) for record in records))

    def article(self, text: str, records: Iterable[ClaimRecord]) -> str | None:
        """The article's text as it is published; None where it is not."""
        if self.name == "full":
            return text
        if self.name == "masked":
            return mask(text, [span for record in records for span in shown_spans(record)])
        return None

    def record(self, record: ClaimRecord, text: str | None) -> ClaimRecord:
        """A claim as it is published, `text` being what `article` gave."""
        if self.name == "full":
            return record
        made = record.copy()
        made["prefix"], made["suffix"], made["sentence"] = _around(record, text)
        if self.name == "none":
            made["title"] = made["speaker"] = made["attributed_to"] = None
            made["quote"] = made["statement"] = ""
            made["reviews"] = [_bare(review) for review in record["reviews"]]
        return made


def _around(record: ClaimRecord, text: str | None) -> tuple[str, str, str]:
    if text is None:
        return "", "", ""
    start, end = record["start"], record["end"]
    return (
        text[start - len(record["prefix"]) : start],
        text[end : end + len(record["suffix"])],
        text[record["sentence_start"] : record["sentence_end"]],
    )


def _bare(review: ReviewRecord) -> ReviewRecord:
    made = review.copy()
    span = review["span"]
    made["span"] = SpanRecord(**{**span, "quote": ""}) if span is not None else None
    made["statement"], made["note"] = None, ""
    made["evidence"] = [{**piece, "quote": "", "title": None} for piece in review["evidence"]]
    return made
