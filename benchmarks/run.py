"""Measure, and write results.md: ``python -m benchmarks.run [--runs N] [--out FILE]``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import report, screen, work

RESULTS = Path(__file__).with_name("results.md")


def tell(text: str) -> None:
    """Say what is being measured."""
    print(text, file=sys.stderr, flush=True)


def main() -> None:
    """Measure everything once more."""
    parser = argparse.ArgumentParser(description="Measure Workbench on this machine.")
    parser.add_argument("--runs", type=int, default=5, help="runs; medians are reported")
    parser.add_argument("--keys", type=int, default=15, help="presses of a key in a run")
    parser.add_argument("--size", type=int, default=200, help="articles and verdicts in a run")
    parser.add_argument("--out", type=Path, default=RESULTS, help="the page to write")
    asked = parser.parse_args()
    with TemporaryDirectory(prefix="workbench-bench-") as place:
        folder = Path(place)
        done = work.measure(tell, folder, asked.runs, asked.size)
        screens = screen.measure(tell, folder, asked.runs, asked.keys)
    text = report.page(screens, done, asked.runs)
    asked.out.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
