"""JSON Lines: one claim a line, everything in it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import BinaryIO, cast

from workbench.dataset.formats import FormatError
from workbench.dataset.json_lines import dumps
from workbench.dataset.records import ClaimRecord


class JsonLines:
    """UTF-8, one object a line, each line ended by a line feed."""

    suffix = ".jsonl"
    description = "JSON Lines: one claim a line with all its reviews"

    def write(self, records: Iterable[ClaimRecord], out: BinaryIO) -> None:
        """Write one line for each record."""
        for record in records:
            out.write(dumps(record).encode("utf-8") + b"\n")

    def read(self, source: BinaryIO) -> Iterator[ClaimRecord]:
        """The record of each line.

        Raises:
            FormatError: a line is not a JSON object in UTF-8.
        """
        for number, line in enumerate(source, start=1):
            try:
                record = json.loads(line.decode("utf-8"))
            except ValueError as error:
                raise FormatError(f"line {number}: not JSON: {error}") from error
            if not isinstance(record, dict):
                raise FormatError(f"line {number}: not an object")
            yield cast(ClaimRecord, record)


FORMAT = JsonLines()
