"""Drives the adjudication screen: presses keys, and waits until all is done and painted."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Static
from typed import typed

from workbench.tui import connect
from workbench.tui.app import Start, WorkbenchApp
from workbench.tui.screens.adjudication import AdjudicationScreen
from workbench.tui.screens.settling import Settling
from workbench.tui.widgets.claim_list import ClaimList
from workbench.tui.widgets.header_bar import HeaderBar
from workbench.tui.widgets.notice_bar import NoticeBar
from workbench.tui.widgets.prompt_bar import PromptBar
from workbench.tui.widgets.side_by_side import SideBySide


class Lead:
    """Presses keys and waits until all is done and painted."""

    def __init__(self, app: WorkbenchApp, pilot: Pilot[int]) -> None:
        self.app, self.pilot = app, pilot

    @property
    def screen(self) -> AdjudicationScreen:
        found = self.app.screen_stack[1]
        assert isinstance(found, AdjudicationScreen)
        return found

    @property
    def settling(self) -> Settling:
        assert self.screen.settling is not None
        return self.screen.settling

    @property
    def claim(self) -> int:
        assert self.settling.current is not None
        return self.settling.current.claim.seq

    @property
    def listed(self) -> list[int]:
        return list(self.screen.query_one(ClaimList).ids)

    @property
    def notice(self) -> str:
        return str(self.screen.query_one(NoticeBar).render())

    @property
    def header(self) -> str:
        return str(self.screen.query_one(HeaderBar).render())

    @property
    def reviews(self) -> str:
        return str(self.screen.query_one(SideBySide).query_one(Static).render())

    async def settle(self) -> None:
        await self.pilot.pause()
        waiting = asyncio.ensure_future(self.screen.inbox.settled())
        while not waiting.done():
            if self.screen.query_one(PromptBar).is_open or len(self.app.screen_stack) > 2:
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
async def adjudicating(
    path: Path, name: str = "lena", size: tuple[int, int] = (120, 40)
) -> AsyncIterator[Lead]:
    app = WorkbenchApp(
        lambda: connect(str(path), name, reviewing=False),
        Start(settling="disagreement"),
        path.with_name("keys.toml"),
    )
    async with app.run_test(size=size) as pilot:
        lead = Lead(app, pilot)
        await pilot.pause()
        await lead.settle()
        if lead.screen.looking is not None:
            lead.screen.looking.stop()  # no test waits for a time
        yield lead
