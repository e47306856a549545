"""Looking for evidence: searching, finding a quote, and moving the edges of what is marked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from workbench.tui.keys.evidence import EVIDENCE
from workbench.tui.presenting.evidence import Candidate, candidate_card
from workbench.tui.screens.cards import Action, CardScreen
from workbench.tui.screens.evidence_source import SourceScreen
from workbench.tui.widgets.header_bar import HeaderBar

if TYPE_CHECKING:
    from db.rows import QueueItem
    from workbench.review.evidence.searching import Found
    from workbench.tui.desk import Desk
    from workbench.tui.keys.table import KeyTable

_MARKS = {
    "mark-start-left": "start-left",
    "mark-start-right": "start-right",
    "mark-end-left": "end-left",
    "mark-end-right": "end-right",
    "mark-next": "next",
    "mark-previous": "previous",
    "mark-more": "more",
    "mark-less": "less",
}


OWN_WORDS = "the source's own words are marked, nothing in them differs: they are cited verbatim"
MORE = "'workbench sources add' brings sources"
_ASKED = {
    "several": "it stands in several places: ⏎ takes the one you mean",
    "short": "under 12 characters may stand anywhere: ⏎ if this is the place",
    "differs": "the source says it differently (≠): ⏎ takes its words",
}


class LookingScreen(CardScreen):
    """Passages with a marked quote, for a claim.

    Args:
        desk: the thread that holds the store.
        keys: the keys in force.
        item: the claim.
        statement: its wording, which is the first query.
        claimed: the date of the claim, where known.
    """

    def __init__(
        self, desk: Desk, keys: KeyTable, item: QueueItem, statement: str, claimed: str | None
    ) -> None:
        super().__init__(desk, EVIDENCE, keys, statement)
        self._claim, self._claimed = item.claim.seq, claimed
        self._query = statement
        self._found: list[Candidate] = []
        self._offered: list[Candidate] = []
        self._set, self._question = 1, ""

    def actions(self) -> dict[str, Action]:
        """Command id → what it does."""
        found: dict[str, Action] = {
            "evidence-take": self.take,
            "pick": self.take,
            "evidence-search": self.search,
            "evidence-quote": self.quote,
            "evidence-open": self.open_source,
        }
        return found | {name: partial(self.mark, step) for name, step in _MARKS.items()}

    async def take(self) -> None:
        """Take the marked quote."""
        raise NotImplementedError

    # Looking

    async def begin(self) -> None:
        """Search for the claim's statement."""
        ranked = await self.desk.do(lambda s: s.ranked_by())
        self.query_one(HeaderBar).set_all(engine=f"by {ranked}")
        await self._search()

    async def search(self) -> None:
        """Ask for other words, and search for them; none bring the statement back."""
        answer = await self.ask("search", initial=self._query)
        if answer is not None:
            self._query = answer.strip() or self._heading
            await self._search()

    async def quote(self) -> None:
        """Ask for a quote, and find it."""
        answer = await self.ask("quote, pasted or typed", pasted=True)
        if answer and answer.strip():
            await self._look_for(answer)

    def pasted(self, text: str) -> None:
        """What is pasted without being asked for is a quote."""
        if self.mode == EVIDENCE:
            self.do(partial(self._look_for, text))

    async def close(self) -> None:
        """From the places of a quote back to what was searched for; else leave."""
        if self._offered is self._found:
            await super().close()
        else:
            self._offer(self._found)
            self.say("")

    async def _search(self) -> None:
        claim, query = self._claim, self._query
        self.say("searching …")
        found = await self.desk.do(lambda s: s.search_evidence(claim, query), "searching")
        self._found = [Candidate(one) for one in found]
        self._offer(self._found)
        self.say(_told(found))

    async def _look_for(self, quote: str) -> None:
        claim = self._claim
        doing = "looking for the quote"
        sought = await self.desk.do(lambda s: s.look_for_quote(claim, quote), doing)
        if not sought.places:
            self.say(sought.message, "error")
            return
        pairs = zip(sought.found, sought.places, strict=True)
        self._offer([Candidate(found, place, place) for found, place in pairs])
        if sought.reason:
            self.say(f"{_ASKED[sought.reason]} · esc goes back", "warning")
        else:
            await self.take()

    def _offer(self, candidates: list[Candidate]) -> None:
        self._offered = candidates
        cards = [candidate_card(n, c, self._claimed) for n, c in enumerate(candidates, start=1)]
        self.cards.show(cards)
        self._tell()

    def _tell(self) -> None:
        listed = self._offered is self._found
        query = self._query if self._query != self._heading else "the claim's statement"
        looked = f"search: {query}" if listed else "where the quote stands"
        dated = f"claim of {self._claimed[:10]}" if self._claimed else "the claim has no date"
        chosen = f"set {self._set}" if self._set != 1 else ""
        answers = f"answers: {self._question}" if self._question else ""
        self.about(dated, chosen, answers, looked)

    # Marking

    @property
    def _current(self) -> Candidate | None:
        cursor = self.cards.cursor
        return self._offered[cursor] if 0 <= cursor < len(self._offered) else None

    async def mark(self, step: str) -> None:
        """Move an edge of the marked quote."""
        from workbench.review.evidence.marking import moved

        current = self._current
        if current is None:
            return
        mark = moved(current.found.text, current.mark, step)
        if mark is None:
            self.say("there is nothing more that way in the passage; o opens the source")
        else:
            self._put(current.marked(mark))
            self._tell_of_difference()

    async def open_source(self) -> None:
        """Choose other words in the source itself; then their stance."""
        current = self._current
        if current is None:
            return
        found, span = current.found, (current.found.quote_start, current.found.quote_end)
        doing = "opening the source"
        excerpt = await self.desk.do(lambda s: s.excerpt(found.document.id, *span), doing)
        screen = SourceScreen(self.desk, self.keys, excerpt, span)
        await self.open(screen)
        if screen.chosen is not None:
            start, end, text = excerpt.passage(*screen.chosen)
            start_of, end_of = screen.chosen
            chosen = current.found._replace(
                start=start, end=end, text=text, quote_start=start_of, quote_end=end_of
            )
            self._put(current.within(chosen))
            if not self._tell_of_difference():
                await self.take()

    def _tell_of_difference(self) -> bool:
        """Say of a pasted quote whose mark was moved whether it differs; whether it does."""
        from workbench.review.evidence.remarking import differs

        current = self._current
        if current is None or current.pasted is None:
            return False
        if differs(current.place):
            self.say(f"{_ASKED['differs']} · esc goes back", "warning")
        else:
            self.say(OWN_WORDS)
        return differs(current.place)

    def _put(self, candidate: Candidate) -> None:
        cursor = self.cards.cursor
        self._offered[cursor] = candidate
        self.cards.put(cursor, candidate_card(cursor + 1, candidate, self._claimed))


def _told(found: Sequence[Found]) -> str:
    if not found:
        return f"nothing found: / searches other words; {MORE}"
    if all(one.own_article for one in found):
        return f"only the article itself says something of it; {MORE}"
    return "1 passage" if len(found) == 1 else f"{len(found)} passages, the best first"
