"""The window is closed, or the program is told to end: it ends, and keeps what was decided."""

from __future__ import annotations

import signal
import sys
import time
from pathlib import Path

import pytest
from ptyrun import PATIENCE, Terminal, command, ended, workbench

import workbench as package

TEXT = "The council was revived in 2016 and met regularly until 2019."
# As make: leads the session, gets the signal of the hang-up, and waits for its child.
LEADER = """
import pathlib, signal, subprocess, sys
signal.signal(signal.SIGHUP, lambda *_: None)
code = subprocess.call(sys.argv[1:])
pathlib.Path("ended.new").write_text(str(code))
pathlib.Path("ended.new").rename("ended")
"""
LEAVES_ITS_SCREEN = b"\x1b[?1049l"


def decided(folder: Path) -> int:
    with package.open(folder / "workbench.db") as store:
        assert store.verify() == []
        return sum(bool(review.verdict) for review in store.reviews())


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "council.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert ended(tmp_path, "import", "--engine", "rules", path)[0] == 0
    return tmp_path


def test_who_started_it_gets_the_hang_up_and_waits(article: Path) -> None:
    with Terminal([sys.executable, "-c", LEADER, *command("review")], article) as screen:
        screen.see("claims to decide")
        screen.send("1")
        screen.see("✓ verified")
        screen.hang_up()
        assert waited_for(article, "ended").read_text() == "129"
    assert decided(article) == 1


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_it_is_told_to_end(article: Path, number: signal.Signals) -> None:
    with workbench(article, "review") as screen:
        screen.see("claims to decide")
        screen.send("1")
        screen.see("✓ verified")
        screen.signal(number)
        assert screen.end() == 128 + number
        assert LEAVES_ITS_SCREEN in screen.raw
    assert decided(article) == 1


@pytest.mark.parametrize("shown", [True, False])
def test_a_demo_leaves_nothing_behind(tmp_path: Path, shown: bool) -> None:
    place = tmp_path / "temporary"
    place.mkdir()
    with workbench(tmp_path, "demo", TMPDIR=str(place)) as screen:
        if shown:
            screen.see("claims to decide", patience=3 * PATIENCE)
        waited_for(place, "workbench-demo-*")
        screen.signal(signal.SIGHUP)
        assert screen.end() == 128 + signal.SIGHUP
    assert not list(place.glob("workbench-*"))


def waited_for(folder: Path, name: str) -> Path:
    end = time.monotonic() + PATIENCE
    while not (found := next(folder.glob(name), None)):
        assert time.monotonic() < end, f"{name} never came"
        time.sleep(0.01)
    return found
