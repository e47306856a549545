"""A store where nothing can be written: what only reads works, and the rest says why not."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_command import Command, command, settle
from conftest import TEXT, add_article

from db import still
from db.trouble import StoreShutError
from workbench.review.project import open_project
from workbench.review.session import Session

pytestmark = pytest.mark.sqlite

WHERE = "a b#é.db"  # a name that a URI would read otherwise
READERS = ("status", "history", "agreement", "verify", "export out.jsonl", "backup copy.db")


@pytest.fixture
def cli(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    settle(tmp_path, monkeypatch)
    return command(monkeypatch, capsys)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "read" / WHERE
    path.parent.mkdir()
    database = open_project(path)
    add_article(database, TEXT, ["closed two piers"])
    Session(database, "anna").decide(1, "verified")
    database.close()
    # The tests may run as root, whom no mode of a folder stops.
    monkeypatch.setattr(still.os, "access", lambda _path, _mode: False)
    return path


@pytest.mark.parametrize("reader", READERS)
def test_what_only_reads_works_and_lays_nothing_beside_it(
    cli: Command, store: Path, reader: str
) -> None:
    ended = cli(*reader.split(), "--db", store)
    assert (ended.code, ended.err) == (0, "")
    assert list(store.parent.iterdir()) == [store]


@pytest.mark.parametrize("writer", ["init --overlap 2", "import text.txt"])
def test_what_writes_says_why_not_and_what_to_do(
    cli: Command, store: Path, tmp_path: Path, writer: str
) -> None:
    (tmp_path / "text.txt").write_text("The fee rose by 4% in June.")
    before = store.read_bytes()
    ended = cli(*writer.split(), "--db", store)
    assert ended.code == 2
    (line,) = ended.err.splitlines()
    assert "read-only" in line and "copy it" in line
    assert store.read_bytes() == before


@pytest.mark.parametrize("log", ["-wal", "-journal"])
def test_a_log_beside_it_counts(store: Path, tmp_path: Path, log: str) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(store)
    assert still.cannot_change(store) and still.cannot_change(link)
    Path(f"{store}{log}").touch()
    assert not still.cannot_change(store) and not still.cannot_change(link)


def test_a_store_that_cannot_be_opened_is_not_called_unsound(cli: Command, store: Path) -> None:
    Path(f"{store}-wal").mkdir()
    ended = cli("verify", "--db", store)
    assert (ended.code, ended.out) == (2, "")
    (line,) = ended.err.splitlines()
    assert line.count(store.name) == 1 and "copy it" in line
    with pytest.raises(StoreShutError):
        open_project(store)
