"""Whether another's evidence is enough for her verdict: one key, yes or no, and the next."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workbench.tui.desk import DeskError
from workbench.tui.keys.evidence import JUDGING
from workbench.tui.presenting.evidence import piece_card
from workbench.tui.screens.cards import Action, CardScreen
from workbench.tui.widgets.header_bar import HeaderBar

if TYPE_CHECKING:
    from db.rows import Document
    from workbench.review.evidence.sufficiency import Judgeable
    from workbench.review.schemes import Scheme
    from workbench.review.session import Session
    from workbench.tui.desk import Desk
    from workbench.tui.keys.table import KeyTable

QUESTION = "is this evidence alone enough for it?"


class JudgingScreen(CardScreen):
    """Asks about one verdict after the other; whose they are is not told.

    Args:
        desk: the thread that holds the store.
        keys: the keys in force.
        waiting: what waits to be judged; not empty.
        scheme: names the verdicts.
    """

    def __init__(
        self, desk: Desk, keys: KeyTable, waiting: list[Judgeable], scheme: Scheme
    ) -> None:
        super().__init__(desk, JUDGING, keys, "")
        self._waiting, self._scheme = waiting, scheme
        self._at = 0

    def actions(self) -> dict[str, Action]:
        """Command id → what it does."""
        return {
            "judge-enough": partial(self.answer, True),
            "judge-not-enough": partial(self.answer, False),
            "judge-skip": self.skip,
            "judge-undo": self.undo,
        }

    async def begin(self) -> None:
        """Ask about the first."""
        await self._show()

    async def answer(self, enough: bool) -> None:
        """Record the answer, and go on to the next."""
        asked = self._waiting[self._at]
        try:
            await self.act(lambda s: s.judge_sufficiency(asked.claim, asked.of, enough))
        except DeskError:  # it has changed meanwhile: what waits is read again
            await self._read()
            raise
        del self._waiting[self._at]
        self._at = self._at if self._at < len(self._waiting) else 0
        await self._show()

    async def skip(self) -> None:
        """Leave it for later, and go on."""
        self._at = (self._at + 1) % len(self._waiting)
        await self._show()

    async def undo(self) -> None:
        """Take the last answer of this screen back, and ask again."""
        if not self.outcomes:
            self.say("nothing was answered here")
            return
        await self.act(lambda s: s.undo())
        del self.outcomes[-2:]
        await self._read()

    async def _read(self) -> None:
        self._waiting = await self.desk.do(lambda s: s.sufficiency_queue(), "looking")
        self._at = 0
        await self._show()

    async def _show(self) -> None:
        """Show what is asked about; leave where there is nothing."""
        if not self._waiting:
            await self.close()
            return
        asked = self._waiting[self._at]
        statement, documents = await self.desk.do(partial(_told, asked), "reading")
        label = self._scheme.label(asked.verdict)
        verdict = f"{label.glyph} {label.name}" if label else asked.verdict
        self.query_one(HeaderBar).set_all(title=statement)
        self.about(f"verdict: {verdict}", QUESTION, f"{len(self._waiting)} left")
        cards = [piece_card(n, p, documents) for n, p in enumerate(asked.evidence, start=1)]
        self.cards.show(cards)


def _told(asked: Judgeable, session: Session) -> tuple[str, dict[str, Document]]:
    """The claim in words, and its sources; runs at the desk."""
    from workbench.review.session import statement

    (item,) = session.items([asked.claim])
    ids = [piece.source_id for piece in asked.evidence if piece.source_id]
    return statement(item, session.text(item.claim.article_seq)), session.documents(ids)
