"""Read a dataset back: its articles, and its claims where the format holds whole records."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
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


@dataclass
class Loaded:
    """A dataset in memory. `read` is False for formats that do not hold whole records."""

    articles: dict[str, dict[str, Any]]
    sides: dict[str, list[ClaimRecord]]
    edges: list[dict[str, Any]]
    read: bool
    _by_article: dict[str, list[ClaimRecord]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for record in self.claims:
            self._by_article.setdefault(record["article"], []).append(record)

    @property
    def claims(self) -> list[ClaimRecord]:
        """All claims, side by side."""
        return [record for records in self.sides.values() for record in records]

    @cached_property
    def side_of(self) -> dict[str, str]:
        """The side of each claim and article, by its id."""
        sides = {record["claim"]: side for side, rs in self.sides.items() for record in rs}
        return sides | {article: row["split"] for article, row in self.articles.items()}

    @cached_property
    def statements(self) -> dict[str, str]:
        """What each claim states, by its id."""
        return {record["claim"]: record["statement"] for record in self.claims}

    @cached_property
    def _articles_of(self) -> dict[str, str]:
        return {record["claim"]: record["article"] for record in self.claims}

    def article_of(self, name: str) -> str:
        """The article of a claim; of an article, itself."""
        return self._articles_of.get(name, name)

    def of_article(self, article: str) -> list[ClaimRecord]:
        """The claims of one article."""
        return self._by_article.get(article, [])


def load(folder: Path, values: dict[str, Any]) -> Loaded:
    """Read what the manifest names.

    Raises:
        LoadError: a file is not what it should be.
    """
    articles: dict[str, dict[str, Any]] = {}
    for row in _lines(folder / manifest.ARTICLES):
        if articles.setdefault(row["article"], row) is not row:
            raise LoadError(manifest.ARTICLES, f"has article {row['article']} twice")
    edges = list(_lines(folder / manifest.EDGES)) if (folder / manifest.EDGES).is_file() else []
    name = values["options"]["format"]
    readable = name in ("jsonl", "csv", "parquet")
    sides: dict[str, list[ClaimRecord]] = {}
    if readable:
        for side, split in values["splits"].items():
            sides[side] = list(_records(_inside(folder, str(split["path"])), name))
    return Loaded(articles, sides, edges, readable)


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
    except ValueError as error:
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
