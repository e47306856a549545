"""Moving through the queue and the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.tui.widgets.article_view import ArticleView
from workbench.tui.widgets.claim_list import ClaimList
from workbench.tui.widgets.claim_panel import ClaimPanel

if TYPE_CHECKING:
    from workbench.tui.screens.course import Action, Course


class Moving:
    """The keys that change only where she is."""

    def __init__(self, course: Course) -> None:
        self.course = course

    def actions(self) -> dict[str, Action]:
        """Command id → what it does."""
        return {
            "next": lambda: self._by(1),
            "previous": lambda: self._by(-1),
            "page-down": lambda: self._by(self._page()),
            "page-up": lambda: self._by(-self._page()),
            "first": lambda: self._to(0),
            "last": lambda: self._to(len(self.course.queue) - 1),
            "next-open": self.next_open,
            "previous-open": self.previous_open,
            "read-down": lambda: self._read(1),
            "read-up": lambda: self._read(-1),
            "panel-down": lambda: self._scroll_panel(1),
            "panel-up": lambda: self._scroll_panel(-1),
        }

    async def next_open(self) -> None:
        """To the next undecided claim, around the end."""
        here = self.course.current
        found = await self.course.queue.next_open(here.claim.seq if here else None)
        if found is None:
            self.course.screen.say("no undecided claim is left here")
        else:
            await self.course.go_to(found)

    async def previous_open(self) -> None:
        """To the last undecided claim before this one."""
        here = self.course.current
        found = await self.course.queue.previous_open(here.claim.seq) if here else None
        if found is None:
            self.course.screen.say("no undecided claim before this one")
        else:
            await self.course.go_to(found)

    async def _by(self, rows: int) -> None:
        claims = self.course.screen.query_one(ClaimList)
        # From an article of which no claim is the current one, back to where she was.
        await self._to(claims.cursor + (rows if self.course.current else 0))

    async def _to(self, index: int) -> None:
        queue = self.course.queue
        if len(queue):
            await self.course.go_to(queue.seqs[max(0, min(index, len(queue) - 1))])

    def _page(self) -> int:
        return max(1, self.course.screen.query_one(ClaimList).size.height - 1)

    async def _read(self, direction: int) -> None:
        article = self.course.screen.query_one(ArticleView)
        step = max(1, article.size.height // 2)
        article.scroll_relative(y=direction * step, animate=False)

    async def _scroll_panel(self, direction: int) -> None:
        panel = self.course.screen.query_one(ClaimPanel)
        step = max(1, panel.scrollable_content_region.height - 1)
        panel.scroll_relative(y=direction * step, animate=False)
