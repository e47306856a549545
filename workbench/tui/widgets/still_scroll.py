"""A ScrollView that never animates: an animated page costs 25 times the bytes and the time."""

from typing import Any

from textual.scroll_view import ScrollView


class StillScrollView(ScrollView):
    """The base of the line-API widgets: every way of scrolling arrives at once."""

    def scroll_to(self, x: float | None = None, y: float | None = None, **options: Any) -> None:
        """Scroll to a place at once; the options are those of `ScrollView.scroll_to`."""
        super().scroll_to(x, y, **{**options, "animate": False})

    def action_scroll_end(self) -> None:
        """Show the end (the inherited action waits for a refresh and may animate)."""
        self.scroll_to(y=self.max_scroll_y)
