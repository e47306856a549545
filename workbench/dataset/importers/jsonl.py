"""Our own JSON Lines: everything that an export holds, into another store.

The articles' texts are not in it: they must be in the store, known by the SHA-256 of their text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

from workbench.dataset.importers import Importer
from workbench.dataset.importers._json import Found, objects, offset_of, text_of, texts_of, time_of
from workbench.dataset.importers.item import Aside, Citation, Item, Mark

_NEEDED = ("claim", "article", "start", "end", "quote", "reviews")


class Own(Importer):
    """One claim a line with all its reviews; the texts must be in the store."""

    description = "our own JSON Lines: claims and reviews of articles that are in the store"

    def read(self, path: Path, encoding: str | None = None) -> Iterator[Item | Aside]:
        """The claims of a file or folder, those of an article that follow each other together."""
        for article, found in groupby(objects(path, encoding), _article):
            records = []
            for one in found:
                fault = one if isinstance(one, Aside) else _fault(one)
                if isinstance(fault, Aside):
                    yield fault
                elif isinstance(one, Found):
                    records.append(one)
            if records:
                marks = [mark for one in records for mark in _marks(one.value)]
                yield Item(
                    where=records[0].where,
                    text=None,
                    marks=tuple(marks),
                    article=article,
                    raw=[one.value for one in records],
                )


def _article(found: Found | Aside) -> str | None:
    return None if isinstance(found, Aside) else text_of(found.value.get("article"))


def _fault(found: Found) -> Aside | None:
    missing = [name for name in _NEEDED if name not in found.value]
    if missing:
        names = ", ".join(missing)
        return Aside(found.where, f"is no record of an export: it lacks {names}", found.value)
    if not isinstance(found.value["reviews"], list):
        return Aside(found.where, "'reviews' is not a list", found.value)
    return None


def _marks(record: Mapping[str, Any]) -> Iterator[Mark]:
    """The claim itself, and what each reviewer holds of it."""
    own = Mark(
        start=offset_of(record["start"]),
        end=offset_of(record["end"]),
        quote=text_of(record["quote"]),
        claim=text_of(record["claim"]),
        row=record,
        prefix=str(record.get("prefix", "")),
        suffix=str(record.get("suffix", "")),
        raw=record,
    )
    reviews = [review for review in record["reviews"] if isinstance(review, dict)]
    if not reviews:
        yield own
    for review in reviews:
        yield _mark(own, review)


def _mark(own: Mark, review: Mapping[str, Any]) -> Mark:
    span = review.get("span")
    moved = None
    if isinstance(span, dict):
        start, end = offset_of(span.get("start")), offset_of(span.get("end"))
        moved = (start, end) if start is not None and end is not None else None
    return Mark(
        start=own.start,
        end=own.end,
        quote=own.quote,
        label=text_of(review.get("verdict")),
        reviewer=text_of(review.get("reviewer")),
        claim=own.claim,
        statement=text_of(review.get("statement")),
        tags=texts_of(review.get("tags")),
        note=text_of(review.get("note")) or "",
        discarded=review.get("discarded") is True,
        later=review.get("later") is True,
        moved=moved,
        at=time_of(review.get("updated_at")),
        decided=time_of(review.get("decided_at")),
        prefix=own.prefix,
        suffix=own.suffix,
        row=own.row,
        evidence=tuple(_citations(review.get("evidence"))),
        raw={**own.row, "reviews": [dict(review)]},
    )


def _citations(pieces: Any) -> Iterator[Citation]:
    for piece in pieces if isinstance(pieces, list) else []:
        if isinstance(piece, dict):
            yield Citation(
                stance=str(piece.get("stance", "context")),
                url=text_of(piece.get("url")),
                question=str(piece.get("question") or ""),
                set_no=offset_of(piece.get("set")) or 1,
                source=text_of(piece.get("source")),
                start=offset_of(piece.get("start")),
                end=offset_of(piece.get("end")),
                quote=str(piece.get("quote") or ""),
                check=str(piece.get("check") or "not held"),
                flags=tuple(str(flag) for flag in piece.get("flags") or ()),
                id=text_of(piece.get("evidence")),
            )


IMPORTER = Own()
