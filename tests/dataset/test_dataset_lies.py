"""Whatever is edited in a dataset, `verify` says so: with its hash left alone, or made to fit."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lying import MINUTES, Record, fit, small_project, told

from db.engine import Database
from workbench.cli.proving import verify_dataset
from workbench.dataset import formats
from workbench.dataset.export import export
from workbench.dataset.folder import manifest
from workbench.dataset.folder.manifest import NAME, files_of
from workbench.dataset.folder.plan import Split
from workbench.dataset.folder.verify import verify

# What is edited are files; that either database gives them is told by test_dataset_folder.py.
pytestmark = pytest.mark.sqlite


@pytest.fixture
def project(database: Database) -> Database:
    return small_project(database)


@pytest.fixture
def dataset(project: Database, tmp_path: Path) -> Path:
    export(project, tmp_path / "out", "jsonl", split=Split("60/20/20", seed=3))
    return tmp_path / "out"


def edit(folder: Path, change: Callable[[Record], None]) -> None:
    """Change the first claim that has evidence, and let its file's hash fit."""
    for path in sorted(folder.glob("*.jsonl")):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        chosen = [row for row in rows if any(r["evidence"] for r in row.get("reviews", ()))]
        if chosen:
            change(chosen[0])
            path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    fit(folder)


def moved(row: Record) -> None:
    """Another span of the same text, right in every unit."""
    row["quote"] = row["statement"] = row["quote"][4:]
    row["prefix"] = row["prefix"] + "The "
    for unit in ("start", "utf8_start", "utf16_start"):
        row[unit] += 4


LIES: dict[str, tuple[Callable[[Record], Any], str]] = {
    "another label": (lambda r: r.update(label="refuted", label_name="refuted"), "label"),
    "a label's name": (lambda r: r.update(label_name="true"), "is not called"),
    "another verdict": (lambda r: r["reviews"][0].update(verdict="refuted"), "label"),
    "a review more": (lambda r: r["reviews"].append(r["reviews"][0]), "reviews"),
    "a review less": (lambda r: r["reviews"].pop(), "reviews"),
    "a quote": (lambda r: r.update(quote=r["quote"].replace("1911", "1912")), "quote"),
    "a shifted span": (lambda r: r.update(start=r["start"] + 1), "quote"),
    "another span": (moved, "its id"),
    "bytes": (lambda r: r.update(utf8_end=r["utf8_end"] + 1), "units"),
    "the sentence": (lambda r: r.update(sentence="It rained."), "context"),
    "the article": (lambda r: r.update(article="0" * 64), "not in the dataset"),
    "the title": (lambda r: r.update(title="Another"), "title"),
    "the id": (lambda r: r.update(claim="0" * 32), "its id"),
    "cut evidence": (
        lambda r: r["reviews"][0]["evidence"][0].update(quote="The mill"),
        "as long as its place",
    ),
    "no evidence": (lambda r: r["reviews"][0].update(evidence=[]), "evidence"),
    "checked evidence": (
        lambda r: r["reviews"][0]["evidence"][0].update(check="confirmed"),
        "evidence confirmed",
    ),
    "a verdict and a discard": (lambda r: r["reviews"][0].update(discarded=True), "not one of"),
    "a discard without a time": (
        lambda r: r["reviews"][1].update(verdict=None, verdict_name=None, decided_at=None),
        "not one of",
    ),
    "a flag": (lambda r: r["reviews"][0].update(later="no"), "neither true nor false"),
    "a time": (lambda r: r["reviews"][0].update(updated_at="1999-01-01T00:00:00.000000Z"), "after"),
    "no time": (lambda r: r["reviews"][0].update(updated_at="May"), "lacks"),
    "a span": (lambda r: r["reviews"][0].update(span="x"), "lacks"),
    "tags": (lambda r: r["reviews"][0].update(tags=["b", "a"]), "order of the alphabet"),
    "a stance": (lambda r: r["reviews"][0]["evidence"][0].update(stance="proves"), "its stance"),
    "an origin": (lambda r: r.update(origin="a machine"), "its origin"),
    "a worth": (lambda r: r.update(worth=1.5), "its worth"),
    "another field": (lambda r: r.update(more=1), "fields of a claim"),
    "a field": (lambda r: r.pop("reviews"), "lacks"),
}


@pytest.mark.parametrize("lie", LIES)
def test_a_lie_whose_hash_fits_is_found(dataset: Path, lie: str) -> None:
    assert told(dataset) == []
    change, word = LIES[lie]
    edit(dataset, change)
    assert any(word in line for line in told(dataset)), told(dataset)


def test_a_lie_about_evidence_is_found_with_the_source(dataset: Path) -> None:
    def change(row: Record) -> None:
        piece = row["reviews"][0]["evidence"][0]
        piece["quote"] = piece["quote"].replace("burned", "closed")

    edit(dataset, change)
    from db.identity import article_id

    texts = {article_id(MINUTES): MINUTES}
    found = [problem.what for problem in verify(dataset, texts.get)]
    assert "its quote is not what its source says there" in found


FIGURES: dict[str, Callable[[Record], Any]] = {
    "claims": lambda v: v["counts"].update(claims=9),
    "decided": lambda v: v["counts"].update(decided=1),
    "evidence": lambda v: v["counts"].update({"evidence verbatim": 7}),
    "agreement": lambda v: v["agreement"]["krippendorff_alpha"].update(value=0.9),
    "groups": lambda v: v["groups"].update(groups=1),
    "groups of two or more": lambda v: v["groups"].update(of_more_than_one=0),
    "the largest group": lambda v: v["groups"].update(largest=5),
    "groups of a side": lambda v: v["splits"]["train"].update(groups=9),
    "leaks": lambda v: v["groups"].update(leaks=1),
    "pairs": lambda v: v["groups"]["joined_by"].update({"near-duplicate claim": 5}),
    "claims of a side": lambda v: v["splits"]["train"].update(claims=9),
    "labels": lambda v: v["splits"]["train"]["labels"].update(verified=50),
    "guidelines": lambda v: v["guidelines"].update(version="0" * 12),
    "their title": lambda v: v["guidelines"].update(title="How others decide"),
    "no guidelines": lambda v: v.update(guidelines=None),
    "the scheme": lambda v: v["project"]["scheme"]["labels"][0].update(name="true"),
}


@pytest.mark.parametrize("figure", FIGURES)
def test_a_figure_that_fits_the_card_is_counted_again(dataset: Path, figure: str) -> None:
    fit(dataset, FIGURES[figure])
    assert told(dataset)


def test_a_claim_on_another_side_is_found(dataset: Path) -> None:
    sides = [dataset / f"{side}.jsonl" for side in ("train", "validation", "test")]
    full = max(sides, key=lambda path: path.stat().st_size)
    other = next(path for path in sides if path != full)
    first, *rest = full.read_text(encoding="utf-8").splitlines(keepends=True)
    full.write_text("".join(rest), encoding="utf-8")
    with other.open("a", encoding="utf-8") as file:
        file.write(first)
    fit(dataset)
    assert any("but is in" in line for line in told(dataset))


def test_guidelines_stand_in_the_card_with_their_version(dataset: Path) -> None:
    version = hashlib.sha256((dataset / "GUIDELINES.md").read_bytes()).hexdigest()[:12]
    shown = (dataset / "README.md").read_text(encoding="utf-8")
    assert f"“How we \\*decide\\*”, version `{version}`" in shown
    assert "Scheme: Fact-check (`default`), version 1." in shown
    (dataset / "GUIDELINES.md").write_text("Read nothing.\n", encoding="utf-8")
    fit(dataset)
    assert any(line.startswith("GUIDELINES.md: are not those") for line in told(dataset))
    (dataset / "GUIDELINES.md").unlink()
    fit(dataset)
    assert told(dataset) == ["GUIDELINES.md: are missing"]


@pytest.mark.parametrize("name", ["README.md", "articles.jsonl"])
def test_a_file_that_nobody_names_any_more_is_missed(dataset: Path, name: str) -> None:
    (dataset / name).unlink()
    values = json.loads((dataset / NAME).read_text(encoding="utf-8"))
    manifest.write(dataset, values)
    assert told(dataset)


def test_an_article_that_stands_there_twice_is_found(dataset: Path) -> None:
    path = dataset / "articles.jsonl"
    rows = path.read_text(encoding="utf-8")
    path.write_text(rows + rows.split("\n")[0] + "\n", encoding="utf-8")
    fit(dataset)
    assert any("twice" in line for line in told(dataset))


def test_a_group_that_an_article_is_not_of_is_found(dataset: Path) -> None:
    path = dataset / "articles.jsonl"
    first, *rest = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    first["group"] = rest[-1]["group"]
    path.write_text("".join(json.dumps(r) + "\n" for r in [first, *rest]), encoding="utf-8")
    fit(dataset)
    assert any("not of the group" in line for line in told(dataset))


@pytest.mark.parametrize("name", formats.names())
def test_one_byte_in_any_file_ends_with_1(
    project: Database, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if formats.get(name).extra:
        pytest.importorskip({"parquet": "pyarrow", "spacy": "spacy", "cas": "cassis"}[name])
    out = tmp_path / "out"
    export(project, out, name, split=Split())
    assert verify_dataset(out, [], json=False) == 0
    for path in [*files_of(out), out / NAME]:
        whole = path.read_bytes()
        if not whole:
            continue
        middle = len(whole) // 2
        path.write_bytes(whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :])
        capsys.readouterr()
        assert verify_dataset(out, [], json=False) == 1, path
        first = capsys.readouterr().out.splitlines()[0]
        assert path.name in first or path.name == NAME
        path.write_bytes(whole)
    (out / "more.txt").write_text("x", encoding="utf-8")
    assert verify_dataset(out, [], json=False) == 1
