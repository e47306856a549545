"""Files of checked claims: ClaimReview JSON-LD, web pages that hold it, JSON Lines, CSV."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any, NamedTuple

from workbench.match.claimreview.fields import (
    ClaimReviewError,
    Item,
    from_review,
    from_row,
    is_statement,
)
from workbench.match.claimreview.jsonld import reviews

__all__ = ["ClaimReviewError", "Item", "header", "read", "table"]

_SCRIPT = re.compile(
    r"<script\b[^>]*\btype\s*=\s*[\"']?application/ld\+json\b[^>]*>(.*?)</script\s*>",
    re.IGNORECASE | re.DOTALL,
)
_COMMENT = re.compile(r"\A\s*(?://\s*)?<!(?:--|\[CDATA\[)|(?://\s*)?(?:--|\]\])>\s*\Z")
_TABLES = (".csv", ".tsv")
_PAGES = (".html", ".htm", ".xhtml")
_KNOWN = (*_TABLES, *_PAGES, ".json", ".jsonld", ".jsonl", ".ndjson")
_LONGEST_CELL = 10_000_000


class Found(NamedTuple):
    """A value of a file, and where it stands."""

    value: Any
    where: str


def read(text: str, name: str) -> list[Item]:
    """The checked claims in a file.

    Args:
        text: what the file holds.
        name: its name; the suffix tells the form (`.json` and `.jsonld`, `.jsonl`, `.csv`,
            `.tsv`, `.html`), and where it has none of these, what the text looks like.

    Raises:
        ClaimReviewError: the file cannot be read, or one of its claims has no statement.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix not in _KNOWN:
        suffix = _looks(text)
    if suffix in _TABLES:
        items = [from_row(row, where) for row, where in table(text, name, suffix)]
    elif suffix in _PAGES:
        items = _linked(_page(text, name), name)
    elif suffix in (".jsonl", ".ndjson"):
        items = [item for found in _lines(text, name) for item in _items(found)]
    else:
        items = _whole(text, name)
    if not items:
        raise ClaimReviewError("holds no checked claim", name)
    return items


def _looks(text: str) -> str:
    """The suffix of what the text looks like: a page, a table, else JSON."""
    start = text.lstrip()
    if start.startswith("<"):
        return ".html"
    if start.startswith(("{", "[")):
        return ".json"
    names = header(text)
    return ".csv" if len(names) > 1 or any(map(is_statement, names)) else ".json"


def _whole(text: str, name: str) -> list[Item]:
    try:
        value = _json(text, name)
    except ClaimReviewError:
        if "\n" not in text.strip():
            raise
        try:  # lines of JSON under another suffix
            return [item for found in _lines(text, name) for item in _items(found)]
        except ClaimReviewError:
            pass
        raise
    values = value if isinstance(value, list) else [value]
    items: list[Item] = []
    for number, part in enumerate(values, 1):
        where = f"{name}[{number}]" if isinstance(value, list) else name
        items += _items(Found(part, where))
    return items


def _items(found: Found) -> list[Item]:
    """The claims in one value: ClaimReview wherever it is, or a plain object with a statement."""
    if not isinstance(found.value, dict):
        raise ClaimReviewError("is not a JSON object", found.where)
    linked = list(reviews(found.value, found.where))
    if linked:
        return [from_review(value, where) for value, where in linked]
    if any(key.startswith("@") for key in found.value):
        return []  # linked data about something else
    return [from_row(found.value, found.where)]


def _linked(values: Iterator[Found], name: str) -> list[Item]:
    found = [pair for value, where in values for pair in reviews(value, where)]
    if not found:
        raise ClaimReviewError("holds no ClaimReview", name)
    return [from_review(value, where) for value, where in found]


def _page(text: str, name: str) -> Iterator[Found]:
    for number, match in enumerate(_SCRIPT.finditer(text), 1):
        where = f"{name}: script {number}"
        script = _COMMENT.sub("", match[1])
        try:
            value = _json(script, where)
        except ClaimReviewError:
            value = _json(html.unescape(script), where)
        yield Found(value, where)


def _lines(text: str, name: str) -> Iterator[Found]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            where = f"{name}:{number}"
            yield Found(_json(line, where), where)


def _json(text: str, where: str) -> Any:
    try:
        return json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise ClaimReviewError(f"is not JSON ({error.msg} at {place})", where) from error
    except RecursionError:
        raise ClaimReviewError("is JSON nested too deeply", where) from None
    except ValueError:
        raise ClaimReviewError("is JSON with a number of too many digits", where) from None


def table(text: str, name: str, suffix: str) -> Iterator[tuple[dict[str, Any], str]]:
    """The rows of a table with their places.

    Raises:
        ClaimReviewError: it is none.
    """
    delimiter = "\t" if suffix == ".tsv" else _delimiter(text)
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        names = next(reader, [])
        for row in reader:
            where = f"{name}:{reader.line_num}"
            if not any(cell.strip() for cell in row):
                continue
            if len(row) != len(names):
                raise ClaimReviewError(f"has {len(row)} fields and not {len(names)}", where)
            yield dict(zip(names, row, strict=True)), where
    except csv.Error as error:
        raise ClaimReviewError(f"is not CSV ({error})", f"{name}:{reader.line_num}") from error


def header(text: str) -> list[str]:
    """The names of the columns, were it a table."""
    head = text.split("\n", 1)[0]
    try:
        return next(csv.reader([head], delimiter=_delimiter(text)), [])
    except csv.Error:
        return [head]


def _delimiter(text: str) -> str:
    return max(",;\t", key=text.split("\n", 1)[0].count)
