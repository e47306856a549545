"""How well checked claims are found: ``python -m benchmarks.matching FOLDER [--part dev]``.

FOLDER holds ``verified_claims.docs.tsv`` (a first column that is the id, the claim, its title) and
``PART/`` with ``tweets.queries.tsv`` and ``tweet-vclaim-pairs.qrels``, as the verified-claim
retrieval task of the CheckThat! lab 2020 has them. The claims go into a store in a folder that goes
away, and every query is asked as ``workbench match --queries`` asks it. Prints MAP@5, MRR and
recall, and how many of the right claims that were found are marked as near, beside the best of the
wrong ones. Nothing is fitted here.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from db.engine import Database
from workbench.encoder import available
from workbench.match.claimreview.files import Item
from workbench.match.collection.add import add
from workbench.match.collection.stored import Collection, StoredMatch
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


class Sums:
    """What is summed up over the queries."""

    def __init__(self) -> None:
        self.precision = self.first = self.seconds = 0.0
        self.seen = self.near = self.wrong = self.wrong_near = 0

    def take(self, found: Sequence[StoredMatch], right: set[str]) -> tuple[float, int]:
        """Count one query; its average precision, and the place of its first right answer or 0."""
        names = [match.id for match in found]
        score = average_precision(names, right)
        place = next((at for at, name in enumerate(names, 1) if name in right), 0)
        self.precision += score
        if place:
            self.first += 1 / place
            self.seen += 1
            self.near += found[place - 1].near
        wrong = next((match for match in found if match.id not in right), None)
        if wrong is not None:
            self.wrong += 1
            self.wrong_near += wrong.near
        return score, place

    def row(self, engine: str, queries: int) -> str:
        """A line of the table."""
        shares = (
            f"{self.precision / queries:.4f}",
            f"{self.first / queries:.4f}",
            f"{self.seen / queries:.4f}",
            f"{self.near / max(1, self.seen):.2f}",
            f"{self.wrong_near / max(1, self.wrong):.2f}",
            f"{1000 * self.seconds / queries:.1f}",
        )
        return f"| {engine} | {queries} | {' | '.join(shares)} |"


def measured(
    collection: Collection, asked: Sequence[tuple[str, str, set[str]]], misses: bool
) -> str:
    """The row of one engine."""
    sums = Sums()
    for name, text, right in asked:
        began = time.perf_counter()
        found = collection.search(text, 10)
        sums.seconds += time.perf_counter() - began
        score, place = sums.take(found, right)
        if misses and score < 1:
            print(f"{name}: first right answer at {place or 'none of ten'}")
    return sums.row(collection.engine, len(asked))


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
        heads = f"MAP@{K} | MRR@10 | recall@10 | right ones near | best wrong ones near"
        print(f"| engine | queries | {heads} | ms a query |")
        print("| --- " + "| ---: " * 7 + "|")
        print(measured(Collection(database, "words"), asked, options.misses), flush=True)
        if available():
            meaning = Collection(database, "semantic")
            meaning.make_vectors()
            meaning.load()
            print(measured(meaning, asked, options.misses))
        database.close()


if __name__ == "__main__":
    main()
