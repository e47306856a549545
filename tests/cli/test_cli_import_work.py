"""import-work, and exports that tell what their format left out."""

from __future__ import annotations

import json
import os
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


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
@pytest.mark.parametrize("tool", ["prodigy", "brat", "cas"])
def test_a_pipe_with_a_name_is_refused(cli: Command, here: Path, tool: str) -> None:
    if tool == "cas":
        pytest.importorskip("cassis")
    (here / "theirs").mkdir()
    for suffix in (".jsonl", ".ann", ".xmi"):
        os.mkfifo(here / "theirs" / f"a{suffix}")
    path = Path("theirs") if tool != "prodigy" else Path("theirs/a.jsonl")
    ended = cli("import-work", "--from", tool, path)
    assert ended.code != 0
    assert "is not a regular file" in ended.err


def test_where_nothing_can_be_kept_nothing_is_imported(
    cli: Command, tasks: Path, here: Path
) -> None:
    (here / "file").touch()
    for aside, said in (
        ("tasks.jsonl", "is there already; name a new file with --aside"),
        ("nodir/a.jsonl", "cannot be made (no such file or directory)"),
        ("file/a.jsonl", "cannot be made (not a directory)"),
    ):
        ended = cli("import-work", "--from", "prodigy", tasks, "--aside", aside)
        assert (ended.code, ended.out, ended.err.count("\n")) == (2, "", 1), aside
        assert f"{aside}: {said}" in ended.err
    assert not (here / "workbench.db").exists()
    assert cli("import-work", "--from", "prodigy", tasks, "--aside", "a.jsonl").code == 1
    assert (here / "a.jsonl").exists()


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_that_takes_no_file_is_told_before(cli: Command, tasks: Path, here: Path) -> None:
    here.chmod(0o555)
    try:
        ended = cli("import-work", "--from", "prodigy", tasks)
    finally:
        here.chmod(0o755)
    assert (ended.code, ended.err.count("\n")) == (2, 1)
    assert "import-aside.jsonl: cannot be made" in ended.err


def test_work_of_which_nothing_is_usable_makes_no_store(cli: Command, here: Path) -> None:
    (here / "claims.csv").write_text("id,claim\n1,abc\n")
    record = dict.fromkeys(("claim", "article", "quote"), "x") | {"start": 0, "end": 1}
    (here / "ours.jsonl").write_text(json.dumps(record | {"reviews": []}))
    for tool, name, said in (
        ("prodigy", "claims.csv", "claims.csv:1: is not JSON"),
        ("jsonl", "ours.jsonl", "ours.jsonl:1: its text is not in the file"),
        ("prodigy", "missing.jsonl", "missing.jsonl: cannot be read"),
    ):
        ended = cli("import-work", "--from", tool, name, "--db", "new.db")
        assert (ended.code, ended.out) == (2, "")
        assert said in ended.err
    assert sorted(path.name for path in here.iterdir()) == ["claims.csv", "ours.jsonl"]


@pytest.mark.parametrize("split", [[], ["--split", "50/50"]])
@pytest.mark.parametrize(
    "tool", ["prodigy", "doccano", "averitec", "fever", "labelstudio", "jsonl"]
)
def test_a_folder_that_we_exported_comes_in_again(
    cli: Command, here: Path, tool: str, split: list[str]
) -> None:
    database = open_project(here / "workbench.db")
    for text in (TEXT, "A clerk counted the boats. Nobody was there at noon."):
        quote = text[4:20]
        seq = add_article(database, text, [quote])
        Session(database, "anna").decide(seq, "verified")
    database.close()
    assert cli("export", "ds", "--format", tool, *split).code == 0
    store = "workbench.db" if tool == "jsonl" else "new.db"  # which has no texts in it
    ended = cli("import-work", "--from", tool, "ds", "--db", store)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("2 marks: ")


def test_one_bad_file_of_a_folder_is_named(cli: Command, tasks: Path, here: Path) -> None:
    (here / "theirs").mkdir()
    tasks.rename(here / "theirs" / "b.jsonl")
    (here / "theirs" / "a.json").write_text("[{")
    (here / "theirs" / "notes.txt").write_text("not this")
    ended = cli("import-work", "--from", "prodigy", "theirs")
    assert ended.code == 1
    assert "theirs/a.json: is not JSON" in ended.err
    assert "1 mark: 1 new article" in ended.out
    assert "2 could not be used" in ended.out


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
