"""Exports of many claims, held against sqlite3 with orjson and with pyarrow.

    python -m benchmarks.dataset_size [--claims 100000] [--runs 3] [--store FILE]

Makes a store with two reviews a claim, then writes it with `workbench export` and with
`benchmarks.dataset_raw`, which does the same join and makes the same records, by turns, each in a
process of its own. JSON Lines must be the same bytes. Prints the best rate of each, by the clock
and by the processor's time (other programs disturb that less), start of the process included,
and the peak memory.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from filecmp import cmp
from pathlib import Path
from typing import NamedTuple

from benchmarks.dataset_store import build


class Run(NamedTuple):
    """What one process took."""

    seconds: float
    processor: float  # seconds
    peak: int  # MB


def run(*command: str) -> Run:
    """Run a Python module to its end."""
    began = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", *command], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    assert status == 0, command
    seconds = time.perf_counter() - began
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024)


def compare(store: Path, claims: int, runs: int, folder: Path) -> None:
    """Write by turns, and tell the rates."""
    raw, ours = folder / "raw", folder / "ours"
    for form in ("jsonl", "parquet"):
        taken: dict[str, list[Run]] = {"raw": [], "ours": []}
        name = str(ours.with_suffix(".jsonl") if form == "jsonl" else ours)
        for _ in range(runs):
            bare = str(raw.with_suffix(f".{form}"))
            Path(bare).unlink(missing_ok=True)
            taken["raw"].append(run("benchmarks.dataset_raw", str(store), bare, form))
            taken["ours"].append(
                run("workbench", "export", name, "--format", form, "--db", str(store))
            )
        if form == "jsonl":
            assert cmp(bare, name, shallow=False), "not the same bytes"
        _tell(form, claims, taken)


def _tell(form: str, claims: int, taken: dict[str, list[Run]]) -> None:
    best = {who: Run(*map(min, zip(*runs, strict=True))) for who, runs in taken.items()}
    for who, found in best.items():
        print(
            f"{form:<8} {who:<5} {claims / found.seconds:>9,.0f} claims/s by the clock,"
            f" {claims / found.processor:>9,.0f} by the processor, peak {found.peak} MB"
        )
    raw, ours = best["raw"], best["ours"]
    clock, processor = raw.seconds / ours.seconds, raw.processor / ours.processor
    print(f"{form:<8} {clock:.0%} of the raw rate by the clock, {processor:.0%} by the processor")


def main() -> None:
    """Make the store, unless one is given, and compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--store", type=Path, help="kept there, and used again")
    wanted = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="workbench-size-"))
    try:
        store = wanted.store or folder / "store.db"
        if not store.is_file():
            began = time.perf_counter()
            build(store, wanted.claims)
            print(f"store made in {time.perf_counter() - began:.0f} s")
        compare(store, wanted.claims, wanted.runs, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
