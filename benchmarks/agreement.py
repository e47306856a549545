"""Agreement of 100,000 claims by 3 reviewers: ``python -m benchmarks.agreement [--claims N]``.

Prints how long all figures with their intervals take, beside alpha alone by the library
``krippendorff`` on the same ratings in the same run.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import insert

from db import articles, claims, identity
from db.engine import Database
from db.fold.state import review
from db.schema import ArticleRow
from workbench.review.agreement import agreement
from workbench.review.project import open_project, settings

REVIEWERS = ("anna", "ben", "carol")
EACH = 1000  # claims of an article


def fill(database: Database, number: int, labels: list[str]) -> list[list[int]]:
    """Write claims and reviews without their events; returns the labels by reviewer."""
    draw = random.Random(1)
    given: list[list[int]] = [[] for _ in REVIEWERS]
    at = "2025-01-01T00:00:00.000000Z"
    with database.write() as connection:
        for first in range(0, number, EACH):
            text = f"{first:08d} " + "x" * (EACH * 12)
            row = ArticleRow(
                id=identity.article_id(text), title=None, length=len(text), imported_at=at
            )
            article = articles.add(connection, row, text)
            connection.execute(
                insert(claims.claim), [claim(article, first + i, i) for i in range(EACH)]
            )
        for name, mine in zip(REVIEWERS, given, strict=True):
            for seq in range(number):
                agrees = draw.random() < 0.75
                mine.append(seq % len(labels) if agrees else draw.randrange(len(labels)))
            connection.execute(
                insert(review),
                [
                    {
                        "claim_seq": seq,
                        "reviewer": name,
                        "verdict": labels[label],
                        "scheme": "default@1",
                        "discarded": False,
                        "later": False,
                        "note": "",
                        "decided_at": f"2025-{1 + seq % 12:02}-01T00:00:00.000000Z",
                        "updated_at": at,
                    }
                    for seq, label in enumerate(mine, start=1)
                ],
            )
    return given


def claim(article: int, number: int, place: int) -> dict[str, object]:
    start = place * 12
    return {
        "id": f"{number:032d}",
        "article_seq": article,
        "start": start,
        "end": start + 10,
        "sentence_start": start,
        "sentence_end": start + 10,
        "quote": "x" * 10,
        "statement": "x",
        "parts": [],
        "kind": "clause",
        "worth": 0.5,
        "attributed_to": None,
        "origin": "proposer",
        "proposer": "benchmark",
        "version": "1",
        "status": "active",
        "created_at": "",
    }


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure how long agreement takes.")
    parser.add_argument("--claims", type=int, default=100_000)
    number = parser.parse_args().claims
    import krippendorff
    import numpy

    with TemporaryDirectory(prefix="workbench-bench-") as place:
        database = open_project(Path(place) / "store.db")
        labels = [label.id for label in settings(database).scheme.labels]
        given = fill(database, number, labels)
        begun = time.perf_counter()
        found = agreement(database)
        ours = time.perf_counter() - begun
        database.close()
    begun = time.perf_counter()
    table = numpy.array(given, dtype=float)
    alpha = krippendorff.alpha(table, level_of_measurement="nominal")
    library = time.perf_counter() - begun
    assert found.alpha.value is not None and abs(found.alpha.value - alpha) < 1e-9
    print(f"{number:,} claims × {len(REVIEWERS)} reviewers: alpha {alpha:.3f}")
    print(f"all figures with intervals, from the store: {ours:.2f} s")
    print(f"alpha alone, by the library, from memory: {library:.2f} s; ratio {ours / library:.1f}")


if __name__ == "__main__":
    main()
