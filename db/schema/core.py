"""Articles, claims, events and reviews.

`EventRow` is the record of what people did; it is only ever appended to. `ReviewRow`, `ReviewTag`
and the claims that reviewers added are projections of it and can be rebuilt at any time.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, Column, ForeignKey, Index, Text
from sqlmodel import Field, SQLModel

from db.schema.columns import SEQ, seq_key, text_column


class ArticleRow(SQLModel, table=True):
    """An article; its text is kept apart, so that lists do not read it."""

    __tablename__ = "article"

    seq: int | None = seq_key()
    id: str = Field(unique=True, description="SHA-256 of the text")
    title: str | None = text_column(nullable=True)
    url: str | None = text_column(nullable=True)
    author: str | None = text_column(nullable=True)
    speaker: str | None = text_column(nullable=True)
    published: str | None = None
    language: str | None = None
    origin: str | None = text_column(nullable=True)
    encoding: str | None = None
    newline: str = "none"
    length: int
    imported_at: str
    meta: dict[str, str] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    furniture: list[Any] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))


class ArticleText(SQLModel, table=True):
    """The immutable text of an article, exactly as decoded."""

    __tablename__ = "article_text"

    article_seq: int = Field(
        sa_column=Column(SEQ, ForeignKey("article.seq"), primary_key=True, autoincrement=False)
    )
    text: str = text_column(nullable=False)


class ClaimRow(SQLModel, table=True):
    """A claim: a span of an article, proposed by a proposer or added by a reviewer."""

    __tablename__ = "claim"
    __table_args__ = (
        Index("claim_order", "article_seq", "start", "end", "seq"),
        Index("claim_origin", "origin", "proposer"),
    )

    seq: int | None = seq_key()
    id: str = Field(unique=True, description="hash of article, start, end and origin")
    article_seq: int = Field(sa_column=Column(SEQ, ForeignKey("article.seq"), nullable=False))
    start: int
    end: int
    sentence_start: int
    sentence_end: int
    quote: str = text_column(nullable=False)
    statement: str = text_column(nullable=False)
    parts: list[Any] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    kind: str
    worth: float
    attributed_to: str | None = text_column(nullable=True)
    origin: str  # proposer, reviewer
    proposer: str
    version: str = ""
    status: str = "active"  # active, retired
    created_at: str


class EventRow(SQLModel, table=True):
    """One human act. Never changed, never deleted."""

    __tablename__ = "event"
    __table_args__ = (
        Index("event_claim", "claim_id", "clock", "id"),
        Index("event_act", "act"),
        Index("event_reviewer", "reviewer", "clock", "id"),
        Index("event_clock", "clock", "id"),
    )

    id: str = Field(primary_key=True, description="UUID")
    act: str
    clock: int = Field(sa_column=Column(SEQ, nullable=False))
    kind: str
    reviewer: str = text_column(nullable=False)
    at: str
    article_id: str | None = None
    claim_id: str | None = None
    payload: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))


class ReviewRow(SQLModel, table=True):
    """What one reviewer holds of one claim now."""

    __tablename__ = "review"
    __table_args__ = (Index("review_reviewer", "reviewer", "claim_seq"),)

    claim_seq: int = Field(
        sa_column=Column(SEQ, ForeignKey("claim.seq"), primary_key=True, autoincrement=False)
    )
    reviewer: str = Field(sa_column=Column(Text, primary_key=True))
    verdict: str | None = None
    scheme: str | None = None
    discarded: bool = False
    later: bool = False
    note: str = text_column(nullable=False)
    start: int | None = None
    end: int | None = None
    statement: str | None = text_column(nullable=True)
    decided_at: str | None = None
    updated_at: str


class ReviewTag(SQLModel, table=True):
    """A tag that a reviewer holds on a claim."""

    __tablename__ = "review_tag"
    __table_args__ = (Index("review_tag_tag", "tag"),)

    claim_seq: int = Field(
        sa_column=Column(SEQ, ForeignKey("claim.seq"), primary_key=True, autoincrement=False)
    )
    reviewer: str = Field(sa_column=Column(Text, primary_key=True))
    tag: str = Field(sa_column=Column(Text, primary_key=True))


class SettingRow(SQLModel, table=True):
    """A setting of the project: scheme, guidelines, name."""

    __tablename__ = "setting"

    name: str = Field(primary_key=True)
    value: Any = Field(default=None, sa_column=Column(JSON, nullable=True))


class PlaceRow(SQLModel, table=True):
    """Where a reviewer stopped. Not an act: losing it costs her a key, not work."""

    __tablename__ = "place"

    reviewer: str = Field(sa_column=Column(Text, primary_key=True))
    article_id: str
    claim_id: str | None = None
