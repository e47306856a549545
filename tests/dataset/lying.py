"""A dataset to lie about, and how somebody would do it who knows how datasets are proved."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from conftest import add_article

from db.engine import Database
from workbench.dataset.folder import card, manifest
from workbench.dataset.folder.manifest import NAME
from workbench.dataset.folder.verify import verify
from workbench.ingest.document import document
from workbench.review.evidence.sources import add_source
from workbench.review.project import init
from workbench.review.session import Session

STORIES = (
    ("The mill burned down in 1911 👩‍🚀. Nobody was hurt.", ["The mill burned down in 1911"]),
    ("A bridge was opened.\r\nIt cost 4 million — twice the plan.", ["It cost 4 million"]),
    ("Café owners «protested» in Lund. Two markets closed.", ["Two markets closed"]),
    ("Officials say that the mill burned down in 1911.", ["the mill burned down in 1911"]),
    ("市議会は五月に開かれた。予算は可決された。", ["市議会は五月に開かれた"]),
)
MINUTES = "The mill burned down in 1911, and two markets closed."
Record = dict[str, Any]


def small_project(database: Database) -> Database:
    """Five articles with a claim each, decided by two; two of the claims are nearly the same."""
    for text, quotes in STORIES:
        add_article(database, text, quotes, title=f"On {quotes[0][:6]}")
    init(database, reviewer="anna", guidelines="# How we *decide*\n\nRead everything twice.\n")
    source = add_source(database, document(MINUTES, "m.txt", title="Minutes")).source_id
    anna, ben = Session(database, "anna"), Session(database, "ben")
    for claim in range(1, 6):
        anna.decide(claim, "verified" if claim % 2 else "refuted")
        ben.decide(claim, "verified")
    anna.cite(1, str(source), 0, 28, "supports")
    return database


def told(folder: Path, **more: Any) -> list[str]:
    """What `verify` says, line by line."""
    return [f"{found.where}: {found.what}" for found in verify(folder, **more)]


def rows_of(path: Path) -> list[Record]:
    """The rows of a file of JSON Lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def put_rows(path: Path, rows: list[Record]) -> None:
    """Write them anew."""
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def fit(folder: Path, change: Callable[[Record], None] = lambda _values: None) -> None:
    """Make manifest and card fit what is there, as somebody who knows would."""
    values = json.loads((folder / NAME).read_text(encoding="utf-8"))
    change(values)
    (folder / "README.md").write_text(card.card(values), encoding="utf-8", newline="\n")
    manifest.write(folder, values)
