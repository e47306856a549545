"""What is learned from decisions: it orders the queue and decides nothing."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, Column, ForeignKey, Index, LargeBinary
from sqlmodel import Field, SQLModel

from db.schema.columns import SEQ


class RankRow(SQLModel, table=True):
    """A claim's place in the orders of the queue, in one version of them.

    The keys are the scores, negated: the smallest comes first. Article and span stand here too,
    so that an index alone gives the whole order, claims of equal score in the articles' order.
    """

    __tablename__ = "rank"
    __table_args__ = tuple(
        Index(f"rank_{key}", "version", key, "article_seq", "start", "end", "claim_seq")
        for key in ("by_worth", "by_uncertainty")
    )

    claim_seq: int = Field(
        sa_column=Column(
            SEQ, ForeignKey("claim.seq", ondelete="CASCADE"), primary_key=True, autoincrement=False
        )
    )
    version: int = Field(primary_key=True)
    article_seq: int = Field(sa_column=Column(SEQ, nullable=False))
    start: int
    end: int
    by_worth: float
    by_uncertainty: float


class ModelRow(SQLModel, table=True):
    """A learned model of the project: its state, and what it was made from."""

    __tablename__ = "model"

    name: str = Field(primary_key=True)
    version: int
    state: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    meta: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    made_at: str
