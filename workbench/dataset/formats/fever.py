"""FEVER: claims with sets of evidence sentences, and the pages that hold them.

https://fever.ai/dataset/fever.html. A set is a list of [annotation, evidence, page, sentence]; any
one set is enough. Pages are the sources, named by the SHA-256 of their text; `wiki-pages` holds
them in FEVER's form, so that page and sentence number lead to the text.
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

_STANCE = {"SUPPORTS": "supports", "REFUTES": "refutes"}
Piece = list[int | str | None]


class Fever(Format):
    """A folder with `claims.jsonl` and `wiki-pages/wiki-001.jsonl`."""

    text_modes = ("full",)
    description = "FEVER: three labels, alternative sets of evidence sentences, and their pages"
    offsets = "sentence numbers"

    def write(self, export: Export, path: Path) -> None:
        """Write the claims, then the pages that their evidence stands in."""
        found = Rationales(export)
        write_lines(path / "claims.jsonl", _claims(export, found))
        (path / "wiki-pages").mkdir()
        write_lines(path / "wiki-pages" / "wiki-001.jsonl", _pages(found))


def _claims(export: Export, found: Rationales) -> Iterator[dict[str, Any]]:
    for record, label in labelled(export, "fever"):
        number = integer(record["claim"])
        enough = label in _STANCE
        sets = _sets(record, _STANCE.get(label, ""), found, export.losses)
        export.losses.map("verdict without evidence: the set is empty", enough and not sets)
        yield {
            "id": number,
            "verifiable": "VERIFIABLE" if enough else "NOT VERIFIABLE",
            "label": label,
            "claim": one_line(held_statement(record)),
            "evidence": sets or [[[number, None, None, None]]],
        }


def _sets(record: ClaimRecord, stance: str, found: Rationales, losses: Losses) -> list[list[Piece]]:
    """The sets whose every piece has the label's stance and a place in a text that is held."""
    made = []
    for number, pieces in enumerate(held_sets(record)):
        annotation = integer(record["claim"], str(number))
        wanted = [piece for piece in pieces if piece["stance"] == stance]
        losses.leave_out("evidence of another stance than the label's", len(pieces) - len(wanted))
        rows = [row for piece in wanted for row in _rows(annotation, piece, found)]
        lost = sum(not found.numbers(piece) for piece in wanted)
        losses.leave_out("evidence in a source whose text is not held", lost)
        if rows and not lost:
            made.append(rows)
        else:
            losses.leave_out("evidence of a set that is not whole", len(wanted) - lost)
    return made


def _rows(annotation: int, piece: EvidenceRecord, found: Rationales) -> Iterator[Piece]:
    evidence = integer(piece["evidence"])
    for sentence in found.numbers(piece):
        yield [annotation, evidence, piece["source"], sentence]


def _pages(found: Rationales) -> Iterator[dict[str, Any]]:
    for id in sorted(found.ids):
        cited = found.cited(id)
        assert cited is not None, "evidence was found in it"
        lines = cited.lines()
        numbered = "\n".join(f"{number}\t{line}" for number, line in enumerate(lines))
        yield {"id": id, "text": " ".join(lines), "lines": numbered}


FORMAT = Fever()
