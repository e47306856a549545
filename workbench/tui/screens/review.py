"""The review screen: the article beside its claims, with the keys below.

It lays out the widgets and routes what comes in; what is done with it is in `course` and in
the modules of actions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from workbench.tui.desk import Desk
from workbench.tui.keys.table import REVIEW
from workbench.tui.screens.course import Course
from workbench.tui.screens.keyed import KeyedScreen
from workbench.tui.screens.opening import begin
from workbench.tui.widgets.article_view import ArticleView
from workbench.tui.widgets.beside_panel import BesidePanel
from workbench.tui.widgets.claim_list import ClaimList
from workbench.tui.widgets.claim_panel import ClaimPanel
from workbench.tui.widgets.header_bar import HeaderBar
from workbench.tui.widgets.key_bar import KeyBar
from workbench.tui.widgets.notice_bar import NoticeBar
from workbench.tui.widgets.prompt_bar import PromptBar

if TYPE_CHECKING:
    from workbench.tui.app import Start


class ReviewScreen(KeyedScreen):
    """Lays out the widgets, and turns keys, clicks and answers into jobs."""

    def __init__(self, desk: Desk, start: Start, keymap: dict[str, tuple[str, ...]]) -> None:
        super().__init__(desk, REVIEW)
        self.start, self.keymap = start, keymap
        self.course = Course(self)

    def compose(self) -> ComposeResult:
        """The article left; claims and the current claim right; bars above and below."""
        yield HeaderBar(id="header")
        with Horizontal(id="body"):
            yield ArticleView(id="article")
            with Vertical(id="side"):
                yield ClaimList(id="claims")
                yield ClaimPanel(id="claim")
                yield BesidePanel(id="beside")
        yield NoticeBar(id="notice")
        yield PromptBar(id="prompt")
        yield KeyBar(self.keys.bar(REVIEW), id="keys")

    def on_mount(self) -> None:
        """Paint first; then open the store."""
        self.say("opening the store …")
        self.inbox.put(lambda: begin(self.course))
        self.call_after_refresh(self.run_worker, self.inbox.run(), group="inbox")

    async def on_unmount(self) -> None:
        """End the thread that looks for earlier verdicts."""
        await self.course.comparing.close()

    async def perform(self, command_id: str) -> None:
        """Do what a key, or the palette, asks for."""
        await self.course.perform(command_id)

    async def reload(self) -> bool:
        """Show what the store has now."""
        await self.course.reload()
        return True

    @property
    def idle(self) -> bool:
        """As everywhere, and she has selected no words."""
        return super().idle and not self.query_one(ArticleView).selection

    # What comes in

    def on_claim_list_moved(self, event: ClaimList.Moved) -> None:
        """The cursor moved by the mouse; stale news of our own moves is dropped."""
        claims = self.query_one(ClaimList)
        if event.id == claims.current_id:
            self.do(lambda: self.course.follow(event.id))

    def on_article_view_mark_clicked(self, event: ArticleView.MarkClicked) -> None:
        """A click on a span selects its claim."""
        self.do(lambda: self.course.go_to(event.id))

    def on_article_view_selected(self, event: ArticleView.Selected) -> None:
        """A drag selected words; the add key makes a claim of them."""
        add = self.keys.get("add")
        self.say(f"selected · {add.shown if add else ''} adds the claim, a click lets go")
