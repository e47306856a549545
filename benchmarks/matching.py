"""How well checked claims are found: ``python -m benchmarks.matching FOLDER [--part dev]``.

FOLDER holds ``verified_claims.docs.tsv`` (a first column that is the id, the claim, its title) and
``PART/`` with ``tweets.queries.tsv`` and ``tweet-vclaim-pairs.qrels``, as the verified-claim
retrieval task of the CheckThat! lab 2020 has them. The claims go into a store in a folder that goes
away, and every query is asked as ``workbench match --queries`` asks it. Prints MAP@5, MRR and
recall; the queries are never fitted on here.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from db.engine import Database
from workbench.encoder import available
from workbench.match.claimreview import Item
from workbench.match.collection import Collection
from workbench.match.collection_add import add
from workbench.match.training.candidates import claims, queries
from workbench.review.project import open_project

K = 5


def average_precision(found: Sequence[str], right: set[str]) -> float:
    """Of the first `K`, over as many right answers as could be among them."""
    hits, total = 0, 0.0
    for place, name in enumerate(found[:K], 1):
        if name in right:
            hits += 1
            total += hits / place
    return total / min(len(right), K)


def filled(folder: Path, data: Path) -> Database:
    """A store with all claims of the task, without vectors."""
    database = open_project(folder / "matching.db")
    add(database, [Item(said, title, external_id=name) for name, said, title in claims(data)])
    return database


def measured(
    collection: Collection, asked: Sequence[tuple[str, str, set[str]]], misses: bool
) -> str:
    """The row of one engine."""
    began = time.perf_counter()
    precision = first = 0.0
    seen = 0
    for name, text, right in asked:
        found = [match.id for match in collection.search(text, 10)]
        score = average_precision(found, right)
        precision += score
        place = next((at for at, one in enumerate(found, 1) if one in right), 0)
        first += 1 / place if place else 0
        seen += place > 0
        if misses and score < 1:
            print(f"{name}: first right answer at {place or 'none of ten'}")
    count, spent = len(asked), time.perf_counter() - began
    return (
        f"| {collection.engine} | {count} | {precision / count:.4f} | {first / count:.4f} "
        f"| {seen / count:.4f} | {1000 * spent / count:.1f} |"
    )


def main() -> None:
    """Measure every engine that is installed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--part", default="dev")
    parser.add_argument("--misses", action="store_true", help="list queries that fall short")
    options = parser.parse_args()
    asked = queries(options.folder, options.part)
    with tempfile.TemporaryDirectory() as folder:
        database = filled(Path(folder), options.folder)
        print(f"| engine | queries | MAP@{K} | MRR@10 | recall@10 | ms a query |")
        print("| --- | ---: | ---: | ---: | ---: | ---: |")
        print(measured(Collection(database, "words"), asked, options.misses), flush=True)
        if available():
            meaning = Collection(database, "semantic")
            meaning.make_vectors()
            meaning.load()
            print(measured(meaning, asked, options.misses))
        database.close()


if __name__ == "__main__":
    main()
