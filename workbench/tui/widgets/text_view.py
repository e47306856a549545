"""A text on Textual's line API: wrapped once per width, drawn a line at a time."""

from typing import ClassVar

from textual.geometry import Size
from textual.strip import Strip

from workbench.tui.widgets.still_scroll import StillScrollView
from workbench.tui.widgets.wrapping import Wrapped

MAX_COLUMNS = 88
MARGIN = 1
_CACHED_LINES = 2000


class TextView(StillScrollView):
    """Wraps a text, keeps its place when resized, and caches the lines that were drawn.

    A subclass draws: `draw_line`. All positions are code points of the text.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS: ClassVar[str] = """
    TextView {
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
    }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._wrapped = Wrapped("", MAX_COLUMNS)
        self._strips: dict[int, Strip] = {}
        self._place = 0
        self._placing = False
        self._height = 0

    @property
    def text(self) -> str:
        """The text."""
        return self._wrapped.text

    def show_text(self, text: str) -> None:
        """Show a new text from its top."""
        self._wrapped = Wrapped(text, self._columns)
        self._place = 0
        self._lay_out()

    def draw_line(self, line: int) -> Strip:
        """The strip of a line of the wrapped text, at its natural width."""
        return Strip([])

    def kept_in_view(self) -> tuple[int, int] | None:
        """The span that stays in view when the size changes, if it was."""
        return None

    def offset_at(self, x: int, y: int) -> int | None:
        """The offset of the cluster at a cell of the whole (scrolled) content, or None."""
        return self._wrapped.offset_at(x - MARGIN, y)

    def reveal(self, start: int, end: int) -> None:
        """Scroll so that ``[start, end)`` is seen, its start a third from the top; or stay."""
        height = self.scrollable_content_region.height
        first, last = self._wrapped.line_of(start), self._wrapped.line_of(max(start, end - 1))
        top = self.scroll_offset.y
        if height and not (top <= first and last < top + height):
            self.scroll_to(y=max(0, first - height // 3), force=True)

    @property
    def _columns(self) -> int:
        room = self.scrollable_content_region.width - 2 * MARGIN
        return min(MAX_COLUMNS, room) if room > 1 else MAX_COLUMNS

    def on_resize(self) -> None:
        """Wrap anew if the width changed; place and current mark stay in view."""
        current, top = self.kept_in_view(), self.scroll_offset.y
        # Before the first layout nothing could be in view: then the focus waits for it.
        seen = current is not None and (
            not self._height or top <= self._wrapped.line_of(current[0]) < top + self._height
        )
        self._height = self.scrollable_content_region.height
        if self._columns != self._wrapped.width:
            self._wrapped = self._wrapped.at_width(self._columns)
            self._lay_out()
        if seen and current is not None:
            self.reveal(*current)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Remember the place, so that a resize can keep it."""
        super().watch_scroll_y(old_value, new_value)
        if not self._placing:
            line = min(round(new_value), len(self._wrapped) - 1)
            self._place = self._wrapped.starts[line]

    def notify_style_update(self) -> None:
        """Forget what was drawn with the old styles."""
        self._strips.clear()
        super().notify_style_update()

    def _lay_out(self) -> None:
        self._placing = True
        self.virtual_size = Size(self._wrapped.width + 2 * MARGIN, len(self._wrapped))
        self.scroll_to(y=self._wrapped.line_of(self._place), force=True)
        self._placing = False
        self._repaint()

    def _repaint(self) -> None:
        self._strips.clear()
        self.refresh()

    def _repaint_span(self, start: int, end: int) -> None:
        first = self._wrapped.line_of(start)
        last = self._wrapped.line_of(max(start, end - 1))
        for line in range(first, last + 1):
            self._strips.pop(line, None)
        self.refresh_lines(first, last - first + 1)

    def render_line(self, y: int) -> Strip:
        """The strip of a visible line, from the cache where it was seen before."""
        line = y + self.scroll_offset.y
        strip = self._strips.get(line)
        if strip is None:
            if len(self._strips) > _CACHED_LINES:
                self._strips.clear()
            strip = self._strips[line] = self.draw_line(line)
        width = self.scrollable_content_region.width
        return strip.crop_extend(0, width, self.rich_style)
