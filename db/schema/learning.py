"""What is learned from decisions: it orders the queue and decides nothing."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, Column, Index, LargeBinary
from sqlmodel import Field, SQLModel

from db.schema.columns import part_of


class RankRow(SQLModel, table=True):
    """A claim's place in the orders of the queue, as a model sees it."""

    __tablename__ = "rank"
    __table_args__ = (Index("rank_worth", "worth"), Index("rank_uncertainty", "uncertainty"))

    claim_seq: int = part_of("claim")
    worth: float
    uncertainty: float


class ModelRow(SQLModel, table=True):
    """A learned model of the project: its state, and the events that it was made from."""

    __tablename__ = "model"

    name: str = Field(primary_key=True)
    version: int
    state: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    meta: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    made_at: str
