"""The index of full-text search: passages of sources and of articles, and their words.

The table `passage_words` belongs to the database: an FTS5 table in SQLite, `tsvector` with a GIN
index in PostgreSQL. What is put in was made plain by `workbench.text.terms`, as queries are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, delete, exists, insert, literal, select, text

from db.schema import TABLES
from workbench.text.passages import passages
from workbench.text.terms import terms

passage = TABLES["passage"]
_KINDS = {
    "source": (TABLES["source"], TABLES["source_text"], "source_seq"),
    "article": (TABLES["article"], TABLES["article_text"], "article_seq"),
}
_PAGE = 1000
_INSERT = {
    "sqlite": "INSERT INTO passage_words (rowid, words, title) VALUES (:seq, :words, :title)",
    "postgresql": (
        "INSERT INTO passage_words (seq, words) VALUES (:seq,"
        " setweight(to_tsvector('english', :words), 'A')"
        " || setweight(to_tsvector('english', :title), 'D'))"
    ),
}


class Unindexed(NamedTuple):
    """A document that full-text search does not know yet."""

    kind: str  # source, article
    seq: int
    id: str
    title: str | None


def index_document(
    connection: Connection,
    document_id: str,
    kind: str,
    content: str,
    title: str | None,
    *,
    furniture: Iterable[Sequence[Any]] = (),
) -> int:
    """Cut a document into passages and index them; returns how many. Known ones stay as they are.

    Args:
        connection: inside a write transaction.
        document_id: id of the source or the article.
        kind: "source" or "article".
        content: its text.
        title: its title; counts less than its text.
        furniture: [start, end, kind] of what is not its story; a passage in it is left out.
    """
    if connection.execute(
        select(passage.c.seq).where(passage.c.document_id == document_id)
    ).first():
        return 0
    spans = _told(passages(content), furniture) or [(0, len(content))]
    heading = " ".join(terms(title or ""))
    statement = text(_INSERT[connection.dialect.name])
    made = insert(passage).returning(passage.c.seq, sort_by_parameter_order=True)
    for at in range(0, len(spans), _PAGE):
        page = spans[at : at + _PAGE]
        rows = [
            {"document_id": document_id, "kind": kind, "start": start, "end": end}
            for start, end in page
        ]
        seqs = connection.execute(made, rows).scalars().all()
        words = [
            {"seq": seq, "words": " ".join(terms(content[start:end])), "title": heading}
            for seq, (start, end) in zip(seqs, page, strict=True)
        ]
        connection.execute(statement, words)
    return len(spans)


def _told(
    spans: list[tuple[int, int]], furniture: Iterable[Sequence[Any]]
) -> list[tuple[int, int]]:
    """The passages that are not furniture; all where everything is."""
    pieces = [(int(piece[0]), int(piece[1])) for piece in furniture]
    kept = [
        (start, end)
        for start, end in spans
        if not any(low <= start and end <= high for low, high in pieces)
    ]
    return kept or spans


def unindexed(connection: Connection) -> list[Unindexed]:
    """The sources and the articles that are not indexed, such as those of an older store."""
    found: list[Unindexed] = []
    for kind in _KINDS:
        found += [Unindexed(*row) for row in connection.execute(_unindexed(kind))]
    return found


def _unindexed(kind: str) -> Select[Any]:
    table = _KINDS[kind][0]
    known = exists().where(passage.c.document_id == table.c.id)
    return (
        select(literal(kind), table.c.seq, table.c.id, table.c.title)
        .where(~known)
        .order_by(table.c.seq)
    )


def index_missing(connection: Connection) -> int:
    """Index what is not indexed yet, inside a write transaction; returns how many documents."""
    missing = unindexed(connection)
    for item in missing:
        _, texts, key = _KINDS[item.kind]
        content = connection.execute(select(texts.c.text).where(texts.c[key] == item.seq)).scalar()
        pieces: Any = ()
        if item.kind == "article":
            article = TABLES["article"]
            query = select(article.c.furniture).where(article.c.seq == item.seq)
            pieces = connection.execute(query).scalar() or ()
        index_document(
            connection, item.id, item.kind, str(content or ""), item.title, furniture=pieces
        )
    return len(missing)


def rebuild(connection: Connection) -> int:
    """Make the whole index anew, inside a write transaction; returns how many documents."""
    if connection.dialect.name == "sqlite":
        connection.execute(text("INSERT INTO passage_words (passage_words) VALUES ('delete-all')"))
    else:
        connection.execute(text("DELETE FROM passage_words"))
    connection.execute(delete(passage))
    return index_missing(connection)
