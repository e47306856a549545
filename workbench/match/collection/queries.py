"""Queries from a file: JSON Lines, CSV or TSV."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any, NamedTuple

from workbench.match.claimreview.files import ClaimReviewError, header, table
from workbench.match.claimreview.jsonld import text_of

_TEXTS = ("text", "query", "claim", "statement", "tweet_content", "tweet", "quote", "sentence")
_IDS = ("id", "query_id", "tweet_id", "claim_id", "")
_KNOWN = (".csv", ".tsv", ".json", ".jsonl", ".ndjson")
_HINT = f"a query is a text, or an object with one of {', '.join(_TEXTS[:4])}"


class Asked(NamedTuple):
    """A query, and the id that its matches are reported under."""

    id: str
    text: str


def read_queries(text: str, name: str) -> Iterator[Asked | ClaimReviewError]:
    """The queries in a file; one that cannot be used is an error among them.

    Where the suffix of the name tells nothing, a first line with the name of a column for the text
    makes it a table. Without an id of its own a query is known by its number in the file, from 1.
    """
    number = 0
    suffix = PurePath(name).suffix.lower()
    if suffix not in _KNOWN and set(header(text)) & set(_TEXTS):
        suffix = ".csv"
    if suffix in (".csv", ".tsv"):
        for number, (row, where) in enumerate(table(text, name, suffix), 1):
            yield _asked(row, number, where)
        return
    for line_number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        number += 1
        where = f"{name}:{line_number}"
        try:
            value = json.loads(line)
        except (ValueError, RecursionError):
            yield ClaimReviewError("is not JSON", where, _HINT)
            continue
        yield _asked(value, number, where)


def _asked(value: Any, number: int, where: str) -> Asked | ClaimReviewError:
    if isinstance(value, str):
        value = {"text": value}
    if not isinstance(value, dict):
        return ClaimReviewError("is not a query", where, _HINT)
    text = next((found for key in _TEXTS if (found := text_of(value.get(key)))), None)
    if text is None:
        return ClaimReviewError("holds no query", where, _HINT)
    name = next((found for key in _IDS if (found := text_of(value.get(key)))), None)
    return Asked(name or str(number), text)
