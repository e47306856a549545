"""AVeriTeC: claims with labels, questions and answers; each is an article of its own.

Questions become evidence whose source is not held, with their addresses; questions and answers
also stand in the note, with the justification, since an answer is seldom a quote.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from workbench.dataset.importers import Importer
from workbench.dataset.importers._json import Found, objects, text_of
from workbench.dataset.importers.item import Aside, Citation, Item, Mark

_STANCE = {"Supported": "supports", "Refuted": "refutes"}


class Averitec(Importer):
    """A JSON array of claims."""

    description = "AVeriTeC: claims with labels, questions and answers"
    reviewer = "averitec"

    def read(self, path: Path, encoding: str | None = None) -> Iterator[Item | Aside]:
        """The claims of a file, or of those in a folder."""
        for found in objects(path, encoding):
            yield found if isinstance(found, Aside) else _item(found)


def _item(found: Found) -> Item | Aside:
    row = found.value
    claim = text_of(row.get("claim"))
    if claim is None:
        return Aside(found.where, "has no claim ('claim')", row)
    answers = list(_answers(row))
    label = text_of(row.get("label"))
    stance = _STANCE.get(label or "", "context")
    citations = [Citation(stance, url, question) for question, _, url in answers if url]
    mark = Mark(
        start=0,
        end=len(claim),
        quote=claim,
        label=label,
        note=_note(row, answers),
        evidence=tuple(dict.fromkeys(citations)),
        raw=row,
    )
    return Item(
        where=found.where,
        text=claim,
        marks=(mark,),
        title=text_of(row.get("reporting_source")),
        url=text_of(row.get("original_claim_url")),
        published=_date(row.get("claim_date")),
        speaker=text_of(row.get("speaker")),
        encoding=found.encoding,
        raw=row,
    )


def _answers(row: Mapping[str, Any]) -> Iterator[tuple[str, str, str | None]]:
    """Question, answer and address of each answer."""
    questions = row.get("questions")
    for asked in questions if isinstance(questions, list) else []:
        if not isinstance(asked, dict):
            continue
        answers = asked.get("answers")
        for answer in answers if isinstance(answers, list) else []:
            if isinstance(answer, dict):
                words = text_of(answer.get("answer")) or ""
                more = text_of(answer.get("boolean_explanation"))
                if more:
                    words = f"{words}: {more}"
                yield text_of(asked.get("question")) or "", words, text_of(answer.get("source_url"))


def _note(row: Mapping[str, Any], answers: list[tuple[str, str, str | None]]) -> str:
    lines = [text_of(row.get("justification")) or ""]
    for question, answer, url in answers:
        where = f" ({url})" if url else ""
        lines.append(f"{question} — {answer}{where}" if question else f"{answer}{where}")
    return "\n".join(line for line in lines if line)


def _date(written: Any) -> str | None:
    """A date as AVeriTeC writes it, day-month-year, in ISO form."""
    try:
        day, month, year = (int(part) for part in str(written).split("-"))
        return date(year, month, day).isoformat()
    except ValueError:
        return None


IMPORTER = Averitec()
