"""Values that somebody damaged behind our back: verify names each, and goes on."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from cli_command import Command, command, settle
from conftest import TEXT, add_article
from places import once

from workbench.dataset.export import export
from workbench.dataset.folder.plan import Split
from workbench.review.project import init, open_project
from workbench.review.session import Session

READERS = ("status", "history", "agreement", "export out.jsonl")
DAMAGE = {
    "event": ("UPDATE event SET payload='nj' WHERE kind='tagged'", ["event", "is not JSON"]),
    "list": ("UPDATE event SET payload='[]' WHERE kind='tagged'", ["event", "'tagged' needs"]),
    "lacking": ("UPDATE event SET payload='{}' WHERE kind='tagged'", ["event", "'tag'"]),
    "vote": ("UPDATE event SET payload='nj' WHERE kind='adjudicated'", ["event", "gold"]),
    "undone": ("UPDATE event SET payload='nj' WHERE kind='undone'", ["event", "is not JSON"]),
    "set event": ("UPDATE event SET payload='nj' WHERE kind='leads_set'", ["event"]),
    "setting": ("UPDATE setting SET value='nj' WHERE name='overlap'", ["overlap", "is not JSON"]),
    "kind": ("UPDATE setting SET value='\"x\"' WHERE name='overlap'", ["overlap", "is 'x'"]),
    "project": ("UPDATE setting SET value='nj' WHERE name='project'", ["project"]),
    "deep": (f"UPDATE setting SET value='{'[' * 200_000}' WHERE name='leads'", ["leads"]),
    "furniture": ("UPDATE article SET furniture='[[0,9]]'", ["article", "its furniture is not"]),
    "parts": ("UPDATE claim SET parts='[3]' WHERE seq=1", ["article", "cannot be proved"]),
    "worth": ("UPDATE claim SET worth='high' WHERE seq=1", ["claim", "cannot be proved"]),
}


@pytest.fixture
def cli(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    settle(tmp_path, monkeypatch)
    return command(monkeypatch, capsys)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return worked(tmp_path / "workbench.db")


@once
def worked(path: Path) -> None:
    database = open_project(path)
    add_article(database, TEXT, ["closed two piers", "raised the mooring fee by 4%"])
    init(database, reviewer="leo", leads=["leo", "anna"], overlap=2)
    anna, ben = Session(database, "anna"), Session(database, "ben")
    for session in (anna, ben):
        session.decide(1, "verified")
        session.tag(1, "money")
    ben.decide(2, "refuted")
    ben.undo()
    Session(database, "leo").take_side(1, "anna", "so it is")
    anna.close()


def damage(store: Path, statement: str) -> None:
    """Change what the guards of the file protect, and put them back."""
    with closing(sqlite3.connect(store)) as file, file:
        guards = file.execute("SELECT name, sql FROM sqlite_master WHERE type='trigger'").fetchall()
        for name, _ in guards:
            file.execute(f"DROP TRIGGER {name}")
        file.execute(statement)
        for _, guard in guards:
            file.execute(guard)


@pytest.mark.sqlite
@pytest.mark.parametrize("kind", DAMAGE)
def test_damage_is_named_by_verify_and_told_by_others(cli: Command, store: Path, kind: str) -> None:
    assert cli("verify").out.endswith("sound\n")
    statement, words = DAMAGE[kind]
    damage(store, statement)
    ended = cli("verify")
    assert ended.code == 1 and ended.err == ""
    assert all(word in ended.out for word in words), ended.out
    for reader in READERS:
        ended = cli(*reader.split())
        assert ended.code == 0 or "'workbench verify' names" in ended.err
        assert ended.code == 0 or len(ended.err.splitlines()) == 1


@pytest.mark.sqlite
def test_one_damaged_value_hides_no_other(cli: Command, store: Path) -> None:
    damage(store, "UPDATE event SET payload='nj' WHERE kind='tagged'")
    damage(store, "UPDATE setting SET value='7' WHERE name='overlap'")
    damage(store, "UPDATE article SET furniture='[[0,9]]', length=3")
    damage(store, "UPDATE gold SET reason='none'")
    out = cli("verify").out
    for word in ("is not JSON", "overlap: is 7", "furniture", "length 3", "reason is 'none'"):
        assert word in out, out


@pytest.mark.sqlite
def test_a_dataset_with_a_deep_manifest_is_one_line(
    cli: Command, store: Path, tmp_path: Path
) -> None:
    database = open_project(store)
    export(database, tmp_path / "out", "jsonl", split=Split())
    database.close()
    for name in ("articles.jsonl", "claims.jsonl", "manifest.json"):
        (tmp_path / "out" / name).write_text("[" * 200_000)
        ended = cli("verify", "out")
        assert ended.code == 1 and ended.err == ""
        assert name in ended.out
    assert "nested too deeply" in ended.out
