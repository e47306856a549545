"""Evidence: searching it, citing it again, changing it, judging another's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.tui.screens.evidence import EvidenceScreen
from workbench.tui.screens.evidence_judging import JudgingScreen
from workbench.tui.screens.evidence_pieces import PiecesScreen

if TYPE_CHECKING:
    from db.rows import QueueItem
    from workbench.tui.screens.cards import CardScreen
    from workbench.tui.screens.course import Action, Course


class Citing:
    """The keys of evidence. Their screens act; what they did is shown here afterwards."""

    def __init__(self, course: Course) -> None:
        self.course = course

    def actions(self) -> dict[str, Action]:
        """Command id → what it does."""
        return {
            "evidence": self.search,
            "cite-again": self.again,
            "pieces": self.pieces,
            "judge": self.judge,
        }

    async def search(self) -> None:
        """Search evidence for the claim, and take a quote."""
        item, story = self.course.current, self.course.story
        if item is not None and story is not None:
            claimed = story.article.published
            screen = self.course.screen
            words = self._statement(item)
            await self._through(EvidenceScreen(self.course.desk, screen.keys, item, words, claimed))

    async def again(self) -> None:
        """Cite the last evidence on this claim too, with its stance."""
        item = self.course.current
        if item is not None:
            seq = item.claim.seq
            outcome = await self.course.desk.do(lambda s: s.reuse_last(seq), "saving")
            await self.course.took_effect(outcome)

    async def pieces(self) -> None:
        """Look at the claim's evidence, and change it."""
        item = self.course.current
        if item is None:
            return
        if item.review is None or not item.review.evidence:
            self.course.screen.say("the claim has no evidence yet: e searches")
            return
        screen = self.course.screen
        await self._through(
            PiecesScreen(self.course.desk, screen.keys, item, self._statement(item))
        )

    async def judge(self) -> None:
        """Say of others' evidence whether it is enough."""
        course, session = self.course, self.course.session
        if session is None:
            return
        waiting = await course.desk.do(lambda s: s.sufficiency_queue(), "looking for evidence")
        if not waiting:
            from workbench.review.evidence.sufficiency import NOTHING_TO_JUDGE

            course.screen.say(NOTHING_TO_JUDGE)
            return
        await self._through(JudgingScreen(course.desk, course.screen.keys, waiting, session.scheme))

    async def _through(self, screen: CardScreen) -> None:
        """Show a screen; then what was done in it, at the claim where she was."""
        here = self.course.current
        await self.course.screen.open(screen)
        for outcome in screen.outcomes:
            await self.course.took_effect(outcome, go=here.claim.seq if here else None)
        await self.course.reload_if_changed()

    def _statement(self, item: QueueItem) -> str:
        from workbench.review.session import statement

        story = self.course.story
        return statement(item, story.text if story else None)
