"""A question that is answered with yes or no."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from workbench.tui.keys.table import key_of

YES, NO = ("y", "enter"), ("n", "escape", "q")


class Confirm(ModalScreen[bool]):
    """Answers True or False.

    Args:
        heading: what is asked, trusted.
        lines: what will be done; made safe by the caller.
    """

    def __init__(self, heading: str, lines: Sequence[Content]) -> None:
        super().__init__()
        self._heading, self._lines = heading, lines

    def compose(self) -> ComposeResult:
        """A frame with the heading in its border."""
        frame = Vertical(Static(Content("\n").join(self._lines)), classes="page")
        frame.border_title = Content(self._heading)
        frame.border_subtitle = Content("y yes · n no")
        yield frame

    def on_key(self, event: events.Key) -> None:
        """Answer."""
        key = key_of(event)
        if key in YES or key in NO:
            event.stop()
            self.dismiss(key in YES)
