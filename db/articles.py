"""Queries on articles and their texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, func, insert, select

from db import passages
from db.json_values import UnreadableError
from db.rows import Article, Furniture
from db.schema import TABLES, ArticleRow

article = TABLES["article"]
article_text = TABLES["article_text"]

_FIELDS = [article.c[name] for name in Article._fields]


def add(connection: Connection, row: ArticleRow, text: str) -> int:
    """Store an article with its text, and index it; returns its seq. It must not be there yet."""
    values = row.model_dump(exclude={"seq"})
    seq = int(
        connection.execute(insert(article).values(values).returning(article.c.seq)).scalar_one()
    )
    connection.execute(insert(article_text).values(article_seq=seq, text=text))
    entries = passages.entries(text, row.furniture)
    passages.index_document(connection, row.id, "article", row.title, entries)
    return seq


def seq_of(connection: Connection, article_id: str) -> int | None:
    """The seq of the article with this id, or None."""
    return connection.execute(select(article.c.seq).where(article.c.id == article_id)).scalar()


def get(connection: Connection, seq: int) -> Article | None:
    """One article without its text."""
    row = connection.execute(select(*_FIELDS).where(article.c.seq == seq)).first()
    return Article(*row) if row else None


def by_seqs(connection: Connection, seqs: Sequence[int]) -> dict[int, Article]:
    """Articles without their texts, by seq; those that are not there are left out."""
    found: dict[int, Article] = {}
    for chunk in chunks(seqs):
        rows = connection.execute(select(*_FIELDS).where(article.c.seq.in_(chunk)))
        found.update((int(row[0]), Article(*row)) for row in rows)
    return found


def every(connection: Connection) -> list[Article]:
    """All articles without their texts, in the order of their import."""
    rows = connection.execute(select(*_FIELDS).order_by(article.c.seq))
    return [Article(*row) for row in rows]


def by_id_prefix(connection: Connection, prefix: str) -> list[Article]:
    """The articles whose id begins with `prefix`, at most two."""
    like = article.c.id.startswith(prefix, autoescape=True)
    return [Article(*r) for r in connection.execute(select(*_FIELDS).where(like).limit(2))]


def text(connection: Connection, seq: int) -> str:
    """The text of an article.

    Raises:
        KeyError: no such article.
    """
    found = connection.execute(
        select(article_text.c.text).where(article_text.c.article_seq == seq)
    ).scalar()
    if found is None:
        raise KeyError(seq)
    return str(found)


def texts(connection: Connection, seqs: Iterable[int]) -> dict[int, str]:
    """The texts of several articles by seq."""
    wanted = sorted(set(seqs))
    found: dict[int, str] = {}
    for chunk in chunks(wanted):
        rows = connection.execute(
            select(article_text.c.article_seq, article_text.c.text).where(
                article_text.c.article_seq.in_(chunk)
            )
        )
        found.update((int(seq), str(content)) for seq, content in rows)
    return found


def furniture(connection: Connection, seq: int) -> list[Furniture]:
    """The parts of an article that are not its story.

    Raises:
        UnreadableError: what is stored is no list of them.
    """
    rows: Any = connection.execute(select(article.c.furniture).where(article.c.seq == seq)).scalar()
    try:
        return [Furniture(int(start), int(end), str(kind)) for start, end, kind in rows or ()]
    except (TypeError, ValueError) as error:
        raise UnreadableError from error


def count(connection: Connection) -> int:
    """How many articles there are."""
    return int(connection.execute(select(func.count()).select_from(article)).scalar_one())


def chunks(values: Sequence[Any], size: int = 500) -> Iterator[Sequence[Any]]:
    """Slices of at most `size`, under every database's limit of bound values."""
    for at in range(0, len(values), size):
        yield values[at : at + size]
