"""Search for evidence: ``python -m benchmarks.evidence_search [--sources N]``.

Generated sources; each query is a sentence of one of them with its numbers kept and a fifth of its
words dropped. Beside the index, a scan of all texts that counts the query's words, in the same run.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.generate import article


def main() -> None:
    """Fill a store, ask it, and print one table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sources", type=int, default=5000)
    parser.add_argument("--queries", type=int, default=100)
    asked = parser.parse_args()
    with TemporaryDirectory(prefix="workbench-search-") as place:
        measure(Path(place) / "store.db", asked.sources, asked.queries)


def measure(path: Path, number: int, queries: int) -> None:
    """Print how long adding, searching and scanning take, and how often the sentence is found."""
    from db import search
    from workbench.review.evidence.meaning import Meaning
    from workbench.review.evidence.searching import Finder
    from workbench.review.project import open_project

    texts = [article(seed) for seed in range(number)]
    database = open_project(path)
    began = time.perf_counter()
    _add(database, texts)
    added = time.perf_counter() - began
    asked = [_query(texts, seed) for seed in range(queries)]
    taken: dict[str, list[float]] = {"words": [], "described": [], "meaning": [], "scan": []}
    hits = first = 0
    with database.read() as connection:
        for at, (query, sentence) in enumerate(asked):
            clock = time.perf_counter()
            search.search(connection, query, 100)
            taken["words"].append(time.perf_counter() - clock)
            clock = time.perf_counter()
            found = Finder(connection, query, None).find(10)
            taken["described"].append(time.perf_counter() - clock)
            marked = [one.text[one.quote_start - one.start : one.quote_end - one.start]
                      for one in found]  # fmt: skip
            first += bool(marked) and sentence in marked[0]
            hits += any(sentence in quote for quote in marked)
            if at < 10:
                clock = time.perf_counter()
                Finder(connection, query, Meaning()).find(10)
                taken["meaning"].append(time.perf_counter() - clock)
                clock = time.perf_counter()
                _scan(texts, query)
                taken["scan"].append(time.perf_counter() - clock)
        passages = search.unindexed(connection)
    database.close()
    assert not passages
    characters = sum(map(len, texts))
    print(f"{number:,} sources, {characters:,} characters; file {path.stat().st_size / 1e6:.0f} MB")
    print(f"adding {number / added:,.0f} sources/s, {characters / added / 1e6:.2f} M characters/s")
    for name, times in taken.items():
        middle, worst = statistics.median(times), max(times)
        print(f"{name:<10} p50 {middle * 1000:8.1f} ms   worst {worst * 1000:8.1f} ms")
    ratio = statistics.median(taken["scan"]) / statistics.median(taken["words"])
    print(f"scan ÷ words {ratio:.1f}")
    print(f"sentence marked first {first / queries:.2f}, in the first ten {hits / queries:.2f}")


def _add(database: object, texts: list[str]) -> None:
    from workbench.ingest.document import document
    from workbench.review.evidence.sources import add_source

    for at, text in enumerate(texts):
        add_source(database, document(text, str(at)))  # type: ignore[arg-type]


def _query(texts: list[str], seed: int) -> tuple[str, str]:
    chance = random.Random(seed)
    text = chance.choice(texts)
    sentence = chance.choice([line for line in text.replace("\n", " ").split(". ") if "," in line])
    words = sentence.split()
    kept = [w for w in words if any(c.isdigit() for c in w) or chance.random() > 0.2]
    return " ".join(kept), sentence.strip().rstrip(".")


def _scan(texts: list[str], query: str) -> int:
    from workbench.text.terms import query_terms

    wanted = query_terms(query)
    counted = [sum(term in low for term in wanted) for low in map(str.lower, texts)]
    return max(range(len(texts)), key=counted.__getitem__)


if __name__ == "__main__":
    main()
