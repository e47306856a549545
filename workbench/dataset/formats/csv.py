"""CSV: one claim a row, for spreadsheets, and exact when read back.

Spreadsheets run a cell that begins with `=`, `+`, `-` or `@` as a formula, so text of an article
could act on the reader's machine (https://owasp.org/www-community/attacks/CSV_Injection). Such a
cell gets an apostrophe in front, and so does one that begins with an apostrophe: who takes one
leading apostrophe off every cell has the exact text again.

`parts`, `gold` and `reviews` are JSON in their cell. `verdicts` says the same as `reviews` for the
eye ("alice: verified; bo: refuted") and is not read back.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, cast

from workbench.dataset.formats import Format, FormatError
from workbench.dataset.json_lines import dumps
from workbench.dataset.records import FIELDS, NULLABLE, ClaimRecord, ReviewRecord
from workbench.dataset.view import Export

_RISKY = tuple("=+-@＝＋－＠\t\r\n'")
_JSON = ("parts", "gold", "reviews")
_SPAN = ("start", "end", "utf8_start", "utf8_end", "utf16_start", "utf16_end")
_NUMBERS = (*_SPAN, "sentence_start", "sentence_end", "worth")
_COLUMNS = (*FIELDS[:-1], "verdicts", FIELDS[-1])


def guard(cell: str) -> str:
    """The cell as it may stand in a spreadsheet: never a formula."""
    return f"'{cell}" if cell.startswith(_RISKY) else cell


def unguard(cell: str) -> str:
    """The cell that `guard` was given."""
    return cell.removeprefix("'")


def _verdict(review: ReviewRecord) -> str:
    if review["discarded"]:
        return f"{review['reviewer']}: discarded"
    return f"{review['reviewer']}: {review['verdict_name'] or review['verdict'] or 'open'}"


class Csv(Format):
    """RFC 4180: UTF-8, commas, every cell quoted, rows ended by CR LF; the first row names."""

    suffix = ".csv"
    guessed = True
    description = "CSV: one claim a row, reviews as JSON in a cell; no cell is a formula"
    offsets = "code points, UTF-8 bytes and UTF-16 units"

    def write(self, export: Export, path: Path) -> None:
        """Write the header, then one row for each record."""
        with path.open("x", encoding="utf-8", newline="") as text:
            writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
            writer.writerow(_COLUMNS)
            for record in export.records():
                writer.writerow(self._row(record))

    @staticmethod
    def _row(record: ClaimRecord) -> list[str]:
        cells: dict[str, Any] = dict(record)
        for name in _JSON:
            cells[name] = dumps(cells[name])
        cells["verdicts"] = "; ".join(_verdict(review) for review in record["reviews"])
        return [guard("" if cells[name] is None else str(cells[name])) for name in _COLUMNS]

    def read(self, source: BinaryIO) -> Iterator[ClaimRecord]:
        """The record of each row. An empty cell is null where a record may hold null.

        Raises:
            FormatError: the columns are not ours, or a cell is not what its column holds.
        """
        # A sentence may be as long as an article; the module knows one limit for all readers.
        csv.field_size_limit(max(csv.field_size_limit(), 2**31 - 1))
        rows = csv.reader(io.TextIOWrapper(source, encoding="utf-8", newline=""), strict=True)
        columns: tuple[str, ...] = ()
        try:
            for row in rows:
                if columns:
                    yield self._record(dict(zip(columns, map(unguard, row), strict=True)))
                elif tuple(row) != _COLUMNS:
                    raise FormatError("these are not the columns of an exported dataset")
                columns = _COLUMNS
        except (ValueError, RecursionError, csv.Error) as error:
            raise FormatError(f"line {max(rows.line_num, 1)}: {error}") from error

    @staticmethod
    def _record(cells: dict[str, str]) -> ClaimRecord:
        record: dict[str, Any] = {name: cells[name] for name in FIELDS}
        for name in (*_JSON, *_NUMBERS):
            record[name] = json.loads(cells[name])
        for name in NULLABLE:
            record[name] = cells[name] or None
        return cast(ClaimRecord, record)


FORMAT = Csv()
