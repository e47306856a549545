"""Write the claims of a store and all that reviewers decided to a file."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from db import articles, claims, reviews
from workbench.dataset import formats
from workbench.dataset.records import ClaimRecord, RecordMaker
from workbench.review.project import settings

if TYPE_CHECKING:
    from db.engine import Database
    from db.rows import Claim, Review

Progress = Callable[[int, int], None]
SQLITE_MAGIC = b"SQLite format 3\x00"


class ExportError(ValueError):
    """The dataset cannot be written there; the text is one line for the user."""


@dataclass(frozen=True)
class ExportReport:
    """What was written. Undecided claims have no verdict of anybody."""

    path: str
    format: str
    articles: int
    claims: int
    decided: int
    reviews: int
    bytes: int
    sha256: str


@dataclass
class _Tally:
    articles: int = 0
    claims: int = 0
    decided: int = 0
    reviews: int = 0


def export(
    database: Database,
    path: str | Path,
    format: str | None = None,
    *,
    decided: bool = False,
    progress: Progress | None = None,
) -> ExportReport:
    """Write a dataset: every active claim, and every other claim that was reviewed.

    The order is article id, start, end, claim id, and the file tells nothing of when or where it
    was written: the same store gives the same bytes. The file is written aside and takes its
    name when it is whole and on the disk.

    Args:
        database: the store; it is read in one transaction.
        path: the file to write; one that is there is replaced.
        format: name of a format; None to go by the suffix, JSON Lines if that tells nothing.
        decided: only claims with a verdict of at least one reviewer.
        progress: called with the claims read so far and their whole number.

    Raises:
        ExportError: the file cannot be written, or would replace a database.
        workbench.dataset.formats.FormatError: no such format.
    """
    out = Path(path)
    name = format or formats.of_file(out)
    writer = formats.get(name)
    out = _checked(out)
    tally = _Tally()
    aside = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        with aside.open("xb") as file:
            writer.write(_records(database, decided, tally, progress), file)
            _flush(file)
        size, digest = _measure(aside)
        aside.replace(out)
        _flush_folder(out.parent)
    except OSError as error:
        raise ExportError(f"{path}: cannot be written: {error.strerror or error}") from error
    finally:
        aside.unlink(missing_ok=True)
    return ExportReport(path=str(path), format=name, bytes=size, sha256=digest, **vars(tally))


def _checked(out: Path) -> Path:
    """The file behind links; refused where writing would destroy more than a dataset."""
    try:
        real = out.resolve()
        if real.is_dir():
            raise ExportError(f"{out}: is a folder; name a file")
        if real.exists():
            if not real.is_file():
                raise ExportError(f"{out}: is not a plain file")
            with real.open("rb") as file:
                if file.read(len(SQLITE_MAGIC)) == SQLITE_MAGIC:
                    raise ExportError(f"{out}: is a database; name another file")
    except OSError as error:
        raise ExportError(f"{out}: cannot be written: {error.strerror or error}") from error
    return real


def _records(
    database: Database, decided: bool, tally: _Tally, progress: Progress | None
) -> Iterator[ClaimRecord]:
    names = {label.id: label.name for label in settings(database).scheme.labels}
    seen, maker, article = 0, None, 0
    with database.read() as connection:
        total = claims.count(connection)
        for page in claims.pages(connection):
            found = reviews.by_claims(connection, [claim.seq for claim in page])
            for claim in page:
                own = found.get(claim.seq, [])
                if not _wanted(claim, own, decided):
                    continue
                if maker is None or article != claim.article_seq:
                    article = claim.article_seq
                    row = articles.get(connection, article)
                    assert row is not None, "a claim's foreign key names its article"
                    maker = RecordMaker(row, articles.text(connection, article), names.get)
                    tally.articles += 1
                tally.claims += 1
                tally.decided += any(review.verdict for review in own)
                tally.reviews += len(own)
                yield maker.record(claim, own)
            seen += len(page)
            if progress is not None:
                progress(min(seen, total), total)


def _wanted(claim: Claim, own: list[Review], decided: bool) -> bool:
    if decided:
        return any(review.verdict for review in own)
    return claim.status == "active" or bool(own)


def _flush(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """Bring the new name to the disk, where folders can be flushed (not on Windows)."""
    if os.name == "nt":
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _measure(path: Path) -> tuple[int, str]:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return path.stat().st_size, digest
