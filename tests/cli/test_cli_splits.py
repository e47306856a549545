"""`export --split`: the groups that stay together are printed, and never too many of them."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest
from cli_command import Command, command, settle
from conftest import add_article

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
    path = tmp_path / "workbench.db"
    with closing(open_project(path)) as database:
        for number, town in enumerate(TOWNS):
            claim = f"The council of {town} sold {number + 3} ferries {EVIL if not number else ''}"
            for told in ("Yesterday", "As was known", "Again")[: 3 if not number else 2]:
                other = " ".join(f"{told}{town}{n}" for n in range(9))
                add_article(database, f"{other}. {claim}.", [claim])
        add_article(database, "A mill burned down.", ["A mill burned down"])
    return path


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
