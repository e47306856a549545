"""What happens without a screen: import, proposing, verdicts, export."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.generate import article, fill


class Work(NamedTuple):
    """Medians over the runs."""

    import_articles: float  # a second
    import_sentences: float
    propose_articles: float
    propose_sentences: float
    verdict: float  # seconds
    raw_commit: float  # seconds, a bare insert and commit with sqlite3
    export_claims: float  # a second


def measure(tell: Callable[[str], None], folder: Path, runs: int, size: int) -> Work:
    """Every kind of work, `runs` times; `size` articles or verdicts in each."""
    texts = [article(seed) for seed in range(size)]
    sentences = sum(text.count(".") for text in texts)
    rows: dict[str, list[float]] = {"import": [], "propose": [], "export": []}
    commits: dict[str, list[float]] = {"verdict": [], "raw": []}
    store = folder / "work.db"
    fill(store, 100, 100)
    _propose(texts[:2])  # loads what is loaded once
    for run in range(1, runs + 1):
        tell(f"work, run {run} of {runs}")
        rows["propose"].append(_propose(texts))
        rows["import"].append(_import(folder / f"import-{run}.db", folder / "texts.jsonl", texts))
        commits["raw"].append(_raw_commit(folder / f"raw-{run}.db", size))
        commits["verdict"].append(_verdict(store, size))
        rows["export"].append(_export(store, folder / f"out-{run}.jsonl"))
    taken = {name: median(values) for name, values in (rows | commits).items()}
    return Work(
        size / taken["import"],
        sentences / taken["import"],
        size / taken["propose"],
        sentences / taken["propose"],
        taken["verdict"],
        taken["raw"],
        100 * 100 / taken["export"],
    )


def _propose(texts: list[str]) -> float:
    from workbench.propose import propose

    began = time.perf_counter()
    found = sum(len(propose(text)) for text in texts)
    assert found
    return time.perf_counter() - began


def _import(store: Path, source: Path, texts: list[str]) -> float:
    """Read a file of articles, propose, and store: all that `workbench import` does."""
    from workbench.ingest.read import read
    from workbench.review.intake import add_documents
    from workbench.review.project import open_project

    lines = [json.dumps({"id": str(n), "text": text}) for n, text in enumerate(texts)]
    source.write_text("\n".join(lines), encoding="utf-8")
    database = open_project(store)
    began = time.perf_counter()
    report = add_documents(database, read([source]))
    taken = time.perf_counter() - began
    database.close()
    assert report.added == len(texts)
    return taken


def _verdict(store: Path, number: int) -> float:
    """Seconds that a verdict takes by `Session`, committed."""
    from workbench.review.project import open_project
    from workbench.review.session import Session

    session = Session(open_project(store), "bench")
    claims = session.queue()[:number]
    labels = [label.id for label in session.scheme.labels]
    times = []
    for at, claim in enumerate(claims):
        began = time.perf_counter()
        session.decide(claim, labels[at % len(labels)])
        times.append(time.perf_counter() - began)
    session.close()
    return median(times)


def _raw_commit(path: Path, number: int) -> float:
    """Seconds that an insert and its commit take, in a file with the same pragmas."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE act (id INTEGER PRIMARY KEY, payload TEXT)")
    times = []
    for _ in range(number):
        began = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO act (payload) VALUES (?)", ("x" * 400,))
        connection.execute("COMMIT")
        times.append(time.perf_counter() - began)
    connection.close()
    return median(times)


def _export(store: Path, out: Path) -> float:
    from workbench.dataset.export import export
    from workbench.review.project import open_project

    database = open_project(store)
    began = time.perf_counter()
    report = export(database, out, "jsonl")
    taken = time.perf_counter() - began
    database.close()
    assert report.claims == 100 * 100
    return taken
