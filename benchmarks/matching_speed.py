"""The nearest of a million checked claims: `python -m benchmarks.matching_speed`.

Claims and vectors are generated. Words are made up and as frequent as words are (Zipf); a vector
is one of `--centres` random directions with noise, at length 1. A query is a claim with two fifths
of its words dropped and others put in, its vector that of the claim with noise: what the encoder
takes for a query is not in the times (it is printed beside them).

The store is a SQLite file in a folder that goes away. Recall is that of the ten best by the final
score, computed for every claim.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from heapq import nlargest
from pathlib import Path
from random import Random

import numpy as np
from rapidfuzz import fuzz, process

from db import checked as store
from db.engine import Database
from workbench.match.claimreview.files import Item
from workbench.match.collection.add import add
from workbench.match.collection.stored import Collection, _View
from workbench.match.rank.order import score
from workbench.match.rank.text import Query
from workbench.match.rank.vectors import Floats, pack, unpack
from workbench.review.project import open_project

PAGE = 20_000
SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "ol")]


class Claims:
    """Generated claims."""

    def __init__(self, count: int, words: int, centres: int, seed: int) -> None:
        self.count = count
        self._random = Random(seed)
        self._numbers = np.random.default_rng(seed)
        self._words = sorted({self._word() for _ in range(words)})
        self._random.shuffle(self._words)
        chance = 1 / np.arange(10, len(self._words) + 10)
        self._chance = (chance / chance.sum()).cumsum()
        self._centres = self._directions(centres)

    def _word(self) -> str:
        return "".join(self._random.choice(SYLLABLES) for _ in range(self._random.randint(2, 5)))

    def _directions(self, count: int) -> Floats:
        rows = self._numbers.standard_normal((count, 384), dtype=np.float32)
        return unit(rows)

    def sentence(self, length: int) -> str:
        """Words by their frequency."""
        places = np.searchsorted(self._chance, self._numbers.random(length))
        return " ".join(self._words[min(place, len(self._words) - 1)] for place in places)

    def items(self) -> list[Item]:
        """Statements of 8 to 22 words with titles of 5 to 10."""
        sizes = self._numbers.integers(8, 23, self.count), self._numbers.integers(5, 11, self.count)
        return [
            Item(self.sentence(int(long)).capitalize() + ".", self.sentence(int(short)))
            for long, short in zip(*sizes, strict=True)
        ]

    def vectors(self, count: int) -> Floats:
        """Directions with noise."""
        rows = self._centres[self._numbers.integers(0, len(self._centres), count)]
        return unit(rows + 0.8 * self._directions(count))

    def query(self, item: Item, vector: Floats) -> tuple[str, Floats]:
        """A claim said otherwise, and its vector."""
        words = item.statement.lower().rstrip(".").split()
        kept = self._random.sample(words, max(2, len(words) * 3 // 5))
        text = " ".join([*kept, *self.sentence(4).split()])
        return text, unit(vector[None, :] + 0.6 * self._directions(1))


def unit(rows: Floats) -> Floats:
    """Rows at length 1."""
    result: Floats = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return result


def fill(database: Database, claims: Claims, items: list[Item]) -> None:
    """Store claims and vectors, and print how long it took."""
    began = time.perf_counter()
    add(database, items)
    print(f"added {len(items):,} claims with their words in {time.perf_counter() - began:.0f} s")
    began = time.perf_counter()
    for start in range(0, len(items), PAGE):
        rows = pack(claims.vectors(min(PAGE, len(items) - start)))
        with database.write() as connection:
            store.add_vectors(connection, dict(enumerate(rows, start + 1)))
    print(f"stored the vectors in {time.perf_counter() - began:.0f} s")


def brute(database: Database, asked: list[tuple[str, Floats]]) -> list[list[int]]:
    """The ten best claims of each query by the final score of every claim."""
    queries = [Query(text) for text, _ in asked]
    best: list[list[tuple[float, int]]] = [[] for _ in asked]
    with database.read() as connection:
        view = _View(connection, {}, store.size(connection))
        for query in queries:
            view.counts(query.words)
        for rows in store.vectors_after(connection, 0, PAGE):
            seqs = [seq for seq, _ in rows]
            near = unpack([data for _, data in rows]) @ np.concatenate([v for _, v in asked]).T
            prepared = view.prepared(seqs)
            for number, query in enumerate(queries):
                scores = [
                    (score(query, prepared[seq], view.idf, (cosine, cosine)), -seq)
                    for seq, cosine in zip(seqs, near[:, number].tolist(), strict=True)
                ]
                best[number] = nlargest(10, [*best[number], *scores])
    return [[-seq for _, seq in found] for found in best]


def measure(
    database: Database, claims: Claims, items: list[Item], options: argparse.Namespace
) -> None:
    """Time the search, and compare with brute force."""
    collection = Collection(database, "semantic")
    began = time.perf_counter()
    collection.load()
    print(f"loaded encoder and signs in {time.perf_counter() - began:.1f} s")
    asked = []
    with database.read() as connection:
        for _ in range(options.queries):
            seq = claims._random.randint(1, len(items))
            ((_, data),) = store.vectors(connection, [seq])
            asked.append(claims.query(items[seq - 1], unpack([data])[0]))
    times, found = [], []
    for text, vectors in asked:
        began = time.perf_counter()
        found.append(collection.search(text, 10, vectors))
        times.append((time.perf_counter() - began) * 1000)
    warm = times[10:] or times
    p50, p99 = np.percentile(warm, [50, 99])
    print(
        f"search: p50 {p50:.1f} ms, p99 {p99:.1f} ms over {len(warm)} queries after 10 to warm up"
    )
    began = time.perf_counter()
    collection.vectors_of(asked[0][0])
    print(
        f"encoding of one query, not counted above: {(time.perf_counter() - began) * 1000:.1f} ms"
    )
    began = time.perf_counter()
    count = sum(len(match.differences) for match in found[0])
    print(
        f"differences in facts of ten matches ({count}), not counted above:"
        f" {(time.perf_counter() - began) * 1000:.1f} ms"
    )
    fuzzy(items, [text for text, _ in asked[:3]], float(p50))
    few = asked[: options.brute]
    if few:
        began = time.perf_counter()
        exact = brute(database, few)
        spent = (time.perf_counter() - began) / len(few)
        shares = [
            len({m.claim.seq for m in mine} & set(best)) / 10
            for mine, best in zip(found, exact, strict=False)
        ]
        print(f"recall@10 against the final score of every claim: {np.mean(shares):.3f}"
              f" over {len(few)} queries ({spent:.0f} s each)")  # fmt: skip


def fuzzy(items: list[Item], texts: list[str], ours: float) -> None:
    """The same by brute force with RapidFuzz."""
    statements = [item.statement for item in items]
    began = time.perf_counter()
    for text in texts:
        process.extract(text, statements, scorer=fuzz.token_set_ratio, limit=10)
    spent = (time.perf_counter() - began) * 1000 / len(texts)
    print(f"rapidfuzz token_set_ratio over all: {spent:.0f} ms, {spent / ours:.0f} times as long")


def newcomer(database: Database, collection: Collection) -> None:
    """Add one claim to the full store, and find it."""
    began = time.perf_counter()
    add(database, [Item("Wholly unheard-of zyzzyva weevils ate the town hall's archive.")])
    added = time.perf_counter()
    found = collection.search("Did zyzzyva weevils eat an archive?", 1)
    print(
        f"one claim added in {(added - began) * 1000:.1f} ms and found by its words"
        f" {(time.perf_counter() - added) * 1000:.1f} ms later: {found[0].claim.statement!r}"
    )


def main() -> None:
    """Fill a store and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--words", type=int, default=200_000)
    parser.add_argument("--centres", type=int, default=20_000)
    parser.add_argument("--queries", type=int, default=210)
    parser.add_argument("--brute", type=int, default=10, help="queries compared with brute force")
    parser.add_argument("--keep", type=Path, help="keep the store here, and use it if it is there")
    options = parser.parse_args()
    claims = Claims(options.claims, options.words, options.centres, seed=1)
    items = claims.items()
    with tempfile.TemporaryDirectory() as folder:
        path = options.keep or Path(folder) / "speed.db"
        fresh = not path.exists()
        database = open_project(path)
        if fresh:
            fill(database, claims, items)
        sizes = sum(part.stat().st_size for part in path.parent.glob(path.name + "*"))
        print(f"store: {sizes / 1e6:.0f} MB")
        measure(database, claims, items, options)
        if fresh:
            newcomer(database, Collection(database, "semantic"))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"peak memory of this process, with all generated claims in it: {peak:.0f} MB")
        database.close()


if __name__ == "__main__":
    main()
