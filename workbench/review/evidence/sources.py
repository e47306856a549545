"""Documents into the store as sources: what evidence is quoted from. Nothing twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from db import identity, passages, sources
from db.engine import Database
from db.schema.sources import SourceRow
from workbench.ingest.dates import iso_date
from workbench.ingest.document import Document
from workbench.ingest.errors import IngestError
from workbench.text.language import language as recognise

LONGEST = 10_000_000  # code points that a source may have
LARGEST = 4 * LONGEST  # bytes of a file that is one source; no longer text fits in fewer

_PUBLISHER = ("publisher", "site", "sitename", "site_name", "outlet", "source", "hostname")
_RETRIEVED = ("retrieved", "retrieved_at", "accessed", "accessed_at", "crawled", "fetched")


class AddedSource(NamedTuple):
    """What became of one document."""

    origin: str
    source_id: str | None  # None when it failed
    fresh: bool
    error: str | None


class SourceReport(NamedTuple):
    """What became of all of them."""

    added: int
    known: int
    errors: tuple[str, ...]
    source_ids: tuple[str, ...]


def add_sources(
    database: Database,
    documents: Iterable[Document | IngestError],
    *,
    progress: Callable[[AddedSource], None] | None = None,
) -> SourceReport:
    """Add documents as sources; each is whole in the store, or not at all.

    Args:
        database: the store.
        documents: documents, and errors in place of those that could not be read.
        progress: called after each document.
    """
    results = []
    for document in documents:
        result = _one(database, document)
        results.append(result)
        if progress is not None:
            progress(result)
    good = [one for one in results if one.source_id is not None]
    return SourceReport(
        added=sum(one.fresh for one in good),
        known=sum(not one.fresh for one in good),
        errors=tuple(one.error for one in results if one.error is not None),
        source_ids=tuple(dict.fromkeys(str(one.source_id) for one in good)),
    )


def _one(database: Database, document: Document | IngestError) -> AddedSource:
    if isinstance(document, IngestError):
        return AddedSource(document.where, None, False, str(document))
    try:
        return add_source(database, document)
    except IngestError as error:
        return AddedSource(document.origin, None, False, str(error))


def too_long(document: Document) -> IngestError | None:
    """Why a document cannot be a source: its text is too long. None where it can."""
    if len(document.text) <= LONGEST:
        return None
    what = f"holds {len(document.text):,} characters; a source has at most {LONGEST:,}"
    return IngestError(what, document.origin, "split it into parts")


def add_source(database: Database, document: Document) -> AddedSource:
    """Add one document as a source, in one transaction; one that is there stays as it is.

    Raises:
        IngestError: its text is too long.
    """
    if refused := too_long(document):
        raise refused
    source_id = identity.article_id(document.text)
    with database.read() as connection:
        if sources.seq_of(connection, source_id) is not None:
            return AddedSource(document.origin, source_id, False, None)
    # A long text is cut before the transaction begins: others need not wait for it.
    row, entries = _row(document, source_id), passages.entries(document.text)
    with database.write() as connection:
        if sources.seq_of(connection, source_id) is not None:
            return AddedSource(document.origin, source_id, False, None)
        sources.add(connection, row, document.text, entries)
    return AddedSource(document.origin, source_id, True, None)


def _row(document: Document, source_id: str) -> SourceRow:
    meta = dict(document.meta)
    publisher, retrieved = _taken(meta, _PUBLISHER), _taken(meta, _RETRIEVED)
    when = iso_date(retrieved)
    if retrieved and when is None:
        meta["retrieved"] = retrieved
    return SourceRow(
        id=source_id,
        title=document.title,
        url=document.url,
        publisher=publisher,
        author=document.author,
        published=document.published,
        retrieved=when,
        language=document.language or recognise(document.text),
        origin=document.origin,
        encoding=document.encoding,
        newline=document.newline,
        length=len(document.text),
        added_at=identity.now(),
        meta=meta,
    )


def _taken(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    """The value of the first of these names, which is taken out of `meta`."""
    for name in meta:
        if name.lower() in names:
            return meta.pop(name)
    return None
