"""A small project as formats see it: emoji, CJK, CRLF, moved spans, evidence in sets, gold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from db import identity
from db.rows import Article, Claim, Document, Evidence, Gold, Review
from workbench.dataset.records import RecordMaker
from workbench.dataset.view import ArticleView, Export, SourceView
from workbench.review.about import About
from workbench.review.project import Project
from workbench.review.schemes import preset

TEXT = (
    "👩‍🚀 The harbour board met in May.\r\n\r\nIt closed two piers “for good”, "
    "東京の港は広い。 The fee rose by 4% and the café\r\n\r\nlost its licence.\r\n"
)
SOURCE = "The board minutes are public. Two piers were closed in May. The fee rose by 4%."
SOURCE_ID = identity.article_id(SOURCE)
ARTICLE_ID = identity.article_id(TEXT)
AT = "2026-05-01T10:00:00.000000Z"


def evidence(quote: str, **more: Any) -> Evidence:
    """A piece of evidence in the source."""
    start = SOURCE.index(quote)
    piece = Evidence(
        id=identity.claim_id(SOURCE_ID, start, start + len(quote), "evidence"),
        source_id=SOURCE_ID,
        url=None,
        start=start,
        end=start + len(quote),
        quote=quote,
        stance="supports",
        check="verbatim",
        set_no=1,
        question="",
        flags=(),
        at=AT,
    )
    return piece._replace(**more)


@dataclass
class Example:
    """One article whose claims and reviews a test adds."""

    scheme: str = "default"
    about: About = field(default_factory=About)
    text: str = TEXT
    rows: list[tuple[Claim, list[Review], Gold | None]] = field(default_factory=list)

    def claim(self, quote: str, **more: Any) -> int:
        """Add a candidate at the first place of a quote; returns its number."""
        start = self.text.index(quote)
        return self.claim_at(start, start + len(quote), **more)

    def claim_at(self, start: int, end: int, **more: Any) -> int:
        """Add a candidate at a span; returns its number."""
        quote = self.text[start:end]
        values: dict[str, Any] = {
            "seq": len(self.rows) + 1,
            "id": identity.claim_id(self.article.id, start, end, "proposer"),
            "article_seq": 1,
            "article_id": self.article.id,
            "start": start,
            "end": end,
            "sentence_start": start,
            "sentence_end": end,
            "quote": quote,
            "sentence": quote,
            "statement": " ".join(quote.split()),
            "parts": ((start, end),),
            "kind": "clause",
            "worth": 0.5,
            "attributed_to": None,
            "origin": "proposer",
            "proposer": "rules",
            "version": "1",
            "status": "active",
            "created_at": AT,
        }
        self.rows.append((Claim(**(values | more)), [], None))
        return len(self.rows) - 1

    def review(self, at: int, reviewer: str, verdict: str | None = None, **more: Any) -> None:
        """Add a reviewer's review of a claim."""
        claim, reviews, _ = self.rows[at]
        values: dict[str, Any] = {
            "claim_seq": claim.seq,
            "claim_id": claim.id,
            "reviewer": reviewer,
            "verdict": verdict,
            "scheme": f"{self.scheme}@1" if verdict else None,
            "discarded": False,
            "later": False,
            "note": "",
            "start": None,
            "end": None,
            "statement": None,
            "tags": (),
            "decided_at": AT if verdict else None,
            "updated_at": AT,
        }
        reviews.append(Review(**(values | more)))

    def gold(self, at: int, verdict: str | None) -> None:
        """Settle a claim."""
        claim, reviews, _ = self.rows[at]
        settled = Gold(
            claim_seq=claim.seq,
            verdict=verdict,
            scheme=f"{self.scheme}@1",
            discarded=verdict is None,
            how="third",
            control=False,
            side=None,
            reason="",
            settled=True,
            votes=(),
            decided_at=AT,
        )
        self.rows[at] = (claim, reviews, settled)

    @property
    def article(self) -> Article:
        """The article without its text."""
        return Article(
            seq=1,
            id=identity.article_id(self.text),
            title="Harbour",
            url="https://example.org/harbour",
            author=None,
            speaker="Ann Bell",
            published="2026-04-30",
            language="en",
            origin=None,
            encoding="utf-8",
            newline="crlf",
            length=len(self.text),
            imported_at=AT,
            meta={},
        )

    def export(self) -> Export:
        """The view of the project."""
        scheme = preset(self.scheme)
        names = {label.id: label.name for label in scheme.labels}

        def views() -> Iterator[ArticleView]:
            maker = RecordMaker(self.article, self.text, names.get, document)
            order = sorted(self.rows, key=lambda row: (row[0].start, row[0].end, row[0].id))
            yield ArticleView(self.article, self.text, iter([maker.record(*row) for row in order]))

        nothing: list[Any] = [None] * len(Project._fields)
        project = Project(*nothing)._replace(id="p1", scheme=scheme, guidelines="")
        project = project._replace(about=self.about)
        return Export(project, views, source)


def document(id: str) -> Document | None:
    """What is known of the one source that the project holds."""
    if id != SOURCE_ID:
        return None
    address = "https://example.org/minutes"
    return Document(SOURCE_ID, "source", "Minutes", None, address, None, None, len(SOURCE))


def source(id: str) -> SourceView | None:
    """The same with its text."""
    found = document(id)
    return found and SourceView(id, found.title, found.url, None, None, SOURCE)


def usual() -> Example:
    """Two reviewers who agree on one claim and not on another, and more."""
    made = Example()
    met = made.claim("The harbour board met in May")
    made.review(met, "anna", "verified", tags=("harbour", "東京"), note="line one\nline two")
    made.review(met, "ben@example.org", "verified")
    closed = made.claim("closed two piers “for good”", statement="The board closed two piers")
    start = TEXT.index("It closed")
    made.review(
        closed,
        "anna",
        "refuted",
        start=start,
        end=start + len("It closed two piers"),
        evidence=[evidence("Two piers were closed", stance="refutes", question="How many?")],
    )
    made.review(closed, "ben@example.org", "verified")
    fee, the = TEXT.index("rose by 4%"), TEXT.index("The fee")
    rose = made.claim(
        "rose by 4%",
        statement="The fee rose by 4%",
        parts=((the, the + 7), (fee, fee + 10)),
    )
    made.review(
        rose,
        "anna",
        "verified",
        evidence=[
            evidence("The fee rose by 4%"),
            evidence("The board minutes are public", stance="context"),
            evidence("Two piers were closed", set_no=2),
        ],
    )
    lost = made.claim("the café\r\n\r\nlost its licence")
    made.review(lost, "anna", "not-checkable")
    wide = made.claim("東京の港は広い")
    made.review(wide, "anna", discarded=True, decided_at=AT)
    made.claim("It closed two piers “for good”, 東京")
    return made
