"""The course of the work: which claim she is at, and what the widgets show of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from db.rows import Filter, QueueItem
from workbench.tui.desk import DeskError
from workbench.tui.keys.table import CARET, VERDICT
from workbench.tui.plain.words import claims_of
from workbench.tui.presenting.claims import Presenter, parts
from workbench.tui.screens.acting import Acting
from workbench.tui.screens.bare import let_go, refusal
from workbench.tui.screens.citing import Citing
from workbench.tui.screens.comparing import Comparing
from workbench.tui.screens.finding import Finding
from workbench.tui.screens.hits import hits
from workbench.tui.screens.keyed import changed_words
from workbench.tui.screens.learning import Learning
from workbench.tui.screens.moving import Moving
from workbench.tui.screens.queue import Queue, Story
from workbench.tui.screens.shaping import Shaping
from workbench.tui.theme import verdict_colour
from workbench.tui.widgets.article_view import ArticleView
from workbench.tui.widgets.claim_list import ClaimList, Row
from workbench.tui.widgets.claim_panel import ClaimPanel
from workbench.tui.widgets.header_bar import HeaderBar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.review.schemes import Scheme
    from workbench.review.session import Outcome, Session
    from workbench.tui.screens.review import ReviewScreen

Action = Callable[[], Awaitable[None]]


class Course:
    """Where she is, and the way from one claim to the next.

    The actions of the keys are in `Acting`, `Shaping`, `Moving` and `Finding`; they use
    `go_to`, `took_effect` and what is current here.
    """

    def __init__(self, screen: ReviewScreen) -> None:
        self.screen = screen
        self.desk = screen.desk
        self.queue = Queue(screen.desk)
        self.session: Session | None = None
        self.presenter: Presenter | None = None
        self.current: QueueItem | None = None
        self.story: Story | None = None
        self.acting = Acting(self)
        self.learning = Learning(self)
        self.comparing = Comparing(self)
        groups = (
            self.acting,
            Citing(self),
            Shaping(self),
            Moving(self),
            Finding(self),
            self.learning,
        )
        self.actions: dict[str, Action] = {}
        for group in (*groups, self.comparing):
            self.actions |= group.actions()
        self._kept: int | None = None
        self._complete = False  # whether all was decided when the numbers were told last

    # The way

    async def perform(self, command_id: str) -> None:
        """Do what a key, or the palette, asks for."""
        if refused := refusal(self, command_id):
            self.screen.say(refused, "warning")
        elif command_id.startswith(VERDICT):
            await self.acting.decide(command_id.removeprefix(VERDICT))
        elif command_id in self.actions:
            await self.actions[command_id]()

    async def show_queue(self, chosen: Filter) -> bool:
        """Let the list show what a filter lets through.

        Returns:
            False where that is nothing; then the list, and her place in it, stay as they were.
        """
        if not await self.queue.open(chosen):
            return False
        claims = self.screen.query_one(ClaimList)
        claims.invalidate()
        claims.set_ids(self.queue.seqs)
        return True

    async def read_again(self) -> None:
        """Let the list and the numbers be what the store has now."""
        await self.show_queue(self.queue.filter)
        await self.queue.count()
        self.tell_progress()

    def show_by(self, scheme: Scheme) -> None:
        """Show verdicts as this scheme names and colours them."""
        app = self.screen.app
        self.presenter = Presenter(scheme, lambda name: verdict_colour(name, app.theme_variables))

    async def reload(self) -> None:
        """Let all that is shown be what the store has now; she stays where she is if she can."""
        here, session = self.current.claim.seq if self.current else None, self.session
        before = session.scheme if session else None
        await self.desk.do(lambda s: s.look_again())
        if session is not None and session.scheme != before:
            self.show_by(session.scheme)
            self.screen.use_keys_of(session.scheme, self.screen.keymap)
        self.queue.forget()
        self.story = None
        await self.read_again()
        listed = here is not None and self.queue.position(here) is not None
        seq = here if listed else await self.queue.next_open(None)
        if seq is None:
            seq = next(iter(self.queue.seqs), None)
        if seq is not None:
            await self.go_to(seq)

    async def reload_if_changed(self, *told: str) -> None:
        """Show what was changed elsewhere meanwhile, and say so behind what was told."""
        if self.session is not None and self.session.changed_elsewhere:
            await self.reload()
            self.screen.say(" · ".join((*told, changed_words())), "warning")

    async def follow(self, seq: int) -> None:
        """Go where the list's cursor was put, unless it has gone on since."""
        stale = self.screen.query_one(ClaimList).current_id != seq
        if not stale and (self.current is None or seq != self.current.claim.seq):
            await self.go_to(seq)

    async def go_to(self, seq: int) -> None:
        """Make a claim the current one, in the list, the article and the panel."""
        item = await self.queue.item(seq)
        if item is None or self.presenter is None:
            return
        if self.screen.mode == CARET:
            await self.actions["leave"]()  # the words belong to the claim that she leaves
        story = await self.queue.story(item.claim.article_seq)
        documents = await self.queue.documents(item)
        if self.session and self.session.project.overlap and self.queue.position(seq) is None:
            await self.show_queue(self.queue.filter)  # it has become free for her since
        screen = self.screen
        with screen.app.batch_update():
            self.current = item
            self.show_story(story)
            screen.query_one(ClaimList).move_to_id(seq)
            screen.query_one(ArticleView).focus_mark(seq, parts=parts(item))
            screen.query_one(ClaimPanel).show(self.presenter.details(item, story.text, documents))
            self.comparing.focus(seq)

    def show_story(self, story: Story) -> None:
        """Show an article, unless it is there already."""
        if self.story is story or self.presenter is None:
            return
        self.story = story
        marks = [self.presenter.mark(item) for item in story.items.values()]
        self.screen.query_one(ArticleView).show(story.text, marks, story.dimmed)
        self.screen.query_one(HeaderBar).set_all(title=story.article.name)
        self.show_hits()

    def show_hits(self) -> None:
        """Show where the words of the search stand in the article."""
        wanted = self.queue.filter.search
        found = hits(self.story.text, wanted) if self.story and wanted else []
        self.screen.query_one(ArticleView).set_hits(found)

    async def took_effect(self, outcome: Outcome, *, go: int | None = None) -> None:
        """Show what an act changed, in one frame; then go to a claim, or stay.

        Args:
            outcome: what the act led to.
            go: the claim to go to, else the one that the outcome names, else the current.
        """
        fresh = await self.queue.refresh(outcome)
        screen, presenter = self.screen, self.presenter
        assert presenter is not None
        claims, article = screen.query_one(ClaimList), screen.query_one(ArticleView)
        with screen.app.batch_update():
            for item in fresh:
                claims.put(self._row(item))
            if outcome.added or outcome.removed:
                claims.set_ids(self.queue.seqs)
            if self.story is not None:
                self._show_marks(article, fresh, bool(outcome.removed))
            acted = outcome.changed or outcome.added or outcome.removed
            screen.say(outcome.message, "done" if acted else "info")
        here = self.current.claim.seq if self.current else None
        if here in outcome.removed:
            here = self._instead()
        seq = next((s for s in (go, outcome.focus, here) if s is not None), None)
        if seq is not None:
            await self.go_to(seq)
        if not acted:
            return
        self.tell_progress(outcome.message)
        self.learning.acted()
        self.comparing.acted(fresh)
        await self.reload_if_changed(outcome.message)

    def _instead(self) -> int | None:
        """Where she is when her claim went: at its neighbour; at none in an article without."""
        if self.story is None or not self.story.items:
            let_go(self)
        return self.screen.query_one(ClaimList).current_id

    def _show_marks(self, article: ArticleView, fresh: Sequence[QueueItem], fewer: bool) -> None:
        story, presenter = self.story, self.presenter
        if story is None or presenter is None:
            return
        if fewer:
            article.set_marks([presenter.mark(item) for item in story.items.values()])
        for item in fresh:
            if item.claim.article_seq == story.article.seq:
                article.update_mark(presenter.mark(item))

    def tell_progress(self, *told: str) -> None:
        """The numbers in the header; and a calm word when all is decided, with what was told."""
        done, claims = self.queue.done, self.queue.claims
        self.screen.query_one(HeaderBar).set_all(progress=(done, claims))
        if claims and done == claims:
            # What was just done is read first, but where it was this that made all complete.
            words = [*told, f"{claims_of(claims)}, all decided"]
            self.screen.say(" · ".join(words if self._complete else reversed(words)), "done")
        self._complete = bool(claims) and done == claims

    # Rows

    async def repaint(self) -> None:
        """Show all again with the colours of the theme."""
        self.screen.query_one(ClaimList).invalidate()
        if self.current is not None:
            await self.go_to(self.current.claim.seq)

    async def rows(self, seqs: Sequence[int]) -> list[Row]:
        """The loader of the list."""
        try:
            items = await self.queue.items(seqs)
            for item in items:
                if item.review is not None and item.review.start is not None:
                    # Her own span: its words are read from the text.
                    await self.queue.story(item.claim.article_seq)
            return [self._row(item) for item in items]
        except DeskError as error:
            self.screen.say(str(error), "error")
            return []

    def _row(self, item: QueueItem) -> Row:
        assert self.presenter is not None
        story = self.queue.loaded(item.claim.article_seq)
        return self.presenter.row(item, story.text if story else None)

    # The place

    def keep_place_soon(self) -> None:
        """Have the place written down, if it is another one."""
        if self.current is not None and self.current.claim.seq != self._kept:
            self.screen.do(self.keep_place)

    async def keep_place(self) -> None:
        """Write down where she is, for the next time."""
        if self.current is None:
            return
        article, claim = self.current.claim.article_seq, self.current.claim.seq
        if self._kept != claim:
            await self.desk.do(lambda s: s.keep_place(article, claim), patient=False)
            self._kept = claim
