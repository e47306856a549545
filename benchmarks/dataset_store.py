"""A store of any number of claims with two reviews each, made in bulk and valid to the last event.

The rows are those that the session would have written, so `workbench verify` finds the store
sound; but a million claims take minutes, not a day.
"""

from __future__ import annotations

import json
import random
import sqlite3
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from uuid import UUID

from benchmarks.generate import article, spans
from db import identity
from workbench.review.project import open_project
from workbench.review.schemes import preset

CLAIMS_EACH = 20
REVIEWERS = ("anna", "ben")
TAGGED = 10  # one review of so many bears a tag
PAGE = 200  # articles written at a time
AT = "2026-05-01T10:00:00.000000Z"
SCHEME = preset("default")

Rows = dict[str, list[tuple[object, ...]]]

INSERTS = {
    "article": "INSERT INTO article (seq, id, title, newline, length, imported_at, meta, furniture)"
    " VALUES (?, ?, ?, 'lf', ?, ?, '{}', '[]')",
    "article_text": "INSERT INTO article_text VALUES (?, ?)",
    "claim": "INSERT INTO claim VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'clause', 0.5, NULL,"
    " 'proposer', 'benchmark', '1', 'active', ?)",
    "rank": "INSERT INTO rank VALUES (?, 0, ?, ?, ?, -0.5, 0)",
    "event": "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "review": "INSERT INTO review VALUES (?, ?, ?, ?, 0, 0, '', NULL, NULL, NULL, ?, ?)",
    "review_tag": "INSERT INTO review_tag VALUES (?, ?, ?)",
}


def build(target: Path, claims: int) -> int:
    """Make the store; returns how many claims it has, `claims` made up to whole articles."""
    open_project(target).close()
    articles = -(-claims // CLAIMS_EACH)
    connection = sqlite3.connect(target, isolation_level=None)
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA cache_size = -200000")
    chance, clock = random.Random(7), count(1)
    for first in range(0, articles, PAGE):
        rows: Rows = {table: [] for table in INSERTS}
        for number in range(first, min(articles, first + PAGE)):
            _article(rows, number, chance, clock)
        connection.execute("BEGIN IMMEDIATE")
        for table, statement in INSERTS.items():
            connection.executemany(statement, rows[table])
        connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return articles * CLAIMS_EACH


def _article(rows: Rows, number: int, chance: random.Random, clock: Iterator[int]) -> None:
    text, seq = article(number), number + 1
    name = identity.article_id(text)
    rows["article"].append((seq, name, f"Report {number}", len(text), AT))
    rows["article_text"].append((seq, text))
    for at, (start, end) in enumerate(spans(text, CLAIMS_EACH), start=number * CLAIMS_EACH + 1):
        claim = identity.claim_id(name, start, end, "proposer")
        quote, parts = text[start:end], json.dumps([[start, end]])
        rows["claim"].append((at, claim, seq, start, end, start, end, quote, quote, parts, AT))
        rows["rank"].append((at, seq, start, end))
        for reviewer in REVIEWERS:
            _review(rows, (name, claim, at), reviewer, chance, clock)


def _review(
    rows: Rows,
    of: tuple[str, str, int],
    reviewer: str,
    chance: random.Random,
    clock: Iterator[int],
) -> None:
    article_id, claim, seq = of
    label = chance.choice(SCHEME.labels).id
    acts = [("verdict", {"label": label, "scheme": SCHEME.ref})]
    if chance.randrange(TAGGED) == 0:
        acts.append(("tagged", {"tag": "figures"}))
        rows["review_tag"].append((seq, reviewer, "figures"))
    for kind, payload in acts:
        event, act = (str(UUID(int=chance.getrandbits(128), version=4)) for _ in range(2))
        told = json.dumps(payload)
        rows["event"].append((event, act, next(clock), kind, reviewer, AT, article_id, claim, told))
    rows["review"].append((seq, reviewer, label, SCHEME.ref, AT, AT))
