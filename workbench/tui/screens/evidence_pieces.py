"""The evidence of a claim: looking at it, changing it, taking it away."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from workbench.tui.keys.evidence import PIECES
from workbench.tui.presenting.evidence import piece_card
from workbench.tui.screens.cards import Action, CardScreen
from workbench.tui.screens.evidence_source import SourceScreen

if TYPE_CHECKING:
    from db.rows import Document, Evidence, QueueItem
    from workbench.review.session import Outcome, Session
    from workbench.tui.desk import Desk
    from workbench.tui.keys.table import KeyTable

STANCES = ("supports", "refutes", "context")


class PiecesScreen(CardScreen):
    """Every change is recorded when it is told; what was done waits in `outcomes`."""

    def __init__(self, desk: Desk, keys: KeyTable, item: QueueItem, statement: str) -> None:
        super().__init__(desk, PIECES, keys, statement)
        self._claim = item.claim.seq
        self._pieces: tuple[Evidence, ...] = ()
        self._documents: dict[str, Document] = {}

    def actions(self) -> dict[str, Action]:
        """Command id → what it does."""
        found: dict[str, Action] = {
            "piece-set": self.move_to_set,
            "piece-question": self.question,
            "piece-open": self.open_source,
            "piece-remove": self.take_away,
            "piece-undo": partial(self._changed, lambda s: s.undo()),
            "piece-redo": partial(self._changed, lambda s: s.redo()),
        }
        for stance in STANCES:
            found[f"piece-{stance}"] = partial(self.restance, stance)
        return found

    async def begin(self) -> None:
        """Show the pieces."""
        await self._read()

    async def restance(self, stance: str) -> None:
        """Change what the piece says of the claim."""
        await self._change(lambda s, piece: s.restance(self._claim, piece.id, stance))

    async def move_to_set(self) -> None:
        """Put the piece into another set."""
        chosen = await self.which_set("piece-set") if self._current else None
        if chosen is not None:
            number = chosen
            await self._change(lambda s, piece: s.move_to_set(self._claim, piece.id, number))

    async def question(self) -> None:
        """Ask for the question that the piece answers; an empty one takes it away."""
        piece = self._current
        if piece is None:
            return
        answer = await self.ask("the question that it answers", initial=piece.question)
        if answer is not None and answer.strip() != piece.question:
            text = answer
            await self._change(lambda s, piece: s.set_question(self._claim, piece.id, text))

    async def take_away(self) -> None:
        """Take the piece away."""
        await self._change(lambda s, piece: s.uncite(self._claim, piece.id))

    async def open_source(self) -> None:
        """Show the source where the quote stands."""
        piece = self._current
        if piece is None:
            return
        if piece.source_id is None or piece.start is None or piece.end is None:
            self.say("only its address is known; the text is not held", "warning")
            return
        source_id, span = piece.source_id, (piece.start, piece.end)
        doing = "opening the source"
        excerpt = await self.desk.do(lambda s: s.excerpt(source_id, *span), doing)
        await self.open(SourceScreen(self.desk, self.keys, excerpt, span, choosing=False))

    @property
    def _current(self) -> Evidence | None:
        cursor = self.cards.cursor
        return self._pieces[cursor] if 0 <= cursor < len(self._pieces) else None

    async def _change(self, act: Callable[[Session, Evidence], Outcome]) -> None:
        piece = self._current
        if piece is not None:
            found = piece
            await self._changed(lambda s: act(s, found))

    async def _changed(self, act: Callable[[Session], Outcome]) -> None:
        await self.act(act)
        await self._read()

    async def _read(self) -> None:
        """Show what the claim holds now."""
        claim = self._claim
        self._pieces, self._documents = await self.desk.do(partial(_held, claim), "reading")
        cards = [piece_card(n, p, self._documents) for n, p in enumerate(self._pieces, start=1)]
        self.cards.show(cards, self.cards.cursor)
        sets = len({piece.set_no for piece in self._pieces})
        told = {0: "no evidence", 1: "1 piece"}.get(len(cards), f"{len(cards)} pieces")
        rule = "all pieces of a set are needed, any one set is enough" if sets > 1 else ""
        self.about(told, f"{sets} sets" if sets > 1 else "", rule)


def _held(claim: int, session: Session) -> tuple[tuple[Evidence, ...], dict[str, Document]]:
    """Runs at the desk."""
    (item,) = session.items([claim])
    pieces = item.review.evidence if item.review is not None else ()
    return pieces, session.documents([p.source_id for p in pieces if p.source_id])
