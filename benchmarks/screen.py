"""The review screen beside a bare Textual application, both in a real terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.generate import fill
from benchmarks.terminal import Timed

BARE = [sys.executable, str(Path(__file__).with_name("bare_app.py"))]
REVIEW = [sys.executable, "-m", "workbench", "review"]
STORES = {
    "100 claims": (4, 25, 25),
    "100,000 claims": (1_000, 100, 25),
    "1 MB article, 5,000 claims": (1, 5_000, 10_200),
}
"""Name → articles, claims in each, sentences in each."""


class Times(NamedTuple):
    """Medians, in seconds."""

    paint: float
    ready: float
    key: float
    verdict: float
    key_bytes: float


def measure(tell: Callable[[str], None], folder: Path, runs: int, keys: int) -> dict[str, Times]:
    """The bare application and the screen on each store, in turns within each run."""
    samples: dict[str, list[Times]] = {"bare": [], **{name: [] for name in STORES}}
    for name, shape in STORES.items():
        tell(f"making a store: {name}")
        fill(folder / f"{name}.db", *shape)
    for run in range(1, runs + 1):
        tell(f"screen, run {run} of {runs}: bare")
        samples["bare"].append(_bare(folder, keys))
        for name in STORES:
            tell(f"screen, run {run} of {runs}: {name}")
            samples[name].append(_review(folder, folder / f"{name}.db", keys))
    return {name: _medians(times) for name, times in samples.items()}


def _bare(folder: Path, keys: int) -> Times:
    with Timed(BARE, folder) as screen:
        paint = screen.until(b"bare screen is ready")
        screen.settle()
        moves = [screen.press("j") for _ in range(keys)]
        verdicts = [screen.press("1") for _ in range(keys)]
        screen.leave()
    return _times(paint, paint, moves, verdicts)


def _review(folder: Path, store: Path, keys: int) -> Times:
    before = _events(store)
    with Timed([*REVIEW, "--db", str(store)], folder) as screen:
        paint = screen.until(b"opening the store")
        ready = screen.until(b"claims to decide")
        screen.settle()
        moves = [screen.press("j") for _ in range(keys)]
        verdicts = [screen.press("1") for _ in range(keys)]
        screen.leave()
    kept = _events(store) - before
    assert kept == keys, f"{keys} verdicts were given, {kept} are in the store"
    return _times(paint, ready, moves, verdicts)


def _events(store: Path) -> int:
    from db import events
    from db.engine import open_database

    database = open_database(store)
    with database.read() as connection:
        found = events.count(connection)
    database.close()
    return found


def _times(
    paint: float,
    ready: float,
    moves: Sequence[tuple[float, int]],
    verdicts: Sequence[tuple[float, int]],
) -> Times:
    return Times(
        paint,
        ready,
        median(seconds for seconds, _ in moves),
        median(seconds for seconds, _ in verdicts),
        median(count for _, count in moves),
    )


def _medians(times: Sequence[Times]) -> Times:
    return Times(*(median(values) for values in zip(*times, strict=True)))
