"""Many reviewers at once on one store, some of them killed: nothing acknowledged is lost."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import add_article

from db import assignments, events, reviews
from db.engine import open_database
from db.integrity.prove import verify
from workbench.review import project
from workbench.review.project import open_project

REVIEWERS, KILLED, OVERLAP = 4, 1, 2
CLAIMS = 90
TEXT = " ".join(f"The mill sold {n:,} sacks in {1500 + n}." for n in range(1, CLAIMS + 1))
QUOTES = [f"The mill sold {n:,} sacks in {1500 + n}" for n in range(1, CLAIMS + 1)]

REVIEW = """
import sys
from workbench.review.project import open_project
from workbench.review.session import Session

session = Session(open_project(sys.argv[1]), sys.argv[2])
print("ready", flush=True)
sys.stdin.readline()
seq = None
while (seq := session.next_open(after=seq)) is not None:
    session.decide(seq, ("verified", "refuted")[seq % 2])
    print(seq, flush=True)
session.close()
"""


@pytest.fixture(params=["sqlite", "postgres"])
def target(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield str(tmp_path / "store.db")
        return
    server = request.getfixturevalue("pg_server")
    url = server.make()
    yield url
    server.drop(url)


def test_each_claim_goes_to_k_and_every_act_is_there(target: str, tmp_path: Path) -> None:
    database = open_project(target)
    add_article(database, TEXT, QUOTES)
    project.init(database, reviewer="lead", overlap=OVERLAP)
    database.close()
    said = {f"r{n}": tmp_path / f"r{n}.txt" for n in range(REVIEWERS)}
    running = []
    for name, path in said.items():
        command = [sys.executable, "-c", REVIEW, target, name]
        with path.open("w") as out:
            process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=out, stderr=subprocess.PIPE, text=True
            )
        running.append(process)
    for process in running:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    wait_for(lambda: sum(len(p.read_text().splitlines()) for p in said.values()) > CLAIMS // 2)
    for process in running[:KILLED]:
        process.kill()
    complaints = [process.communicate(timeout=100)[1] for process in running]
    assert complaints[KILLED:] == [""] * (REVIEWERS - KILLED)
    acknowledged = {
        (name, int(line))
        for name, path in said.items()
        for line in path.read_text().splitlines(keepends=True)
        if line.strip().isdigit() and line.endswith("\n")
    }
    database = open_database(target)
    with database.read() as connection:
        recorded = {(r.reviewer, r.claim_seq) for r in reviews.every(connection) if r.verdict}
        clocks = [event.clock for event in events.every(connection)]
        most = assignments.most_reviews(connection)
    assert acknowledged <= recorded
    assert len(recorded) > CLAIMS
    assert most == OVERLAP
    assert clocks == list(range(1, len(clocks) + 1))
    assert list(verify(database)) == []
    database.close()


def wait_for(reached: Callable[[], bool]) -> None:
    """Wait until the work is far enough."""
    for _ in range(1200):
        if reached():
            return
        time.sleep(0.05)
    raise AssertionError("nobody gets on")
