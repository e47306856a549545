"""The command learn, and what status tells of the suggestions."""

import json
from pathlib import Path

import pytest
from cli_command import Command, command, settle
from conftest import add_article
from places import once

from workbench.review.learning import learning
from workbench.review.project import open_project
from workbench.review.session import Session

needs_learn = pytest.mark.skipif(not learning.can_learn(), reason="needs the extra learn")

KEPT = [f"The toll at bridge {n} is due" for n in "abcdef"]
LEFT = [f"We thank the {name}" for name in ("mayor", "board", "guests", "band", "cooks", "press")]
STORY = ". ".join((*KEPT, *LEFT)) + "."


@pytest.fixture
def cli(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    settle(tmp_path, monkeypatch)
    monkeypatch.setattr(learning.encoder, "available", lambda: False)
    return command(monkeypatch, capsys)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return decided(tmp_path / "workbench.db")


@once
def decided(path: Path) -> None:
    database = open_project(path)
    add_article(database, STORY, (*KEPT, *LEFT))
    session = Session(database, "anna")
    for seq in range(1, 6):
        session.decide(seq, "verified")
        session.discard(seq + 6)
    session.close()


def labels(path: Path) -> Path:
    rows = [{"text": t, "label": 1} for t in KEPT] + [{"text": t, "label": 0} for t in LEFT]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


@needs_learn
def test_learn_tells_what_it_learned_from(cli: Command, store: Path) -> None:
    ended = cli("learn")
    assert ended.code == 0
    assert "10 decisions, 5 kept, 5 discarded" in ended.out
    assert "engine: rules, words; 12 claims in order, new order" in ended.out
    assert "average precision" in ended.out
    again = json.loads(cli("learn", "--json").out)
    assert (again["changed"], again["kept"], again["claims"]) == (False, 5, 12)
    assert len(again["state"]) == 64
    assert cli("verify").code == 0


@needs_learn
def test_learn_from_a_file_and_forget_it(cli: Command, store: Path, tmp_path: Path) -> None:
    found = json.loads(cli("learn", "--from", labels(tmp_path / "l.jsonl"), "--json").out)
    assert (found["examples"], found["source"], found["changed"]) == (12, "l.jsonl", True)
    assert "12 texts of l.jsonl" in cli("learn").out
    found = json.loads(cli("learn", "--forget", "--json").out)
    assert (found["examples"], found["kept"]) == (0, 5)


@needs_learn
def test_a_file_can_be_learned_from_before_anything_is_imported(
    cli: Command, tmp_path: Path
) -> None:
    assert cli("learn", "--from", labels(tmp_path / "l.json")).code == 0
    (tmp_path / "a.txt").write_text("The toll at the bridge rose in May.", encoding="utf-8")
    assert cli("import", "a.txt").code == 0
    assert json.loads(cli("learn", "--json").out)["engine"] == "rules, words"


def test_what_cannot_be_learned_from_is_one_line_and_leaves_no_store(
    cli: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bad.jsonl").write_text('{"text": "a"}\n', encoding="utf-8")
    monkeypatch.setattr(learning, "can_learn", lambda: True)
    for words, reason in (
        (("learn", "--from", "bad.jsonl"), 'bad.jsonl:1: "label" must be'),
        (("learn", "--from", "none.jsonl"), "none.jsonl: cannot be read"),
        (("learn", "--from", "bad.jsonl", "--forget"), "give one of them"),
        (("learn",), "no such database"),
    ):
        ended = cli(*words)
        assert (ended.code, ended.out) == (2, "")
        assert reason in ended.err and ended.err.count("\n") == 1
    assert not (tmp_path / "workbench.db").exists()


def test_without_scikit_learn_it_says_what_to_install(
    cli: Command, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(learning, "can_learn", lambda: False)
    ended = cli("learn")
    assert (
        ended.code == 0 and "engine: rules;" in ended.out and "claim-workbench[learn]" in ended.out
    )
    ended = cli("learn", "--from", labels(tmp_path / "l.json"))
    assert ended.code == 2 and "claim-workbench[learn]" in ended.err


@needs_learn
def test_hostile_names_and_texts_are_harmless(cli: Command, store: Path, tmp_path: Path) -> None:
    evil = tmp_path / "x\x1b]0;owned\x07.jsonl"
    assert cli("learn", "--from", labels(evil)).code == 0
    evil.write_text('{"text": "a", "label": "\\u001b]0;"}', encoding="utf-8")
    assert cli("learn", "--from", evil).code == 2


def test_status_reports_the_suggestions(cli: Command, store: Path) -> None:
    shown = json.loads(cli("init", "--unaided", "0.5", "--phrases", "--json").out)
    assert (shown["unaided"], shown["phrases"]) == (0.5, True)
    assert "suggestions: 50% kept of 10 answered" in cli("status").out
    found = json.loads(cli("status", "--json").out)["suggestions"]
    assert (found["kept"], found["discarded"], found["unaided"]["share"]) == (5, 5, 0.5)
    assert cli("init", "--unaided", "2").code == 2
