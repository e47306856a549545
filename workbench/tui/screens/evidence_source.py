"""A source around a quote: to read on, and to choose other words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult

from workbench.tui.keys.table import CARET
from workbench.tui.presenting.evidence import document_name
from workbench.tui.screens.help import help_page
from workbench.tui.screens.keyed import KeyedScreen
from workbench.tui.screens.shaping import CARET_STEPS
from workbench.tui.widgets.article_view import ArticleView, Mark
from workbench.tui.widgets.header_bar import HeaderBar
from workbench.tui.widgets.key_bar import KeyBar
from workbench.tui.widgets.notice_bar import NoticeBar
from workbench.tui.widgets.prompt_bar import PromptBar

if TYPE_CHECKING:
    from workbench.review.evidence.excerpts import Excerpt
    from workbench.tui.desk import Desk
    from workbench.tui.keys.table import KeyTable
    from workbench.tui.screens.cards import Action


class SourceScreen(KeyedScreen):
    """Shows a stretch of a document; what was chosen is in `chosen`.

    Args:
        desk: the thread that holds the store.
        keys: the keys in force.
        excerpt: the stretch.
        span: the quote, in code points of the document.
        choosing: whether words can be chosen; else the quote is only looked at.
    """

    def __init__(
        self,
        desk: Desk,
        keys: KeyTable,
        excerpt: Excerpt,
        span: tuple[int, int],
        *,
        choosing: bool = True,
    ) -> None:
        super().__init__(desk, CARET, keys)
        self._excerpt, self._choosing = excerpt, choosing
        self._quote = (span[0] - excerpt.start, span[1] - excerpt.start)
        self.chosen: tuple[int, int] | None = None
        """What was chosen, in code points of the document."""

    def compose(self) -> ComposeResult:
        """The text, with bars above and below."""
        yield HeaderBar(id="header")
        yield ArticleView(id="article", classes="-alone")
        yield NoticeBar(id="notice")
        yield PromptBar(id="prompt")
        yield KeyBar(self.keys.bar(CARET), id="keys")

    def on_mount(self) -> None:
        """Show the quote where it stands."""
        self.query_one(HeaderBar).set_all(title=document_name(self._excerpt.document))
        article = self._article
        article.show(self._excerpt.text, [Mark(*self._quote, 0, "open")])
        article.focus_mark(0)
        if self._choosing:
            self.call_after_refresh(article.select, *self._quote)
        self.say(self._where())
        self.call_after_refresh(self.run_worker, self.inbox.run(), group="inbox")

    @property
    def _article(self) -> ArticleView:
        return self.query_one(ArticleView)

    def _where(self) -> str:
        start, length = self._excerpt.start, self._excerpt.document.length
        end = start + len(self._excerpt.text)
        hint = "⏎ takes the chosen words, x moves their other end" if self._choosing else ""
        part = f"characters {start:,} to {end:,} of {length:,}" if end - start < length else ""
        return " · ".join(words for words in (hint, part) if words)

    def actions(self) -> dict[str, Action]:
        """Command id → what it does."""
        found: dict[str, Action] = {
            name: partial(self._step, *step) for name, step in CARET_STEPS.items()
        }
        return found | {
            "anchor": self._anchor,
            "swap": self._swap,
            "accept": self._accept,
            "leave": self._leave,
            "caret-help": self._help,
        }

    async def perform(self, command_id: str) -> None:
        """Do what a key, or the palette, asks for."""
        action = self.actions().get(command_id)
        if action is not None:
            await action()

    async def _step(self, by: str, direction: int) -> None:
        self._article.move_head(by, direction)

    async def _anchor(self) -> None:
        self._article.toggle_anchor()

    async def _swap(self) -> None:
        self._article.swap_ends()

    async def _help(self) -> None:
        await self.open(help_page(self.keys, CARET))

    async def _accept(self) -> None:
        selected = self._article.selection
        if not self._choosing:
            self.leave()
        elif selected is None:
            self.say("nothing is chosen yet: space begins", "warning")
        else:
            self.chosen = (self._excerpt.start + selected[0], self._excerpt.start + selected[1])
            self.leave()

    async def _leave(self) -> None:
        self.leave()
