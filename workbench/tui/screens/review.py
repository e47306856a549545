"""The review screen: the article beside its claims, with the keys below.

It lays out the widgets and routes what comes in; what is done with it is in `course` and in
the modules of actions.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.command import Provider
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen, Screen
from textual.widgets import Input

from workbench.tui.desk import Desk
from workbench.tui.keys import PROMPT, REVIEW, KeyTable, build, key_of
from workbench.tui.palette import KeyCommands
from workbench.tui.screens.course import Course
from workbench.tui.screens.inbox import Inbox, Job
from workbench.tui.screens.opening import begin
from workbench.tui.widgets.article_view import ArticleView
from workbench.tui.widgets.claim_list import ClaimList
from workbench.tui.widgets.claim_panel import ClaimPanel
from workbench.tui.widgets.header_bar import HeaderBar
from workbench.tui.widgets.key_bar import KeyBar
from workbench.tui.widgets.notice_bar import NoticeBar
from workbench.tui.widgets.prompt_bar import Completer, PromptBar

if TYPE_CHECKING:
    from workbench.tui.app import Start

T = TypeVar("T")


class ReviewScreen(Screen[int]):
    """Lays out the widgets, and turns keys, clicks and answers into jobs."""

    AUTO_FOCUS = ""
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {KeyCommands}

    def __init__(self, desk: Desk, start: Start, keymap: dict[str, tuple[str, ...]]) -> None:
        super().__init__()
        self.desk, self.start, self.keymap = desk, start, keymap
        self.keys = build(None)
        self.mode = REVIEW
        self.course = Course(self)
        self.inbox = Inbox(self._press, lambda text: self.say(text, "error"))
        self._answer: asyncio.Future[str | None] | None = None

    def compose(self) -> ComposeResult:
        """The article left; claims and the current claim right; bars above and below."""
        yield HeaderBar(id="header")
        with Horizontal(id="body"):
            yield ArticleView(id="article")
            with Vertical(id="side"):
                yield ClaimList(id="claims")
                yield ClaimPanel(id="claim")
        yield NoticeBar(id="notice")
        yield PromptBar(id="prompt")
        yield KeyBar(self.keys.bar(REVIEW), id="keys")

    def on_mount(self) -> None:
        """Paint first; then open the store."""
        self.say("opening the store …")
        self.inbox.put(lambda: begin(self.course))
        self.call_after_refresh(self.run_worker, self.inbox.run(), group="inbox")

    # What comes in

    def on_key(self, event: events.Key) -> None:
        """Queue a key that means something here; leave the others to Textual."""
        if self._answer is not None:
            self._to_prompt(event)
        elif self.app.screen is not self:
            # Typed so fast that the dialog was not there yet.
            event.stop()
            self.app.screen.post_message(events.Key(event.key, event.character))
        elif self.desk.lost:
            # Nothing is typed ahead of a store that is away: she could not see what it meets.
            event.stop()
            self._while_lost(event)
        elif self.inbox.busy or self.keys.find(self.mode, key_of(event)):
            event.stop()
            self.inbox.put(event)

    def _while_lost(self, event: events.Key) -> None:
        command = self.keys.find(self.mode, key_of(event))
        if command is not None and command.id == "quit":
            self.desk.give_up()

    def _to_prompt(self, event: events.Key) -> None:
        prompt = self.query_one(Input)
        if event.is_printable:
            # The prompt takes its own: this was typed before it had the focus.
            event.stop()
            prompt.post_message(events.Key(event.key, event.character))
        elif self.focused is not prompt:
            event.stop()
            self.set_focus(prompt)
            self.call_after_refresh(self._again, event.key)

    def _again(self, key: str) -> None:
        if self._answer is not None:
            self.set_focus(self.query_one(Input))
            self.app.simulate_key(key)

    async def _press(self, event: events.Key) -> None:
        command = self.keys.find(self.mode, key_of(event))
        if command is not None:
            await self.course.perform(command.id)

    def do(self, job: Job) -> None:
        """Do something after all that was asked for before."""
        self.inbox.put(job)

    def on_claim_list_moved(self, event: ClaimList.Moved) -> None:
        """The cursor moved by the mouse; stale news of our own moves is dropped."""
        claims = self.query_one(ClaimList)
        if event.id == claims.current_id:
            self.do(lambda: self.course.follow(event.id))

    def on_article_view_mark_clicked(self, event: ArticleView.MarkClicked) -> None:
        """A click on a span selects its claim."""
        self.do(lambda: self.course.go_to(event.id))

    def on_article_view_selected(self, event: ArticleView.Selected) -> None:
        """A drag selected words; the add key makes a claim of them."""
        add = self.keys.get("add")
        self.say(f"selected · {add.shown if add else ''} adds the claim, a click lets go")

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

    def use_keys(self, keys: KeyTable, mode: str = REVIEW) -> None:
        """Let other keys be in force."""
        self.keys, self.mode = keys, mode
        self.query_one(KeyBar).set_keys(keys.bar(mode))

    async def ask(
        self, label: str, completions: Completer | None = None, initial: str = ""
    ) -> str | None:
        """Ask for one line below the article; None if she gives up."""
        self._answer = asyncio.get_running_loop().create_future()
        self.query_one(PromptBar).ask(label, completions, initial)
        self.query_one(KeyBar).set_keys(self.keys.bar(PROMPT))
        self.inbox.redirect(self.query_one(Input), self._again)
        answer = await self._answer
        self._answer = None
        self.set_focus(None)
        self.query_one(KeyBar).set_keys(self.keys.bar(self.mode))
        return answer

    async def open(self, dialog: ModalScreen[T]) -> T | None:
        """Show a dialog and wait for its answer."""
        closed = asyncio.get_running_loop().create_future()
        await self.app.push_screen(dialog, closed.set_result)
        self.inbox.redirect(dialog)
        answer: T | None = await closed
        return answer

    def _answered(self, value: str | None) -> None:
        if self._answer is not None and not self._answer.done():
            self._answer.set_result(value)
