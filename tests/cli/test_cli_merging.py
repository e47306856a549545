import io
import json
import signal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from cli_command import Command, command, settle
from conftest import TEXT, add_article
from places import once

from workbench.cli.interrupting import Interruptible
from workbench.cli.progress import Bar
from workbench.review.project import open_project
from workbench.review.session import Session

if TYPE_CHECKING:
    from pg_server import Server


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    settle(tmp_path, monkeypatch)
    undecided(tmp_path / "workbench.db")
    return tmp_path


@once
def undecided(path: Path) -> None:
    database = open_project(path)
    add_article(database, TEXT, ["closed two piers", "raised the mooring fee by 4%"])
    database.close()


@pytest.fixture
def cli(here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    return command(monkeypatch, capsys)


def decide(store: str | Path, reviewer: str, verdict: str) -> None:
    session = Session(open_project(store), reviewer)
    session.decide(1, verdict)
    session.close()


def test_copy_work_apart_and_merge(cli: Command, here: Path) -> None:
    assert cli("copy", "workbench.db", "ben.db").code == 0
    decide("workbench.db", "anna", "verified")
    decide("ben.db", "ben", "refuted")
    ended = cli("merge", "ben.db")
    assert ended.code == 0
    assert "ben.db: 1 event new, 0 known" in ended.out
    again = json.loads(cli("merge", "ben.db", "--json").out)
    assert again["merged"][0]["events"] == 0
    assert cli("verify").code == 0
    assert "ben: 1 decided" in cli("status").out


def test_conflict_is_one_safe_line(cli: Command, here: Path) -> None:
    cli("copy", "workbench.db", "laptop.db")
    decide("workbench.db", "anna", "verified")
    decide("laptop.db", "anna", "refuted")
    session = Session(open_project("laptop.db"), "anna")
    session.note(1, "two\nlines \x1b]0;title\x07")
    session.close()
    line = cli("merge", "laptop.db").out.splitlines()[1]
    assert line.startswith("  conflict: decision ")
    assert "by anna: here verdict verified; there verdict refuted, note two lines" in line


def test_project_of_others_is_refused_without_adopt(cli: Command, here: Path) -> None:
    open_project("other.db").close()
    ended = cli("merge", "other.db")
    assert (ended.code, ended.err.count("\n")) == (2, 1)
    assert "is another project" in ended.err
    assert cli("merge", "other.db", "--adopt").code == 0


@pytest.mark.parametrize("words", [("merge", "none.db"), ("copy", "none.db", "new.db")])
def test_file_that_is_not_there(cli: Command, here: Path, words: tuple[str, ...]) -> None:
    ended = cli(*words)
    assert ended.code == 2
    assert "none.db: no such database; name the file of a project" in ended.err
    assert not (here / "new.db").exists()


def test_cut_off_file_is_one_line(cli: Command, here: Path) -> None:
    cli("copy", "workbench.db", "cut.db")
    file = here / "cut.db"
    file.write_bytes(file.read_bytes()[:20_000])
    ended = cli("merge", "cut.db")
    assert (ended.code, ended.err.count("\n")) == (2, 1)
    assert "damaged or cut off" in ended.err


def test_full_target_is_refused(cli: Command, here: Path) -> None:
    cli("copy", "workbench.db", "ben.db")
    ended = cli("copy", "workbench.db", "ben.db")
    assert ended.code == 2
    assert "holds a project already" in ended.err


def test_project_on_a_server(cli: Command, here: Path, pg_server: "Server") -> None:
    url = pg_server.make()
    secret = url.replace("postgres:@", "postgres:hidden@")
    assert cli("copy", "workbench.db", secret).code == 0
    decide(url, "ben", "refuted")
    for words in (("status",), ("verify",), ("status", "--json"), ("verify", "--json")):
        ended = cli("--db", secret, *words)
        assert ended.code == 0
        assert "hidden" not in ended.out
    assert cli("--db", secret, "backup", "monday.db").code == 0
    assert cli("merge", secret).code == 0
    assert "ben: 1 decided" in cli("status").out
    assert cli("merge", "monday.db").out.startswith("monday.db: 0 events new, 1 known")
    pg_server.drop(url)


@pytest.mark.parametrize(
    ("typed", "more", "code", "said"),
    [
        ("n\n", (), 2, "nothing was merged"),
        ("", (), 2, "no answer: add --yes; nothing was merged"),
        ("y\n", (), 0, ""),
        ("", ("--yes",), 0, ""),
    ],
)
def test_adopting_asks_without_a_terminal_too(
    cli: Command,
    here: Path,
    monkeypatch: pytest.MonkeyPatch,
    typed: str,
    more: tuple[str, ...],
    code: int,
    said: str,
) -> None:
    other = open_project("other.db")
    add_article(other, "The mill burned down in 1911.", ["burned down"])
    other.close()
    decide("other.db", "ben", "verified")
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    ended = cli("merge", "other.db", "--adopt", *more)
    assert ended.code == code
    assert said in ended.err
    assert ("ben: 1 decided" in cli("status").out) == (code == 0)


def test_adopting_a_copy_needs_no_answer(
    cli: Command, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cli("copy", "workbench.db", "ben.db")
    decide("ben.db", "ben", "refuted")
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert cli("merge", "ben.db", "--adopt").code == 0


class Dying:
    """Its end is where Ctrl-C is pressed: an exception there is printed, and lost."""

    def __del__(self) -> None:
        signal.raise_signal(signal.SIGINT)


@pytest.mark.parametrize("words", [("copy", "workbench.db"), ("backup",), ("merge",)])
def test_ctrl_c_in_a_finalizer_ends_the_work(
    cli: Command, here: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    if words == ("merge",):
        cli("copy", "workbench.db", "new.db")
        decide("new.db", "ben", "refuted")
    before = sorted(here.iterdir())
    with monkeypatch.context() as patched:
        patched.setattr(Bar, "show", lambda *_: Dying() and None)
        ended = cli(*words, "new.db")
    assert ended == (130, "", "")
    assert sorted(here.iterdir()) == before
    assert "ben: 1 decided" not in cli("status").out
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_a_second_ctrl_c_does_not_wait_for_the_next_step() -> None:
    with pytest.raises(KeyboardInterrupt), Interruptible():
        signal.raise_signal(signal.SIGINT)
        reached = True
        signal.raise_signal(signal.SIGINT)
        reached = False
    assert reached
