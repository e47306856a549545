"""A full screen of cards: what the screens of evidence have in common."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from workbench.tui.desk import Desk, DeskError
from workbench.tui.keys.table import DIALOG, Command, KeyTable, key_of
from workbench.tui.screens.help import help_page
from workbench.tui.screens.keyed import KeyedScreen
from workbench.tui.widgets.card_list import CardList
from workbench.tui.widgets.claim_row import one_line
from workbench.tui.widgets.header_bar import HeaderBar
from workbench.tui.widgets.key_bar import KeyBar
from workbench.tui.widgets.notice_bar import NoticeBar
from workbench.tui.widgets.prompt_bar import PromptBar

if TYPE_CHECKING:
    from workbench.review.session import Outcome, Session

Action = Callable[[], Awaitable[None]]
NO_SET = "a set is a number from 1 to 99"
_MOVES = ("down", "up", "dialog-page-down", "dialog-page-up", "top", "bottom")


class CardScreen(KeyedScreen):
    """Cards with the claim above and the keys below; what was done waits in `outcomes`.

    A subclass fills the cards in `begin`, and says in `actions` what its commands do. Moving,
    closing and the keys of lists work in each of its modes.
    """

    def __init__(self, desk: Desk, home: str, keys: KeyTable, title: str) -> None:
        super().__init__(desk, home, keys)
        self._heading, self._pressed = title, ""
        self.outcomes: list[Outcome] = []

    def compose(self) -> ComposeResult:
        """The claim, what is looked at, the cards; bars below."""
        yield HeaderBar(id="header")
        yield Static(id="about", markup=False)
        yield CardList(id="cards")
        yield NoticeBar(id="notice")
        yield PromptBar(id="prompt")
        yield KeyBar(self.keys.bar(self.home), id="keys")

    def on_mount(self) -> None:
        """Paint first; then read."""
        self.query_one(HeaderBar).set_all(title=self._heading)
        self.inbox.put(self.begin)
        self.call_after_refresh(self.run_worker, self.inbox.run(), group="inbox")

    async def begin(self) -> None:
        """Read what is to be shown."""
        raise NotImplementedError

    def actions(self) -> dict[str, Action]:
        """Command id → what it does."""
        raise NotImplementedError

    async def close(self) -> None:
        """Back to the screen below."""
        self.leave(len(self.outcomes))

    @property
    def cards(self) -> CardList:
        """The cards."""
        return self.query_one(CardList)

    def about(self, *parts: str) -> None:
        """Say below the title what is shown; untrusted."""
        text = " · ".join(one_line(part) for part in parts if part)
        self.query_one("#about", Static).update(Content(text))

    def command_of(self, event: events.Key) -> Command | None:
        """Its own keys first, then those of lists."""
        key = key_of(event)
        return self.keys.find(self.mode, key) or self.keys.find(DIALOG, key)

    async def perform(self, command_id: str) -> None:
        """Do what a key, or the palette, asks for."""
        action = self.actions().get(command_id)
        if action is not None:
            await action()
        elif command_id == "close" or command_id.endswith("-leave"):
            await self.close()
        elif command_id.endswith("help"):
            await self.open(help_page(self.keys, self.mode))
        elif command_id in _MOVES:
            self._move(command_id)

    def _move(self, command_id: str) -> None:
        cards, last = self.cards, len(self.cards.cards) - 1
        if command_id in ("down", "up"):
            cards.cursor += 1 if command_id == "down" else -1
        elif command_id in ("top", "bottom"):
            cards.cursor = 0 if command_id == "top" else last
        else:
            cards.page(1 if command_id.endswith("down") else -1)

    async def act(self, act: Callable[[Session], Outcome]) -> None:
        """Do something that is recorded, and tell of it.

        Raises:
            DeskError: it was refused.
        """
        outcome = await self.desk.do(act, "saving")
        self.outcomes.append(outcome)
        self.say(outcome.message, "done")

    async def which_set(self, command_id: str) -> int | None:
        """The set that was chosen by a key of the row, or is asked for; None if she gives up."""
        command = self.keys.get(command_id)
        if command is not None and self._pressed in command.keys:
            return command.keys.index(self._pressed) + 1
        return await self.ask_until("set, a number", _number_of_set)

    async def _press(self, event: events.Key) -> None:
        self._pressed = key_of(event)
        await super()._press(event)
        self._pressed = ""


async def _number_of_set(answer: str) -> int | None:
    """The number in an answer; None where nothing was typed."""
    word = answer.strip()
    if word and not (word.isascii() and word.isdigit() and len(word) < 3 and int(word)):
        raise DeskError(NO_SET)
    return int(word) if word else None
