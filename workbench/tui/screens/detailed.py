"""A list to choose from, with the line under the cursor told in full below it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from workbench.text.display import safe, safe_line
from workbench.tui.screens.page import Choice
from workbench.tui.widgets.claim_list import ClaimList

T = TypeVar("T")

Details = Sequence[tuple[str, str]]
"""Words and texts; the texts are untrusted."""


class DetailedChoice(Choice[T]):
    """A subclass fills the list with `show` and tells the details of a line."""

    def compose(self) -> ComposeResult:
        """A frame with the heading in its border: the list, and the details."""
        details = VerticalScroll(Static(Content(""), id="details"), classes="details")
        details.can_focus = False
        frame = Vertical(ClaimList(id="choices"), details, classes="choice detailed")
        frame.border_title = Content(safe(self._heading))
        frame.border_subtitle = Content(self._hint)
        yield frame

    def details(self, row_id: int) -> Details:
        """What is told of a line."""
        raise NotImplementedError

    def on_claim_list_moved(self, event: ClaimList.Moved) -> None:
        """Tell of the line that the cursor has come to."""
        event.stop()
        current = self.query_one(ClaimList).current_id
        if current is not None:
            self.tell(self.details(current))

    def tell(self, pairs: Details) -> None:
        """Show these details."""
        lines = [Content.assemble((f"{word}: ", "dim"), safe_line(text)) for word, text in pairs]
        self.query_one("#details", Static).update(Content("\n").join(lines))
        self.query_one(".details", VerticalScroll).scroll_home(animate=False)
