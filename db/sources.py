"""Queries on sources and on documents: what evidence can be quoted from.

A document is a source or an article; both are known by the SHA-256 of their text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, func, insert, select

from db import passages
from db.articles import article, article_text, chunks
from db.rows import Document, Source
from db.schema import TABLES
from db.schema.sources import SourceRow

source = TABLES["source"]
source_text = TABLES["source_text"]

_FIELDS = [source.c[name] for name in Source._fields]


def add(
    connection: Connection,
    row: SourceRow,
    text: str,
    entries: Sequence[passages.Entry] | None = None,
) -> int:
    """Store a source with its text, and index it; returns its seq. It must not be there yet.

    Args:
        connection: inside a write transaction.
        row: what is known of it.
        text: its text.
        entries: its passages, where they were made before the transaction began.
    """
    values = row.model_dump(exclude={"seq"})
    seq = int(
        connection.execute(insert(source).values(values).returning(source.c.seq)).scalar_one()
    )
    connection.execute(insert(source_text).values(source_seq=seq, text=text))
    found = passages.entries(text) if entries is None else entries
    passages.index_document(connection, row.id, "source", row.title, found)
    return seq


def seq_of(connection: Connection, source_id: str) -> int | None:
    """The seq of the source with this id, or None."""
    return connection.execute(select(source.c.seq).where(source.c.id == source_id)).scalar()


def get(connection: Connection, source_id: str) -> Source | None:
    """The source with this id without its text, or None."""
    row = connection.execute(select(*_FIELDS).where(source.c.id == source_id)).first()
    return Source(*row) if row else None


def every(connection: Connection) -> list[Source]:
    """All sources without their texts, in the order of their adding."""
    rows = connection.execute(select(*_FIELDS).order_by(source.c.seq))
    return [Source(*row) for row in rows]


def by_id_prefix(connection: Connection, prefix: str) -> list[Source]:
    """The sources whose id begins with `prefix`, at most two."""
    like = source.c.id.startswith(prefix, autoescape=True)
    return [Source(*r) for r in connection.execute(select(*_FIELDS).where(like).limit(2))]


def count(connection: Connection) -> int:
    """How many sources there are."""
    return int(connection.execute(select(func.count()).select_from(source)).scalar_one())


def shortest(connection: Connection, most: int, length: int) -> list[str]:
    """Ids of the shortest sources, at most so many, of at most so many code points in all."""
    query = select(source.c.id, source.c.length).order_by(source.c.length, source.c.seq)
    found: list[str] = []
    for source_id, size in connection.execute(query.limit(most)):
        length -= int(size)
        if length < 0:
            break
        found.append(str(source_id))
    return found


def text(connection: Connection, document_id: str) -> str:
    """The text of a document: of a source, or of an article.

    Raises:
        KeyError: no such document.
    """
    for table, texts, key in ((source, source_text, "source_seq"), (article, article_text, "")):
        there = texts.c[key or "article_seq"] == table.c.seq
        query = select(texts.c.text).join(table, there).where(table.c.id == document_id)
        found = connection.execute(query).scalar()
        if found is not None:
            return str(found)
    raise KeyError(document_id)


def documents(connection: Connection, ids: Iterable[str]) -> dict[str, Document]:
    """What is known of documents, by id; those that are not there are left out."""
    wanted = sorted(set(ids))
    found: dict[str, Document] = {}
    for chunk in chunks(wanted):
        fields = (article.c[n] for n in ("id", "title", "url", "published", "length", "origin"))
        of_articles = select(*fields).where(article.c.id.in_(chunk))
        for key, title, url, published, length, origin in connection.execute(of_articles):
            found[key] = Document(key, "article", title, None, url, published, None, length, origin)
        of_sources = select(source).where(source.c.id.in_(chunk))
        for row in connection.execute(of_sources):
            found[row.id] = Document(
                row.id,
                "source",
                row.title,
                row.publisher,
                row.url,
                row.published,
                row.retrieved,
                row.length,
                row.origin,
            )
    return found
