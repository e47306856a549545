"""A real PostgreSQL server that dies while reviewers are at work."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING

import pytest
from conftest import TEXT, add_article

from db import events
from db.engine import open_database
from db.integrity.prove import verify
from workbench.review.project import open_project
from workbench.tui import connect
from workbench.tui.app import WorkbenchApp
from workbench.tui.plain.review import review_plainly
from workbench.tui.screens.review import ReviewScreen
from workbench.tui.widgets.notice_bar import NoticeBar

if TYPE_CHECKING:
    from pg_server import Server

QUOTES = ["The harbour board met in May", "closed two piers", "raised the mooring fee by 4%"]


@pytest.fixture
def url(pg_server: Server) -> Iterator[str]:
    made = pg_server.make()
    database = open_project(made)
    add_article(database, TEXT, QUOTES)
    database.close()
    yield made
    pg_server.start()
    pg_server.drop(made)


def labels(url: str) -> list[str]:
    """The verdicts that were recorded, in their order; the store must be sound."""
    database = open_database(url)
    with database.read() as connection:
        found = [str(e.payload["label"]) for e in events.every(connection) if e.kind == "verdict"]
    assert list(verify(database)) == []
    database.close()
    return found


class Screen:
    """The review screen, with the server that it works on."""

    def __init__(self, app: WorkbenchApp) -> None:
        self.app = app

    @property
    def notice(self) -> str:
        return str(self.app.screen_stack[1].query_one(NoticeBar).render())

    async def until(self, word: str) -> None:
        """Wait for a word in the notice."""
        for _ in range(600):
            if word in self.notice:
                return
            await asyncio.sleep(0.05)
        raise AssertionError(self.notice)

    async def settled(self) -> None:
        screen = self.app.screen_stack[1]
        assert isinstance(screen, ReviewScreen)
        await asyncio.wait_for(screen.inbox.settled(), 60)


@asynccontextmanager
async def reviewing(url: str, folder: Path) -> AsyncIterator[tuple[Screen, object]]:
    app = WorkbenchApp(lambda: connect(url, "ada"), keymap_file=folder / "keys.toml")
    async with app.run_test(size=(110, 34)) as pilot:
        screen = Screen(app)
        await screen.until("to decide")
        yield screen, pilot


async def test_decision_survives_the_death_of_the_server(
    url: str, pg_server: Server, tmp_path: Path
) -> None:
    async with reviewing(url, tmp_path) as (screen, pilot):
        await pilot.press("1")
        await screen.until("verified")
        await asyncio.to_thread(pg_server.kill)
        await pilot.press("2")
        await screen.until("is kept and sent again")
        await pilot.press("1", "1", "x")  # typed while the store is away: of no effect
        await asyncio.to_thread(pg_server.start)
        await screen.until("refuted")
        await screen.settled()
        await pilot.press("1")
        await screen.settled()
    assert labels(url) == ["verified", "refuted", "verified"]


async def test_she_can_leave_while_the_server_is_away(
    url: str, pg_server: Server, tmp_path: Path
) -> None:
    async with reviewing(url, tmp_path) as (screen, pilot):
        await asyncio.to_thread(pg_server.kill)
        await pilot.press("2")
        await screen.until("is kept and sent again")
        await pilot.press("q")
        await screen.until("cannot be reached")
        await screen.settled()
        await pilot.press("q")
        for _ in range(200):
            if screen.app.return_code is not None or not screen.app.is_running:
                break
            await asyncio.sleep(0.05)
        assert screen.app.return_value == 0
    pg_server.start()
    assert labels(url) == []


def test_line_by_line_a_decision_is_sent_again(url: str, pg_server: Server) -> None:
    out = io.StringIO()

    def lines() -> Iterator[str]:
        yield "verified\n"
        pg_server.kill()
        Timer(1.0, pg_server.start).start()
        yield "refuted\n"

    session = connect(url, "ada")
    assert review_plainly(lambda: session, None, lines(), out) == 0  # type: ignore[arg-type]
    assert "is kept and sent again" in out.getvalue()
    assert labels(url) == ["verified", "refuted"]
