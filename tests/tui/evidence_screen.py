"""The screens of evidence, driven by keys: a store with sources, and what it holds afterwards."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from places import once
from review_screen import Driver
from screen_store import fill
from sqlalchemy import text as sql
from textual import events
from textual.widgets import Static

from db.integrity.prove import verify
from db.rows import Evidence
from workbench.ingest.document import document
from workbench.review.evidence.sources import add_source
from workbench.review.session import Session
from workbench.tui import connect
from workbench.tui.app import Start, WorkbenchApp
from workbench.tui.screens.cards import CardScreen
from workbench.tui.screens.keyed import KeyedScreen
from workbench.tui.widgets.card import Card
from workbench.tui.widgets.notice_bar import NoticeBar
from workbench.tui.widgets.prompt_bar import PromptBar

MINUTES = (
    "The harbour board was founded in 1911, the minutes say. It owned forty cranes in all. "
    "Nine of them were lost in the storm.\n\n"
    "The board closed two piers. It met on 3 May 2018. The board closed two piers."
)
LATER = "A history of the harbour: the harbour board was founded in 1911 by nine merchants."


def store_with_sources(folder: Path) -> Path:
    """The small store, claimed in 2020, with minutes of 2018 and a history of 2031."""
    return _with_sources(folder / "store.db")


@once
def _with_sources(path: Path) -> None:
    fill(path)
    add_sources(path)


def add_sources(path: Path | str) -> None:
    """Put the sources into a store that is filled already, and date its articles."""
    session = connect(str(path), "Ada")
    known = (("Minutes", MINUTES, "2018-06-01"), ("History", LATER, "2031-01-01"))
    for title, text, published in known:
        meta = {"publisher": f"{title} house"}
        add_source(
            session.database, document(text, title, title=title, published=published, meta=meta)
        )
    with session.database.write() as connection:
        connection.execute(sql("UPDATE article SET published = '2020-02-03'"))
    session.close()


def pieces(path: Path | str, claim: int = 1, reviewer: str = "Ada") -> tuple[Evidence, ...]:
    """What a reviewer holds on a claim, of a store that is proven sound."""
    session = connect(str(path), reviewer)
    assert list(verify(session.database)) == []
    review = session.items([claim])[0].review
    session.close()
    return review.evidence if review is not None else ()


def as_reviewer(path: Path, name: str) -> Session:
    """A colleague at the same store."""
    return connect(str(path), name)


class EvidenceDriver(Driver):
    """Waits for the screen that is on top."""

    @property
    def top(self) -> KeyedScreen:
        found = self.app.screen
        assert isinstance(found, KeyedScreen)
        return found

    @property
    def cards(self) -> list[Card]:
        assert isinstance(self.top, CardScreen)
        return list(self.top.cards.cards)

    @property
    def marked(self) -> str:
        """The quote that is marked in the current card."""
        assert isinstance(self.top, CardScreen)
        block = self.cards[self.top.cards.cursor].blocks[0]
        assert block.mark is not None
        return block.text[slice(*block.mark)]

    @property
    def told(self) -> str:
        """The notice of the screen on top."""
        return str(self.top.query_one(NoticeBar).render())

    @property
    def about(self) -> str:
        return str(self.top.query_one("#about", Static).render())

    async def settle(self) -> None:
        await self.pilot.pause()
        waited = None
        while waited is not self.app.screen:
            waited = self.app.screen
            if not isinstance(waited, KeyedScreen):
                break
            done = asyncio.ensure_future(waited.inbox.settled())
            while not done.done() and self.app.screen is waited:
                if waited.query_one(PromptBar).is_open:
                    break
                await self.pilot.pause()
            done.cancel()
        await self.pilot.pause()

    async def paste(self, text: str) -> None:
        target = self.app.focused or self.app.screen
        target.post_message(events.Paste(text))
        await self.settle()


@asynccontextmanager
async def at_evidence(
    path: Path | str,
    size: tuple[int, int] = (110, 34),
    name: str = "Ada",
    keys: Path | None = None,
) -> AsyncIterator[EvidenceDriver]:
    """The review screen on a store, at its first claim.

    Args:
        path: a path, or a URL.
        size: columns and rows.
        name: the reviewer.
        keys: her file of keys; beside the store if left out.
    """
    table = keys or Path(path).with_name("keys.toml")
    app = WorkbenchApp(lambda: connect(str(path), name), Start(), table)
    async with app.run_test(size=size) as pilot:
        driver = EvidenceDriver(app, pilot)
        await pilot.pause()
        await driver.settle()
        yield driver
