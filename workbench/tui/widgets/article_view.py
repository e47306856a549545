"""The article with its marked claims, on Textual's line API.

All positions are code points of the article's text. The text is wrapped once per width, the
marks are flattened once per change, and a line is drawn only when it is seen.
"""

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from workbench.tui.widgets import words
from workbench.tui.widgets.article_paint import Overlay, line_pieces
from workbench.tui.widgets.caret import Caret
from workbench.tui.widgets.marks import FlatMarks, Mark, merged
from workbench.tui.widgets.still_scroll import StillScrollView
from workbench.tui.widgets.wrapping import Wrapped

__all__ = ["ArticleView", "Mark"]

MAX_COLUMNS = 88
MARGIN = 1
_CACHED_LINES = 2000


class ArticleView(StillScrollView, can_focus=True):
    """Shows one article; knows marks, search hits, a focused claim and a selection."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "article--dimmed",
        "article--open",
        "article--decided",
        "article--discarded",
        "article--later",
        "article--current",
        "article--part",
        "article--hit",
        "article--selected",
        "article--caret",
    }
    DEFAULT_CSS = """
    ArticleView {
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
        background: $surface;
        color: $foreground;
        & > .article--dimmed { color: $text-muted; text-style: dim italic; }
        & > .article--open { background: $primary 30%; text-style: bold; }
        & > .article--decided { background: $success 15%; text-style: underline; }
        & > .article--discarded { color: $text-muted; text-style: strike; }
        & > .article--later { background: $warning 20%; text-style: italic; }
        & > .article--current { background: $accent; color: $background; text-style: bold; }
        & > .article--part { text-style: bold underline; }
        & > .article--hit { background: $warning; color: $background; text-style: bold underline; }
        & > .article--selected { text-style: reverse; }
        & > .article--caret { text-style: bold reverse; }
    }
    """

    class MarkClicked(Message):
        """A marked span was clicked: the shortest there, or the next if that is current."""

        def __init__(self, id: int) -> None:
            self.id = id
            super().__init__()

    class Selected(Message):
        """A drag with the mouse ended: ``[start, end)``, whole words unless alt or ctrl is held."""

        def __init__(self, start: int, end: int) -> None:
            self.start = start
            self.end = end
            super().__init__()

    class SelectionChanged(Message):
        """The caret or the selection moved, began or ended."""

        def can_replace(self, message: Message) -> bool:
            """Only the last of a burst matters."""
            return isinstance(message, ArticleView.SelectionChanged)

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._wrapped = Wrapped("", MAX_COLUMNS)
        self._marks = FlatMarks(())
        self._overlay = Overlay()
        self._current: int | None = None
        self._caret: Caret | None = None
        self._pressed: int | None = None
        self._strips: dict[int, Strip] = {}
        self._place = 0
        self._placing = False
        self._height = 0

    # What is shown

    @property
    def text(self) -> str:
        """The article's text."""
        return self._wrapped.text

    def show(
        self, text: str, marks: Sequence[Mark], dimmed: Sequence[tuple[int, int]] = ()
    ) -> None:
        """Show a new article from its top, with nothing focused or selected."""
        self._current = self._caret = self._pressed = None
        self._overlay = Overlay(dimmed=merged(dimmed))
        self._marks = FlatMarks(marks)
        self._wrapped = Wrapped(text, self._columns)
        self._place = 0
        self._lay_out()

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Replace all marks; the current one keeps its focus if it is still there."""
        self._marks = FlatMarks(marks)
        self._overlay.current = self._current_span()
        self._repaint()

    def update_mark(self, mark: Mark) -> None:
        """Change one mark, or add it; cheap while its span is the same."""
        if not self._marks.replace(mark):
            others = [other for other in self._marks.marks if other.id != mark.id]
            self.set_marks([*others, mark])
            return
        self._repaint_span(mark.start, mark.end)

    def focus_mark(self, id: int | None, *, parts: Sequence[tuple[int, int]] = ()) -> None:
        """Highlight a claim and its parts, and scroll to it if it is not wholly in view."""
        for start, end in self._strong_spans():
            self._repaint_span(start, end)
        self._current = id
        self._overlay.current = self._current_span()
        self._overlay.parts = merged(parts)
        for start, end in self._strong_spans():
            self._repaint_span(start, end)
        if self._overlay.current:
            self.reveal(*self._overlay.current)

    def set_hits(self, spans: Sequence[tuple[int, int]]) -> None:
        """Show the places that a search found."""
        self._overlay.hits = merged(spans)
        self._repaint()

    def reveal(self, start: int, end: int) -> None:
        """Scroll so that ``[start, end)`` is seen, its start a third from the top; or stay."""
        height = self.scrollable_content_region.height
        first, last = self._wrapped.line_of(start), self._wrapped.line_of(max(start, end - 1))
        top = self.scroll_offset.y
        if height and not (top <= first and last < top + height):
            self.scroll_to(y=max(0, first - height // 3), force=True)

    def _strong_spans(self) -> list[tuple[int, int]]:
        current = self._overlay.current
        return [*([current] if current else []), *self._overlay.parts]

    def _current_span(self) -> tuple[int, int] | None:
        mark = self._marks.get(self._current)
        return (mark.start, mark.end) if mark else None

    # Selection

    @property
    def selecting(self) -> bool:
        """Whether there is a caret."""
        return self._caret is not None

    @property
    def extending(self) -> bool:
        """Whether moving the head extends a selection (else it moves a bare caret)."""
        return self._caret is not None and self._caret.anchor is not None

    @property
    def selection(self) -> tuple[int, int] | None:
        """The selected ``[start, end)`` in code points, exact; None while nothing is."""
        return self._caret.span if self._caret else None

    @property
    def caret(self) -> int | None:
        """The offset of the moving end, or None."""
        return self._caret.head if self._caret else None

    def start_selection(self, at: int | None = None) -> None:
        """Put a caret at `at`, else at the current mark if in view, else at the view's top."""
        if at is None:
            top = self.scroll_offset.y
            at = self._wrapped.starts[min(top, len(self._wrapped) - 1)]
            height = self.scrollable_content_region.height
            current = self._overlay.current
            if current and top <= self._wrapped.line_of(current[0]) < top + height:
                at = current[0]
        at = min(max(0, at), len(self.text))
        if not words.in_word(self.text, at):
            following = words.next_word_start(self.text, at)
            at = following if following < len(self.text) else at
        self._set_caret(Caret(words.word_at(self.text, at)[0]))

    def toggle_anchor(self) -> None:
        """Begin to extend from the word at the caret; or go back to a bare caret."""
        if self._caret is not None:
            if self._caret.anchor is None:
                self._caret.drop_anchor(self.text)
            else:
                self._caret.raise_anchor()
            self._set_caret(self._caret)

    def swap_ends(self) -> None:
        """Let the other end of the selection move."""
        if self._caret is not None:
            self._caret.swap()
            self._set_caret(self._caret)

    def select(self, start: int, end: int) -> None:
        """Select ``[start, end)``; its end moves."""
        caret = Caret(end)
        caret.anchor = start
        self._set_caret(caret)

    def move_head(self, by: str, direction: int) -> None:
        """Move the caret or the selection's head by "word", "char", "line" or "sentence".

        Starts a selection if there is none. `direction` is 1 or -1.
        """
        if self._caret is None:
            self.start_selection()
        elif self._caret is not None:
            self._caret.move(self._wrapped, by, direction)
            self._set_caret(self._caret)

    def clear_selection(self) -> None:
        """Take caret and selection away."""
        if self._caret is not None:
            self._set_caret(None)

    def _set_caret(self, caret: Caret | None) -> None:
        touched = [*self._overlay.selected, *self._overlay.caret]
        self._caret = caret
        span = caret.span if caret else None
        self._overlay.selected = [span] if span else []
        self._overlay.caret = []
        if caret is not None:
            at = caret.head
            if span and at == span[1]:
                at = self._wrapped.cluster_start_before(at)
            self._overlay.caret = [(at, max(at + 1, self._wrapped.cluster_end(at)))]
            self.reveal(at, at + 1)
        for start, end in [*touched, *self._overlay.selected, *self._overlay.caret]:
            self._repaint_span(start, end)
        self.post_message(self.SelectionChanged())

    # The mouse

    def offset_at(self, x: int, y: int) -> int | None:
        """The offset of the cluster at a cell of the whole (scrolled) content, or None."""
        return self._wrapped.offset_at(x - MARGIN, y)

    def _nearest(self, event: events.MouseEvent) -> int:
        """The offset under the pointer, else the end of its line."""
        where = event.get_content_offset_capture(self) + self.scroll_offset
        line = min(max(0, where.y), len(self._wrapped) - 1)
        found = self.offset_at(max(MARGIN, where.x), line)
        return self._wrapped.ends[line] if found is None else found

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A press begins a click or a drag."""
        if event.button == 1:
            self._pressed = self._nearest(event)
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """With the button held, select from the press to the pointer."""
        if self._pressed is None:
            return
        here = self._nearest(event)
        if here != self._pressed or self.selecting:
            self.select(*self._dragged(here, exact=event.meta or event.ctrl))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """A release tells of the selection, or of the mark that was clicked."""
        pressed, self._pressed = self._pressed, None
        self.release_mouse()
        if pressed is None:
            return
        here = self._nearest(event)
        if here == pressed:
            self.clear_selection()
            self._click(event)
            return
        self._pressed = pressed
        start, end = self._dragged(here, exact=event.meta or event.ctrl)
        self._pressed = None
        self.select(start, end)
        self.post_message(self.Selected(start, end))

    def _dragged(self, here: int, *, exact: bool) -> tuple[int, int]:
        pressed = self._pressed if self._pressed is not None else here
        start, end = min(pressed, here), max(pressed, here)
        end = min(len(self.text), self._wrapped.cluster_end(end))
        return (start, end) if exact else words.snapped(self.text, start, end)

    def _click(self, event: events.MouseEvent) -> None:
        where = event.get_content_offset_capture(self) + self.scroll_offset
        offset = self.offset_at(where.x, where.y)
        if offset is None:
            return
        ids = [mark.id for mark in self._marks.covering(offset)]
        if ids:
            after = ids.index(self._current) + 1 if self._current in ids else 0
            self.post_message(self.MarkClicked(ids[after % len(ids)]))

    # Layout and drawing

    @property
    def _columns(self) -> int:
        room = self.scrollable_content_region.width - 2 * MARGIN
        return min(MAX_COLUMNS, room) if room > 1 else MAX_COLUMNS

    def on_resize(self) -> None:
        """Wrap anew if the width changed; place and current mark stay in view."""
        current, top = self._overlay.current, self.scroll_offset.y
        # Before the first layout nothing could be in view: then the focus waits for it.
        seen = current is not None and (
            not self._height or top <= self._wrapped.line_of(current[0]) < top + self._height
        )
        self._height = self.scrollable_content_region.height
        if self._columns != self._wrapped.width:
            self._wrapped = Wrapped(self.text, self._columns)
            self._lay_out()
        if seen and current:
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
            strip = self._strips[line] = self._draw(line)
        width = self.scrollable_content_region.width
        return strip.crop_extend(0, width, self.rich_style)

    def _draw(self, line: int) -> Strip:
        base = self.rich_style
        if line >= len(self._wrapped):
            return Strip([], 0)
        segments = [Segment(" " * MARGIN, base)]
        for text, names in line_pieces(self._wrapped, line, self._marks, self._overlay):
            style = self.get_component_rich_style(*names) if names else base
            segments.append(Segment(text, style))
        return Strip(segments)
