"""CSV: one article a row, the columns named in the first row."""

import csv
import io
import sys
from collections.abc import Iterator

from workbench.ingest.decode import Decoded
from workbench.ingest.document import Document
from workbench.ingest.errors import IngestError
from workbench.ingest.reader import Input, Reader
from workbench.ingest.rows import find_columns, row_document

_DELIMITERS = ",;\t"


def read(source: Input) -> Iterator[Document | IngestError]:
    """One document a row; a row that does not fit the header is an error and the rest goes on."""
    decoded = source.decoded()
    note = {"encoding": decoded.how} if decoded.how in ("recognised", "given") else {}
    table = _Table(decoded, source)
    number = 0
    for number, row in table.rows():
        where = f"{source.name}:{number}"
        if isinstance(row, IngestError):
            yield row
            continue
        if len(row) != len(table.header):
            yield IngestError(f"has {len(row)} fields and not {len(table.header)}", where)
            continue
        cells = dict(zip(table.header, row, strict=True))
        try:
            yield row_document(cells, table.columns, where, decoded.encoding, note)
        except IngestError as error:
            yield error
    if not number:
        yield IngestError("has a header and no rows", source.name)


class _Lines:
    """Lines of a text, from which a row that never ends can be given back."""

    def __init__(self, text: str) -> None:
        self._stream = io.StringIO(text, newline="")
        self._waiting: list[str] = []
        self.taken: list[str] = []
        self.number = 1

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._waiting.pop() if self._waiting else next(self._stream)
        self.taken.append(line)
        return line

    def commit(self, lines: int | None = None) -> int:
        """Count the first lines taken (all by default) as read; the rest will come again.

        Returns:
            The number of the first of them, from 1.
        """
        count = len(self.taken) if lines is None else lines
        self._waiting.extend(reversed(self.taken[count:]))
        self.taken.clear()
        first = self.number
        self.number += count
        return first


class _Table:
    """The header of a CSV text and its rows."""

    def __init__(self, decoded: Decoded, source: Input) -> None:
        self._name = source.name
        self._lines = _Lines(decoded.text)
        first = next((line for line in decoded.text[:100_000].splitlines() if line.strip()), "")
        delimiter = max(_DELIMITERS, key=first.count)
        self._reader = csv.reader(self._lines, delimiter=delimiter, strict=True)
        header: list[str] | IngestError | None = []
        while header == []:
            _, header = self._next()
        if header is None:
            raise IngestError("holds no text", source.name)
        if isinstance(header, IngestError):
            raise header
        self.header = [name.strip() for name in header]
        self.columns = find_columns(self.header, source.columns, source.name)

    def rows(self) -> Iterator[tuple[int, list[str] | IngestError]]:
        """Line number and fields of each row; an error for each row that is broken."""
        while True:
            number, row = self._next()
            if row is None:
                return
            if row:
                yield number, row

    def _next(self) -> tuple[int, list[str] | IngestError | None]:
        # The limit on a field's size belongs to the whole process: it is lifted for one row.
        limit = csv.field_size_limit(sys.maxsize)
        try:
            row = next(self._reader)
        except StopIteration:
            return self._lines.number, None
        except csv.Error as error:
            number = self._lines.commit(1)
            return number, IngestError(f"is not CSV ({error})", f"{self._name}:{number}")
        finally:
            csv.field_size_limit(limit)
        return self._lines.commit(), row


READER = Reader("csv", (".csv", ".tsv"), read)
