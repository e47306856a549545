"""Documents into the store: articles with their candidates, nothing twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from db import articles, claims, identity
from db.engine import Connection, Database
from db.rows import Furniture
from db.schema import ArticleRow
from workbench.ingest.document import Document
from workbench.ingest.errors import IngestError
from workbench.propose import Engine, engine_name, propose
from workbench.propose.candidate import Candidate
from workbench.propose.spoken import spoken_language


class Added(NamedTuple):
    """What became of one document."""

    origin: str
    article_id: str | None  # None when it failed
    fresh: bool
    claims: int
    error: str | None = None
    phrases: int = 0  # candidates of kind "phrase", which are not in the queue


class Report(NamedTuple):
    """What became of all of them."""

    added: int
    known: int
    claims: int
    phrases: int
    errors: tuple[str, ...]
    article_ids: tuple[str, ...]


def add_documents(
    database: Database,
    documents: Iterable[Document | IngestError],
    *,
    proposing: bool = True,
    engine: str = "auto",
    progress: Callable[[Added], None] | None = None,
) -> Report:
    """Import documents; each is whole in the store, or not at all.

    Args:
        database: the store.
        documents: documents, and errors in place of those that could not be read.
        proposing: find candidates in the new ones.
        engine: which proposer; "auto" is the best installed.
        progress: called after each document.
    """
    results = []
    for document in documents:
        if isinstance(document, IngestError):
            result = Added(document.where, None, False, 0, str(document))
        else:
            result = add_document(database, document, proposing=proposing, engine=engine)
        results.append(result)
        if progress is not None:
            progress(result)
    good = [r for r in results if r.article_id is not None]
    return Report(
        added=sum(r.fresh for r in good),
        known=sum(not r.fresh for r in good),
        claims=sum(r.claims for r in good),
        phrases=sum(r.phrases for r in good),
        errors=tuple(r.error for r in results if r.error is not None),
        article_ids=tuple(dict.fromkeys(str(r.article_id) for r in good)),
    )


def add_document(
    database: Database, document: Document, *, proposing: bool = True, engine: str = "auto"
) -> Added:
    """Import one document with its candidates, in one transaction."""
    article_id = identity.article_id(document.text)
    with database.read() as connection:
        if articles.seq_of(connection, article_id) is not None:
            return Added(document.origin, article_id, False, 0)
    language = spoken_language(document.text, document.language)
    rows: list[dict[str, Any]] = []
    if proposing:
        found = _propose(document.text, document.title, document.furniture, engine, language)
        rows = _rows(found, article_id, engine_name(engine, language))
    with database.write() as connection:
        if articles.seq_of(connection, article_id) is not None:
            return Added(document.origin, article_id, False, 0)
        seq = articles.add(connection, _article(document, article_id, language), document.text)
        number, phrases = _keep(connection, rows, seq)
    return Added(document.origin, article_id, True, number, phrases=phrases)


def add_text(connection: Connection, document: Document) -> tuple[int, bool]:
    """Import one document without candidates, as part of something larger.

    Args:
        connection: inside a write transaction.
        document: what was read.

    Returns:
        The article's seq, and whether it is new.
    """
    article_id = identity.article_id(document.text)
    known = articles.seq_of(connection, article_id)
    if known is not None:
        return known, False
    language = spoken_language(document.text, document.language)
    row = _article(document, article_id, language)
    return articles.add(connection, row, document.text), True


def propose_again(
    database: Database,
    *,
    engine: str = "auto",
    progress: Callable[[Added], None] | None = None,
) -> Report:
    """Propose anew in every article: replaces only candidates that nobody has acted on."""
    with database.read() as connection:
        known = articles.every(connection)
    results = []
    for article in known:
        with database.read() as connection:
            text = articles.text(connection, article.seq)
            furniture = articles.furniture(connection, article.seq)
        language = spoken_language(text, article.language)
        found = _propose(text, article.title, furniture, engine, language)
        rows = _rows(found, article.id, engine_name(engine, language))
        with database.write() as connection:
            claims.remove_untouched(connection, article.seq)
            number, phrases = _keep(connection, rows, article.seq)
        result = Added(article.origin or article.id, article.id, False, number, phrases=phrases)
        results.append(result)
        if progress is not None:
            progress(result)
    return Report(
        added=0,
        known=len(results),
        claims=sum(r.claims for r in results),
        phrases=sum(r.phrases for r in results),
        errors=(),
        article_ids=tuple(str(r.article_id) for r in results),
    )


def _keep(connection: Connection, rows: list[dict[str, Any]], seq: int) -> tuple[int, int]:
    """Store an article's candidates; how many claims and phrases were new."""
    of_article = [row | {"article_seq": seq} for row in rows]
    phrases = [row for row in of_article if row["kind"] == "phrase"]
    others = [row for row in of_article if row["kind"] != "phrase"]
    return claims.add(connection, others), claims.add(connection, phrases)


def _propose(
    text: str,
    title: str | None,
    furniture: Sequence[Furniture | tuple[int, int, str]],
    engine: str,
    language: str,
) -> list[Candidate]:
    parts = [(int(f[0]), int(f[1]), str(f[2])) for f in furniture]
    return propose(text, title=title, language=language, engine=engine, furniture=parts)


def _article(document: Document, article_id: str, language: str) -> ArticleRow:
    return ArticleRow(
        id=article_id,
        title=document.title,
        url=document.url,
        author=document.author,
        speaker=document.speaker,
        published=document.published,
        language=language,
        origin=document.origin,
        encoding=document.encoding,
        newline=document.newline,
        length=len(document.text),
        imported_at=identity.now(),
        meta=dict(document.meta),
        furniture=[[f.start, f.end, f.kind] for f in document.furniture],
    )


def _rows(found: Iterable[Candidate], article_id: str, proposer: Engine) -> list[dict[str, Any]]:
    at = identity.now()
    return [
        {
            "id": identity.claim_id(article_id, c.start, c.end, "proposer"),
            "start": c.start,
            "end": c.end,
            "sentence_start": c.sentence_start,
            "sentence_end": c.sentence_end,
            "quote": c.quote,
            "statement": c.statement,
            "parts": [list(part) for part in c.parts],
            "kind": c.kind,
            "worth": c.worth,
            "attributed_to": c.attributed_to,
            "origin": "proposer",
            "proposer": proposer.name,
            "version": proposer.version,
            "status": "active",
            "created_at": at,
        }
        for c in found
    ]
