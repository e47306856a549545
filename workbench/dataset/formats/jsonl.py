"""JSON Lines: one claim a line, everything in it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from workbench.dataset.formats import Format, FormatError
from workbench.dataset.json_lines import write_lines
from workbench.dataset.records import ClaimRecord
from workbench.dataset.view import Export


class JsonLines(Format):
    """UTF-8, one object a line, each line ended by a line feed."""

    suffix = ".jsonl"
    guessed = True
    description = "JSON Lines: one claim a line with all its reviews; holds everything"
    offsets = "code points, UTF-8 bytes and UTF-16 units"

    def write(self, export: Export, path: Path) -> None:
        """Write one line for each record."""
        write_lines(path, export.records())

    def read(self, source: BinaryIO) -> Iterator[ClaimRecord]:
        """The record of each line.

        Raises:
            FormatError: a line is not a JSON object in UTF-8.
        """
        for number, line in enumerate(source, start=1):
            try:
                record = json.loads(line.decode("utf-8"))
            except (ValueError, RecursionError) as error:
                raise FormatError(f"line {number}: not JSON: {error}") from error
            if not isinstance(record, dict):
                raise FormatError(f"line {number}: not an object")
            yield cast(ClaimRecord, record)


FORMAT = JsonLines()
