"""The adjudication screen: the reviews of a claim side by side, below its place in the article.

It lays out the widgets and routes what comes in; what the keys do is in `settling`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content

from workbench.tui.desk import Desk, DeskError
from workbench.tui.keys.table import ADJUDICATE
from workbench.tui.keys.team import SIDE
from workbench.tui.screens.cases import Told
from workbench.tui.screens.keyed import KeyedScreen
from workbench.tui.screens.settling import ORDERS, Settling
from workbench.tui.widgets.article_view import ArticleView, Mark
from workbench.tui.widgets.claim_list import ClaimList, Row
from workbench.tui.widgets.header_bar import HeaderBar
from workbench.tui.widgets.key_bar import KeyBar
from workbench.tui.widgets.notice_bar import NoticeBar
from workbench.tui.widgets.prompt_bar import PromptBar
from workbench.tui.widgets.side_by_side import SideBySide

if TYPE_CHECKING:
    from workbench.review.polling import Case
    from workbench.review.session import Session

NOTHING = "Nothing to settle: reviewers disagree on no claim."


class AdjudicationScreen(KeyedScreen):
    """Lays out the widgets, and turns keys and clicks into jobs.

    Args:
        desk: the thread that holds the store.
        keymap: the reviewer's own keys.
        order: of the claims: disagreement, article or worth.
        session: where the review screen has opened the store already.
    """

    def __init__(
        self,
        desk: Desk,
        keymap: dict[str, tuple[str, ...]],
        order: str = "disagreement",
        session: Session | None = None,
    ) -> None:
        super().__init__(desk, ADJUDICATE)
        self.keymap, self.session, self._order = keymap, session, order
        self._inside = session is not None
        self.settling: Settling | None = None
        self._article: int | None = None

    def compose(self) -> ComposeResult:
        """The article and the claims above, the reviews below."""
        yield HeaderBar(id="header")
        with Horizontal(id="case-place"):
            yield ArticleView(id="case-article")
            yield ClaimList(id="case-list")
        yield SideBySide(id="case-reviews")
        yield NoticeBar(id="notice")
        yield PromptBar(id="prompt")
        yield KeyBar(self.keys.bar(ADJUDICATE), id="keys")

    def on_mount(self) -> None:
        """Paint first; then read."""
        self.say("reading the disagreements …" if self._inside else "opening the store …")
        self.inbox.put(self._begin)
        self.call_after_refresh(self.run_worker, self.inbox.run(), group="inbox")

    async def perform(self, command_id: str) -> None:
        """Do what a key, or the palette, asks for."""
        settling = self.settling
        if command_id == "settle-quit":
            self._leave()
        elif command_id == "settle-palette":
            self.app.action_command_palette()
        elif settling is None or self._scrolled(command_id):
            return
        elif command_id.startswith(SIDE):
            await settling.side(command_id)
        elif command_id in settling.actions:
            await settling.actions[command_id]()
        elif command_id in (steps := self._steps()):
            await settling.move(steps[command_id])

    async def _begin(self) -> None:
        session = self.session = self.session or await self.desk.open()
        self.settling = settling = Settling(self, session)
        warning = self.use_keys_of(session.scheme, self.keymap)
        self.query_one(ClaimList).loader = self._rows
        self.query_one(HeaderBar).set_all(reviewer=session.reviewer)
        self.app.theme_changed_signal.subscribe(self, lambda _: self.do(self._repaint))
        await settling.begin(self._order)
        self.watch_elsewhere()
        if warning:
            self.say(warning, "warning")

    async def reload(self) -> bool:
        """Read the disagreements again."""
        if self.settling is not None:
            await self.settling.again()
        return self.settling is not None

    def _leave(self) -> None:
        if self._inside:
            self.dismiss(None)
        else:
            self.app.exit(2 if self.session is None else 0)

    # What is shown

    def show_list(self) -> None:
        """The claims to settle, in their order."""
        if self.settling is not None:
            claims = self.query_one(ClaimList)
            claims.invalidate()
            claims.set_ids(self.settling.cases.seqs)

    def show_rows(self, cases: Sequence[Case]) -> None:
        """Rows that changed."""
        if self.settling is not None:
            presenter = self.settling.presenter
            for case in cases:
                self.query_one(ClaimList).put(presenter.row(case))

    def show_case(self, case: Case | None, told: Told | None) -> None:
        """A claim with its reviews, or that there is none."""
        settling, reviews = self.settling, self.query_one(SideBySide)
        if settling is None:
            return
        if case is None or told is None:
            reviews.show(Content(NOTHING), ())
            self.query_one(HeaderBar).set_all(title="nothing to settle")
            return
        article, text, dimmed = told
        with self.app.batch_update():
            self._show_place(case, text, dimmed)
            self.query_one(ClaimList).move_to_id(case.claim.seq)
            self.show_rows([case])
            presenter = settling.presenter
            reviews.show(presenter.head(case), presenter.columns(case, text))
            self._show_header(article.name)

    def _show_place(self, case: Case, text: str, dimmed: Sequence[tuple[int, int]]) -> None:
        claim, view = case.claim, self.query_one(ArticleView)
        mark = Mark(claim.start, claim.end, claim.seq, "open")
        if self._article == claim.article_seq:
            view.set_marks([mark])
        else:
            view.show(text, [mark], dimmed)
            self._article = claim.article_seq
        moved = [
            piece
            for r in case.reviews
            if r.start is not None and r.end is not None
            for piece in ((r.start, min(r.end, claim.start)), (max(r.start, claim.end), r.end))
            if piece[0] < piece[1]
        ]
        view.focus_mark(claim.seq, parts=moved)

    def _show_header(self, title: str) -> None:
        assert self.settling is not None and self.session is not None
        cases, votes = self.settling.cases, self.session.project.votes
        order = ORDERS[cases.order]
        rule = f"{order} · {votes} votes settle" if votes > 1 else order
        progress = (len(cases.done), len(cases))
        self.query_one(HeaderBar).set_all(title=title, progress=progress, engine=rule)

    async def _rows(self, seqs: Sequence[int]) -> list[Row]:
        """The loader of the list."""
        assert self.settling is not None
        try:
            presenter = self.settling.presenter
            return [presenter.row(case) for case in await self.settling.cases.some(seqs)]
        except DeskError as error:
            self.say(str(error), "error")
            return []

    async def _repaint(self) -> None:
        """Show all again with the colours of the theme."""
        self.query_one(ClaimList).invalidate()
        if self.settling is not None and self.settling.current is not None:
            await self.settling.go_to(self.settling.current.claim.seq)

    # Moving

    def on_claim_list_moved(self, event: ClaimList.Moved) -> None:
        """The cursor moved by the mouse; stale news of our own moves is dropped."""
        if event.id == self.query_one(ClaimList).current_id:
            self.do(lambda: self._follow(event.id))

    async def _follow(self, seq: int) -> None:
        settling = self.settling
        stale = self.query_one(ClaimList).current_id != seq
        here = settling.current.claim.seq if settling and settling.current else None
        if settling is not None and not stale and seq != here:
            await settling.go_to(seq)

    def _steps(self) -> dict[str, int]:
        page = max(1, self.query_one(ClaimList).size.height - 1)
        every = len(self.query_one(ClaimList).ids)
        return {
            "settle-next": 1,
            "settle-previous": -1,
            "settle-page-down": page,
            "settle-page-up": -page,
            "settle-first": -every,
            "settle-last": every,
        }

    def _scrolled(self, command_id: str) -> bool:
        article, reviews = self.query_one(ArticleView), self.query_one(SideBySide)
        moves = {
            "settle-read-down": article.scroll_page_down,
            "settle-read-up": article.scroll_page_up,
            "reviews-down": reviews.scroll_page_down,
            "reviews-up": reviews.scroll_page_up,
        }
        if command_id in moves:
            moves[command_id](animate=False)
        return command_id in moves
