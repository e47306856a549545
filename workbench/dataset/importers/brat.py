"""brat standoff: pairs of `.txt` and `.ann` files, offsets in code points.

A folder of files is a reviewer, as our own export has it; files that are named themselves are
the reviewer's whom the user names. Attributes give the verdict, else the type of the entity does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from workbench.dataset.file_names import name_of
from workbench.dataset.importers import Importer
from workbench.dataset.importers.item import Aside, Item, Mark, WorkError
from workbench.ingest.decode import decode
from workbench.ingest.errors import IngestError
from workbench.ingest.files import refuse_special

_PART = "Part"


class Brat(Importer):
    """A folder with annotation files, in it or in folders of reviewers; or one such file."""

    description = "brat: .ann files with their .txt, a folder for each reviewer"

    def read(self, path: Path, encoding: str | None = None) -> Iterator[Item | Aside]:
        """The documents, in the order of their names."""
        if path.is_dir():
            files = sorted(path.rglob("*.ann"))
            if not files:
                raise WorkError(f"{path}: holds no annotation file (.ann)")
        else:
            files = [path.with_suffix(".ann")]
        for file in files:
            own = path.is_dir() and file.parent != path
            reviewer = name_of(file.parent.name) if own else None
            yield _item(file, reviewer, encoding)


def _item(file: Path, reviewer: str | None, encoding: str | None) -> Item | Aside:
    source = file.with_suffix(".txt")
    try:
        for one in (source, file):
            refuse_special(one, str(one))
        text = decode(source.read_bytes(), str(source), given=encoding)
        lines = decode(file.read_bytes(), str(file), given=encoding).text.split("\n")
    except IngestError as error:
        return Aside(str(file), str(error), None)
    except FileNotFoundError as error:
        return Aside(str(file), f"{error.filename} is not there", None)
    found = _Annotations()
    for line in lines:
        found.line(line.rstrip("\r"))
    marks = [_mark(entity, text.text, reviewer) for entity in found.claims()]
    article = file.stem if len(file.stem) == 64 else None
    return Item(
        where=str(file),
        text=text.text,
        marks=tuple(marks),
        article=article,
        title=None if article else file.stem,
        encoding=text.encoding,
        raw=lines,
    )


@dataclass
class _Entity:
    kind: str
    spans: list[tuple[int, int]]
    words: str
    verdict: str | None = None
    notes: dict[str, list[str]] = field(default_factory=dict)
    line: str = ""


class _Annotations:
    """The entities of a file with their attributes and notes."""

    def __init__(self) -> None:
        self._entities: dict[str, _Entity] = {}

    def line(self, line: str) -> None:
        """Read one line; lines of other kinds are passed over."""
        id, _, rest = line.partition("\t")
        if id.startswith("T"):
            head, _, words = rest.partition("\t")
            kind, _, offsets = head.partition(" ")
            self._entities[id] = _Entity(kind, _spans(offsets), words, line=line)
        elif id[:1] in ("A", "M"):
            name, _, more = rest.partition(" ")
            target, _, value = more.partition(" ")
            if target in self._entities and name == "Verdict" and value:
                self._entities[target].verdict = value.strip()
        elif id.startswith("#"):
            head, _, words = rest.partition("\t")
            kind, _, target = head.partition(" ")
            if target in self._entities:
                self._entities[target].notes.setdefault(kind, []).append(words)

    def claims(self) -> list[_Entity]:
        """All entities but the parts of statements."""
        return [entity for entity in self._entities.values() if entity.kind != _PART]


def _spans(offsets: str) -> list[tuple[int, int]]:
    found = []
    for piece in offsets.split(";"):
        start, _, end = piece.strip().partition(" ")
        if not (start.isdigit() and end.isdigit()):
            return []
        found.append((int(start), int(end)))
    return found


def _mark(entity: _Entity, text: str, reviewer: str | None) -> Mark:
    """The mark from an entity's first piece to its last: pieces part at line breaks."""
    spans = entity.spans
    start, end = (spans[0][0], spans[-1][1]) if spans else (None, None)
    whole = len(spans) < 2 or all(not text[a[1] : b[0]].strip() for a, b in pairwise(spans))
    label = entity.verdict or (None if entity.kind == "Claim" else entity.kind)
    notes = entity.notes
    return Mark(
        start=start,
        end=end,
        quote=entity.words if whole else None,
        label=label,
        reviewer=reviewer,
        claim=next(iter(notes.get("Id", [])), None),
        statement=next(iter(notes.get("Statement", [])), None),
        tags=tuple(notes.get("Tag", [])),
        note="\n".join(notes.get("AnnotatorNotes", [])),
        evidence_words="\n".join(notes.get("Evidence", [])),
        raw=entity.line,
    )


IMPORTER = Brat()
