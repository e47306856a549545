"""`export --split`: the groups that stay together are printed, and never too many of them."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest
from cli_command import Command, command, settle
from conftest import add_article
from places import once

from workbench.review.project import open_project

EVIL = "\x1b]0;owned\x07[/nope] \u202egnol"
TOWNS = ("Arl", "Bern", "Celle", "Dax", "Enns", "Fano", "Gent", "Hof")


@pytest.fixture
def cli(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    settle(tmp_path, monkeypatch)
    return command(monkeypatch, capsys)


@pytest.fixture
def store(tmp_path: Path, cli: Command) -> Path:
    """Eight pairs of articles with the same claim, one of them thrice and hostile; one alone."""
    return alike(tmp_path / "workbench.db")


@once
def alike(path: Path) -> None:
    with closing(open_project(path)) as database:
        for number, town in enumerate(TOWNS):
            claim = f"The council of {town} sold {number + 3} ferries {EVIL if not number else ''}"
            for told in ("Yesterday", "As was known", "Again")[: 3 if not number else 2]:
                other = " ".join(f"{told}{town}{n}" for n in range(9))
                add_article(database, f"{other}. {claim}.", [claim])
        add_article(database, "A mill burned down.", ["A mill burned down"])


def test_the_largest_groups_are_printed_and_the_others_counted(cli: Command, store: Path) -> None:
    ended = cli("export", "out", "--split", "80/10/10")
    assert ended.code == 0
    lines = ended.out.splitlines()
    assert "kept together: 9 groups: 1 of one article with its claims, 8 of two or more" in lines
    assert "  joined by 9 pairs: near-duplicate claim" in lines
    first = next(at for at, line in enumerate(lines) if "3 articles, 3 claims;" in line)
    assert "2 × near-duplicate claim" in lines[first]
    assert "The council of Arl sold 3 ferries" in lines[first + 1]
    assert "The council of Arl sold 3 ferries" in lines[first + 2]
    assert sum("2 articles, 2 claims;" in line for line in lines) == 4
    assert "  and 3 more: articles.jsonl has all groups, groups.jsonl all pairs" in lines


def test_json_has_all_groups_and_the_folder_names_them(cli: Command, store: Path) -> None:
    report = json.loads(cli("export", "out", "--split", "80/10/10", "--json").out)
    assert (report["groups"], len(report["together"])) == (9, 8)
    assert len(report["together"][0]["articles"]) == 3
    assert sum(side["groups"] for side in report["splits"].values()) == 9
    rows = [json.loads(line) for line in (store.parent / "out/articles.jsonl").open("rb")]
    for group in report["together"]:
        names = {row["group"] for row in rows if row["article"] in group["articles"]}
        assert names == {min(group["articles"])}
    assert cli("verify", "out").code == 0


def test_without_a_split_nothing_is_grouped(cli: Command, store: Path) -> None:
    assert "together" not in cli("export", "out").out
    rows = [json.loads(line) for line in (store.parent / "out/articles.jsonl").open("rb")]
    assert {row["group"] for row in rows} == {None}
    assert cli("verify", "out").code == 0


def test_the_hash_that_was_printed_proves_the_dataset(cli: Command, store: Path) -> None:
    printed = cli("export", "out", "--split", "80/10/10").out.splitlines()[-1]
    words = printed.partition("workbench ")[2].split()
    assert words[:3] == ["verify", "out", "--sha256"]
    assert cli(*words).code == 0
    assert cli("verify", "out", "--sha256", "SHA256:" + words[3].upper()).code == 0
    ended = cli("verify", "out", "--sha256", "0" * 64)
    assert ended.code == 1
    assert "manifest.json: is not the one that was exported" in ended.out
    assert cli("verify", "out", "--sha256", "0123").code == 2
    assert cli("verify", "--sha256", words[3]).code == 2


def by_hand(folder: Path, key: str) -> list[str]:
    """Write a split that puts every other row elsewhere; returns the ids in the order of rows."""
    name = "claims.jsonl" if key == "claim" else "articles.jsonl"
    ids = [json.loads(line)[key] for line in (folder / name).open("rb")]
    rows = [{key: id, "split": ("train", "test")[at % 2]} for at, id in enumerate(ids)]
    (folder.parent / "sides.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return ids


def test_a_split_by_hand_that_leaks_is_refused_with_words_and_ids(
    cli: Command, store: Path, tmp_path: Path
) -> None:
    assert cli("export", "all").code == 0
    by_hand(tmp_path / "all", "article")
    ended = cli("export", "out", "--split-file", "sides.jsonl")
    assert ended.code == 2
    assert not (tmp_path / "out").exists()
    told = ended.err.splitlines()
    assert told[-1].startswith("workbench: the split leaks, nothing was written: ")
    assert int(told[-1].split()[-5]) == sum(line.startswith("near-dup") for line in told)
    assert "  test " in ended.err
    assert "The council of " in ended.err
    found = json.loads(cli("export", "out", "--split-file", "sides.jsonl", "--json").out)
    assert {leak["left_side"] for leak in found["leaks"]} <= {"train", "test"}


def test_claims_of_one_article_on_two_sides_are_all_named(cli: Command, tmp_path: Path) -> None:
    words = ["The mill burned down", "Two piers were closed", "A ferry sank"]
    with closing(open_project(tmp_path / "workbench.db")) as database:
        add_article(database, ". ".join(words) + ".", words)
    assert cli("export", "all").code == 0
    ids = by_hand(tmp_path / "all", "claim")
    ended = cli("export", "out", "--split-file", "sides.jsonl")
    assert ended.code == 2
    assert ended.err.count("same article") == 1
    assert f"test        {ids[1]}  Two piers were closed" in ended.err


def test_a_verdict_that_the_scheme_lacks_is_refused(
    cli: Command, store: Path, tmp_path: Path
) -> None:
    ended = cli("export", "out", "--verdict", "nonsense")
    assert ended.code == 2
    assert "no verdict 'nonsense'; the scheme has verified, refuted" in ended.err
    assert not (tmp_path / "out").exists()
