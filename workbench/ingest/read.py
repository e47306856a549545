"""Paths to documents: files, folders and standard input."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from workbench.ingest.document import Document
from workbench.ingest.errors import IngestError
from workbench.ingest.files import handed_over, refuse_special
from workbench.ingest.formats import by_suffix, readers
from workbench.ingest.reader import Columns, Input, Reader

STDIN = "-"
_HEAD = 65_536
_BY_ROWS = ("csv", "jsonl")
_MARKS = b"\xef\xbb\xbf\xff\xfe"


def read(
    paths: Iterable[Path | str],
    *,
    columns: Columns | None = None,
    encoding: str | None = None,
    format: str | None = None,
    stdin: BinaryIO | None = None,
    largest: int | None = None,
) -> Iterator[Document | IngestError]:
    """Read articles, one after the other and only as they are asked for.

    Args:
        paths: Files, folders (read whole, in sorted order; hidden files and unknown suffixes are
            passed over) and "-" for standard input.
        columns: Names of a table's columns where they are not the usual ones.
        encoding: The encoding of every file; None finds each one's own.
        format: Name of the format of every file; None goes by suffix, or by content where there
            is none that is known.
        stdin: What "-" reads.
        largest: Bytes that a file has at most, unless it is read row by row; a larger one is an
            error and is not read. None sets no limit.

    Yields:
        A document for each article, and an error for each file or row that is none.
    """
    reader = _named(format) if format else None
    for given in paths:
        if str(given) == STDIN:
            held = stdin.read() if stdin is not None else b""
            found = [Input("standard input", None, held, columns or Columns(), encoding)]
            yield from _read_all(found, reader, largest)
        else:
            yield from _read_all(_inputs(Path(given), columns, encoding), reader, largest)


def count(paths: Iterable[Path | str]) -> int:
    """How many files `read` will read, for a progress bar; a path that is missing counts as one."""
    total = 0
    for given in paths:
        path = Path(given)
        folder = str(given) != STDIN and path.is_dir()
        total += sum(1 for _ in _walk(path)) if folder else 1
    return total


def _named(name: str) -> Reader:
    found = readers().get(name.lower())
    if found is None:
        raise IngestError("is no format", name, f"formats are {', '.join(readers())}")
    return found


def _inputs(
    path: Path, columns: Columns | None, encoding: str | None
) -> Iterator[Input | IngestError]:
    if not path.exists():
        yield IngestError("is not there", _shown(path))
        return
    if not path.is_dir():
        yield Input(_shown(path), path, b"", columns or Columns(), encoding)
        return
    some = False
    for file in _walk(path):
        some = True
        yield Input(_shown(file), file, b"", columns or Columns(), encoding)
    if not some:
        known = " ".join(sorted(by_suffix()))
        yield IngestError("holds no file of a known kind", _shown(path), f"known are {known}")


def _walk(folder: Path) -> Iterator[Path]:
    """Files of known suffixes in and below a folder, sorted; linked folders are passed over."""
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and Path(name).suffix.lower() in by_suffix():
                yield Path(here, name)


def _read_all(
    found: Iterable[Input | IngestError], reader: Reader | None, largest: int | None
) -> Iterator[Document | IngestError]:
    for source in found:
        if isinstance(source, IngestError):
            yield source
            continue
        try:
            yield from _read_one(_plain(source), reader, largest)
        except IngestError as error:
            yield error
        except OSError as error:
            yield IngestError(f"cannot be read ({error.strerror})", source.name)
        except Exception as error:  # a library can fail anywhere: the other files still go in
            what = f"cannot be read ({type(error).__name__} in its reader)"
            yield IngestError(what, source.name, "save it as plain text")


def _read_one(
    source: Input, reader: Reader | None, largest: int | None
) -> Iterator[Document | IngestError]:
    one = reader or _reader_for(source)
    if largest is not None and one.name not in _BY_ROWS:
        _refuse_large(source, largest)
    yield from one.read(source)


def _plain(source: Input) -> Input:
    """The same; a pipe that the shell hands over is read here, as it can be read only once."""
    if source.path is None:
        return source
    refuse_special(source.path, source.name)
    if not handed_over(source.path):
        return source
    return replace(source, path=None, held=source.bytes())


def _refuse_large(source: Input, largest: int) -> None:
    size = source.path.stat().st_size if source.path is not None else len(source.held)
    if size > largest:
        what = f"has {size:,} bytes; at most {largest:,} are read"
        raise IngestError(what, source.name, "split it into parts")


def _reader_for(source: Input) -> Reader:
    """By suffix; else by what the content looks like; else text."""
    with source.open() as stream:
        head = stream.read(_HEAD)
    if not head.strip():
        raise IngestError("is empty", source.name)
    if source.path is not None:
        known = by_suffix().get(source.path.suffix.lower())
        if known is not None:
            return known
    if head.startswith(b"%PDF-"):
        return readers()["pdf"]
    start = head.lstrip(_MARKS).replace(b"\0", b"").decode("latin-1")
    looks = (one for one in readers().values() if one.looks is not None and one.looks(start))
    return next(looks, readers()["text"])


def _shown(path: Path) -> str:
    return os.fsencode(path).decode("utf-8", "replace")
