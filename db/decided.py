"""What a decision is, in SQL: one definition for all queries."""

from __future__ import annotations

from sqlalchemy import ColumnElement, FromClause, case, literal_column, or_

from db.schema import TABLES

DISCARDED = " discarded"
"""The outcome of a discarded claim; no label's id has a space."""

# Spelled out, not bound: PostgreSQL must see that what is selected is what is grouped by.
_DISCARDED: ColumnElement[str] = literal_column(f"'{DISCARDED}'")


def decided(table: FromClause = TABLES["review"]) -> ColumnElement[bool]:
    """A review that is a decision: it has a verdict, or discards the claim."""
    return or_(table.c.verdict.is_not(None), table.c.discarded.is_(True))


def outcome(table: FromClause = TABLES["review"]) -> ColumnElement[str]:
    """The outcome of a decision: its label, or `DISCARDED`."""
    return case((table.c.discarded.is_(True), _DISCARDED), else_=table.c.verdict)
