"""Lines of styled pieces on Textual's line API: a report of any length, drawn as it is seen."""

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip

from workbench.tui.widgets.claim_row import colour
from workbench.tui.widgets.still_scroll import StillScrollView

LOOKS = ("heading", "strong", "quiet", "bar", "rest")


class Piece(NamedTuple):
    """A safe text with a look: one of `LOOKS`, a colour's name or hex, or "" for none."""

    text: str
    look: str = ""


Line = Sequence[Piece]
Report = Callable[[int], list[Line]]
"""Makes the lines for a width in cells."""


class ReportView(StillScrollView, can_focus=True):
    """Shows a report; it is made anew when the width changes."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"report--{look}" for look in LOOKS}
    DEFAULT_CSS = """
    ReportView { overflow-x: hidden; overflow-y: scroll; scrollbar-size-vertical: 1;
        padding: 0 1; }
    ReportView > .report--heading { color: $primary; text-style: bold; }
    ReportView > .report--strong { text-style: bold; }
    ReportView > .report--quiet { color: $text-muted; }
    ReportView > .report--bar { color: $accent; }
    ReportView > .report--rest { color: $text-muted; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._report: Report = lambda width: []
        self._lines: list[Line] = []
        self._width = 0

    @property
    def lines(self) -> list[str]:
        """What the report says, line by line."""
        return ["".join(piece.text for piece in line) for line in self._lines]

    def show(self, report: Report) -> None:
        """Show a report; the place stays."""
        self._report = report
        self._make()

    def on_resize(self) -> None:
        """Make the report for the new width."""
        if self.scrollable_content_region.width != self._width:
            self._make()

    def _make(self) -> None:
        self._width = self.scrollable_content_region.width
        self._lines = self._report(self._width) if self._width else []
        self.virtual_size = Size(self._width, len(self._lines))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """A line in view."""
        base, width = self.rich_style, self.scrollable_content_region.width
        at = y + self.scroll_offset.y
        if at >= len(self._lines):
            return Strip.blank(width, base)
        segments = []
        for text, look in self._lines[at]:
            if look in LOOKS:
                style = self.get_component_rich_style(f"report--{look}", partial=True)
            else:
                style = colour(look)
            segments.append(Segment(text, base + style))
        cells = sum(cell_len(segment.text) for segment in segments)
        return Strip(segments, cells).adjust_cell_length(width, base)
