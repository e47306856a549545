"""JSON Lines: one object a line, one article an object. A JSON array of objects is read too."""

import codecs
import json
from collections.abc import Iterator

from workbench.ingest.decode import decode, refuse_binary
from workbench.ingest.document import Document
from workbench.ingest.errors import IngestError
from workbench.ingest.reader import Input, Reader
from workbench.ingest.rows import find_columns, row_document

_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read(source: Input) -> Iterator[Document | IngestError]:
    """One document an object; a bad line is an error and the rest goes on."""
    with source.open() as stream:
        start = stream.read(4096)
    if not source.encoding and not start.startswith(_WIDE):
        refuse_binary(start, source.name)
    if start.removeprefix(codecs.BOM_UTF8).lstrip()[:1] == b"[":
        yield from _array(source)
        return
    some = False
    for number, line, encoding, note in _lines(source):
        where = f"{source.name}:{number}"
        if isinstance(line, IngestError):
            yield line
        elif line.strip():
            some = True
            yield _one(_parsed(line, where), source, where, encoding, note)
    if not some:
        yield IngestError("holds no text", source.name)


def _lines(source: Input) -> Iterator[tuple[int, str | IngestError, str, dict[str, str]]]:
    """Number, text, encoding and note of each line; UTF-8 is read as a stream."""
    with source.open() as stream:
        wide = stream.read(4).startswith(_WIDE)
    if source.encoding or wide:
        decoded = source.decoded()
        for number, line in enumerate(decoded.text.split("\n"), 1):
            yield number, line, decoded.encoding, {"encoding": decoded.how}
        return
    with source.open() as stream:
        for number, data in enumerate(stream, 1):
            where = f"{source.name}:{number}"
            try:
                decoded = decode(data, where)
            except IngestError as error:
                yield number, error, "", {}
                continue
            note = {"encoding": decoded.how} if decoded.how == "recognised" else {}
            yield number, decoded.text, decoded.encoding, note


def _array(source: Input) -> Iterator[Document | IngestError]:
    decoded = source.decoded()
    items = _parsed(decoded.text, source.name)
    if isinstance(items, IngestError):
        yield items
        return
    for number, item in enumerate(items if isinstance(items, list) else [items], 1):
        where = f"{source.name}[{number}]"
        yield _one(item, source, where, decoded.encoding, {})


def _parsed(line: str, where: str) -> object:
    """The value, or an IngestError."""
    try:
        value: object = json.loads(line)
    except json.JSONDecodeError as error:
        return IngestError(f"is not JSON ({error.msg} at column {error.colno})", where)
    except RecursionError:
        return IngestError("is JSON nested too deeply", where)
    except ValueError:
        return IngestError("is JSON with a number of too many digits", where)
    return value


def _one(
    item: object, source: Input, where: str, encoding: str, note: dict[str, str]
) -> Document | IngestError:
    if isinstance(item, IngestError):
        return item
    if not isinstance(item, dict):
        return IngestError("is not a JSON object", where)
    try:
        columns = find_columns(item, source.columns, where)
        return row_document(item, columns, where, encoding, note)
    except IngestError as error:
        return error


def _looks(start: str) -> bool:
    lines = [line for line in start.splitlines()[:50] if line.strip()]
    return bool(lines) and all(line.lstrip().startswith("{") for line in lines)


READER = Reader("jsonl", (".jsonl", ".ndjson", ".json"), read, _looks)
