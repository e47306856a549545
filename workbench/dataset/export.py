"""Write the claims of a store and all that reviewers decided to a file or a folder."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.dataset import formats, leftovers
from workbench.dataset.aside import MARKER, ExportError, written_aside
from workbench.dataset.choice import Choice
from workbench.dataset.folder import manifest
from workbench.dataset.folder.plan import Split
from workbench.dataset.folder.write import Wish, Written, write
from workbench.dataset.reading import EVERYTHING, FULL_TEXT, Progress
from workbench.dataset.splits.together import Together
from workbench.dataset.text_modes import TextMode

if TYPE_CHECKING:
    from db.engine import Connection, Database

YOUNG = 200_000  # containers that are alive before the collector looks; a batch has some thousands

__all__ = ["ExportError", "ExportReport", "Progress", "export"]


@dataclass(frozen=True)
class ExportReport:
    """What was written. Undecided claims have no verdict of anybody.

    `left_out` and `mapped` count what the format could not hold, and what it holds in another
    form. The SHA-256 is that of the file; of a dataset, that of its manifest, which has the hashes
    of all others; of a folder without one, that of a line `HASH  NAME` for each of its files in the
    order of their names, as sha256sum writes them. A split has `groups` of articles that stay on
    one side; `together` are those of two articles or more, the largest first. `unfinished` are what
    other programs began to write there a day ago or more, and have not finished.
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
    splits: dict[str, dict[str, int]] = field(default_factory=dict)
    joined: dict[str, int] = field(default_factory=dict)
    groups: int = 0
    together: list[Together] = field(default_factory=list)
    unfinished: list[str] = field(default_factory=list)


def whole_dataset(out: Path) -> bool:
    """Whether a name asks for a dataset with card and manifest: a folder has no suffix."""
    return not out.suffix and (out.is_dir() or not out.exists())  # not /dev/stdout


def export(
    database: Database,
    path: str | Path,
    format: str | None = None,
    *,
    choice: Choice = EVERYTHING,
    mode: TextMode = FULL_TEXT,
    split: Split | None = None,
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
        format: name of a format; None to go by the suffix, JSON Lines where there is none.
        choice: which claims and labels.
        mode: how much of the articles' texts is shown.
        split: write a dataset: a folder with these splits, texts, a card and a manifest;
            `Split()` is one without splits. None for the format's file or folder alone.
        progress: called with the claims read so far and their whole number.
        viewer: the reviewer who exports and reviews blind; see `workbench.review.blind`.

    Raises:
        ExportError: it cannot be written, or would replace something else, or the format needs
            texts that are not to be shown.
        workbench.dataset.splits.assign.SplitError: the split cannot be made, or leaks.
        workbench.dataset.choice.ChoiceError: there is no such verdict or tag.
        workbench.dataset.formats.FormatError: no such format, a suffix that tells none, or a
            format that needs a missing package.
    """
    out = Path(path)
    wish = Wish(format or _told(out, split is not None), choice, mode, split or Split(), viewer)
    wish.check(database)
    unfinished = leftovers.clear(out.resolve())
    folder = split is not None or formats.get(wish.format).folder
    with written_aside(out, folder) as aside, database.read() as connection, _few_collections():
        if split is None:
            written = _plain(database, connection, aside, wish, progress)
        else:
            written = write(database, connection, aside, wish, progress)
        files = sorted(_files(aside))
        size, digest = _measure(aside, files)
        if split is not None:
            digest = manifest.digest(aside)
    sides = written.plan.sides if written.plan else {}
    return ExportReport(
        path=str(path),
        format=wish.format,
        bytes=size,
        sha256=digest,
        files=len(files),
        left_out=dict(sorted(written.losses.left_out.items())) | _hidden(written),
        mapped=dict(sorted(written.losses.mapped.items())),
        splits={name: side.counts for name, side in sides.items()},
        joined=written.plan.joined_by if written.plan else {},
        groups=written.plan.groups if written.plan else 0,
        unfinished=[str(path) for path in unfinished],
        together=written.plan.together if written.plan else [],
        **vars(written.tally),
    )


def _told(out: Path, folder: bool) -> str:
    """The format that a name tells; of a dataset's folder, `v1.2` is no suffix of a file."""
    if not folder:
        return formats.of_file(out)
    try:
        return formats.of_file(out)
    except formats.FormatError:
        return "jsonl"


@contextmanager
def _few_collections() -> Iterator[None]:
    """Let a batch of rows live without being searched for cycles: it has none, and goes at once.

    Looking took a fifth of an export's time.
    """
    usual = gc.get_threshold()
    gc.set_threshold(YOUNG, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _plain(
    database: Database, connection: Connection, path: Path, wish: Wish, progress: Progress | None
) -> Written:
    """The format's file or folder, and nothing beside it."""
    reader = wish.reader(database, connection, progress, shown=True)
    view = reader.export()
    formats.get(wish.format).write(view, path)
    return Written(None, view.losses, reader.tally, reader.hidden)


def _hidden(written: Written) -> dict[str, int]:
    what = "reviews by others of claims that you have not decided (blind; leads see all)"
    return {what: written.hidden} if written.hidden else {}


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
