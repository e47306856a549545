"""Web Annotation: JSON-LD of the W3C, an annotation for each claim and reviewer.

https://www.w3.org/TR/annotation-model/. The target is the article by address or digest, with a
TextPositionSelector (code points, as the model says) and a TextQuoteSelector. A piece of evidence
is an annotation of its own: its target is the quote in the source, and it links to the claim's.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from workbench.dataset.formats import Format
from workbench.dataset.formats._ids import text_name, urn
from workbench.dataset.json_lines import write_array
from workbench.dataset.layers import Layer, Mark, count_apart, layers
from workbench.dataset.records import CONTEXT, EvidenceRecord
from workbench.dataset.view import ArticleView, Export

Body = dict[str, Any]


class WebAnnotation(Format):
    """One AnnotationPage with all annotations."""

    suffix = ".json"
    text_modes = ("full", "masked")
    description = "W3C Web Annotation: claims with position and quote selectors, evidence linked"

    def write(self, export: Export, path: Path) -> None:
        """Write the page, an annotation a line."""
        name = urn("webannotation", export.project.id)
        head = (
            '{"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", '
            f'"id": "{name}", "items": ['
        )
        write_array(path, _annotations(export), head, "]}")


def _annotations(export: Export) -> Iterator[dict[str, Any]]:
    for view in export.articles():
        for layer in layers(view, export.losses):
            count_apart(layer.marks, export.losses)
            for mark in layer.marks:
                yield _annotation(view, layer, mark)
                yield from (_evidence(layer, mark, piece) for piece in mark.evidence)
                sets = len({piece["set"] for piece in mark.evidence})
                export.losses.map("alternative set of evidence, which is a tag", max(0, sets - 1))


def _name(layer: Layer, mark: Mark) -> str:
    return urn("annotation", mark.claim, layer.reviewer or "")


def _annotation(view: ArticleView, layer: Layer, mark: Mark) -> dict[str, Any]:
    made: dict[str, Any] = {
        "id": _name(layer, mark),
        "type": "Annotation",
        "motivation": "assessing" if mark.verdict else "highlighting",
        "creator": _creator(layer, mark),
        "body": list(_bodies(mark)),
        "target": {
            "source": view.article.url or text_name(view.article.id),
            "selector": _selectors(view.text, mark.start, mark.end),
        },
    }
    if mark.at:
        made["modified"] = mark.at
    return made


def _creator(layer: Layer, mark: Mark) -> dict[str, str]:
    if layer.reviewer is None:
        return {"type": "Software", "name": mark.proposer}
    return {"type": "Person", "nickname": layer.reviewer}


def _bodies(mark: Mark) -> Iterator[Body]:
    if mark.verdict:
        yield _text(mark.verdict, "classifying")
    yield _text(mark.statement, "describing")
    for tag in mark.tags:
        yield _text(tag, "tagging")
    if mark.note:
        yield _text(mark.note, "commenting")


def _text(value: str, purpose: str) -> Body:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _selectors(text: str, start: int, end: int) -> list[dict[str, Any]]:
    return [
        {"type": "TextPositionSelector", "start": start, "end": end},
        {
            "type": "TextQuoteSelector",
            "exact": text[start:end],
            "prefix": text[max(0, start - CONTEXT) : start],
            "suffix": text[end : end + CONTEXT],
        },
    ]


def _evidence(layer: Layer, mark: Mark, piece: EvidenceRecord) -> dict[str, Any]:
    digest = piece["source"]
    named = text_name(digest) if digest else urn("source", piece["title"] or piece["quote"])
    selectors: list[dict[str, Any]] = [{"type": "TextQuoteSelector", "exact": piece["quote"]}]
    if piece["start"] is not None:
        place = {"type": "TextPositionSelector", "start": piece["start"], "end": piece["end"]}
        selectors.insert(0, place)
    bodies: list[Body] = [
        {"type": "SpecificResource", "source": _name(layer, mark), "purpose": "linking"},
        _text(piece["stance"], "classifying"),
        _text(f"set {piece['set']}", "tagging"),
    ]
    if piece["question"]:
        bodies.append(_text(piece["question"], "questioning"))
    return {
        "id": urn("evidence", mark.claim, layer.reviewer or "", piece["evidence"]),
        "type": "Annotation",
        "motivation": "linking",
        "creator": _creator(layer, mark),
        "body": bodies,
        "target": {"source": piece["url"] or named, "selector": selectors},
    }


FORMAT = WebAnnotation()
