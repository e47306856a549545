"""Check-worthiness on ClaimBuster's sentences: ``python benchmarks/check_worthiness.py TRAIN.json``.

Prints the average precision of ``workbench.check_worthiness`` (label 1 = check-worthy).
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from workbench.propose import check_worthiness


def average_precision(labels: Sequence[int], scores: Sequence[float]) -> float:
    """Mean of the precision at each positive, ranked by score; ties count as their mean rank."""
    order = sorted(range(len(scores)), key=lambda i: -scores[i])
    total = sum(labels)
    seen = found = 0
    result = 0.0
    at = 0
    while at < len(order):
        stop = at
        while stop < len(order) and scores[order[stop]] == scores[order[at]]:
            stop += 1
        here = sum(labels[i] for i in order[at:stop])
        seen, found = stop, found + here
        result += here * (found / seen)
        at = stop
    return result / total if total else 0.0


def main(path: Path) -> None:
    """Measure on one file."""
    rows = json.loads(path.read_text("utf-8"))
    started = time.perf_counter()
    scores = check_worthiness([row["text"] for row in rows])
    took = time.perf_counter() - started
    precision = average_precision([row["label"] for row in rows], scores)
    print(f"{len(rows)} sentences, average precision {precision:.4f}, {len(rows) / took:.0f}/s")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
