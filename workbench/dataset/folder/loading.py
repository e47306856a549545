"""Read a dataset back: its articles, and its claims where the format holds whole records."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any, cast

from workbench.dataset import formats
from workbench.dataset.folder import manifest
from workbench.dataset.records import ClaimRecord


class LoadError(ValueError):
    """A file that cannot be read back: where, and what is wrong."""

    def __init__(self, where: str, what: str) -> None:
        self.where, self.what = where, what
        super().__init__(f"{where}: {what}")


@dataclass(frozen=True)
class Loaded:
    """A dataset: its articles and pairs in memory, its claims as often as they are asked for.

    `read` is False for formats that do not hold whole records.
    """

    articles: dict[str, dict[str, Any]]
    edges: list[dict[str, Any]]
    read: bool
    folder: Path
    values: dict[str, Any]  # of the manifest

    def runs(self) -> Iterator[tuple[str, str, list[ClaimRecord]]]:
        """Side, article and its claims, as they stand one after the other.

        Raises:
            LoadError: a file is not what it should be.
        """
        if not self.read:
            return
        name = self.values["options"]["format"]
        for side, split in self.values["splits"].items():
            records = _records(_inside(self.folder, str(split["path"])), name)
            for article, run in groupby(records, key=lambda record: record["article"]):
                yield side, article, list(run)


def load(folder: Path, values: dict[str, Any]) -> Loaded:
    """Read what the manifest names, but for the claims.

    Raises:
        LoadError: a file is not what it should be.
    """
    articles: dict[str, dict[str, Any]] = {}
    for row in _lines(folder / manifest.ARTICLES):
        if articles.setdefault(row["article"], row) is not row:
            raise LoadError(manifest.ARTICLES, f"has article {row['article']} twice")
    edges = list(_lines(folder / manifest.EDGES)) if (folder / manifest.EDGES).is_file() else []
    readable = values["options"]["format"] in ("jsonl", "csv", "parquet")
    return Loaded(articles, edges, readable, folder, values)


def _inside(folder: Path, name: str) -> Path:
    path = (folder / name).resolve()
    if not path.is_relative_to(folder.resolve()):
        raise LoadError(name, "is outside the dataset")
    return path


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, start=1):
                found = json.loads(line.decode("utf-8"))
                if not isinstance(found, dict):
                    raise LoadError(f"{path.name}:{number}", "is not an object")
                yield found
    except LoadError:
        raise
    except OSError as error:
        raise LoadError(path.name, f"cannot be read: {error.strerror or error}") from error
    except (ValueError, RecursionError) as error:
        raise LoadError(path.name, f"is not JSON Lines: {error}") from error


def _records(path: Path, name: str) -> Iterator[ClaimRecord]:
    if name == "parquet":
        yield from _rows(path / "data" / "claims.parquet")
        return
    reader: Any = formats.get(name)
    try:
        with path.open("rb") as file:
            yield from reader.read(file)
    except OSError as error:
        raise LoadError(path.name, f"cannot be read: {error.strerror or error}") from error
    except formats.FormatError as error:
        raise LoadError(path.name, str(error)) from error


def _rows(path: Path) -> Iterator[ClaimRecord]:
    try:
        from pyarrow import parquet
    except ModuleNotFoundError:
        raise formats.missing("pyarrow", "parquet") from None
    try:
        with parquet.ParquetFile(path) as file:
            for batch in file.iter_batches(1000):
                yield from cast(list[ClaimRecord], batch.to_pylist())
    except (OSError, ValueError) as error:
        raise LoadError(path.name, f"cannot be read: {error}") from error
