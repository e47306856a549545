"""Two programs at work on one store at the same time."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import workbench
from db.engine import StoreError

EACH = 120
TEXT = " ".join(f"The mill sold {n:,} sacks of barley in {1700 + n}." for n in range(1, EACH + 1))

DECIDE = """
import sys
from workbench.review.project import open_project
from workbench.review.session import Session

target, reviewer = sys.argv[1:]
session = Session(open_project(target), reviewer)
queue = list(session.queue())
print("ready", flush=True)
sys.stdin.readline()
for number, claim in enumerate(queue):
    session.decide(claim, ("verified", "refuted")[number % 2])
    session.tag(claim, "seen")
    session.keep_place(1, claim)
session.close()
"""


@pytest.mark.parametrize("names", [("anna", "ben"), ("anna", "anna")])
def test_both_decide_at_once_and_nothing_is_lost(tmp_path: Path, names: tuple[str, str]) -> None:
    target = tmp_path / "store.db"
    with workbench.open(target) as store:
        store.add(TEXT)
        claims = sum(claim.kind != "phrase" for claim in store.claims())
    assert claims >= EACH
    running = [
        subprocess.Popen(
            [sys.executable, "-c", DECIDE, str(target), name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for name in names
    ]
    for process in running:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in running:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    complaints = [process.communicate(timeout=60)[1] for process in running]
    assert complaints == ["", ""]
    assert [process.returncode for process in running] == [0, 0]
    with workbench.open(target) as store:
        events = list(store.events())
        assert len(events) == 2 * 2 * claims
        assert len({(event.clock, event.id) for event in events}) == len(events)
        assert len(list(store.reviews())) == claims * len(set(names))
        assert store.verify() == []


COUNT = """
import sqlite3, sys
with sqlite3.connect(sys.argv[1]) as file:
    print(file.execute("SELECT count(*) FROM event").fetchone()[0])
file.close()
"""


def counted(target: Path) -> int:
    """The events that another program finds; it opens the file, and closes it as the last one."""
    found = subprocess.run(
        [sys.executable, "-c", COUNT, str(target)], capture_output=True, text=True, check=True
    )
    return int(found.stdout)


def test_opening_the_file_again_loses_no_act(tmp_path: Path) -> None:
    """A program that reads the file past SQLite gives up all of SQLite's locks on it."""
    target = tmp_path / "store.db"
    with workbench.open(target) as store:
        store.add(TEXT)
        claims = [claim.id for claim in store.claims()]
        with workbench.open(target) as again:
            assert again.verify() == []
        with pytest.raises(ValueError, match="is a database"):
            store.export(target)
        before = counted(target)
        for claim in claims[:3]:
            store.decide(claim, "verified", reviewer="anna")
            before += 1
            assert counted(target) == before


def taken_away(target: Path) -> None:
    with target.open("rb") as file:  # gives up the locks, so that the next to close is the last
        file.read(1)
    counted(target)


def moved(target: Path) -> None:
    target.rename(target.with_name("elsewhere.db"))


@pytest.mark.parametrize("befall", [taken_away, moved])
def test_nothing_is_written_to_a_file_that_is_there_no_more(
    tmp_path: Path, befall: Callable[[Path], None]
) -> None:
    target = tmp_path / "store.db"
    with workbench.open(target) as store:
        store.add(TEXT)
        claim = next(claim.id for claim in store.claims())
        befall(target)
        with pytest.raises(StoreError, match="replaced or removed"):
            store.decide(claim, "verified", reviewer="anna")
