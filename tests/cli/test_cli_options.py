"""Options that would do nothing are refused in one line, before anything is done."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_command import Command, command, settle
from conftest import TEXT, add_article

from db import events
from workbench.review.project import open_project
from workbench.review.session import Session

pytestmark = pytest.mark.sqlite

IDLE = {
    "assign --first 1": "name the reviewer",
    "assign --clear": "name the reviewer",
    "assign --search piers": "name the reviewer",
    "assign ben --clear --first 1": "give it alone",
    "adjudicate --reason because": "--reason needs",
    "adjudicate CLAIM --reason because": "--reason needs",
    "adjudicate --json --reason because": "--reason needs",
    "adjudicate CLAIM --unanimous": "give it alone",
    "adjudicate --unanimous --reason because": "give it alone",
    "adjudicate CLAIM --side anna --unanimous": "give it alone",
    "adjudicate CLAIM --undo": "give it alone",
    "adjudicate --undo --unanimous": "use one of",
    "export out.jsonl --seed 3": "--seed goes with --split",
    "export out --seed 0": "--seed goes with --split",
}


@pytest.fixture
def cli(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    settle(tmp_path, monkeypatch)
    return command(monkeypatch, capsys)


@pytest.mark.parametrize("words", IDLE)
def test_an_option_that_would_do_nothing_is_refused(
    cli: Command, tmp_path: Path, words: str
) -> None:
    database = open_project(tmp_path / "workbench.db")
    add_article(database, TEXT, ["closed two piers"])
    for name in ("anna", "ben"):
        Session(database, name).decide(1, "verified")
    claim = Session(database, "anna").items([1])[0].claim.id
    ended = cli(*words.replace("CLAIM", claim).split())
    assert (ended.code, ended.out) == (2, "")
    (line,) = ended.err.splitlines()
    assert IDLE[words] in line
    with database.read() as connection:
        assert events.count(connection) == 2
    database.close()
    assert [path.name for path in tmp_path.glob("out*")] == []
