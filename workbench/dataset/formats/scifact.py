"""SciFact: claims with rationales, and the corpus of documents that they stand in.

https://github.com/allenai/scifact/blob/master/doc/data.md. A rationale is a list of sentence
numbers in one document; any one is enough. The corpus holds each source as a list of sentences.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from workbench.dataset.formats import Format
from workbench.dataset.formats._rationale import Rationales
from workbench.dataset.formats._target import integer, labelled, one_line
from workbench.dataset.held import held_sets, held_statement
from workbench.dataset.json_lines import write_lines
from workbench.dataset.records import ClaimRecord, EvidenceRecord
from workbench.dataset.view import Export, Losses

_LABEL = {"SUPPORTS": "SUPPORT", "REFUTES": "CONTRADICT"}
_STANCE = {"SUPPORTS": "supports", "REFUTES": "refutes"}


class SciFact(Format):
    """A folder with `claims.jsonl` and `corpus.jsonl`."""

    text_modes = ("full",)
    description = "SciFact: claims with rationales in the sentences of a corpus"
    offsets = "sentence numbers"

    def write(self, export: Export, path: Path) -> None:
        """Write the claims, then the corpus."""
        found = Rationales(export)
        write_lines(path / "claims.jsonl", _claims(export, found))
        write_lines(path / "corpus.jsonl", _corpus(found))


def _claims(export: Export, found: Rationales) -> Iterator[dict[str, Any]]:
    for record, label in labelled(export, "fever", "scifact"):
        evidence = _evidence(record, label, found, export.losses)
        cited = {
            str(piece["source"])
            for pieces in held_sets(record)
            for piece in pieces
            if found.numbers(piece)
        }
        yield {
            "id": integer(record["claim"]),
            "claim": one_line(held_statement(record)),
            "evidence": evidence,
            "cited_doc_ids": sorted(integer(source) for source in cited),
        }


def _evidence(
    record: ClaimRecord, label: str, found: Rationales, losses: Losses
) -> dict[str, list[dict[str, Any]]]:
    made: dict[str, list[dict[str, Any]]] = {}
    for pieces in held_sets(record):
        wanted = [piece for piece in pieces if piece["stance"] == _STANCE.get(label)]
        losses.leave_out("evidence of another stance than the label's", len(pieces) - len(wanted))
        by_source = _sentences(wanted, found, losses)
        losses.map("set of evidence in several documents, a rationale each", len(by_source) > 1)
        for source, numbers in by_source.items():
            rationale = {"sentences": sorted(numbers), "label": _LABEL[label]}
            rationales = made.setdefault(str(integer(source)), [])
            if rationale not in rationales:
                rationales.append(rationale)
    return made


def _sentences(
    pieces: list[EvidenceRecord], found: Rationales, losses: Losses
) -> dict[str, set[int]]:
    by_source: dict[str, set[int]] = {}
    for piece in pieces:
        numbers = found.numbers(piece)
        losses.leave_out("evidence in a source whose text is not held", not numbers)
        if numbers:
            by_source.setdefault(str(piece["source"]), set()).update(numbers)
    return by_source


def _corpus(found: Rationales) -> Iterator[dict[str, Any]]:
    for id in sorted(found.ids):
        cited = found.cited(id)
        assert cited is not None, "evidence was found in it"
        yield {
            "doc_id": integer(id),
            "title": cited.source.title or "",
            "abstract": cited.lines(),
            "structured": False,
        }


FORMAT = SciFact()
