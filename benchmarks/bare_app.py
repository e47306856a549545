"""A Textual application with as many widgets as the review screen, and no work: the yardstick.

Every key changes two of them, as a step in the claim list does at least.
"""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.events import Key
from textual.widgets import Input, Static

LINE = "The council of Osterholt bought nine boats in 1911, and the work lasted six days. "


class BareApp(App[None]):
    """Text left, two boxes right, four lines around them."""

    CSS = """
    Static { height: auto; } #left { width: 6fr; } #right { width: 4fr; }
    #body { height: 1fr; } Input { display: none; }
    """

    def compose(self) -> ComposeResult:
        """The widgets of the review screen, but trivial."""
        yield Static("header", id="header")
        with Horizontal(id="body"):
            with VerticalScroll(id="left"):
                yield Static(LINE * 20)
            with Vertical(id="right"):
                yield Static("\n".join([LINE[:40]] * 20))
                with VerticalScroll():
                    yield Static(LINE, id="panel")
        yield Static("bare screen is ready", id="notice")
        with Vertical():
            yield Static()
            with Horizontal():
                yield Static()
                yield Input()
        yield Static("keys", id="keys")

    def on_mount(self) -> None:
        """No animation, as in the review screen."""
        self.animation_level = "none"
        self.screen.set_focus(None)
        self.presses = 0

    def on_key(self, event: Key) -> None:
        """Change two lines; leave with q."""
        if event.key == "q":
            self.exit()
        self.presses += 1
        self.query_one("#notice", Static).update(f"key {event.key} {self.presses}")
        self.query_one("#panel", Static).update(f"{self.presses} {LINE}")


if __name__ == "__main__":
    BareApp().run()
