"""Moving a project between databases."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import TEXT, add_article

from db import articles, claims, events, reviews
from db.backup import backup
from db.engine import Database, StoreError, open_database
from db.integrity.prove import verify
from db.joining.copy import copy, copy_to_file
from workbench.dataset.export import export
from workbench.review.project import settings
from workbench.review.session import Session


@pytest.fixture
def worked(session: Session, database: Database) -> Database:
    hard = "Zero\x00one: the mill 👩‍🚀 sold 4 sacks.\x00"
    add_article(database, hard, [hard[9:-1]], title="a\x00b")
    session.decide(1, "verified")
    session.tag(1, "harbour")
    session.split(2, TEXT.index("piers"))
    session.undo()
    session.note(4, "not\x00sure")
    other = Session(database, "ben")
    other.add_claim(1, TEXT.index("Café"), TEXT.index(" «"))
    session.keep_place(1, 3)
    return database


def exported(database: Database, folder: Path) -> bytes:
    out = folder / f"out-{len(list(folder.iterdir()))}.jsonl"
    export(database, out, "jsonl")
    return out.read_bytes()


def held(database: Database) -> list[object]:
    with database.read() as connection:
        return [
            list(events.every(connection)),
            list(reviews.every(connection)),
            [c for page in claims.pages(connection) for c in page],
            articles.every(connection),
        ]


def test_there_and_back_changes_nothing(
    worked: Database, new_store: Callable[[], str], tmp_path: Path
) -> None:
    file = tmp_path / "moved.db"
    rows = copy_to_file(worked, file)
    moved = open_database(file)
    back = open_database(new_store())
    assert copy(moved, back) == rows
    for other in (moved, back):
        assert list(verify(other)) == []
        assert held(other) == held(worked)
        assert exported(other, tmp_path) == exported(worked, tmp_path)
        assert settings(other) == settings(worked)
        assert Session(other, "anna").place() == (1, 3)
        Session(other, "anna").decide(3, "refuted")
        Session(other, "anna").add_claim(1, 0, 11)
        assert list(verify(other)) == []
        other.close()


def test_what_is_there_is_never_written_over(
    worked: Database, new_store: Callable[[], str], tmp_path: Path
) -> None:
    target = open_database(new_store())
    add_article(target, TEXT, [])
    before = held(target)
    with pytest.raises(StoreError, match="holds a project already"):
        copy(worked, target)
    assert held(target) == before
    target.close()
    file = tmp_path / "full.db"
    copy_to_file(worked, file)
    content = file.read_bytes()
    with pytest.raises(StoreError, match="holds a project already"):
        copy_to_file(worked, file)
    assert file.read_bytes() == content


def test_failed_copy_leaves_no_file(worked: Database, tmp_path: Path) -> None:
    def fail(done: int, total: int) -> None:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        copy_to_file(worked, tmp_path / "half.db", fail)
    assert not list(tmp_path.glob("half*"))


def test_backup_of_any_store_is_a_file_that_verifies(worked: Database, tmp_path: Path) -> None:
    out = tmp_path / "monday.db"
    assert backup(worked, out) == out.stat().st_size
    copied = open_database(out)
    assert list(verify(copied)) == []
    assert held(copied) == held(worked)
    copied.close()
