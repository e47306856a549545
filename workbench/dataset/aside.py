"""Writing aside: a file or a folder takes its name when it is whole and on the disk."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workbench.dataset import leftovers

SQLITE_MAGIC = b"SQLite format 3\x00"
MARKER = ".workbench-export"  # in every folder that we wrote: such a one may be replaced


class ExportError(ValueError):
    """The dataset cannot be written there; the text is one line for the user."""


@contextmanager
def written_aside(out: Path, folder: bool) -> Iterator[Path]:
    """A path to write to; what was written there replaces `out` when the block ends well.

    Args:
        out: the file or folder to write.
        folder: whether it is a folder; then the path is that of an empty one.

    Raises:
        ExportError: it cannot be written, or would replace something that is not an export.
    """
    try:
        real = _checked(out, folder)
        aside = leftovers.beside(real, "part")
        try:
            if folder:
                aside.mkdir()
                (aside / MARKER).touch()
            yield aside
            _flush(aside)
            _replace(aside, real)
        finally:
            leftovers.done(aside)
        _flush_folder(real.parent)
    except OSError as error:
        raise ExportError(f"{out}: cannot be written: {error.strerror or error}") from error


def _checked(out: Path, folder: bool) -> Path:
    """The path behind links; refused where writing would destroy more than an export."""
    real = out.resolve()
    if folder:
        _check_folder(out, real)
    elif real.is_dir():
        raise ExportError(f"{out}: is a folder; name a file")
    elif real.exists():
        if not real.is_file():
            raise ExportError(f"{out}: is not a plain file")
        if _is_database(real):
            raise ExportError(f"{out}: is a database; name another file")
    return real


def _is_database(path: Path) -> bool:
    """Whether it is a SQLite file. One in use, known by its log, is not opened: closing it would
    give up the locks that SQLite holds on it for this program."""
    if Path(f"{path}-wal").exists():
        return True
    with path.open("rb") as file:
        return file.read(len(SQLITE_MAGIC)) == SQLITE_MAGIC


def _check_folder(out: Path, real: Path) -> None:
    if real.exists() and not real.is_dir():
        raise ExportError(f"{out}: is a file; this format is a folder, name a new one")
    if real.is_dir() and any(real.iterdir()) and not (real / MARKER).is_file():
        raise ExportError(f"{out}: is a folder with other things in it; name a new one")


def _replace(aside: Path, real: Path) -> None:
    if not real.is_dir():
        aside.replace(real)
        return
    old = leftovers.beside(real, "old")
    real.rename(old)
    try:
        aside.rename(real)
    except OSError:
        old.rename(real)
        raise
    leftovers.done(old)


def _flush(path: Path) -> None:
    if path.is_dir():
        for inner in path.iterdir():
            _flush(inner)
        _flush_folder(path)
        return
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """Bring new names to the disk, where folders can be flushed (not on Windows)."""
    if os.name == "nt":
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
