"""Pairs of statements in a large project: ``python -m benchmarks.consistency [STATEMENTS.txt]``.

Without a file (one statement a line) statements are generated: 7 places, 6 bodies, so nearly all
words are shared by thousands, the hardest case. Prints the time for growing numbers of them.
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path

from benchmarks.generate import sentence
from workbench.match.consistency.judge import StatementIndex, pairs

SIZES = (1_000, 5_000, 25_000)


def statements(size: int) -> list[str]:
    """Statements of our own making."""
    chance = random.Random(3)
    return [sentence(chance).split(", and")[0] + "." for _ in range(size)]


def main() -> None:
    """Measure and print."""
    given = Path(sys.argv[1]).read_text("utf-8").splitlines() if len(sys.argv) > 1 else None
    print("| statements | index s | all pairs s | pairs found | one more statement ms |")
    print("| ---: | ---: | ---: | ---: | ---: |")
    for size in SIZES:
        some = given[:size] if given else statements(size)
        started = time.perf_counter()
        index = StatementIndex(some)
        indexed = time.perf_counter()
        found = sum(1 for _ in pairs(some))
        done = time.perf_counter()
        for at in range(20):
            list(index.related(f"{some[at * len(some) // 20].rstrip('.')} again."))
        one = (time.perf_counter() - done) / 20
        print(
            f"| {len(some):,} | {indexed - started:.1f} | {done - indexed:.1f} | {found:,} "
            f"| {1000 * one:.1f} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
