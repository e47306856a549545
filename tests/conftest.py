"""What many tests share: a store with a few claims, without any proposer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from db import articles, claims, identity
from db.engine import Database
from db.schema import ArticleRow
from workbench.review.project import open_project
from workbench.review.session import Session

TEXT = (
    "The harbour board met in May. It closed two piers and raised the mooring fee by 4%.\r\n\r\n"
    "👩‍🚀 Café owners «protested» — the board’s chair said nothing."
)


def claim_row(text: str, quote: str, **more: Any) -> dict[str, Any]:
    """The row of a candidate at the first place of `quote` in `text`."""
    start = text.index(quote)
    end = start + len(quote)
    article = identity.article_id(text)
    row = {
        "id": identity.claim_id(article, start, end, "proposer"),
        "start": start,
        "end": end,
        "sentence_start": start,
        "sentence_end": end,
        "quote": quote,
        "statement": quote,
        "parts": [[start, end]],
        "kind": "clause",
        "worth": 0.5,
        "attributed_to": None,
        "origin": "proposer",
        "proposer": "test",
        "version": "1",
        "status": "active",
        "created_at": identity.now(),
    }
    return row | more


def add_article(database: Database, text: str, quotes: Sequence[str], title: str = "T") -> int:
    """Store an article with a candidate for each quote; returns its seq."""
    with database.write() as connection:
        row = ArticleRow(
            id=identity.article_id(text),
            title=title,
            length=len(text),
            imported_at=identity.now(),
            newline="crlf",
        )
        seq = articles.add(connection, row, text)
        rows = [claim_row(text, quote) | {"article_seq": seq} for quote in quotes]
        claims.add(connection, rows)
    return seq


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_project(tmp_path / "store.db")
    yield opened
    opened.close()


@pytest.fixture
def article_seq(database: Database) -> int:
    return add_article(
        database,
        TEXT,
        ["The harbour board met in May", "closed two piers", "raised the mooring fee by 4%"],
    )


@pytest.fixture
def session(database: Database, article_seq: int) -> Session:
    return Session(database, "anna")
