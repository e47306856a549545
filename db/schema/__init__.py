"""The tables, as SQLModel classes: one file a noun."""

from __future__ import annotations

from sqlmodel import SQLModel

from db.schema import checked, learning, sources, teams
from db.schema.core import ArticleRow

__all__ = ["METADATA", "TABLES", "ArticleRow", "checked", "learning", "sources", "teams"]

METADATA = SQLModel.metadata
TABLES = METADATA.tables
