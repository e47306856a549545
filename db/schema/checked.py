"""Claims that were checked before, and vectors of texts."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, Column, LargeBinary
from sqlmodel import Field, SQLModel

from db.schema.columns import SEQ, part_of, seq_key, text_column, text_key


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


class CheckedWord(SQLModel, table=True):
    """In how many checked claims a word stands; of the empty word, up to which seq all are in."""

    __tablename__ = "checked_word"

    word: str = text_key()
    claims: int


class CheckedPosting(SQLModel, table=True):
    """A run of the checked claims that a word stands in, and what it weighs in each."""

    __tablename__ = "checked_posting"

    word: str = text_key()
    block: int = Field(sa_column=Column(SEQ, primary_key=True, autoincrement=False))
    seqs: bytes = Field(sa_column=Column(LargeBinary, nullable=False))  # uint32, little-endian
    weights: bytes = Field(sa_column=Column(LargeBinary, nullable=False))  # one byte each


class CheckedVector(SQLModel, table=True):
    """The vector of a checked claim: int8, after its scale as float32, little-endian."""

    __tablename__ = "checked_vector"

    checked_seq: int | None = part_of("checked")
    data: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class VectorRow(SQLModel, table=True):
    """The vector of a text, kept so that it is computed once."""

    __tablename__ = "vector"

    model: str = text_key()
    key: str = text_key()  # hash of the text
    data: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
