"""The index of full-text search: passages of sources and of articles, and their words.

The table `passage_words` belongs to the database: an FTS5 table in SQLite, `tsvector` with a GIN
index in PostgreSQL. What is put in was made plain by `workbench.text.terms`, as queries are.
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, delete, exists, insert, literal, select, text

from db.schema import TABLES
from workbench.text.passages import passages
from workbench.text.terms import terms, whole_terms

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


class Entry(NamedTuple):
    """A passage with its words, as it goes into the index."""

    start: int
    end: int
    words: str


def entries(content: str, furniture: Iterable[Sequence[Any]] = ()) -> list[Entry]:
    """The passages of a text, to be indexed; a long one takes a while, and needs no database.

    Args:
        content: the text.
        furniture: [start, end, kind] of what is not its story; a passage in it is left out.
    """
    spans = _told(passages(content), furniture) or [(0, len(content))]
    return [Entry(start, end, " ".join(whole_terms(content[start:end]))) for start, end in spans]


def index_document(
    connection: Connection,
    document_id: str,
    kind: str,
    title: str | None,
    found: Sequence[Entry],
) -> int:
    """Index a document; returns the number of its passages. A known one stays as it is.

    Args:
        connection: inside a write transaction.
        document_id: id of the source or the article.
        kind: "source" or "article".
        title: its title; counts less than its text.
        found: `entries` of its text.
    """
    if connection.execute(
        select(passage.c.seq).where(passage.c.document_id == document_id)
    ).first():
        return 0
    heading = " ".join(terms(title or ""))
    statement = text(_INSERT[connection.dialect.name])
    made = insert(passage).returning(passage.c.seq, sort_by_parameter_order=True)
    for at in range(0, len(found), _PAGE):
        page = found[at : at + _PAGE]
        rows = [
            {"document_id": document_id, "kind": kind, "start": one.start, "end": one.end}
            for one in page
        ]
        seqs = connection.execute(made, rows).scalars().all()
        words = [
            {"seq": seq, "words": one.words, "title": heading}
            for seq, one in zip(seqs, page, strict=True)
        ]
        connection.execute(statement, words)
    return len(found)


def _told(
    spans: list[tuple[int, int]], furniture: Iterable[Sequence[Any]]
) -> list[tuple[int, int]]:
    """The passages that are not furniture; all where everything is."""
    pieces = sorted((int(piece[0]), int(piece[1])) for piece in furniture)
    kept = []
    for start, end in spans:
        at = bisect_right(pieces, (start, sys.maxsize)) - 1  # the last that begins before it
        if at < 0 or pieces[at][1] < end:
            kept.append((start, end))
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
        found = entries(str(content or ""), pieces)
        index_document(connection, item.id, item.kind, item.title, found)
    return len(missing)


def rebuild(connection: Connection) -> int:
    """Make the whole index anew, inside a write transaction; returns how many documents."""
    if connection.dialect.name == "sqlite":
        connection.execute(text("INSERT INTO passage_words (passage_words) VALUES ('delete-all')"))
    else:
        connection.execute(text("DELETE FROM passage_words"))
    connection.execute(delete(passage))
    return index_missing(connection)
