"""What a reader is, and what it is given."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from workbench.ingest.decode import Decoded, decode
from workbench.ingest.document import Document
from workbench.ingest.errors import IngestError


@dataclass(frozen=True, slots=True)
class Columns:
    """The names of a table's columns, where the user gives them; None is for finding it."""

    text: str | None = None
    id: str | None = None
    title: str | None = None
    url: str | None = None
    date: str | None = None
    speaker: str | None = None
    author: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Input:
    """One file, or standard input, to be read."""

    name: str
    """Display name."""
    path: Path | None = None
    held: bytes = b""
    """The content, where there is no path."""
    columns: Columns = field(default_factory=Columns)
    encoding: str | None = None
    """The encoding that the user gives."""

    def open(self) -> BinaryIO:
        """A stream of its bytes from the start."""
        return self.path.open("rb") if self.path is not None else io.BytesIO(self.held)

    def decoded(self, declared: str | None = None) -> Decoded:
        """The whole text.

        Raises:
            IngestError: It is no text, or its encoding is in doubt.
        """
        return decode(self.bytes(), self.name, declared=declared, given=self.encoding)

    def bytes(self) -> bytes:
        """The whole content."""
        with self.open() as stream:
            return stream.read()


@dataclass(frozen=True, slots=True)
class Reader:
    """One format. Each module in `formats` offers one as `READER`.

    `read` yields the documents of a file, and an error for each part of it that is none; it may
    raise IngestError or OSError where the file as a whole cannot be read.
    `looks` tells by the start of the bytes, read as Latin-1 for the sake of the ASCII in it,
    whether an input without a known suffix is of this format.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[Input], Iterator[Document | IngestError]]
    looks: Callable[[str], bool] | None = None


def encoding_note(decoded: Decoded) -> dict[str, str]:
    """What `Document.meta` says of an encoding that was not plain UTF-8."""
    return {} if decoded.how == "utf-8" else {"encoding": decoded.how}
