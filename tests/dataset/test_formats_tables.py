"""Tables as their readers load them: pandas, pyarrow, datasets, mlcroissant."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from dataset_example import TEXT, Example, usual
from test_formats_tools import lines, written

from workbench.dataset import formats
from workbench.dataset.records import FIELDS
from workbench.review.about import About


def records() -> list[dict[str, Any]]:
    return [dict(record) for record in usual().export().records()]


def test_datasets_loads_parquet(tmp_path: Path) -> None:
    datasets = pytest.importorskip("datasets")
    path, export = written("parquet", tmp_path)
    found = datasets.load_dataset(str(path), split="train", cache_dir=str(tmp_path / "cache"))
    assert found.column_names == list(FIELDS)
    assert list(found) == records()
    assert not export.losses.left_out
    assert not export.losses.mapped


def test_pyarrow_reads_parquet_of_nothing(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    path, _ = written("parquet", tmp_path, Example(rows=[]))
    table = parquet.read_table(path / "data" / "claims.parquet")
    assert table.num_rows == 0
    assert table.column_names == list(FIELDS)


def test_datasets_loads_json_lines(tmp_path: Path) -> None:
    datasets = pytest.importorskip("datasets")
    path, _ = written("jsonl", tmp_path)
    found = datasets.load_dataset(
        "json", data_files=str(path), split="train", cache_dir=str(tmp_path / "cache")
    )
    assert [row["quote"] for row in found] == [record["quote"] for record in records()]
    for row in found:
        units = TEXT.encode("utf-16-le")[2 * row["utf16_start"] : 2 * row["utf16_end"]]
        assert units.decode("utf-16-le") == row["quote"] == TEXT[row["start"] : row["end"]]


def test_pandas_reads_csv(tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas")
    path, _ = written("csv", tmp_path)
    table = pandas.read_csv(path, keep_default_na=False, dtype=str)
    quotes = [quote.removeprefix("'") for quote in table["quote"]]
    assert quotes == [record["quote"] for record in records()]
    assert [json.loads(cell) for cell in table["reviews"]] == [r["reviews"] for r in records()]


def test_mlcroissant_validates_and_reads(tmp_path: Path) -> None:
    croissant = pytest.importorskip("mlcroissant")
    path, _ = written("croissant", tmp_path)
    dataset = croissant.Dataset(jsonld=str(path / "croissant.json"))
    assert not dataset.metadata.ctx.issues.errors
    claims = list(dataset.records("claims"))
    assert [row["claims/quote"].decode() for row in claims] == [r["quote"] for r in records()]
    assert claims[0]["claims/start"] == 4
    reviews = list(dataset.records("reviews"))
    by_anna = [row for row in reviews if row["reviews/reviewer"] == b"anna"]
    assert len(by_anna) == 5
    evidence = list(dataset.records("evidence"))
    assert {row["evidence/stance"].decode() for row in evidence} == {
        "supports",
        "refutes",
        "context",
    }
    ids = {row["claims/claim"] for row in claims}
    assert {row["evidence/claim"] for row in evidence} <= ids


def test_croissant_says_what_the_project_says_and_lacks_nothing(tmp_path: Path) -> None:
    croissant = pytest.importorskip("mlcroissant")
    example = Example(
        about=About(
            title="Harbour claims",
            licence="cc-by-4.0",
            source="https://example.org/harbour",
            citation="The harbour desk (2026): Harbour claims.",
            release="1.2.0",
            released="2026-05-31",
        )
    )
    example.claim("rose by 4%")
    path, _ = written("croissant", tmp_path, example)
    metadata = croissant.Dataset(jsonld=str(path / "croissant.json")).metadata
    assert (metadata.ctx.issues.errors, metadata.ctx.issues.warnings) == (set(), set())
    assert metadata.name == "Harbour claims"
    assert metadata.license == ["cc-by-4.0"]
    assert metadata.cite_as == "The harbour desk (2026): Harbour claims."
    assert metadata.version == "1.2.0"
    assert "https://example.org/harbour" in metadata.description


def test_croissant_tells_of_no_table_without_rows(tmp_path: Path) -> None:
    croissant = pytest.importorskip("mlcroissant")
    example = Example()
    example.claim("rose by 4%")
    path, _ = written("croissant", tmp_path, example)
    assert sorted(file.name for file in path.iterdir()) == ["claims.jsonl", "croissant.json"]
    dataset = croissant.Dataset(jsonld=str(path / "croissant.json"))
    assert [row["claims/quote"] for row in dataset.records("claims")] == [b"rose by 4%"]


@pytest.mark.parametrize("name", formats.names())
def test_every_format_counts_what_it_leaves_out(name: str, tmp_path: Path) -> None:
    """Each claim is in the file, or counted; and a format of everything leaves out nothing."""
    path, export = written(name, tmp_path)
    losses = export.losses
    assert all(number > 0 for number in (*losses.left_out.values(), *losses.mapped.values()))
    everything = {"csv", "jsonl", "parquet"}
    assert bool(losses.left_out) == (name not in everything)
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
    assert all(file.stat().st_size for file in files)
    one = formats.get(name)
    assert one.description
    assert one.offsets
    assert one.folder == path.is_dir()


@pytest.mark.parametrize("name", formats.names())
def test_a_project_without_claims_gives_a_file(name: str, tmp_path: Path) -> None:
    path, _ = written(name, tmp_path, Example(rows=[]))
    assert path.exists()
    if name in ("averitec", "webannotation", "claimreview"):
        json.loads(path.read_bytes())
    if name == "jsonl":
        assert lines(path) == []
