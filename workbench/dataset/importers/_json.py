"""Objects in files of JSON: an array, or one a line, whose lines may differ in encoding."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from workbench.dataset.importers._files import files_of
from workbench.dataset.importers.item import Aside, WorkError
from workbench.ingest.decode import decode
from workbench.ingest.errors import IngestError
from workbench.ingest.files import refuse_special

_MARKS = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"


class Found(NamedTuple):
    """An object, where it stands, and what its bytes were decoded from."""

    where: str
    value: dict[str, Any]
    encoding: str


def objects(
    path: Path, encoding: str | None = None, only: str | None = None
) -> Iterator[Found | Aside]:
    """The objects of a file, or of those in a folder; what is bad is told of, and the rest goes on.

    Args:
        path: the file or folder.
        encoding: of its texts; None finds it.
        only: how the file in a folder is called; None takes all that hold JSON.

    Raises:
        WorkError: an array that cannot be read as a whole, or no object at all.
    """
    files = files_of(path, only)
    some = False
    for file in files:
        for item in _objects(file, encoding) if len(files) == 1 else _among(file, encoding):
            some = True
            yield item
    if not some:
        raise WorkError(f"{path}: holds nothing")


def _among(file: Path, encoding: str | None) -> Iterator[Found | Aside]:
    """The objects of one file of several: one that cannot be read does not end the others."""
    try:
        refuse_special(file, str(file))
        yield from _objects(file, encoding)
    except (IngestError, WorkError) as error:
        yield Aside(str(file), str(error).removeprefix(f"{file}: "), None)
    except OSError as error:
        yield Aside(str(file), f"cannot be read ({error.strerror or error})", None)


def _objects(path: Path, encoding: str | None) -> Iterator[Found | Aside]:
    with path.open("rb") as stream:
        head = stream.read(4096)
    wide = encoding is not None or head[:2] in (b"\xff\xfe", b"\xfe\xff")
    if head.lstrip(_MARKS)[:1] == b"[":
        yield from _array(path, encoding)
    elif wide:
        yield from _whole(path, encoding)
    else:
        yield from _lines(path)


def _array(path: Path, encoding: str | None) -> Iterator[Found | Aside]:
    text, name = _decoded(path.read_bytes(), str(path), encoding)
    try:
        values = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise WorkError(f"{path}: is not JSON: {error}") from error
    for number, value in enumerate(values, 1):
        yield _object(value, f"{path}[{number}]", name)


def _whole(path: Path, encoding: str | None) -> Iterator[Found | Aside]:
    text, name = _decoded(path.read_bytes(), str(path), encoding)
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield _parsed(line, f"{path}:{number}", name)


def _lines(path: Path) -> Iterator[Found | Aside]:
    with path.open("rb") as stream:
        for number, data in enumerate(stream, 1):
            if not data.strip():
                continue
            where = f"{path}:{number}"
            try:
                text, name = _decoded(data, where, None)
            except WorkError as error:
                reason = str(error).removeprefix(f"{where}: ")
                yield Aside(where, reason, data.decode("latin-1"))
                continue
            yield _parsed(text, where, name)


def _parsed(line: str, where: str, encoding: str) -> Found | Aside:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Aside(where, f"is not JSON: {error}", line)
    return _object(value, where, encoding)


def _object(value: Any, where: str, encoding: str) -> Found | Aside:
    if not isinstance(value, dict):
        return Aside(where, "is not a JSON object", value)
    return Found(where, value, encoding)


def _decoded(data: bytes, where: str, encoding: str | None) -> tuple[str, str]:
    try:
        found = decode(data, where, given=encoding)
    except IngestError as error:
        raise WorkError(str(error)) from error
    return found.text, found.encoding


def text_of(value: Any) -> str | None:
    """A string that is not empty, else None."""
    return value if isinstance(value, str) and value.strip() else None


def texts_of(value: Any) -> tuple[str, ...]:
    """The strings of a list, and its numbers as they are written; nothing else is a tag."""
    if not isinstance(value, list):
        return ()
    plain = (one for one in value if isinstance(one, str | int | float))
    return tuple(str(one) for one in plain if not isinstance(one, bool))


def offset_of(value: Any) -> int | None:
    """A whole number, else None."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def time_of(value: Any) -> str | None:
    """A time, in ISO 8601 or in seconds since 1970, as the store writes it; else None."""
    try:
        if isinstance(value, str):
            read = datetime.fromisoformat(value)
        elif isinstance(value, int | float) and not isinstance(value, bool):
            read = datetime.fromtimestamp(value, UTC)
        else:
            return None
    except (ValueError, OverflowError, OSError):
        return None
    aware = read if read.tzinfo else read.replace(tzinfo=UTC)
    return aware.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
