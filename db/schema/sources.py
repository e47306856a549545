"""Sources, what is found in them, and the evidence that reviewers quote from them.

`ReviewEvidence` and `SufficiencyRow` are projections of events.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, Column, Index
from sqlmodel import Field, SQLModel

from db.schema.columns import part_of, seq_key, text_column, text_key


class SourceRow(SQLModel, table=True):
    """A document that evidence is quoted from; its text is kept apart."""

    __tablename__ = "source"

    seq: int | None = seq_key()
    id: str = Field(unique=True, description="SHA-256 of the text")
    title: str | None = text_column(nullable=True)
    url: str | None = text_column(nullable=True)
    publisher: str | None = text_column(nullable=True)
    author: str | None = text_column(nullable=True)
    published: str | None = None
    retrieved: str | None = None
    language: str | None = None
    origin: str | None = text_column(nullable=True)
    encoding: str | None = None
    newline: str = "none"
    length: int
    added_at: str
    meta: dict[str, str] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))


class SourceText(SQLModel, table=True):
    """The immutable text of a source, exactly as decoded."""

    __tablename__ = "source_text"

    source_seq: int = part_of("source")
    text: str = text_column(nullable=False)


class PassageRow(SQLModel, table=True):
    """A passage of a source or of an article, as full-text search finds it."""

    __tablename__ = "passage"
    __table_args__ = (Index("passage_document", "document_id", "start"),)

    seq: int | None = seq_key()
    document_id: str = text_column(nullable=False)  # id of a source or of an article
    kind: str  # source, article
    start: int
    end: int


class ReviewEvidence(SQLModel, table=True):
    """A piece of evidence that a reviewer holds on a claim."""

    __tablename__ = "review_evidence"
    __table_args__ = (Index("review_evidence_source", "source_id"),)

    claim_seq: int = part_of("claim")
    reviewer: str = text_key()
    evidence: str = text_key()  # UUID, given when it was first cited
    position: int  # in the order of citing
    source_id: str | None = text_column(nullable=True)  # source or article; None: not held
    url: str | None = text_column(nullable=True)
    start: int | None = None
    end: int | None = None
    quote: str = text_column(nullable=False)
    stance: str  # supports, refutes, context
    check: str  # verbatim, typographic, confirmed, not held
    set_no: int = 1  # all pieces of a set are needed, any one set is enough
    question: str = text_column(nullable=False)
    flags: list[Any] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    at: str


class SufficiencyRow(SQLModel, table=True):
    """Whether a reviewer finds another's evidence enough for the verdict.

    `of` names the other's review by a hash (`db.evidence.token`), so that neither this table nor
    the events tell whose it was. A review that changes is another one.
    """

    __tablename__ = "sufficiency"

    claim_seq: int = part_of("claim")
    reviewer: str = text_key()
    of: str = text_key()
    verdict: str
    sufficient: bool
    at: str
