"""LIAR: statements with six labels, tab-separated, fourteen columns, no header.

William Yang Wang, "Liar, Liar Pants on Fire" (ACL 2017). The columns are id, label, statement,
subjects, speaker, job title, state, party, five counts of the speaker's history, and context.
What the store does not know (job, state, party, history) is empty.
"""

from __future__ import annotations

from pathlib import Path

from workbench.dataset.formats import Format
from workbench.dataset.formats._target import integer, labelled, one_line
from workbench.dataset.held import held_sets, held_statement, held_tags
from workbench.dataset.records import ClaimRecord
from workbench.dataset.view import Export, Losses

_UNKNOWN = [""] * 8  # job title, state, party, and five counts


class Liar(Format):
    """A line for each claim with one of the six labels."""

    suffix = ".tsv"
    guessed = True
    text_modes = ("full", "masked")
    description = "LIAR: six labels, tab-separated with fourteen columns"
    offsets = "none"

    def write(self, export: Export, path: Path) -> None:
        """Write the lines."""
        with path.open("x", encoding="utf-8", newline="") as out:
            for record, label in labelled(export, "liar"):
                evidence = sum(len(pieces) for pieces in held_sets(record))
                export.losses.leave_out("piece of evidence", evidence)
                cells = [_cell(cell, export.losses) for cell in _cells(record, label)]
                out.write("\t".join(cells) + "\n")


def _cells(record: ClaimRecord, label: str) -> list[str]:
    context = record["title"] or record["url"] or ""
    return [
        f"{integer(record['claim'])}.json",
        label,
        held_statement(record),
        ",".join(held_tags(record)),
        record["attributed_to"] or record["speaker"] or "",
        *_UNKNOWN,
        context,
    ]


def _cell(text: str, losses: Losses) -> str:
    """One line without tabs; a quotation mark in front would swallow what follows."""
    line = one_line(text)
    losses.map("quotation mark at the head of a cell, which is “", line.startswith('"'))
    return "“" + line[1:] if line.startswith('"') else line


FORMAT = Liar()
