"""A temporary store for the screen's tests: articles with claims at chosen words."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from places import blank, once

HARBOUR = (
    "The harbour board was founded in 1911 and owns forty cranes. "
    "It met every week until 2019, the mayor said.\n\n"
    "ALSO READ: Ten walks by the water\n\n"
    "The new pier cost 12 million euros and opened in May. "
    "Trade grew by a third in two years."
)
HARBOUR_CLAIMS = (
    "The harbour board was founded in 1911",
    "owns forty cranes",
    "met every week until 2019",
    "The new pier cost 12 million euros",
    "opened in May",
    "Trade grew by a third in two years",
)
ORCHARD = "The orchard covers nine hectares. Its oldest tree was planted in 1874.\n"
ORCHARD_CLAIMS = ("The orchard covers nine hectares", "Its oldest tree was planted in 1874")


def add_article(
    path: Path | str, title: str | None, text: str, quotes: Sequence[str], dimmed: str = ""
) -> None:
    """Put an article into the store at `path`, with a claim at each of the quotes."""
    from db import articles, claims, identity
    from db.schema import ArticleRow
    from workbench.review.project import open_project

    if isinstance(path, Path) and not path.exists():
        blank(path)
    database = open_project(path)
    article_id = identity.article_id(text)
    furniture = [[text.index(dimmed), text.index(dimmed) + len(dimmed), "link"]] if dimmed else []
    row = ArticleRow(
        id=article_id,
        title=title,
        length=len(text),
        newline="lf",
        imported_at=identity.now(),
        meta={},
        furniture=furniture,
    )
    with database.write() as connection:
        seq = articles.add(connection, row, text)
        claims.add(connection, [_claim(article_id, seq, text, quote) for quote in quotes])
    database.close()


def _claim(article_id: str, seq: int, text: str, quote: str) -> dict[str, object]:
    from db import identity

    start = text.index(quote)
    end = start + len(quote)
    return {
        "id": identity.claim_id(article_id, start, end, "proposer"),
        "article_seq": seq,
        "start": start,
        "end": end,
        "sentence_start": max(text.rfind(". ", 0, start) + 2, 0) if ". " in text[:start] else 0,
        "sentence_end": end,
        "quote": quote,
        "statement": quote,
        "parts": [[start, end]],
        "kind": "clause",
        "worth": 0.5,
        "attributed_to": None,
        "origin": "proposer",
        "proposer": "rules",
        "version": "1",
        "status": "active",
        "created_at": identity.now(),
    }


def small_store(folder: Path) -> Path:
    """Two short articles with eight claims."""
    return _small(folder / "store.db")


def fill(store: Path | str) -> None:
    """Put them into the store at a path or a URL."""
    add_article(store, "The harbour", HARBOUR, HARBOUR_CLAIMS, "ALSO READ: Ten walks by the water")
    add_article(store, "An orchard", ORCHARD, ORCHARD_CLAIMS)


_small = once(fill)
