"""Rows of tables and objects of JSON Lines to documents."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import fields
from functools import lru_cache

from workbench.ingest.dates import iso_date
from workbench.ingest.document import Document, document
from workbench.ingest.errors import IngestError
from workbench.ingest.reader import Columns

_HUMP = re.compile(r"([a-z0-9])([A-Z])")
_JOINT = re.compile(r"[\s_.-]+")
_USUAL = {
    "text": "text body content article article_text full_text fulltext story claim claim_text "
    "statement sentence tweet post message paragraph document",
    "id": "id article_id doc_id document_id claim_id uid uuid key",
    "title": "title headline heading",
    "url": "url link permalink source_url href uri",
    "date": "date published published_at publication_date pub_date pubdate published_date "
    "publish_date date_published datetime created_at timestamp",
    "speaker": "speaker claimant speaker_name said_by person",
    "author": "author authors byline writer",
    "language": "language lang",
}
_KNOWN = {part: names.split() for part, names in _USUAL.items()}


def find_columns(names: Iterable[str], wanted: Columns, where: str) -> Mapping[str, str]:
    """Which column of a table holds what: part of a document → column's name.

    A name that the user gives counts; the others are found by their usual names, whatever their
    case and however their words are joined.

    Raises:
        IngestError: No column holds the text, or a column that the user names is not there.
    """
    present = tuple(names)
    found = _found(present, wanted)
    missing = next((name for name in found.values() if name not in present), None)
    if missing is not None:
        what = f"has no column {missing!r}; its columns are {_listed(present)}"
        raise IngestError(what, where)
    if "text" not in found:
        what = f"has no column with the text; its columns are {_listed(present)}"
        raise IngestError(what, where, "name it with --text-column")
    return found


@lru_cache(maxsize=64)
def _found(present: tuple[str, ...], wanted: Columns) -> Mapping[str, str]:
    """The columns that are named or known; rows of one file mostly have the same."""
    usual = {_plain(name): name for name in reversed(present)}
    found: dict[str, str] = {}
    for part in (field.name for field in fields(Columns)):
        named: str | None = getattr(wanted, part)
        column = named or next((usual[name] for name in _KNOWN[part] if name in usual), None)
        if column is not None and (named or column not in found.values()):
            found[part] = column
    return found


def row_document(
    row: Mapping[str, object],
    columns: Mapping[str, str],
    where: str,
    encoding: str,
    meta: Mapping[str, str],
) -> Document:
    """The document of one row; columns without a part of their own go into its `meta`.

    Raises:
        IngestError: The row has no text.
    """
    text = row.get(columns["text"])
    if not isinstance(text, str):
        kind = "is missing" if text is None else "is not a string"
        raise IngestError(f"the text ({columns['text']!r}) {kind}", where)
    parts = {part: as_text(row.get(column)) for part, column in columns.items() if part != "text"}
    known = set(columns.values())
    rest = {
        str(name): value
        for name, given in row.items()
        if name not in known and (value := as_text(given)) is not None
    }
    published = iso_date(parts.get("date"))
    if published is None and parts.get("date"):
        rest[columns["date"]] = parts["date"] or ""
    return document(
        text,
        where,
        encoding=encoding,
        title=parts.get("title"),
        url=parts.get("url"),
        published=published,
        speaker=parts.get("speaker"),
        author=parts.get("author"),
        language=parts.get("language"),
        external_id=parts.get("id"),
        meta=rest | dict(meta),
    )


def as_text(value: object) -> str | None:
    """A value as a string: None for nothing, a list of strings joined, the rest as JSON."""
    if value is None:
        return None
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        return ", ".join(value)
    return json.dumps(value, ensure_ascii=False)


def _plain(name: str) -> str:
    """ "Published At", "published-at" and "publishedAt" are all "published_at"."""
    parted = _HUMP.sub(r"\1_\2", name.strip())
    return "_".join(_JOINT.split(parted)).lower()


def _listed(names: tuple[str, ...]) -> str:
    shown = ", ".join(names[:20]) or "none"
    return shown + (" …" if len(names) > 20 else "")
