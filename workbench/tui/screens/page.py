"""Dialogs over the review screen: a page to read, and a list to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from workbench.text.display import safe
from workbench.tui.keys.table import DIALOG, KeyTable, key_of
from workbench.tui.widgets.claim_list import ClaimList, Row

T = TypeVar("T")

HEADING, TEXT, INSET = "heading", "text", "inset"
"""Classes of the blocks of a page."""

Block = tuple[str, Content]


class Page(ModalScreen[None]):
    """Something to read; scrolls, and closes with the key that opened it.

    Args:
        heading: the page's name, trusted.
        blocks: what it says, each with a class of the style sheet; made safe by the caller.
        keys: the keys in force.
        opener: the command that opened it closes it too.
    """

    def __init__(self, heading: str, blocks: Sequence[Block], keys: KeyTable, opener: str) -> None:
        super().__init__()
        self._heading, self._blocks, self._keys = heading, blocks, keys
        command = keys.get(opener)
        self._openers = command.keys if command else ()

    def compose(self) -> ComposeResult:
        """A frame with the heading in its border."""
        texts = (Static(content, classes=name) for name, content in self._blocks)
        frame = VerticalScroll(*texts, classes="page")
        frame.border_title = Content(self._heading)
        frame.border_subtitle = Content("j k scroll · esc close")
        yield frame

    def on_key(self, event: events.Key) -> None:
        """Scroll or close."""
        key = key_of(event)
        command = self._keys.find(DIALOG, key)
        frame = self.query_one(VerticalScroll)
        moves = {
            "down": frame.scroll_down,
            "up": frame.scroll_up,
            "dialog-page-down": frame.scroll_page_down,
            "toggle": frame.scroll_page_down,
            "dialog-page-up": frame.scroll_page_up,
            "top": frame.scroll_home,
            "bottom": frame.scroll_end,
        }
        name = command.id if command else ""
        if name in moves:
            moves[name](animate=False)
        elif name in ("close", "pick") or key in self._openers:
            self.dismiss()
        else:
            return
        event.stop()


class Choice(ModalScreen[T | None]):
    """A list to choose one line from.

    Args:
        heading: what is chosen, trusted.
        hint: the keys, as words.
        keys: the keys in force.
    """

    def __init__(self, heading: str, hint: str, keys: KeyTable) -> None:
        super().__init__()
        self._heading, self._hint, self.keys = heading, hint, keys

    def compose(self) -> ComposeResult:
        """A frame with the heading in its border."""
        frame = Vertical(ClaimList(id="choices"), classes="choice")
        frame.border_title = Content(safe(self._heading))
        frame.border_subtitle = Content(self._hint)
        yield frame

    def show(self, rows: Sequence[Row], current: int | None) -> None:
        """Fill the list; their ids come back to `pick` and `toggle`."""
        by_id = {row.id: row for row in rows}

        async def load(ids: Sequence[int]) -> list[Row]:
            return [by_id[row_id] for row_id in ids]

        choices = self.query_one(ClaimList)
        choices.loader = load
        choices.invalidate()
        choices.set_ids([row.id for row in rows])
        if current is not None:
            choices.move_to_id(current)

    def pick(self, row_id: int) -> None:
        """Enter or a double click on a line."""

    def toggle(self, row_id: int) -> None:
        """Space on a line."""
        self.pick(row_id)

    def on_claim_list_opened(self, event: ClaimList.Opened) -> None:
        """A double click, or enter that the list took itself."""
        self.pick(event.id)

    def on_key(self, event: events.Key) -> None:
        """Move, choose or close."""
        command = self.keys.find(DIALOG, key_of(event))
        choices = self.query_one(ClaimList)
        name = command.id if command else ""
        current = choices.current_id
        if name == "close":
            self.dismiss(None)
        elif name == "pick" and current is not None:
            self.pick(current)
        elif name == "toggle" and current is not None:
            self.toggle(current)
        elif name in ("down", "up"):
            choices.action_step(1 if name == "down" else -1)
        elif name in ("dialog-page-down", "dialog-page-up"):
            choices.action_page(1 if name == "dialog-page-down" else -1)
        elif name in ("top", "bottom"):
            choices.action_go(0 if name == "top" else -1)
        else:
            return
        event.stop()
