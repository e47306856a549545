"""Parquet: all fields in typed columns, in a folder as `datasets.load_dataset` reads it."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import Any

from workbench.dataset.formats import Format, missing
from workbench.dataset.view import Export

ROWS = 4_000  # in a row group: what is held at a time


class Parquet(Format):
    """A folder with `data/claims.parquet`."""

    description = "Parquet: a folder for datasets.load_dataset, all fields in typed columns"
    offsets = "code points, UTF-8 bytes and UTF-16 units"
    extra = "parquet"

    def write(self, export: Export, path: Path) -> None:
        """Write the file, a row for each claim."""
        try:
            import pyarrow as pa
            from pyarrow import parquet
        except ModuleNotFoundError:
            raise missing("pyarrow", "parquet") from None
        (path / "data").mkdir()
        records = export.records()
        types = schema()
        name = path / "data" / "claims.parquet"
        with parquet.ParquetWriter(name, types, compression="zstd") as writer:
            while rows := list(islice(records, ROWS)):
                writer.write_table(pa.Table.from_pylist(rows, schema=types))


def schema() -> Any:
    """The columns, in the order of the fields of `ClaimRecord`."""
    import pyarrow as pa

    text, number, boolean = pa.string(), pa.int64(), pa.bool_()
    units = ("start", "end", "utf8_start", "utf8_end", "utf16_start", "utf16_end")
    span = dict.fromkeys(units, number)
    names = (
        "evidence source title url publisher published start end quote stance check set question"
    )
    integers = ("start", "end", "set")
    evidence = [(name, number if name in integers else text) for name in names.split()]
    evidence.append(("flags", pa.list_(text)))
    review = [
        ("reviewer", text),
        ("verdict", text),
        ("verdict_name", text),
        ("scheme", text),
        ("discarded", boolean),
        ("later", boolean),
        ("tags", pa.list_(text)),
        ("note", text),
        ("span", pa.struct([*span.items(), ("quote", text)])),
        ("statement", text),
        ("evidence", pa.list_(pa.struct(evidence))),
        ("decided_at", text),
        ("updated_at", text),
    ]
    gold = [
        ("verdict", text),
        ("verdict_name", text),
        ("scheme", text),
        ("discarded", boolean),
        ("how", text),
        ("reason", text),
        ("settled", boolean),
        ("decided_at", text),
    ]
    columns = {
        **dict.fromkeys(("claim", "article", "title", "url", "published", "speaker"), text),
        **span,
        **dict.fromkeys(("prefix", "quote", "suffix", "sentence"), text),
        **dict.fromkeys(("sentence_start", "sentence_end"), number),
        "statement": text,
        "parts": pa.list_(pa.list_(number)),
        "kind": text,
        "worth": pa.float64(),
        **dict.fromkeys(("attributed_to", "origin", "proposer", "version"), text),
        **dict.fromkeys(("label", "label_name", "label_by"), text),
        "gold": pa.struct(gold),
        "reviews": pa.list_(pa.struct(review)),
    }
    return pa.schema(list(columns.items()))


FORMAT = Parquet()
