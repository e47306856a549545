"""doccano: sequence labelling, one article and reviewer a line.

Offsets are UTF-16 units: doccano's editor counts as JavaScript does, unless a project has the
option "count grapheme clusters as one character" (leave it off). Its importer keeps the columns
that it does not know as metadata of the example; they carry what a label cannot.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from workbench.dataset.formats import Format
from workbench.dataset.json_lines import write_lines
from workbench.dataset.layers import (
    Layer,
    Mark,
    count_apart,
    count_evidence,
    layers,
    overlapping,
)
from workbench.dataset.view import ArticleView, Export
from workbench.text.offsets import OffsetMap


class Doccano(Format):
    """A line with `text`, `label` and metadata for each reviewer of an article."""

    suffix = ".jsonl"
    text_modes = ("full", "masked")
    description = "doccano: labelled spans of one article and reviewer a line"
    offsets = "UTF-16 units"

    def write(self, export: Export, path: Path) -> None:
        """Write the lines of each article, the reviewers in the order of their names."""
        write_lines(path, _examples(export))


def _examples(export: Export) -> Iterator[dict[str, Any]]:
    for view in export.articles():
        offsets = OffsetMap(view.text)
        for layer in layers(view, export.losses):
            count_apart(layer.marks, export.losses)
            count_evidence(layer.marks, export.losses)
            over = sum(1 for _ in overlapping(layer.marks))
            export.losses.map("mark over another: doccano keeps it where overlap is allowed", over)
            yield _example(view, layer, offsets)


def _example(view: ArticleView, layer: Layer, offsets: OffsetMap) -> dict[str, Any]:
    labels = [
        [offsets.utf16(mark.start), offsets.utf16(mark.end), mark.label] for mark in layer.marks
    ]
    return {
        "text": view.text,
        "label": labels,
        "Comments": [],
        "reviewer": layer.reviewer,
        "article": view.article.id,
        "title": view.article.title,
        "url": view.article.url,
        "claims": [_claim(mark) for mark in layer.marks],
    }


def _claim(mark: Mark) -> dict[str, Any]:
    """What stands beside the label of the same place in the list."""
    return {
        "claim": mark.claim,
        "quote": mark.quote,
        "statement": mark.statement,
        "tags": list(mark.tags),
        "note": mark.note,
    }


FORMAT = Doccano()
