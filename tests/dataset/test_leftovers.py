"""What a killed export left is removed by the next one, and nothing else is."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import add_article

from db.engine import Database
from workbench.dataset import leftovers
from workbench.dataset.export import export
from workbench.dataset.folder.plan import Split
from workbench.dataset.folder.verify import verify
from workbench.review.session import Session

pytestmark = pytest.mark.sqlite

KILLED = """
import os, signal, sys
from pathlib import Path
from workbench.dataset.aside import written_aside
with written_aside(Path(sys.argv[1]), sys.argv[2] == "folder") as aside:
    half = aside / "claims.jsonl" if aside.is_dir() else aside
    half.write_bytes(b"half")
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def project(session: Session, database: Database) -> Database:
    add_article(database, "The mill burned down.", ["The mill burned down"])
    return database


def killed(out: Path, kind: str) -> None:
    """An export that ends by kill -9 in the middle."""
    ended = subprocess.run([sys.executable, "-c", KILLED, str(out), kind], check=False)
    assert ended.returncode == -signal.SIGKILL


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name.startswith(".out"))


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")
@pytest.mark.parametrize("kind", ["folder", "file"])
def test_the_next_export_removes_what_a_killed_one_left(
    project: Database, tmp_path: Path, kind: str
) -> None:
    out = tmp_path / ("out" if kind == "folder" else "out.jsonl")
    killed(out, kind)
    assert len(names(tmp_path)) == 1
    assert not out.exists()
    report = export(project, out, "jsonl", split=Split() if kind == "folder" else None)
    assert names(tmp_path) == report.unfinished == []
    assert out.exists()


def test_what_may_still_be_written_stays(project: Database, tmp_path: Path) -> None:
    running = f".out.{leftovers._host():08x}-{os.getppid()}-abcdef.part"
    elsewhere = ".out.00000000-1-abcdef.part"
    others = [".out.part", ".out.123.part", ".outer.00000000-1-abcdef.part", "out.part"]
    for name in (running, elsewhere, *others):
        (tmp_path / name).write_bytes(b"x")
    report = export(project, tmp_path / "out", split=Split())
    assert all((tmp_path / name).exists() for name in (running, elsewhere, *others))
    assert report.unfinished == []
    long_ago = time.time() - 2 * leftovers.DAY
    os.utime(tmp_path / elsewhere, (long_ago, long_ago))
    report = export(project, tmp_path / "out", split=Split())
    assert [Path(path).name for path in report.unfinished] == [elsewhere]
    assert (tmp_path / elsewhere).exists()


@pytest.mark.skipif(os.name == "nt", reason="no process numbers to ask for")
def test_an_old_export_gets_its_name_back(project: Database, tmp_path: Path) -> None:
    out = tmp_path / "out"
    export(project, out, split=Split())
    gone = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"], check=True, capture_output=True
    )
    old = tmp_path / f".out.{leftovers._host():08x}-{int(gone.stdout)}-abcdef.old"
    out.rename(old)
    assert leftovers.clear(out) == []
    assert names(tmp_path) == []
    assert list(verify(out)) == []
