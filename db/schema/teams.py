"""Who is to review what, and the decision that settles it.

`GoldRow` and `RecheckRow` are projections of events.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, Column, Index
from sqlmodel import Field, SQLModel

from db.schema.columns import part_of, text_column, text_key


class AssignmentRow(SQLModel, table=True):
    """A claim that a reviewer has in her queue: leased for a while, or given to her."""

    __tablename__ = "assignment"
    __table_args__ = (Index("assignment_reviewer", "reviewer", "claim_seq"),)

    claim_seq: int = part_of("claim")
    reviewer: str = text_key()
    kind: str = Field(primary_key=True)  # lease, fixed, recheck, control
    until: str | None = None  # a lease that is over is free again
    at: str


class GoldRow(SQLModel, table=True):
    """What a claim's reviews were settled to."""

    __tablename__ = "gold"

    claim_seq: int = part_of("claim")
    verdict: str | None = None
    scheme: str | None = None
    discarded: bool = False
    how: str  # side, third, unanimous, control
    control: bool = False  # decided by a lead beforehand, to be shown to reviewers
    side: str | None = text_column(nullable=True)  # the reviewer whose side was taken
    reason: str = text_column(nullable=False)
    settled: bool  # enough leads agree
    votes: list[Any] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    decided_at: str


class RecheckRow(SQLModel, table=True):
    """A reviewer's second verdict on a claim that she had decided before."""

    __tablename__ = "recheck"

    claim_seq: int = part_of("claim")
    reviewer: str = text_key()
    verdict: str | None = None
    scheme: str | None = None
    discarded: bool = False
    at: str
