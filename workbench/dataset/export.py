"""Write the claims of a store and all that reviewers decided to a file or a folder."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.dataset import formats
from workbench.dataset.aside import MARKER, ExportError, written_aside
from workbench.dataset.reading import Progress, Reader

if TYPE_CHECKING:
    from db.engine import Database

__all__ = ["ExportError", "ExportReport", "Progress", "export"]


@dataclass(frozen=True)
class ExportReport:
    """What was written. Undecided claims have no verdict of anybody.

    `left_out` and `mapped` count what the format could not hold, and what it holds in another
    form. The SHA-256 is that of the file; of a folder, that of a line `HASH  NAME` for each of its
    files in the order of their names, as sha256sum writes them.
    """

    path: str
    format: str
    articles: int
    claims: int
    decided: int
    reviews: int
    bytes: int
    sha256: str
    files: int = 1
    left_out: dict[str, int] = field(default_factory=dict)
    mapped: dict[str, int] = field(default_factory=dict)


def export(
    database: Database,
    path: str | Path,
    format: str | None = None,
    *,
    decided: bool = False,
    progress: Progress | None = None,
    viewer: str | None = None,
) -> ExportReport:
    """Write a dataset: every active claim, and every other claim that was reviewed.

    The order is article id, start, end, claim id, and the file tells nothing of when or where it
    was written: the same store gives the same bytes. It is written aside and takes its name when
    it is whole and on the disk.

    Args:
        database: the store; it is read in one transaction.
        path: the file or folder to write; an export that is there is replaced.
        format: name of a format; None to go by the suffix, JSON Lines if that tells nothing.
        decided: only claims with a verdict of at least one reviewer.
        progress: called with the claims read so far and their whole number.
        viewer: the reviewer who exports and reviews blind; see `workbench.review.blind`.

    Raises:
        ExportError: it cannot be written, or would replace something else.
        workbench.dataset.formats.FormatError: no such format, or it needs a missing package.
    """
    out = Path(path)
    name = format or formats.of_file(out)
    writer = formats.get(name)
    with written_aside(out, writer.folder) as aside, database.read() as connection:
        reader = Reader(database, connection, decided=decided, progress=progress, viewer=viewer)
        view = reader.export()
        writer.write(view, aside)
        files = sorted(_files(aside))
        size, digest = _measure(aside, files)
    return ExportReport(
        path=str(path),
        format=name,
        bytes=size,
        sha256=digest,
        files=len(files),
        left_out=dict(sorted(view.losses.left_out.items())) | _hidden(reader),
        mapped=dict(sorted(view.losses.mapped.items())),
        **vars(reader.tally),
    )


def _hidden(reader: Reader) -> dict[str, int]:
    what = "reviews by others of claims that you have not decided (blind; leads see all)"
    return {what: reader.hidden} if reader.hidden else {}


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    return [inner for inner in path.rglob("*") if inner.is_file() and inner.name != MARKER]


def _measure(path: Path, files: list[Path]) -> tuple[int, str]:
    """Bytes and digest of a file, or of a folder's files."""
    digests = {file: _digest(file) for file in files}
    size = sum(file.stat().st_size for file in files)
    if path.is_file():
        return size, digests[path]
    lines = [f"{digests[file]}  {file.relative_to(path).as_posix()}\n" for file in files]
    return size, hashlib.sha256("".join(lines).encode("utf-8")).hexdigest()


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
