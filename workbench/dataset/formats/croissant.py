"""Croissant: metadata of MLCommons beside three tables in JSON Lines.

http://mlcommons.org/croissant/1.0. `claims.jsonl` has a row for each claim, `reviews.jsonl` one for
each review, `evidence.jsonl` one for each piece; the rows of the last two name their claim. A table
without rows is left out, of the folder and of the metadata.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from workbench.dataset.formats import Format
from workbench.dataset.json_lines import line
from workbench.dataset.records import ClaimRecord
from workbench.dataset.view import Export
from workbench.review.about import About
from workbench.review.project import Project

_TYPES = {int: "sc:Integer", float: "sc:Float", bool: "sc:Boolean", datetime: "sc:DateTime"}
_SPAN = ("start", "end", "utf8_start", "utf8_end", "utf16_start", "utf16_end")
_CLAIM: Mapping[str, type] = {
    **dict.fromkeys(("claim", "article", "title", "url", "published", "speaker"), str),
    **dict.fromkeys(_SPAN, int),
    **dict.fromkeys(("prefix", "quote", "suffix", "sentence"), str),
    **dict.fromkeys(("sentence_start", "sentence_end"), int),
    **dict.fromkeys(("statement", "kind"), str),
    "worth": float,
    **dict.fromkeys(("attributed_to", "origin", "proposer", "version"), str),
    **dict.fromkeys(("label", "label_name", "label_by"), str),
}
_REVIEW: Mapping[str, type] = {
    **dict.fromkeys(("claim", "reviewer", "verdict", "verdict_name", "scheme"), str),
    **dict.fromkeys(("discarded", "later"), bool),
    **dict.fromkeys(("tags", "note", "statement"), str),
    **dict.fromkeys(("start", "end"), int),
    **dict.fromkeys(("decided_at", "updated_at"), datetime),
}
_EVIDENCE: Mapping[str, type] = {
    **dict.fromkeys(("claim", "reviewer", "evidence", "source", "title", "url"), str),
    **dict.fromkeys(("start", "end"), int),
    **dict.fromkeys(("quote", "stance", "check"), str),
    "set": int,
    **dict.fromkeys(("question", "flags"), str),
}
_TABLES = {"claims": _CLAIM, "reviews": _REVIEW, "evidence": _EVIDENCE}
_CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}


class Croissant(Format):
    """A folder with `croissant.json` and its tables."""

    description = "Croissant: metadata of MLCommons with tables of claims, reviews and evidence"
    offsets = "code points, UTF-8 bytes and UTF-16 units"

    def write(self, export: Export, path: Path) -> None:
        """Write the tables in one pass, then what describes them."""
        files = {name: (path / f"{name}.jsonl").open("xb") for name in _TABLES}
        rows = dict.fromkeys(_TABLES, 0)
        try:
            for record in export.records():
                parts = record["parts"] != [[record["start"], record["end"]]]
                export.losses.leave_out("parts of a statement that are not the claim's span", parts)
                for name, row in _rows(record):
                    files[name].write(line(row))
                    rows[name] += 1
        finally:
            for file in files.values():
                file.close()
        kept = [name for name in _TABLES if rows[name]]
        for name in _TABLES:
            if name not in kept:
                (path / f"{name}.jsonl").unlink()
        text = json.dumps(_metadata(export, path, kept), indent=2, ensure_ascii=False)
        (path / "croissant.json").write_bytes(text.encode("utf-8") + b"\n")


def _rows(record: ClaimRecord) -> Iterable[tuple[str, dict[str, Any]]]:
    everything: dict[str, Any] = dict(record)
    yield "claims", {name: everything[name] for name in _CLAIM}
    for review in record["reviews"]:
        span = review["span"]
        held: dict[str, Any] = {
            **review,
            "claim": record["claim"],
            "tags": "|".join(review["tags"]),
            "start": span["start"] if span else record["start"],
            "end": span["end"] if span else record["end"],
        }
        yield "reviews", {name: held[name] for name in _REVIEW}
        for piece in review["evidence"]:
            found: dict[str, Any] = {
                **piece,
                "claim": record["claim"],
                "reviewer": review["reviewer"],
                "flags": "|".join(piece["flags"]),
            }
            yield "evidence", {name: found[name] for name in _EVIDENCE}


def _metadata(export: Export, path: Path, kept: list[str]) -> dict[str, Any]:
    about = export.project.about
    return {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": about.title or f"claims-{export.project.id}",
        "description": _description(export.project),
        **_stated(about),
        "distribution": [_file(path, name) for name in kept],
        "recordSet": [_record_set(name, _TABLES[name]) for name in kept],
    }


def _description(project: Project) -> str:
    labels = ", ".join(label.name for label in project.scheme.labels)
    source = f" Source: {project.about.source}." if project.about.source else ""
    return (
        f"Claims with their reviews. Labels of the scheme {project.scheme.ref}: {labels}.{source}"
    )


def _stated(about: About) -> dict[str, str]:
    """What the project says of its datasets, under the names of schema.org and Croissant."""
    origin = about.source if about.source.startswith(("https://", "http://")) else ""
    found = {
        "license": about.licence,
        "citeAs": about.citation,
        "isBasedOn": origin,
        "version": about.release,
        "datePublished": about.released,
    }
    return {name: value for name, value in found.items() if value}


def _file(path: Path, name: str) -> dict[str, Any]:
    with (path / f"{name}.jsonl").open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {
        "@type": "cr:FileObject",
        "@id": f"{name}.jsonl",
        "name": f"{name}.jsonl",
        "contentUrl": f"{name}.jsonl",
        "encodingFormat": "application/jsonlines",
        "sha256": digest,
    }


def _record_set(name: str, fields: Mapping[str, type]) -> dict[str, Any]:
    made: dict[str, Any] = {"@type": "cr:RecordSet", "@id": name, "name": name}
    if name == "claims":
        made["key"] = {"@id": "claims/claim"}
    made["field"] = [_field(name, field, kind) for field, kind in fields.items()]
    return made


def _field(table: str, name: str, kind: type) -> dict[str, Any]:
    made: dict[str, Any] = {
        "@type": "cr:Field",
        "@id": f"{table}/{name}",
        "name": name,
        "dataType": _TYPES.get(kind, "sc:Text"),
        "source": {"fileObject": {"@id": f"{table}.jsonl"}, "extract": {"column": name}},
    }
    if name == "claim" and table != "claims":
        made["references"] = {"field": {"@id": "claims/claim"}}
    return made


FORMAT = Croissant()
