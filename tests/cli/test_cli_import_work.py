"""import-work, and exports that tell what their format left out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_command import Command, command, settle
from conftest import TEXT, add_article

from workbench.review.project import open_project
from workbench.review.session import Session

EVIL = "\x1b]0;owned\x07[/nope] \u202egnol"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    settle(tmp_path, monkeypatch)
    return tmp_path


@pytest.fixture
def cli(here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    return command(monkeypatch, capsys)


@pytest.fixture
def tasks(here: Path) -> Path:
    good = {"start": 4, "end": 11, "label": "verified", "text": "harbour"}
    bad = {"start": 4, "end": 11, "label": "verified", "text": f"no {EVIL}"}
    task = {"text": TEXT, "spans": [good, bad], "answer": "accept", "_annotator_id": "mia"}
    path = here / "tasks.jsonl"
    path.write_text(json.dumps(task) + "\n", encoding="utf-8")
    return path


def test_what_cannot_be_used_is_named_and_kept(cli: Command, tasks: Path, here: Path) -> None:
    ended = cli("import-work", "--from", "prodigy", tasks)
    assert ended.code == 1
    assert "the quote is not in the article's text" in ended.err
    assert "1 mark: 1 new article, 1 new claim, 1 new event" in ended.out
    assert "reviewers: mia" in ended.out
    assert "1 could not be used and are kept in import-aside.jsonl" in ended.out
    (kept,) = (here / "import-aside.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(kept)["raw"]["text"] == f"no {EVIL}"
    again = cli("import-work", "--from", "prodigy", tasks, "--json")
    report = json.loads(again.out)
    assert (report["events"], report["claims"], report["set_aside"]) == (0, 0, 1)
    assert report["aside"] == "import-aside-2.jsonl"
    assert cli("import-work", "--from", "prodigy", tasks, "--aside", "import-aside.jsonl").code == 2


def test_wrong_usage(cli: Command, tasks: Path) -> None:
    for words, said in (
        (["--from", "word", tasks], "no tool 'word'"),
        (["--from", "prodigy"], "name the tool and its files"),
        (["--from", "prodigy", "missing.jsonl"], "cannot be read"),
        (["--from", "prodigy", tasks, "--label", "x"], "THEIRS=OURS"),
        (["--from", "prodigy", tasks, "--label", "x=nothing"], "no verdict 'nothing'"),
        (["--from", "brat", tasks.parent], "no annotation file"),
    ):
        ended = cli("import-work", *words)
        assert ended.code == 2, words
        assert said in ended.err
    assert cli("import-work", "--from", "prodigy", "missing.jsonl", tasks).code == 1


def test_the_lists(cli: Command) -> None:
    tools = [json.loads(line) for line in cli("import-work", "--list", "--json").out.splitlines()]
    assert {"prodigy", "doccano", "labelstudio", "brat", "cas"} <= {tool["name"] for tool in tools}
    assert "doccano" in cli("import-work", "--list").out
    known = [json.loads(line) for line in cli("export", "--list", "--json").out.splitlines()]
    units = {one["name"]: one["offsets"] for one in known}
    assert units["brat"] == "code points"
    assert units["doccano"] == "UTF-16 units"
    assert len(known) == 17


def test_exports_say_what_they_left_out(cli: Command, here: Path) -> None:
    database = open_project(here / "workbench.db")
    add_article(database, TEXT, ["closed two piers", "raised the mooring fee by 4%"])
    Session(database, "anna").decide(1, "not-checkable")
    database.close()
    ended = cli("export", "fever", "--format", "fever")
    assert ended.code == 0
    assert "left out: 1 × claim whose verdict (not-checkable) is no label of fever" in ended.out
    report = json.loads(cli("export", "fever", "--format", "fever", "--json").out)
    assert report["left_out"]["claim that nobody decided"] == 1
    assert report["files"] == 5  # with articles, card and manifest
    (here / "full").mkdir()
    (here / "full" / "mine.txt").write_text("keep")
    assert cli("export", "full", "--format", "brat").code == 2
    assert (here / "full" / "mine.txt").read_text() == "keep"
    assert cli("export", "workbench.db", "--format", "brat").code == 2


MILL = "The mill opened in 2016 and closed."


def _span(label: str, statement: str) -> dict[str, object]:
    return {"start": 0, "end": 23, "label": label, "statement": statement}


@pytest.mark.parametrize(
    "tasks",
    [
        [[_span("verified", "A"), _span("refuted", "B")]],
        [[_span("verified", "A"), _span("verified", "B"), _span("verified", "A")]],
        [[_span("verified", "A")], [_span("verified", "B")]],
    ],
    ids=["one task", "there and back", "two tasks"],
)
def test_a_span_marked_twice_adds_nothing_the_second_time(
    cli: Command, here: Path, tasks: list[list[dict[str, object]]]
) -> None:
    lines = [
        {"text": MILL, "spans": spans, "answer": "accept", "_annotator_id": "mia"}
        for spans in tasks
    ]
    path = here / "two.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    exports = []
    for turn in ("first", "second"):
        report = json.loads(cli("import-work", "--from", "prodigy", path, "--json").out)
        cli("export", f"{turn}.jsonl", "--reviewer", "mia")
        exports.append((here / f"{turn}.jsonl").read_bytes())
    assert report["events"] == 0
    assert exports[0] == exports[1]
    (review,) = json.loads(exports[0])["reviews"]
    last = tasks[-1][-1]
    assert review["verdict"] == last["label"]
    assert (review["statement"] or "A") == last["statement"]


def test_of_two_unlike_marks_of_one_span_the_first_is_kept_aside(cli: Command, here: Path) -> None:
    spans = [_span("verified", "A"), _span("refuted", "A")]
    task = {"text": MILL, "spans": spans, "answer": "accept", "_annotator_id": "mia"}
    (here / "two.jsonl").write_text(json.dumps(task) + "\n", encoding="utf-8")
    ended = cli("import-work", "--from", "prodigy", "two.jsonl")
    assert ended.code == 1
    assert "mia marked this claim twice, and differently: the last mark counts" in ended.err
    (kept,) = (here / "import-aside.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(kept)["raw"]["label"] == "verified"
