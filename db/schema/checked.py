"""Claims that were checked before, and vectors of texts."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, Column, LargeBinary
from sqlmodel import Field, SQLModel

from db.schema.columns import seq_key, text_column, text_key


class CheckedRow(SQLModel, table=True):
    """A claim that somebody fact-checked before (ClaimReview)."""

    __tablename__ = "checked"

    seq: int | None = seq_key()
    id: str = Field(unique=True, description="hash of its content")
    external_id: str | None = text_column(nullable=True)
    statement: str = text_column(nullable=False)
    title: str | None = text_column(nullable=True)
    verdict: str | None = text_column(nullable=True)
    polarity: str = "unknown"  # supported, refuted, mixed, unknown
    publisher: str | None = text_column(nullable=True)
    url: str | None = text_column(nullable=True)
    claimant: str | None = text_column(nullable=True)
    claimed: str | None = None
    published: str | None = None
    language: str | None = None
    origin: str | None = text_column(nullable=True)
    added_at: str
    meta: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))


class VectorRow(SQLModel, table=True):
    """The vector of a text, kept so that it is computed once."""

    __tablename__ = "vector"

    model: str = text_key()
    key: str = text_key()  # hash of the text
    data: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
