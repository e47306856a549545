"""What a dataset promises by its options, its order and its groups is held against its rows."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lying import Record, fit, put_rows, rows_of, small_project, told

from db.engine import Database
from workbench.cli.proving import verify_dataset
from workbench.dataset.export import export
from workbench.dataset.folder.manifest import NAME
from workbench.dataset.folder.plan import Split
from workbench.review.session import Session

pytestmark = pytest.mark.sqlite


@pytest.fixture
def project(database: Database) -> Database:
    return small_project(database)


@pytest.fixture
def whole(project: Database, tmp_path: Path) -> Path:
    """A dataset without a split."""
    export(project, tmp_path / "whole", "jsonl", split=Split())
    return tmp_path / "whole"


@pytest.fixture
def parts(project: Database, tmp_path: Path) -> Path:
    """A dataset with a split."""
    export(project, tmp_path / "parts", "jsonl", split=Split("60/20/20", seed=3))
    return tmp_path / "parts"


OPTIONS: dict[str, tuple[dict[str, Any], str]] = {
    "a split of three": ({"split": "80/10/10"}, "there are all"),
    "a split by hand": ({"split": "by hand"}, "there are all"),
    "verdicts": ({"verdicts": ["refuted"]}, "left out by the filters"),
    "tags": ({"tags": ["fire"]}, "left out by the filters"),
    "agreement": ({"agreement": 1.0}, "left out by the filters"),
    "verbatim evidence": ({"verbatim": True}, "left out by the filters"),
    "one label": ({"labels": "majority"}, "reviews for one label"),
    "gold": ({"labels": "gold"}, "not gold"),
    "pseudonyms": ({"pseudonyms": True}, "should bear a pseudonym"),
    "quotes alone": ({"text": "quotes"}, "shows a text"),
    "no words": ({"text": "none"}, "shows words"),
    "another format": ({"format": "fever"}, "not a file of the format fever"),
    "a table": ({"format": "csv"}, "claims.jsonl: line 1"),
    "no known format": ({"format": "xml"}, "not a file of the format xml"),
}


@pytest.mark.parametrize("lie", OPTIONS)
def test_options_that_the_rows_do_not_bear_out(
    whole: Path, lie: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told(whole) == []
    change, word = OPTIONS[lie]
    fit(whole, lambda values: values["options"].update(change))
    assert any(word in line for line in told(whole)), told(whole)
    assert verify_dataset(whole, [], json=False) == 1


def test_a_split_that_is_not_told_is_found(parts: Path) -> None:
    assert told(parts) == []
    fit(parts, lambda values: values["options"].update(split=None))
    assert any("the split is none, but there are train" in line for line in told(parts))


def test_claims_without_a_verdict_where_all_are_said_to_have_one(
    project: Database, tmp_path: Path
) -> None:
    for name in ("anna", "ben"):
        Session(project, name).discard(2)
    out = tmp_path / "out"
    export(project, out, "jsonl", split=Split())
    fit(out, lambda values: values["options"].update(decided=True))
    assert any("left out by the filters" in line for line in told(out))


def test_what_a_format_of_everything_is_said_to_leave_out(whole: Path) -> None:
    fit(whole, lambda values: values.update(left_out={"a claim": 3}))
    assert told(whole) == ["left_out: this format holds everything"]


@pytest.mark.parametrize("name", ["claims.jsonl", "articles.jsonl"])
def test_rows_in_another_order(whole: Path, name: str) -> None:
    put_rows(whole / name, rows_of(whole / name)[::-1])
    fit(whole)
    assert any("wrong place" in line for line in told(whole))


def test_reviews_in_another_order(whole: Path) -> None:
    rows = rows_of(whole / "claims.jsonl")
    rows[0]["reviews"].reverse()
    put_rows(whole / "claims.jsonl", rows)
    fit(whole)
    assert any("order of their reviewers" in line for line in told(whole))


def test_articles_are_counted_in_formats_that_are_not_read(
    project: Database, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    export(project, out, "fever", split=Split())
    assert told(out) == []
    fit(out, lambda values: values["splits"]["all"].update(articles=9))
    assert any("says 9 for articles, there are 5" in line for line in told(out))


def parted(folder: Path, pairs: list[Record]) -> None:
    """Write other pairs, with all that follows from them."""
    put_rows(folder / "groups.jsonl", pairs)
    rows = rows_of(folder / "articles.jsonl")
    for row in rows:
        row["group"] = row["article"]
    put_rows(folder / "articles.jsonl", rows)

    def change(values: Record) -> None:
        values["groups"].update(groups=5, of_more_than_one=0, largest=1, joined_by={})
        for side, one in values["splits"].items():
            one["groups"] = sum(row["split"] == side for row in rows)

    fit(folder, change)


def test_a_pair_that_is_kept_from_the_groups(parts: Path) -> None:
    parted(parts, [])
    assert [line.partition(": ")[2] for line in told(parts)] == [
        "near-duplicate claim: but they are of two groups"
    ]


FALSE_PAIRS: dict[str, tuple[Callable[[Record], Any], str]] = {
    "a score": (lambda pair: pair.update(score=0.71), "not so near"),
    "a kind": (lambda pair: pair.update(kind="same desk"), "joins nothing"),
    "an end": (lambda pair: pair.update(left="0" * 32), "not both in the dataset"),
    "a meaning": (lambda pair: pair.update(kind="same meaning"), "not asked for"),
}


@pytest.mark.parametrize("lie", FALSE_PAIRS)
def test_a_pair_that_is_none(parts: Path, lie: str) -> None:
    change, word = FALSE_PAIRS[lie]
    pairs = rows_of(parts / "groups.jsonl")
    change(pairs[0])
    put_rows(parts / "groups.jsonl", pairs)
    fit(parts)
    assert any(word in line for line in told(parts)), told(parts)


def test_a_pair_of_claims_that_are_not_near(parts: Path) -> None:
    claims = [
        row for name in ("train", "test", "validation") for row in rows_of(parts / f"{name}.jsonl")
    ]
    market = next(row["claim"] for row in claims if "markets" in row["quote"])
    pairs = rows_of(parts / "groups.jsonl")
    put_rows(parts / "groups.jsonl", [*pairs, {**pairs[0], "left": market}])
    fit(parts)
    assert any("no near-duplicate claims" in line for line in told(parts))


def test_an_edit_carried_through_everything_is_told_by_the_hash(
    project: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    exported = export(project, out, "jsonl", split=Split()).sha256
    assert told(out, sha256=exported) == []
    rows = rows_of(out / "claims.jsonl")
    rows[0]["worth"] = 0.25
    put_rows(out / "claims.jsonl", rows)
    fit(out)
    assert told(out) == []
    assert verify_dataset(out, [], json=False, sha256=exported) == 1
    assert f"{NAME}: is not the one that was exported" in capsys.readouterr().out
    whole = json.loads((out / NAME).read_text(encoding="utf-8"))
    assert whole["counts"]["claims"] == 5
