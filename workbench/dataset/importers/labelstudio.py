"""Label Studio: tasks as its JSON export has them, or ours.

Offsets are code points since version 1.5 and UTF-16 units before; the text of each region tells
which. Results with one id are one region: its label, and texts beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from workbench.dataset.importers import Importer
from workbench.dataset.importers._json import Found, objects, offset_of, text_of, texts_of, time_of
from workbench.dataset.importers.item import Aside, Item, Mark

TASKS = "tasks.json"
Region = Mapping[str, Any]


class LabelStudio(Importer):
    """An array of tasks with annotations; predictions are candidates."""

    description = "Label Studio: JSON export of tasks with labels on text"

    def read(self, path: Path, encoding: str | None = None) -> Iterator[Item | Aside]:
        """The tasks of a file, or of `tasks.json` in a folder or its sides."""
        for found in objects(path, encoding, TASKS):
            yield found if isinstance(found, Aside) else _item(found)


def _item(found: Found) -> Item | Aside:
    task = found.value
    data = task.get("data")
    known: Mapping[str, Any] = data if isinstance(data, dict) else {}
    annotations = [a for a in task.get("annotations") or [] if isinstance(a, dict)]
    annotations += [a for a in task.get("completions") or [] if isinstance(a, dict)]
    predictions = [p for p in task.get("predictions") or [] if isinstance(p, dict)]
    text = text_of(known.get(_text_key(known, annotations + predictions)))
    if text is None:
        return Aside(found.where, "has no text in 'data'", task)
    marks = [m for a in annotations if not a.get("was_cancelled") for m in _marks(a, _name(a))]
    marks += [m for p in predictions for m in _marks(p, None)]
    return Item(
        where=found.where,
        text=text,
        marks=tuple(marks),
        article=text_of(known.get("article")),
        title=text_of(known.get("title")),
        url=text_of(known.get("url")),
        encoding=found.encoding,
        raw=task,
    )


def _text_key(data: Mapping[str, Any], annotations: list[dict[str, Any]]) -> str:
    """The field that the regions are on: the one named like their object, else `text`."""
    names = [r.get("to_name") for a in annotations for r in _results(a) if "start" in _value(r)]
    for name in (*names, "text"):
        if isinstance(name, str) and isinstance(data.get(name), str):
            return name
    texts = [name for name, value in data.items() if isinstance(value, str)]
    return max(texts, key=lambda name: len(data[name]), default="text")


def _results(annotation: Mapping[str, Any]) -> list[dict[str, Any]]:
    results = annotation.get("result")
    return [r for r in results if isinstance(r, dict)] if isinstance(results, list) else []


def _value(result: Region) -> Mapping[str, Any]:
    value = result.get("value")
    return value if isinstance(value, dict) else {}


def _name(annotation: Mapping[str, Any]) -> str | None:
    """The reviewer: as our own field names her, else by her address, else by her number."""
    for result in _results(annotation):
        if result.get("from_name") == "reviewer" and "start" not in _value(result):
            texts = _value(result).get("text")
            return text_of(texts[0] if isinstance(texts, list) and texts else texts)
    by = annotation.get("completed_by")
    if isinstance(by, dict):
        return text_of(by.get("email")) or _numbered(by.get("id"))
    return _numbered(by)


def _numbered(id: Any) -> str | None:
    return None if id is None else f"user {id}"


def _marks(annotation: Mapping[str, Any], reviewer: str | None) -> Iterator[Mark]:
    at = time_of(annotation.get("updated_at") or annotation.get("created_at"))
    texts: dict[str, dict[str, list[str]]] = {}
    for result in _results(annotation):
        if result.get("type") == "textarea" and "start" in _value(result):
            given = _value(result).get("text")
            held = given if isinstance(given, list) else [given]
            own = texts.setdefault(str(result.get("id")), {})
            own[str(result.get("from_name"))] = list(texts_of(held))
    for result in _results(annotation):
        labels = _value(result).get("labels")
        if isinstance(labels, list) and result.get("type") == "labels":
            yield _mark(result, labels, texts.get(str(result.get("id")), {}), reviewer, at)


def _mark(
    result: Region,
    labels: list[Any],
    texts: Mapping[str, list[str]],
    reviewer: str | None,
    at: str | None,
) -> Mark:
    value = _value(result)
    names = texts_of(labels)
    return Mark(
        start=offset_of(value.get("start")),
        end=offset_of(value.get("end")),
        quote=text_of(value.get("text")),
        label=names[0] if names else None,
        reviewer=reviewer,
        claim=text_of(result.get("id")),
        statement=" ".join(texts.get("statement", [])) or None,
        tags=(*names[1:], *texts.get("tags", [])),
        note="\n".join(texts.get("note", [])),
        at=at,
        raw=dict(result),
    )


IMPORTER = LabelStudio()
