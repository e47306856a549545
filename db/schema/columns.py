"""Columns that many tables have."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, Text
from sqlmodel import Field

SEQ = BigInteger().with_variant(Integer, "sqlite")


def seq_key() -> Any:
    """A small integer that names a row inside one database."""
    return Field(default=None, sa_column=Column(SEQ, primary_key=True, autoincrement=True))


def text_column(**kwargs: Any) -> Any:
    """A text of any length."""
    return Field(sa_column=Column(Text, **kwargs))


def part_of(table: str) -> Any:
    """The key of a row that belongs to one row of another table, and is named by it."""
    return Field(
        sa_column=Column(SEQ, ForeignKey(f"{table}.seq"), primary_key=True, autoincrement=False)
    )


def text_key() -> Any:
    """A text that is part of the key."""
    return Field(sa_column=Column(Text, primary_key=True))
