"""Prodigy: one article and reviewer a line, as `prodigy db-in` and `db-out` have it.

https://prodi.gy/docs/api-interfaces#spans_manual. Spans are in code points, as Python and spaCy
count; tokens are left to Prodigy's own `add_tokens`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from workbench.dataset.formats import Format
from workbench.dataset.json_lines import write_lines
from workbench.dataset.layers import Layer, Mark, count_apart, count_evidence, layers
from workbench.dataset.view import ArticleView, Export


class Prodigy(Format):
    """A line for each reviewer of an article, with `_annotator_id`; candidates without answer."""

    suffix = ".jsonl"
    text_modes = ("full", "masked")
    description = "Prodigy: spans of one article and reviewer a line (spans_manual)"

    def write(self, export: Export, path: Path) -> None:
        """Write the lines of each article, the reviewers in the order of their names."""
        write_lines(path, _tasks(export))


def _tasks(export: Export) -> Iterator[dict[str, Any]]:
    for view in export.articles():
        for layer in layers(view, export.losses):
            count_apart(layer.marks, export.losses)
            count_evidence(layer.marks, export.losses)
            yield _task(view, layer)


def _task(view: ArticleView, layer: Layer) -> dict[str, Any]:
    article = view.article
    meta = {"title": article.title, "url": article.url, "article": article.id}
    task: dict[str, Any] = {
        "text": view.text,
        "meta": {name: value for name, value in meta.items() if value is not None},
        "spans": [_span(mark) for mark in layer.marks],
        "_view_id": "spans_manual",
        "_is_binary": False,
    }
    if layer.reviewer is not None:
        task["answer"] = "accept"
        task["_annotator_id"] = task["_session_id"] = layer.reviewer
    if layer.at:
        task["_timestamp"] = int(datetime.fromisoformat(layer.at).timestamp())
    return task


def _span(mark: Mark) -> dict[str, Any]:
    span: dict[str, Any] = {
        "start": mark.start,
        "end": mark.end,
        "label": mark.label,
        "text": mark.quote,
        "claim": mark.claim,
        "statement": mark.statement,
    }
    if mark.tags:
        span["tags"] = list(mark.tags)
    if mark.note:
        span["note"] = mark.note
    return span


FORMAT = Prodigy()
