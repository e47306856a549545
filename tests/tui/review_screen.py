"""The review screen on a real store, driven by keys and by the mouse."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Static
from typed import typed

from workbench.review.session import Session, state
from workbench.tui import connect
from workbench.tui.app import Start, WorkbenchApp
from workbench.tui.screens.course import Course
from workbench.tui.screens.review import ReviewScreen
from workbench.tui.widgets.article_view import ArticleView
from workbench.tui.widgets.claim_panel import ClaimPanel
from workbench.tui.widgets.notice_bar import NoticeBar
from workbench.tui.widgets.prompt_bar import PromptBar

BEGIN = Start()


class Driver:
    """Presses keys and waits until all is done and painted."""

    def __init__(self, app: WorkbenchApp, pilot: Pilot[int]) -> None:
        self.app, self.pilot = app, pilot

    @property
    def screen(self) -> ReviewScreen:
        found = self.app.screen_stack[1]
        assert isinstance(found, ReviewScreen)
        return found

    @property
    def course(self) -> Course:
        return self.screen.course

    @property
    def quote(self) -> str:
        assert self.course.current is not None
        return self.course.current.claim.quote

    @property
    def notice(self) -> str:
        return str(self.screen.query_one(NoticeBar).render())

    @property
    def panel(self) -> str:
        return str(self.screen.query_one(ClaimPanel).query_one(Static).render())

    @property
    def page(self) -> str:
        return "\n".join(str(text.render()) for text in self.app.screen.query(Static))

    @property
    def article(self) -> ArticleView:
        return self.screen.query_one(ArticleView)

    async def settle(self) -> None:
        await self.pilot.pause()
        waiting = asyncio.ensure_future(self.screen.inbox.settled())
        while not waiting.done():
            # A prompt or a dialog holds its job until it is answered.
            asking = self.screen.query_one(PromptBar).is_open or len(self.app.screen_stack) > 2
            if asking:
                waiting.cancel()
                break
            await self.pilot.pause()
        await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def type(self, text: str) -> None:
        await typed(self.pilot, text, "enter")
        await self.settle()


@asynccontextmanager
async def reviewing(
    path: Path, size: tuple[int, int] = (110, 34), start: Start = BEGIN
) -> AsyncIterator[Driver]:
    app = WorkbenchApp(lambda: connect(str(path), "Ada"), start, path.with_name("keys.toml"))
    async with app.run_test(size=size) as pilot:
        driver = Driver(app, pilot)
        await pilot.pause()
        await driver.settle()
        if driver.screen.looking is not None:
            driver.screen.looking.stop()  # no test waits for a time
        yield driver


def reopened(path: Path) -> Session:
    return connect(str(path), "Ada")


def states(path: Path) -> list[str]:
    session = reopened(path)
    found = [state(item) for item in session.items(session.queue())]
    session.close()
    return found
