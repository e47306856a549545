"""brat standoff: a text file and an annotation file for each article and reviewer.

https://brat.nlplab.org/standoff.html. A claim is an entity `Claim` with the attribute `Verdict`;
the note is an `AnnotatorNotes`, wording, tags and evidence are notes of their own types. Parts of a
statement that are apart are a discontinuous entity `Part` with the relation `Parts`. A span over
several lines is cut at the line breaks, as brat does. Offsets are code points of the text file,
whose line ends are those of the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from workbench.dataset.file_names import FileNames, is_cut
from workbench.dataset.formats import Format
from workbench.dataset.layers import Mark, layers
from workbench.dataset.records import EvidenceRecord
from workbench.dataset.view import Export, Losses

BREAKS = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")  # where `str.splitlines` cuts
_CONFIG = """\
[entities]
Claim
Part

[relations]
Parts\tArg1:Claim, Arg2:Part

[events]

[attributes]
Verdict\tArg:Claim, Value:{values}
"""


class Brat(Format):
    """A folder for each reviewer with `ARTICLE.txt` and `ARTICLE.ann`, and `annotation.conf`."""

    text_modes = ("full", "masked")
    description = "brat standoff: texts and annotations, a folder for each reviewer"

    def write(self, export: Export, path: Path) -> None:
        """Write the two files of each layer."""
        values = "|".join(label.id for label in export.project.scheme.labels)
        (path / "annotation.conf").write_text(_CONFIG.format(values=values), encoding="utf-8")
        names = FileNames()
        for view in export.articles():
            for layer in layers(view, export.losses):
                name = names.of(layer.reviewer)
                export.losses.map("reviewer's name too long for a folder", is_cut(name))
                folder = path / name
                folder.mkdir(exist_ok=True)
                lines = _Annotations(view.text, export.losses).of(layer.marks)
                (folder / f"{view.article.id}.txt").write_bytes(view.text.encode("utf-8"))
                (folder / f"{view.article.id}.ann").write_bytes("".join(lines).encode("utf-8"))


class _Annotations:
    """The lines of one annotation file, numbered from 1 in each kind."""

    def __init__(self, text: str, losses: Losses) -> None:
        self._text = text
        self._losses = losses
        self._numbers = {"T": 0, "A": 0, "R": 0, "#": 0}

    def of(self, marks: Sequence[Mark]) -> Iterator[str]:
        """The lines of these marks."""
        for mark in marks:
            claim, line = self._entity("Claim", [(mark.start, mark.end)])
            yield line
            if mark.verdict:
                yield f"{self._next('A')}\tVerdict {claim} {mark.verdict}\n"
            if mark.parts != ((mark.start, mark.end),):
                yield from self._parts(claim, mark)
            yield from self._notes(claim, mark)

    def _next(self, kind: str) -> str:
        self._numbers[kind] += 1
        return f"{kind}{self._numbers[kind]}"

    def _entity(self, name: str, spans: Sequence[tuple[int, int]]) -> tuple[str, str]:
        pieces = [piece for span in spans for piece in unbroken(self._text, *span)]
        offsets = ";".join(f"{start} {end}" for start, end in pieces)
        words = " ".join(self._text[start:end] for start, end in pieces)
        number = self._next("T")
        return number, f"{number}\t{name} {offsets}\t{words}\n"

    def _parts(self, claim: str, mark: Mark) -> Iterator[str]:
        part, line = self._entity("Part", mark.parts)
        yield line
        yield f"{self._next('R')}\tParts Arg1:{claim} Arg2:{part}\n"

    def _notes(self, claim: str, mark: Mark) -> Iterator[str]:
        yield self._note("Id", claim, mark.claim)
        yield self._note("Statement", claim, mark.statement)
        if mark.note:
            yield self._note("AnnotatorNotes", claim, mark.note)
        for tag in mark.tags:
            yield self._note("Tag", claim, tag)
        for piece in mark.evidence:
            self._losses.map("piece of evidence, which is a note")
            yield self._note("Evidence", claim, evidence_line(piece))

    def _note(self, kind: str, claim: str, text: str) -> str:
        line = BREAKS.sub(" ", text).replace("\t", " ")
        self._losses.map("line break or tab in a note, which is a space", line != text)
        return f"{self._next('#')}\t{kind} {claim}\t{line}\n"


def unbroken(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The pieces of a span between line breaks."""
    pieces = []
    at = start
    for found in BREAKS.finditer(text, start, end):
        pieces.append((at, found.start()))
        at = found.end()
    pieces.append((at, end))
    return [(first, last) for first, last in pieces if first < last]


def evidence_line(piece: EvidenceRecord) -> str:
    """A piece of evidence in words: stance, quote, where it stands."""
    where = piece["url"] or piece["title"] or piece["source"] or "not held"
    return f"{piece['stance']}: “{piece['quote']}” ({where})"


FORMAT = Brat()
