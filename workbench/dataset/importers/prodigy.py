"""Prodigy: what `db-out` writes, spans in code points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from workbench.dataset.importers import Importer
from workbench.dataset.importers._json import Found, objects, offset_of, text_of, texts_of, time_of
from workbench.dataset.importers.item import Aside, Item, Mark


class Prodigy(Importer):
    """One task a line; `reject` discards its spans, `ignore` is kept aside."""

    description = "Prodigy: JSON Lines of db-out (ner, spans), reviewers by _annotator_id"

    def read(self, path: Path, encoding: str | None = None) -> Iterator[Item | Aside]:
        """The tasks of a file, or of those in a folder."""
        for found in objects(path, encoding):
            yield found if isinstance(found, Aside) else _item(found)


def _item(found: Found) -> Item | Aside:
    task = found.value
    text = text_of(task.get("text"))
    if text is None:
        return Aside(found.where, "has no text ('text')", task)
    if task.get("answer") == "ignore":
        return Aside(found.where, "its answer is 'ignore'", task)
    spans = task.get("spans") or []
    if not isinstance(spans, list) or not all(isinstance(span, dict) for span in spans):
        return Aside(found.where, "'spans' is not a list of spans", task)
    meta = task.get("meta")
    known: Mapping[str, Any] = meta if isinstance(meta, dict) else {}
    return Item(
        where=found.where,
        text=text,
        marks=tuple(_mark(task, span) for span in spans),
        article=text_of(known.get("article")),
        title=text_of(known.get("title")),
        url=text_of(known.get("url")),
        encoding=found.encoding,
        raw=task,
    )


def _mark(task: Mapping[str, Any], span: Mapping[str, Any]) -> Mark:
    return Mark(
        start=offset_of(span.get("start")),
        end=offset_of(span.get("end")),
        quote=text_of(span.get("text")),
        label=text_of(span.get("label")),
        reviewer=text_of(task.get("_annotator_id")) or text_of(task.get("_session_id")),
        claim=text_of(span.get("claim")),
        statement=text_of(span.get("statement")),
        tags=texts_of(span.get("tags")),
        note=text_of(span.get("note")) or "",
        discarded=task.get("answer") == "reject",
        at=time_of(task.get("_timestamp")),
        raw=span,
    )


IMPORTER = Prodigy()
