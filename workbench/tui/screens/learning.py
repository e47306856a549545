"""The orders of the queue: choosing one, asking for a reason, learning while she works."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.text.display import safe_line
from workbench.text.plural import how_many
from workbench.tui.desk import DeskError
from workbench.tui.plain.words import ORDERS
from workbench.tui.widgets.claim_list import ClaimList
from workbench.tui.widgets.header_bar import HeaderBar
from workbench.tui.widgets.notice_bar import NoticeBar

if TYPE_CHECKING:
    from workbench.review.learning.background import Background
    from workbench.review.learning.learning import Learned
    from workbench.tui.screens.course import Action, Course

EVERY = 20
"""Acts after which it learns again."""


class Learning:
    """The keys of the learned orders. It learns in another process, and no key waits for it."""

    def __init__(self, course: Course) -> None:
        self.course = course
        self._background: Background | None = None
        self._acts = EVERY  # what was decided before she came is learned at once
        self._failed = False

    def actions(self) -> dict[str, Action]:
        """Command id → what it does."""
        return {"order": self.order, "why": self.why}

    async def order(self) -> None:
        """The next order: by article, by check-worthiness, by uncertainty."""
        queue = self.course.queue
        names = list(ORDERS)
        at = names.index(queue.filter.order) if queue.filter.order in names else -1
        following = names[(at + 1) % len(names)]
        here = self.course.current
        if not len(queue):
            return
        if not await self.course.show_queue(queue.filter._replace(order=following)):
            self.course.screen.say("nothing fits the filter any more: esc shows all", "warning")
            return
        if here is not None and queue.position(here.claim.seq) is not None:
            await self.course.go_to(here.claim.seq)
        queue.from_top = following != names[0]
        screen = self.course.screen
        # The order of the articles is the usual one, and is not named all the time.
        named = ORDERS[following] if following != names[0] else ""
        screen.query_one(HeaderBar).set_all(engine=named)
        screen.say(ORDERS[following])
        self._learn_soon()

    async def why(self) -> None:
        """Tell why the current claim stands where it stands."""
        here = self.course.current
        if here is not None:
            seq = here.claim.seq
            room = self.course.screen.query_one(NoticeBar).content_size.width
            reason = await self.course.desk.do(lambda s: s.why(seq, room), "looking for the reason")
            self.course.screen.say(safe_line(reason))

    def acted(self) -> None:
        """Count an act; learn when there are enough of them."""
        self._acts += 1
        self._learn_soon()

    def _learn_soon(self) -> None:
        ordered = self.course.queue.filter.order != next(iter(ORDERS))
        if ordered and self._acts >= EVERY and not self._failed:
            self.course.screen.run_worker(self._learn(), group="learning", exit_on_error=False)

    async def _learn(self) -> None:
        # Imported here: it needs the store, which is loaded after the first paint.
        from workbench.review.learning.background import Background, LearningError

        if self._background is None:
            self._background = Background()
        if self._background.busy:
            return
        self._acts = 0
        try:
            target = await self.course.desk.do(lambda s: s.target())
            learned = await self._background.learn(target)
        except (LearningError, DeskError, OSError) as error:
            self._failed = True  # told once, not after every twenty acts
            self.course.screen.say(f"the order was not learned: {error}", "warning")
            return
        if learned.changed:
            self.course.screen.do(lambda: self._show(learned))

    async def _show(self, learned: Learned) -> None:
        """Show the new order, say what it is made of, and stay at the claim."""
        course = self.course
        if course.queue.filter.order == next(iter(ORDERS)):
            return
        await course.queue.reorder()
        course.screen.query_one(ClaimList).set_ids(course.queue.seqs)
        if course.current is not None:
            await course.go_to(course.current.claim.seq)
        course.screen.say(_made_of(learned))


def _made_of(learned: Learned) -> str:
    from workbench.review.learning.learning import can_learn
    from workbench.review.learning.material import FEWEST

    if learned.engine != "rules":
        told = [(learned.kept + learned.discarded, "decision"), (learned.examples, "labelled text")]
        counted = [how_many(count, what) for count, what in told if count]
        return f"the order has learned from {' and '.join(counted)}"
    if not can_learn():
        return "in order by the rules: what learns is the extra 'learn', not installed here"
    return f"in order by the rules; it learns from {FEWEST} kept and {FEWEST} discarded claims on"
