"""doccano: what sequence labelling exports, offsets in UTF-16 units."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from workbench.dataset.importers import Importer
from workbench.dataset.importers._json import Found, objects, offset_of, text_of, texts_of
from workbench.dataset.importers.item import Aside, Item, Mark


class Doccano(Importer):
    """One example a line, with `label` (or `labels`) or `entities`.

    doccano does not say who labelled: a column "reviewer" names her, or the user does.
    """

    description = "doccano: JSON Lines of sequence labelling; name the reviewer with --reviewer"

    def read(self, path: Path, encoding: str | None = None) -> Iterator[Item | Aside]:
        """The examples of a file, or of those in a folder."""
        for found in objects(path, encoding):
            yield found if isinstance(found, Aside) else _item(found)


def _item(found: Found) -> Item | Aside:
    example = found.value
    text = text_of(example.get("text")) or text_of(example.get("data"))
    if text is None:
        return Aside(found.where, "has no text ('text')", example)
    labels = next((example[k] for k in ("label", "labels", "entities") if k in example), None)
    if not isinstance(labels, list):
        return Aside(found.where, "has no list of labels ('label' or 'entities')", example)
    claims = example.get("claims")
    known = (
        claims if isinstance(claims, list) and len(claims) == len(labels) else [{}] * len(labels)
    )
    marks = [_mark(example, label, more) for label, more in zip(labels, known, strict=True)]
    return Item(
        where=found.where,
        text=text,
        marks=tuple(marks),
        article=text_of(example.get("article")),
        title=text_of(example.get("title")),
        url=text_of(example.get("url")),
        encoding=found.encoding,
        raw=example,
    )


def _mark(example: Mapping[str, Any], label: Any, more: Any) -> Mark:
    """A mark of `[start, end, label]` or of an entity; our own export tells more beside it."""
    start, end, name = None, None, None
    if isinstance(label, list) and len(label) == 3:
        start, end, name = label
    elif isinstance(label, dict):
        start, end, name = (label.get(k) for k in ("start_offset", "end_offset", "label"))
    rest: Mapping[str, Any] = more if isinstance(more, dict) else {}
    return Mark(
        start=offset_of(start),
        end=offset_of(end),
        quote=text_of(rest.get("quote")),
        label=text_of(name),
        reviewer=text_of(example.get("reviewer")),
        claim=text_of(rest.get("claim")),
        statement=text_of(rest.get("statement")),
        tags=texts_of(rest.get("tags")),
        note=text_of(rest.get("note")) or "",
        unit="utf16",
        raw=label,
    )


IMPORTER = Doccano()
