"""Label Studio: a file of tasks, and the labelling configuration that they fit.

https://labelstud.io/guide/task_format. Offsets are code points: the editor converts JavaScript's
units since version 1.5 (before, it wrote UTF-16 units), and takes a CR LF as two characters.
Label Studio refuses an annotation of somebody who has no account, so `completed_by` is written
only for reviewers whose name is an address of mail; the field "reviewer" names everybody.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

from workbench.dataset.formats import Format
from workbench.dataset.json_lines import write_array
from workbench.dataset.layers import CLAIM, Layer, Mark, count_apart, count_evidence, layers
from workbench.dataset.view import ArticleView, Export
from workbench.review.schemes import Label

TASKS, CONFIG = "tasks.json", "config.xml"


class LabelStudio(Format):
    """A folder with `tasks.json` and `config.xml`; candidates are predictions."""

    text_modes = ("full", "masked")
    description = "Label Studio: tasks with an annotation of each reviewer, and the configuration"

    def write(self, export: Export, path: Path) -> None:
        """Write the tasks, an article each, then the configuration."""
        write_array(path / TASKS, _tasks(export))
        labels = [_label(label) for label in export.project.scheme.labels]
        (path / CONFIG).write_text(_CONFIG.format(labels="\n".join(labels)), encoding="utf-8")


_CONFIG = f"""\
<View>
  <Labels name="label" toName="text">
    <Label value="{CLAIM}"/>
{{labels}}
  </Labels>
  <Text name="text" value="$text" granularity="word"/>
  <TextArea name="statement" toName="text" perRegion="true" placeholder="The claim, standing alone"/>
  <TextArea name="tags" toName="text" perRegion="true" placeholder="Tag"/>
  <TextArea name="note" toName="text" perRegion="true" placeholder="Note"/>
  <TextArea name="reviewer" toName="text" placeholder="Reviewer"/>
</View>
"""  # noqa: E501


def _label(label: Label) -> str:
    hint = quoteattr(label.definition)
    return f"    <Label value={quoteattr(label.id)} hint={hint}/>"


def _tasks(export: Export) -> Iterator[dict[str, Any]]:
    for view in export.articles():
        made = layers(view, export.losses)
        for layer in made:
            count_apart(layer.marks, export.losses)
            count_evidence(layer.marks, export.losses)
        yield _task(view, made)


def _task(view: ArticleView, made: list[Layer]) -> dict[str, Any]:
    article = view.article
    data = {"text": view.text, "title": article.title, "url": article.url, "article": article.id}
    return {
        "data": {name: value for name, value in data.items() if value is not None},
        "annotations": [_annotation(layer) for layer in made if layer.reviewer is not None],
        "predictions": [_prediction(layer) for layer in made if layer.reviewer is None],
    }


def _annotation(layer: Layer) -> dict[str, Any]:
    reviewer = str(layer.reviewer)
    named = {
        "id": "reviewer",
        "from_name": "reviewer",
        "to_name": "text",
        "type": "textarea",
        "value": {"text": [reviewer]},
    }
    annotation: dict[str, Any] = {"result": [*_regions(layer), named], "was_cancelled": False}
    if "@" in reviewer:
        annotation["completed_by"] = {"email": reviewer}
    return annotation


def _prediction(layer: Layer) -> dict[str, Any]:
    names = sorted({mark.proposer for mark in layer.marks})
    return {"model_version": ", ".join(names), "result": _regions(layer)}


def _regions(layer: Layer) -> list[dict[str, Any]]:
    return [region for mark in layer.marks for region in _region(mark)]


def _region(mark: Mark) -> Iterator[dict[str, Any]]:
    """The label of a span, and its texts: results of one id are one region."""
    span = {"start": mark.start, "end": mark.end, "text": mark.quote}
    head = {"id": mark.claim, "to_name": "text"}
    yield {
        **head,
        "from_name": "label",
        "type": "labels",
        "value": {**span, "labels": [mark.label]},
    }
    place = {"start": mark.start, "end": mark.end}
    texts = {"statement": [mark.statement], "tags": list(mark.tags), "note": [mark.note]}
    for name, values in texts.items():
        if any(values):
            value = {**place, "text": values}
            yield {**head, "from_name": name, "type": "textarea", "value": value}


FORMAT = LabelStudio()
