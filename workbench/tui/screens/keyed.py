"""A screen that works by keys: its queue of what she asked for, its prompt, its notices."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import events
from textual.command import Provider
from textual.screen import Screen
from textual.timer import Timer

from workbench.tui.desk import ChangedError, Desk, DeskError
from workbench.tui.keys.table import PROMPT, Command, KeyMapError, KeyTable, build, key_of
from workbench.tui.palette import KeyCommands
from workbench.tui.screens.inbox import Inbox, Job
from workbench.tui.widgets.key_bar import KeyBar
from workbench.tui.widgets.notice_bar import NoticeBar
from workbench.tui.widgets.prompt_bar import Completer, PromptBar

if TYPE_CHECKING:
    from workbench.review.schemes import Scheme

T = TypeVar("T")

LOOK_EVERY = 2.0
"""Seconds between two looks at what she did in another window, while she is idle in this one."""
SHOWN_ANEW = "what you see is as it is now"
LEAVE_TO_SEE = "leave this screen to see it as it is now"


class KeyedScreen(Screen[int]):
    """Turns keys and answers into jobs, done one after the other.

    A subclass lays out the widgets, a `NoticeBar`, a `PromptBar` and a `KeyBar` among them, and
    does what a command asks for: `perform`.

    Args:
        desk: the thread that holds the store.
        home: the mode of its keys, and of the commands that its palette offers.
    """

    AUTO_FOCUS = ""
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {KeyCommands}

    def __init__(self, desk: Desk, home: str, keys: KeyTable | None = None) -> None:
        super().__init__()
        self.desk, self.home, self.mode = desk, home, home
        self.keys = keys or build(None)
        self.inbox = Inbox(self._press, self._failed)
        self.looking: Timer | None = None
        self._answer: asyncio.Future[str | None] | None = None

    async def perform(self, command_id: str) -> None:
        """Do what a key, or the palette, asks for."""
        raise NotImplementedError

    def command_of(self, event: events.Key) -> Command | None:
        """What a key means now."""
        return self.keys.find(self.mode, key_of(event))

    # What comes in

    def on_key(self, event: events.Key) -> None:
        """Queue a key that means something here; leave the others to Textual."""
        prompt = self.query_one(PromptBar)
        if prompt.is_open:
            event.stop()
            prompt.press(event)
        elif self.app.screen is not self:
            # Typed so fast that the dialog was not there yet.
            event.stop()
            self.app.screen.post_message(events.Key(event.key, event.character))
        elif self.desk.lost:
            # Nothing is typed ahead of a store that is away: she could not see what it meets.
            event.stop()
            self._while_lost(event)
        elif self._answer is not None or self.inbox.busy or self.command_of(event):
            event.stop()
            self.inbox.put(event)

    def on_paste(self, event: events.Paste) -> None:
        """Hand what is pasted to the line that is asked for, or take it as `pasted` does."""
        event.stop()
        prompt = self.query_one(PromptBar)
        if prompt.is_open:
            prompt.paste(event.text)
        else:
            self.pasted(event.text)

    def pasted(self, text: str) -> None:
        """Something was pasted that was not asked for."""

    async def reload(self) -> bool:
        """Show what the store has now, where this screen can; whether it can."""
        return False

    def watch_elsewhere(self) -> None:
        """From now on, while she is idle, show what she did in another window."""
        self.looking = self.set_interval(LOOK_EVERY, self._look_soon)

    def _look_soon(self) -> None:
        if self.idle:
            self.do(self.look_elsewhere)

    async def look_elsewhere(self) -> None:
        """Show what was done elsewhere, unless she has begun something meanwhile."""
        with suppress(DeskError):  # the store is away: her next act tells her
            found = await self.desk.do(lambda s: s.noticed(), "", patient=False)
            if found and self.idle and await self.reload():
                self.say(changed_words(), "warning")

    async def _failed(self, error: DeskError) -> None:
        told, kind = str(error), "error"
        if isinstance(error, ChangedError):
            told, kind = f"{told}; {LEAVE_TO_SEE}", "warning"
            with suppress(DeskError):
                if await self.reload():
                    told = f"{error}; {SHOWN_ANEW}"
        self.say(told, kind)

    def _while_lost(self, event: events.Key) -> None:
        command = self.command_of(event)
        if command is not None and command.id.endswith(("quit", "close", "leave")):
            self.desk.give_up()

    async def _press(self, event: events.Key) -> None:
        command = self.command_of(event)
        if command is not None:
            await self.perform(command.id)

    def do(self, job: Job) -> None:
        """Do something after all that was asked for before."""
        self.inbox.put(job)

    def on_prompt_bar_submitted(self, event: PromptBar.Submitted) -> None:
        """An answer."""
        self._answered(event.value)

    def on_prompt_bar_cancelled(self, event: PromptBar.Cancelled) -> None:
        """No answer."""
        self._answered(None)

    # What goes out

    def say(self, text: str, kind: str = "info") -> None:
        """Tell what happened; `kind` as `NoticeBar.say` knows it."""
        for bar in self.query(NoticeBar):  # none while the screen is being closed
            bar.say(text, kind)

    def wait(self, doing: str) -> None:
        """Tell what takes long, as `NoticeBar.wait` does."""
        for bar in self.query(NoticeBar):
            bar.wait(doing)

    def use_keys(
        self, keys: KeyTable, mode: str | None = None, without: Sequence[str] = ()
    ) -> None:
        """Let other keys be in force, those of the screen's own mode if no other is named.

        Commands `without` effect here are not in the key bar.
        """
        self.keys, self.mode = keys, mode or self.home
        self.query_one(KeyBar).set_keys(keys.bar(self.mode, without))

    def use_keys_of(self, scheme: Scheme, keymap: dict[str, tuple[str, ...]]) -> str:
        """Let the keys of a scheme and her own be in force; a warning if hers cannot be, or ""."""
        try:
            self.use_keys(build(scheme, keymap))
        except KeyMapError as error:
            self.use_keys(build(scheme))
            return f"your key map is not in force: {error}"
        return ""

    @property
    def idle(self) -> bool:
        """Whether she is in the middle of nothing here: what is shown can be shown anew."""
        asked = self._answer is not None or self.mode != self.home
        return not (asked or self.inbox.busy or self.desk.lost) and self.app.screen is self

    async def ask(
        self,
        label: str,
        completions: Completer | None = None,
        initial: str = "",
        *,
        pasted: bool = False,
    ) -> str | None:
        """Ask for one line above the keys; None if she gives up.

        Args:
            label: what is asked for.
            completions: as `PromptBar.ask` takes it.
            initial: what stands in the line at first.
            pasted: what the terminal pastes is the answer, as it is.
        """
        self._answer = asyncio.get_running_loop().create_future()
        prompt = self.query_one(PromptBar)
        prompt.ask(label, completions, initial, pasted=pasted)
        self.query_one(KeyBar).set_keys(self.keys.bar(PROMPT))
        self.inbox.redirect(prompt.press)
        answer = await self._answer
        self._answer = None
        self.query_one(KeyBar).set_keys(self.keys.bar(self.mode))
        return answer

    async def ask_until(
        self,
        label: str,
        take: Callable[[str], Awaitable[T]],
        completions: Completer | None = None,
        initial: str = "",
    ) -> T | None:
        """Ask, and while the answer is refused ask again with what was typed; None if she gives up.

        Args:
            label: what is asked for.
            take: does what is asked for; changes nothing where it raises a `DeskError`.
            completions: as `PromptBar.ask` takes it.
            initial: what stands in the line at first.
        """
        typed = initial
        while (answer := await self.ask(label, completions, typed)) is not None:
            try:
                return await take(answer)
            except ChangedError:
                raise
            except DeskError as error:
                self.say(str(error), "error")
                typed = answer
        return None

    async def open(self, dialog: Screen[T]) -> T | None:
        """Show a dialog or another screen, and wait for its answer."""
        closed = asyncio.get_running_loop().create_future()
        await self.app.push_screen(dialog, closed.set_result)
        self.inbox.redirect(_typed_into(dialog))
        answer: T | None = await closed
        return answer

    def leave(self, answer: int = 0) -> None:
        """Close this screen; what was typed ahead is for the one below."""
        self.dismiss(answer)
        self.inbox.redirect(_typed_into(self.app.screen))

    def _answered(self, value: str | None) -> None:
        if self._answer is not None and not self._answer.done():
            self._answer.set_result(value)


def changed_words() -> str:
    """What is said where the store was changed elsewhere, and is shown as it is now."""
    from workbench.review.elsewhere import CHANGED  # with the store: not before the first paint

    return f"{CHANGED}; {SHOWN_ANEW}"


def _typed_into(screen: Screen[T]) -> Callable[[events.Key], bool]:
    return lambda key: screen.post_message(events.Key(key.key, key.character))
