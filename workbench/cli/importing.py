"""Files into the store, as `import`, `review` and `demo` do it: with a bar and a report."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from workbench.cli.common import CliError, complain, number, opened
from workbench.cli.progress import Bar

if TYPE_CHECKING:
    from workbench.ingest.document import Document
    from workbench.ingest.errors import IngestError
    from workbench.ingest.reader import Columns
    from workbench.review.intake import Report

_ROW = re.compile(r":\d+\Z|\[\d+\]\Z")  # what readers put behind the name of a file of rows


class Reading(NamedTuple):
    """How the user wants files to be read; None leaves it to the reader."""

    format: str | None = None
    encoding: str | None = None
    columns: Columns | None = None
    language: str | None = None


AS_FOUND = Reading()


def documents(
    paths: Sequence[str], reading: Reading, *, largest: int | None = None
) -> Iterator[Document | IngestError]:
    """The documents in files, folders and standard input (`-`), read as they are asked for.

    Args:
        paths: what to read.
        reading: how.
        largest: bytes of a file at most, unless it is read row by row; None sets no limit.

    Raises:
        CliError: there is no such format, or what is given names no language.
    """
    from workbench.ingest.errors import IngestError
    from workbench.ingest.read import read

    known = _language(reading)
    try:
        for found in read(
            paths,
            columns=reading.columns,
            encoding=reading.encoding,
            format=reading.format,
            stdin=sys.stdin.buffer,
            largest=largest,
        ):
            if known is None or isinstance(found, IngestError):
                yield found
            else:
                yield replace(found, language=known)
    except IngestError as error:
        raise CliError(str(error)) from error


def _language(reading: Reading) -> str | None:
    from workbench.text.language import UNSURE, code_of

    if reading.language is None:
        return None
    code = code_of(reading.language)
    if code == UNSURE:
        raise CliError(f"{reading.language!r} names no language: give a code, as en or pt-BR")
    return code


def bring_in(
    store: str,
    paths: Sequence[str],
    reading: Reading = AS_FOUND,
    *,
    proposing: bool = True,
    engine: str = "auto",
) -> Report:
    """Import what is not there yet.

    Each input that failed, and what was recognised without being certain, is named on the
    standard error when the bar is gone. A store is made only when there is something to keep.

    Raises:
        CliError: nothing of it could be used.
        UnknownEngineError: no such engine is installed.
    """
    from workbench.ingest.read import count
    from workbench.propose import engine_name
    from workbench.review.intake import Added, add_documents

    if proposing:
        engine_name(engine)  # before anything is read
    notes = _Notes()
    try:
        with Bar("importing") as bar:
            found = notes.of(documents(paths, reading))
            head = list(_head(found, paths))
            total = count(paths)

            def tell(_added: Added) -> None:
                bar.show(notes.files, total, f"files, {number(notes.seen, 'article')}")

            with opened(store, create=True) as database:
                return add_documents(
                    database, chain(head, found), proposing=proposing, engine=engine, progress=tell
                )
    finally:
        for line in notes.lines:
            complain(line)


def _head(
    found: Iterator[Document | IngestError], paths: Sequence[str]
) -> Iterator[Document | IngestError]:
    """All up to the first document.

    Raises:
        CliError: there is none.
    """
    from workbench.ingest.document import Document

    for item in found:
        yield item
        if isinstance(item, Document):
            return
    raise CliError(f"nothing to import in {', '.join(paths)}")


def recognised(file: str, encoding: str) -> str:
    """What the user is told of a file whose encoding was recognised and is not certain."""
    suggested = f"read as {encoding}, as its letters suggest"
    return f"{file}: is not UTF-8; {suggested} (--encoding names another)"


class _Notes:
    """What the user is to be told of the documents that go by."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.seen = 0
        self.files = 0
        self._file = ""

    def of(self, items: Iterable[Document | IngestError]) -> Iterator[Document | IngestError]:
        """The same items, noted as they pass."""
        from workbench.ingest.document import Document

        for item in items:
            if isinstance(item, Document):
                self._note(item)
            else:
                self.lines.append(str(item))
            yield item

    def _note(self, document: Document) -> None:
        self.seen += 1
        file = _ROW.sub("", document.origin)
        if file != self._file:
            self._file = file
            self.files += 1
            if document.meta.get("encoding") == "recognised":
                self.lines.append(recognised(file, document.encoding))
