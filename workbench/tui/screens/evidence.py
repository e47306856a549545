"""Taking evidence: a marked quote, or an address, with its stance.

Four keys give a verdict with a quote: open this screen, take, stance, verdict.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from textual import events

from workbench.tui.desk import DeskError
from workbench.tui.keys.evidence import STANCE
from workbench.tui.keys.table import Command, key_of
from workbench.tui.presenting.evidence import Candidate, late_words
from workbench.tui.screens.cards import Action
from workbench.tui.screens.evidence_looking import LookingScreen
from workbench.tui.widgets.card_list import CardList

if TYPE_CHECKING:
    from workbench.review.session import Outcome, Session

STANCES = ("supports", "refutes", "context")
WHICH = "supports, refutes or context?"


class Address(NamedTuple):
    """Evidence of which the text is not held."""

    url: str
    published: str | None


async def _address_in(line: str) -> Address | None:
    """The address that was typed; None where nothing was."""
    from workbench.review.evidence.citable import address_and_date
    from workbench.review.outcome import ReviewError

    try:
        return Address(*address_and_date(line)) if line.strip() else None
    except ReviewError as error:
        raise DeskError(str(error)) from error


class EvidenceScreen(LookingScreen):
    """What is taken is recorded before the screen closes; it waits in `outcomes`."""

    _taking: Candidate | Address | None = None

    def actions(self) -> dict[str, Action]:
        """Command id → what it does."""
        found = super().actions() | {
            "evidence-address": self.link,
            "evidence-question": self.question,
            "stance-question": self.question,
            "evidence-set": partial(self.choose_set, "evidence-set"),
            "stance-set": partial(self.choose_set, "stance-set"),
            "stance-leave": self.take_back,
        }
        for stance in STANCES:
            found[f"stance-{stance}"] = partial(self.cite, stance)
            found[f"evidence-{stance}"] = partial(self.take_as, stance)
        return found

    def command_of(self, event: events.Key) -> Command | None:
        """While a stance is asked for, only its own keys: the list stays where it is."""
        if self.mode == STANCE:
            return self.keys.find(STANCE, key_of(event))
        return super().command_of(event)

    def on_card_list_moved(self, event: CardList.Moved) -> None:
        """A click on another passage takes back what a stance was asked for."""
        if isinstance(self._taking, Candidate) and self._taking is not self._current:
            self.do(self.take_back)

    async def on_card_list_opened(self, event: CardList.Opened) -> None:
        """A double click takes."""
        self.do(self.take)

    async def take(self) -> None:
        """Take the marked quote, and ask for its stance; what must be known is told first."""
        from workbench.review.evidence.remarking import differs

        current = self._current
        if current is None:
            self.say("nothing is marked: / searches other words, p pastes a quote", "warning")
            return
        late = current.found.late
        told = late_words(current.found.document.published, self._claimed) if late else ""
        if current.place is not None and differs(current.place):
            confirmed = "; ".join(("in the source's words", *current.place.told[:1]))
            told = " · ".join(words for words in (confirmed, told) if words)
        self._take(current, told)

    async def take_as(self, stance: str) -> None:
        """Take the marked quote with its stance, unless a difference is to be confirmed first."""
        from workbench.review.evidence.remarking import differs

        current = self._current
        if current is None or differs(current.place):
            await self.take()
        else:
            self._taking = current
            await self.cite(stance)

    async def link(self) -> None:
        """Ask for an address of which the text is not held, and for its stance."""
        from workbench.review.evidence.citable import is_late

        address = await self.ask_until("address, and the date of it where known", _address_in)
        if address is None:
            return
        late = is_late(self._claimed, address.published)
        self._take(address, late_words(address.published, self._claimed) if late else "")

    async def take_back(self) -> None:
        """Back from the stance to the list."""
        self._taking = None
        self.use_keys(self.keys)
        self.say("")

    async def cite(self, stance: str) -> None:
        """Record what was taken with its stance, and go back to the claim."""
        taking, self._taking = self._taking, None
        self.use_keys(self.keys)
        if taking is not None:
            await self.act(partial(self._cited, taking, stance))
            self.leave(len(self.outcomes))

    def _take(self, what: Candidate | Address, told: str) -> None:
        self._taking = what
        self.use_keys(self.keys, STANCE)
        self.say(f"{WHICH} {told}", "warning" if told else "info")

    def _cited(self, taking: Candidate | Address, stance: str, session: Session) -> Outcome:
        """Runs at the desk."""
        claim, set_no, question = self._claim, self._set, self._question
        if isinstance(taking, Address):
            url, published = taking
            return session.cite_url(
                claim, url, stance, published=published, set_no=set_no, question=question
            )
        if taking.place is not None:
            return session.cite_place(claim, taking.place, stance, set_no=set_no, question=question)
        found = taking.found
        span = (found.quote_start, found.quote_end)
        return session.cite(
            claim, found.document.id, *span, stance, set_no=set_no, question=question
        )

    async def choose_set(self, command_id: str) -> None:
        """The set that the next piece goes into."""
        chosen = await self.which_set(command_id)
        if chosen is not None:
            self._set = chosen
            self._tell()

    async def question(self) -> None:
        """Ask for the question that the next piece answers."""
        answer = await self.ask("the question that it answers", initial=self._question)
        if answer is not None:
            self._question = answer.strip()
            self._tell()
