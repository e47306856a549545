"""Whose label a claim bears in a dataset of gold labels: discards are labels, too."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lying import fit, put_rows, rows_of, told

from db.engine import Database
from workbench.dataset.choice import Choice
from workbench.dataset.export import export
from workbench.dataset.folder.plan import Split
from workbench.review.project import init
from workbench.review.session import Session

pytestmark = pytest.mark.sqlite


@pytest.fixture
def settled(database: Database, session: Session) -> Database:
    """Claim 1 is discarded by two; of claim 2 the lead alone says that it is none."""
    init(database, reviewer="leo", leads=["leo"])
    for name, verdict in (("anna", "refuted"), ("ben", "refuted"), ("cleo", "verified")):
        one = Session(database, name)
        if name != "cleo":
            one.discard(1)
        one.decide(2, verdict)
    Session(database, "leo").third(2, None, "no claim")
    return database


def written(database: Database, out: Path, labels: str) -> dict[str, dict[str, Any]]:
    export(database, out, "jsonl", choice=Choice(labels=labels), split=Split())
    assert told(out) == []
    return {row["quote"]: row for row in rows_of(out / "claims.jsonl")}


def test_what_was_not_adjudicated_is_open_in_gold(settled: Database, tmp_path: Path) -> None:
    found = list(written(settled, tmp_path / "gold", "gold").values())
    assert [row["label_by"] for row in found[:3]] == ["open", "discarded", "open"]
    assert [len(row["reviews"]) for row in found[:3]] == [0, 1, 0]


@pytest.mark.parametrize(("labels", "by"), [("gold", ["gold"]), ("majority", ["majority", "gold"])])
def test_a_discard_is_by_whom_it_is(
    settled: Database, tmp_path: Path, labels: str, by: list[str]
) -> None:
    found = list(written(settled, tmp_path / labels, labels).values())
    reviews = [review for row in found for review in row["reviews"]]
    assert all(review["discarded"] for review in reviews)
    assert [review["reviewer"] for review in reviews] == by


def test_a_vote_that_settles_nothing_lends_nothing(settled: Database, tmp_path: Path) -> None:
    init(settled, reviewer="leo", leads=["leo", "mia"], votes=2)
    found = list(written(settled, tmp_path / "votes", "majority").values())[1]
    review, gold = found["reviews"][0], found["gold"]
    assert (review["reviewer"], review["verdict"]) == ("majority", "refuted")
    assert review["scheme"] is not None and gold["scheme"] is None
    assert review["decided_at"] < gold["decided_at"]


def test_a_discard_that_nobody_adjudicated_is_found(settled: Database, tmp_path: Path) -> None:
    written(settled, tmp_path / "gold", "gold")
    rows = rows_of(tmp_path / "gold" / "claims.jsonl")
    rows[0]["label_by"] = "discarded"
    rows[1]["label_by"] = "open"
    put_rows(tmp_path / "gold" / "claims.jsonl", rows)
    fit(tmp_path / "gold")
    lines = told(tmp_path / "gold")
    assert any("by discarded, not gold" in line for line in lines), lines
    assert any("not what was adjudicated" in line for line in lines), lines
