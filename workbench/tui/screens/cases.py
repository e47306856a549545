"""What the adjudication screen holds in memory: the disagreements, and the articles around them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.rows import Article
    from workbench.review.polling import Case
    from workbench.review.session import Session
    from workbench.tui.desk import Desk

CASES_KEPT = 4_000
ARTICLES_KEPT = 8

Told = tuple["Article", str, list[tuple[int, int]]]  # an article, its text, its furniture


class Cases:
    """The claims to settle, in order. No widget is known here.

    What was settled stays in the list until it is read again: rows must not vanish under her
    hands.
    """

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.order = "disagreement"
        self.seqs: list[int] = []
        self.done: set[int] = set()
        """Those of the list that wait for her no more: settled, or voted on by her."""
        self._place: dict[int, int] = {}
        self._cases: OrderedDict[int, Case] = OrderedDict()
        self._articles: OrderedDict[int, Told] = OrderedDict()

    def __len__(self) -> int:
        return len(self.seqs)

    async def open(self, order: str) -> None:
        """Read what reviewers disagree on and what is not settled, in an order."""

        def read(session: Session) -> tuple[list[int], set[int]]:
            found = session.disagreements(order)
            return found, session.voted() & set(found)

        self.seqs, self.done = await self.desk.do(read, "reading the disagreements")
        self.order = order
        self._place = {seq: index for index, seq in enumerate(self.seqs)}
        self._cases.clear()

    def position(self, seq: int) -> int | None:
        """Where a claim stands in the list."""
        return self._place.get(seq)

    def next_open(self, after: int | None) -> int | None:
        """The next claim behind `after` that waits for her, around the end, or None."""
        at = self._place.get(after, -1) + 1 if after is not None else 0
        return next((s for s in (*self.seqs[at:], *self.seqs[:at]) if s not in self.done), None)

    def neighbour(self, seq: int, step: int) -> int | None:
        """The claim `step` rows on, the first or last at the ends."""
        at = self._place.get(seq)
        if at is None or not self.seqs:
            return self.seqs[0] if self.seqs else None
        return self.seqs[max(0, min(at + step, len(self.seqs) - 1))]

    async def some(self, seqs: Sequence[int]) -> list[Case]:
        """These claims, from memory where they are there."""
        missing = [seq for seq in seqs if seq not in self._cases]
        if missing:
            found = await self.desk.do(lambda s: s.cases(missing), "reading the claims")
            self._keep(found)
        return [self._cases[seq] for seq in seqs if seq in self._cases]

    async def fresh(self, seq: int) -> Case:
        """One claim as the store has it now, with what its evidence is quoted from.

        Raises:
            DeskError: there is no such claim, or she may not see it.
        """
        case = await self.desk.do(lambda s: s.case(seq), "reading the reviews")
        self._keep([case])
        return case

    async def article(self, seq: int) -> Told:
        """An article, its text and its furniture."""
        if seq not in self._articles:
            self._articles[seq] = await self.desk.do(
                lambda s: (
                    s.article(seq),
                    s.text(seq),
                    [(part.start, part.end) for part in s.furniture(seq)],
                ),
                "reading the article",
            )
            while len(self._articles) > ARTICLES_KEPT:
                self._articles.popitem(last=False)
        self._articles.move_to_end(seq)
        return self._articles[seq]

    async def changed(self, seqs: Sequence[int], lead: str) -> list[Case]:
        """Read again what an act changed; of a thousand claims only those that are in the list."""
        listed = [seq for seq in seqs if seq in self._place]
        for seq in listed:
            self._cases.pop(seq, None)
        found = await self.some(listed)
        for case in found:
            if case.settled or case.voted(lead):
                self.done.add(case.claim.seq)
            else:
                self.done.discard(case.claim.seq)
        return found

    def _keep(self, cases: Sequence[Case]) -> None:
        for case in cases:
            self._cases[case.claim.seq] = case
            self._cases.move_to_end(case.claim.seq)
        while len(self._cases) > CASES_KEPT:
            self._cases.popitem(last=False)
