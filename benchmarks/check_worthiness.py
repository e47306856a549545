"""Check-worthiness on ClaimBuster: ``python benchmarks/check_worthiness.py TRAIN.json``.

Prints the average precision of ``workbench.check_worthiness`` (label 1 = check-worthy).
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from workbench.propose import check_worthiness


def average_precision(labels: Sequence[int], scores: Sequence[float], weight: float = 1.0) -> float:
    """Mean of the precision at each positive, ranked by score; ties share one precision.

    ``weight`` is what a negative counts for: positives / negatives balances the classes.
    """
    order = sorted(range(len(scores)), key=lambda i: -scores[i])
    total = sum(labels)
    seen, found = 0.0, 0
    result = 0.0
    at = 0
    while at < len(order):
        stop = at
        while stop < len(order) and scores[order[stop]] == scores[order[at]]:
            stop += 1
        here = sum(labels[i] for i in order[at:stop])
        seen += here + weight * (stop - at - here)
        found += here
        result += here * (found / seen)
        at = stop
    return result / total if total else 0.0


def main(path: Path) -> None:
    """Measure on one file."""
    rows = json.loads(path.read_text("utf-8"))
    started = time.perf_counter()
    scores = check_worthiness([row["text"] for row in rows])
    took = time.perf_counter() - started
    labels = [row["label"] for row in rows]
    share = sum(labels) / len(labels)
    plain = average_precision(labels, scores)
    even = average_precision(labels, scores, share / (1 - share))
    print(f"{len(rows)} sentences, {100 * share:.0f} % check-worthy, {len(rows) / took:.0f}/s")
    print(f"average precision {plain:.3f}; with the classes made even {even:.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
