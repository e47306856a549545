"""AVeriTeC: claims with questions that are answered from the web.

https://github.com/MichSchli/AVeriTeC. A piece of evidence is an answer, its quote the text;
the pieces of one question are its answers. Sets and stances have no place in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from workbench.dataset.formats import Format
from workbench.dataset.formats._target import labelled, one_line
from workbench.dataset.held import held_notes, held_sets, held_statement
from workbench.dataset.json_lines import write_array
from workbench.dataset.records import ClaimRecord, EvidenceRecord
from workbench.dataset.view import Export, Losses


class Averitec(Format):
    """One JSON array of claims."""

    suffix = ".json"
    text_modes = ("full",)
    description = "AVeriTeC: four labels, evidence as questions with answers"
    offsets = "none"

    def write(self, export: Export, path: Path) -> None:
        """Write the array, a claim a line."""
        write_array(path, _claims(export))


def _claims(export: Export) -> Iterator[dict[str, Any]]:
    for record, label in labelled(export, "averitec"):
        yield {
            "claim": one_line(held_statement(record)),
            "required_reannotation": len(record["reviews"]) > 1,
            "label": label,
            "justification": "\n".join(held_notes(record)),
            "claim_date": _date(record["published"]),
            "speaker": record["attributed_to"] or record["speaker"],
            "original_claim_url": record["url"],
            "fact_checking_article": None,
            "reporting_source": record["title"],
            "location_ISO_code": None,
            "claim_types": [],
            "fact_checking_strategies": [],
            "questions": _questions(record, export.losses),
        }


def _questions(record: ClaimRecord, losses: Losses) -> list[dict[str, Any]]:
    sets = held_sets(record)
    extra = max(0, len(sets) - 1)
    losses.map("alternative set of evidence: its pieces stand among the others", extra)
    answers: dict[str, list[dict[str, Any]]] = {}
    for pieces in sets:
        for piece in pieces:
            losses.map("evidence without a question: the question is empty", not piece["question"])
            answer = _answer(piece)
            known = answers.setdefault(piece["question"], [])
            if answer not in known:
                known.append(answer)
    return [{"question": question, "answers": known} for question, known in answers.items()]


def _answer(piece: EvidenceRecord) -> dict[str, Any]:
    return {
        "answer": piece["quote"],
        "answer_type": "Extractive",
        "source_url": piece["url"],
        "source_medium": "Web text",
    }


def _date(published: str | None) -> str | None:
    """An ISO date as AVeriTeC writes it: day-month-year."""
    try:
        day = date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
    return f"{day.day}-{day.month}-{day.year}"


FORMAT = Averitec()
