"""Proving a dataset with texts beside it, not all of which can be read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_command import Command, command, settle
from conftest import TEXT, add_article

from workbench.dataset.export import export
from workbench.dataset.folder.plan import Split
from workbench.dataset.text_modes import TextMode
from workbench.review.project import open_project

pytestmark = pytest.mark.sqlite


@pytest.fixture
def cli(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    settle(tmp_path, monkeypatch)
    return command(monkeypatch, capsys)


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    """A dataset without texts, and a folder with its text and one that is blank."""
    database = open_project(tmp_path / "store.db")
    add_article(database, TEXT, ["closed two piers"])
    export(database, tmp_path / "out", "jsonl", split=Split(), mode=TextMode("quotes"))
    database.close()
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a-blank.txt").touch()
    (tmp_path / "in" / "b.txt").write_text(TEXT, encoding="utf-8", newline="")
    return tmp_path / "out"


def test_the_rest_of_the_texts_is_used(cli: Command, dataset: Path, tmp_path: Path) -> None:
    ended = cli("verify", "out", "--texts", "in")
    assert ended.code == 1
    assert ended.out == "out: sound\n"
    (line,) = ended.err.splitlines()
    assert "a-blank.txt" in line and "empty" in line
    found = json.loads(cli("verify", "out", "--texts", "in", "--json").out)
    assert found["sound"] and [one["where"] for one in found["unread"]] == ["in/a-blank.txt"]
    (tmp_path / "in" / "a-blank.txt").unlink()
    assert cli("verify", "out", "--texts", "in").code == 0


def test_a_lie_is_found_beside_a_blank_text(cli: Command, dataset: Path) -> None:
    path = dataset / "claims.jsonl"
    path.write_text(path.read_text(encoding="utf-8").replace("closed two", "opened ten"))
    ended = cli("verify", "out", "--texts", "in")
    assert ended.code == 1 and "is not its quote" in ended.out


def test_texts_of_which_none_can_be_read_are_refused(
    cli: Command, dataset: Path, tmp_path: Path
) -> None:
    (tmp_path / "in" / "b.txt").unlink()
    ended = cli("verify", "out", "--texts", "in")
    assert (ended.code, ended.out) == (2, "")
    assert len(ended.err.splitlines()) == 1
    assert cli("verify", "out", "--texts", "in", "--texts", "store.db").code == 1
