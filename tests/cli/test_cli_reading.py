"""import, propose, review and demo: reports, exit codes, and hostile articles on every line."""

import hashlib
import io
import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from cli_command import Command, command, settle

from workbench.propose import propose

EVIL = "\x1b]52;c;b3duZWQ=\x07[/nope][@click=app.bell]\x9b2J\u202egnol\u202c\u2028"
STORY = "The river board closed two locks in March. It raised the toll by 4% in May.\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    settle(tmp_path, monkeypatch)
    (tmp_path / "good.txt").write_text(STORY, encoding="utf-8")
    return tmp_path


@pytest.fixture
def cli(here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    return command(monkeypatch, capsys)


def standard_input(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    stream = io.TextIOWrapper(io.BytesIO(text.encode("utf-8")), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", stream)


def test_the_language_can_be_given(cli: Command, here: Path) -> None:
    assert "found by sentences" in cli("propose", "good.txt", "--language", "pt-BR").out
    assert "whole sentences" not in cli("propose", "good.txt", "--language", "EN").out
    refused = cli("propose", "good.txt", "--language", "a b\x1b")
    assert refused.code == 2 and "names no language" in refused.err and "\x1b" not in refused.err
    cli("import", "good.txt", "--language", "de")
    with sqlite3.connect(here / "workbench.db") as database:
        assert database.execute("SELECT language FROM article").fetchall() == [("de",)]
        assert database.execute("SELECT DISTINCT proposer FROM claim").fetchall() == [
            ("sentences",)
        ]


def test_import_reports_and_adds_nothing_twice(cli: Command, here: Path) -> None:
    first = cli("import", "good.txt")
    assert (first.code, first.err) == (0, "")
    claims = [c for c in propose(STORY, language="en") if c.kind != "phrase"]
    assert len(claims) > 1
    assert f"1 article added, 0 known already, {len(claims)} claims proposed" in first.out
    again = json.loads(cli("import", "good.txt", "--json").out)
    assert (again["added"], again["known"], again["claims"]) == (0, 1, 0)


def test_one_bad_file_is_named_and_the_rest_goes_in(cli: Command, here: Path) -> None:
    (here / "bad.txt").write_bytes(b"\x00\x01\x02\x00" * 50)
    ended = cli("import", "good.txt", "bad.txt", "none.txt")
    assert ended.code == 1
    assert "1 article added" in ended.out
    assert [line.split(":")[0] for line in ended.err.splitlines()] == ["bad.txt", "none.txt"]


def test_nothing_usable_makes_no_store(cli: Command, here: Path) -> None:
    for words in (["none.txt"], ["good.txt", "--format", "xyz"], ["good.txt", "--encoding", "no"]):
        ended = cli("import", *words)
        assert ended.code == 2
        assert ended.err
    assert not (here / "workbench.db").exists()


def test_a_recognised_encoding_is_said(cli: Command, here: Path) -> None:
    text = "Der Bürgermeister eröffnete die Brücke über die Fulda im März. " * 20
    (here / "alt.txt").write_bytes(text.encode("cp1252"))
    ended = cli("import", "alt.txt")
    assert ended.code == 0
    assert ended.err.startswith("alt.txt: is not UTF-8; read as cp1252")
    assert ended.err.count("\n") == 1


def test_named_columns_and_no_candidates(cli: Command, here: Path) -> None:
    (here / "rows.csv").write_text(f'who,said\nMayor,"{STORY.strip()}"\n', encoding="utf-8")
    words = ["rows.csv", "--text-column", "said", "--speaker-column", "who", "--no-propose"]
    assert json.loads(cli("import", *words, "--json").out)["claims"] == 0
    with sqlite3.connect(here / "workbench.db") as connection:
        rows = connection.execute("SELECT speaker FROM article").fetchall()
        assert rows == [("Mayor",)]
    assert json.loads(cli("propose", "--json").out)["claims"] > 0


def test_standard_input(cli: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    standard_input(monkeypatch, STORY)
    assert "1 article added" in cli("import", "-").out


def test_propose_prints_exact_candidates_without_a_store(cli: Command, here: Path) -> None:
    found = [json.loads(line) for line in cli("propose", "good.txt", "--json").out.splitlines()]
    assert found
    for candidate in found:
        assert STORY[candidate["start"] : candidate["end"]] == candidate["quote"]
        assert {"article", "sentence", "statement", "parts", "worth", "kind"} <= set(candidate)
    text = cli("propose", "good.txt").out
    assert "closed two locks" in text
    assert list(here.glob("*.db")) == []
    assert cli("propose", "good.txt", "none.txt").code == 1
    assert cli("propose", "none.txt").code == 2


def test_hostile_articles_print_no_control_character(cli: Command, here: Path) -> None:
    name = f"x{EVIL.replace('/', '')}.txt"
    (here / name).write_text(f"Head {EVIL}\n\nThe toll {EVIL} rose by 4% in May 2020.\n")
    (here / "bad\x1b[31m.txt").write_bytes(b"\x00\x01" * 50)
    (here / "row.jsonl").write_text(
        json.dumps({"text": f"The fee fell by 9% in 2019. {EVIL}", "title": EVIL, "id": EVIL})
    )
    assert cli("import", ".").code == 1
    for words in (["propose", "."], ["propose", ".", "--json"], ["propose", name]):
        assert cli(*words).out
    for words in (["propose"], ["status"], ["verify"], ["history"], ["export", "out.csv"]):
        assert cli(*words).code == 0


def test_review_line_by_line_keeps_and_resumes(
    cli: Command, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    standard_input(monkeypatch, "1\n")
    ended = cli("review", "good.txt", "--plain", "--reviewer", "ben")
    assert ended.code == 0
    assert "claim 1 of" in ended.out
    blind = cli("history", "--json")  # as anna, who has not decided that claim
    assert (blind.code, blind.out) == (0, "")
    assert "reviews are blind" in blind.err
    monkeypatch.setenv("WORKBENCH_REVIEWER", "ben")
    events = [json.loads(line) for line in cli("history", "--json").out.splitlines()]
    assert [(event["reviewer"], event["kind"]) for event in events] == [("ben", "verdict")]


def test_review_needs_a_terminal_a_store_and_its_keys(cli: Command, here: Path) -> None:
    for words in (["review"], ["review", "good.txt"], []):
        ended = cli(*words)
        assert ended.code == 2
        assert "needs a terminal" in ended.err
    assert "no such database" in cli("review", "--plain").err
    assert "standard input" in cli("review", "--plain", "-").err
    assert not (here / "workbench.db").exists()


def test_the_screen_opens_on_what_was_named(
    cli: Command, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[tuple[object, ...]] = []

    def screen(*given: object) -> int:
        calls.append(given)
        return 0

    monkeypatch.setattr("workbench.cli.reviewing.ends_on_terminal", lambda: True)
    monkeypatch.setattr("workbench.tui.run_review", screen)
    assert cli("review", "good.txt").code == 0
    article = hashlib.sha256(STORY.encode()).hexdigest()
    assert calls.pop() == ("workbench.db", "anna", article, "")
    assert cli("review", "none.txt", "good.txt", "--reviewer", "ben").code == 1
    store, reviewer, opened, warning = calls.pop()
    assert (store, reviewer, opened) == ("workbench.db", "ben", article)
    assert "none.txt" in str(warning)
    assert cli("review", "none.txt").code == 2
    assert cli().code == 0
    assert calls.pop() == ("workbench.db", "anna", None, "")
    assert cli("demo").code == 0
    assert not Path(str(calls.pop()[0])).exists()
    assert calls == []


def test_demo_without_a_terminal_prints_claims(cli: Command, here: Path) -> None:
    ended = cli("demo")
    assert (ended.code, ended.err) == (0, "")
    assert "claims in" in ended.out
    assert list(here.glob("*.db")) == []


def test_every_command_has_an_example(cli: Command) -> None:
    commands = ["demo", "review", "import", "propose", "init", "status", "verify", "backup"]
    for name in [*commands, "history", "export"]:
        ended = cli(name, "--help")
        assert ended.code == 0
        assert f"  workbench {name}" in ended.out.split("Examples:")[1]


def run_python(code: str, path: str, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *words],
        env=os.environ | {"PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_a_foreign_db_is_met_with_one_line(here: Path) -> None:
    (here / "db").mkdir()
    (here / "db" / "__init__.py").write_text("raise SystemExit('foreign code ran')\n")
    root = Path(__file__).resolve().parents[2]
    code = "from workbench.cli.main import run; run()"
    ended = run_python(code, f"{here}{os.pathsep}{root}", "status")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith("workbench: another package named 'db' hides")
    assert str(here / "db") in ended.stderr
    assert ended.stderr.count("\n") == 1
    notebook = run_python("import workbench; workbench.open", f"{here}{os.pathsep}{root}")
    assert "ForeignPackageError" in notebook.stderr


def test_the_screen_starts_before_the_store_is_loaded(here: Path) -> None:
    (here / "workbench.db").touch()
    code = (
        "import sys\n"
        "from workbench import tui\n"
        "from workbench.cli import main, reviewing\n"
        "reviewing.ends_on_terminal = lambda: True\n"
        "heavy = {'db.engine', 'sqlalchemy', 'sqlmodel', 'rapidfuzz', 'pydantic'}\n"
        "tui.run_review = lambda *given: print(sorted(heavy & set(sys.modules)), given[1]) or 0\n"
        "main.run()\n"
    )
    root = str(Path(__file__).resolve().parents[2])
    ended = run_python(code, root, "review", "--reviewer", "ben")
    assert (ended.stdout, ended.stderr, ended.returncode) == ("[] ben\n", "", 0)


@pytest.mark.parametrize(
    ("words", "usage"),
    [
        (("review",), "[PATH…]"),
        (("propose",), "[PATH…]"),
        (("import",), "{PATH…}"),
        (("sources", "add"), "{PATH…}"),
        (("checked", "add"), "{FILE…}"),
    ],
)
def test_help_shows_what_may_be_given_several_times(
    cli: Command, words: tuple[str, ...], usage: str
) -> None:
    assert cli(*words, "--help").out.splitlines()[0].endswith(f" {usage}")


def test_help_loads_neither_store_nor_screen(here: Path) -> None:
    code = (
        "import sys\n"
        "from workbench.cli.main import run\n"
        "try:\n    run()\nexcept SystemExit:\n    pass\n"
        "heavy = {'db', 'sqlalchemy', 'sqlmodel', 'textual', 'rich', 'rapidfuzz', 'pydantic'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)\n"
    )
    root = str(Path(__file__).resolve().parents[2])
    ended = run_python(code, root, "--help")
    assert "Usage" in ended.stdout
    assert ended.stderr.strip() == "[]"


def test_propose_says_where_sentences_are_proposed_whole(cli: Command, here: Path) -> None:
    (here / "de.txt").write_text(
        "Der Stadtrat hat am Montag den Haushalt beschlossen. Die Brücke wird im Mai gesperrt.\n",
        encoding="utf-8",
    )
    assert "found by sentences 1 (whole sentences:" in cli("propose", "de.txt").out
    assert "whole sentences" not in cli("propose", "good.txt").out
