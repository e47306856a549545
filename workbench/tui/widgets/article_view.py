"""The article with its marked claims, on Textual's line API.

All positions are code points of the article's text. The text is wrapped once per width, the
marks are flattened once per change, and a line is drawn only when it is seen.
"""

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip

from workbench.tui.widgets.article_paint import Overlay, line_pieces
from workbench.tui.widgets.few_colours import has_few_colours, with_attributes
from workbench.tui.widgets.marks import FlatMarks, Mark, merged
from workbench.tui.widgets.selectable_view import SelectableView
from workbench.tui.widgets.text_view import MARGIN

__all__ = ["ArticleView", "Mark"]


class ArticleView(SelectableView, can_focus=True):
    """Shows one article; knows marks, search hits, a focused claim and a selection."""

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
        background: $surface;
        color: $foreground;
        & > .article--dimmed { color: $text-muted; text-style: dim italic; }
        & > .article--open { background: $primary 30%; text-style: bold; }
        & > .article--decided { background: $foreground 8%; text-style: underline; }
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

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._marks = FlatMarks(())
        self._current: int | None = None

    # What is shown

    def show(
        self, text: str, marks: Sequence[Mark], dimmed: Sequence[tuple[int, int]] = ()
    ) -> None:
        """Show a new article from its top, with nothing focused or selected."""
        self._current = self._caret = self._pressed = None
        self._overlay = Overlay(dimmed=merged(dimmed))
        self._marks = FlatMarks(marks)
        self.show_text(text)

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

    def _strong_spans(self) -> list[tuple[int, int]]:
        current = self._overlay.current
        return [*([current] if current else []), *self._overlay.parts]

    def _current_span(self) -> tuple[int, int] | None:
        mark = self._marks.get(self._current)
        return (mark.start, mark.end) if mark else None

    def clicked(self, event: events.MouseEvent) -> None:
        """Tell of the mark that was clicked."""
        where = event.get_content_offset_capture(self) + self.scroll_offset
        offset = self.offset_at(where.x, where.y)
        if offset is None:
            return
        ids = [mark.id for mark in self._marks.covering(offset)]
        if ids:
            after = ids.index(self._current) + 1 if self._current in ids else 0
            self.post_message(self.MarkClicked(ids[after % len(ids)]))

    def kept_in_view(self) -> tuple[int, int] | None:
        """The current claim stays in view."""
        return self._overlay.current

    def draw_line(self, line: int) -> Strip:
        """The article's line with its marks."""
        base = self.rich_style
        if line >= len(self._wrapped):
            return Strip([], 0)
        few = has_few_colours(self)
        segments = [Segment(" " * MARGIN, base)]
        for text, names in line_pieces(self._wrapped, line, self._marks, self._overlay):
            style = self.get_component_rich_style(*names) if names else base
            if few and names:
                style = with_attributes(style, names[-1], base)
            segments.append(Segment(text, style))
        return Strip(segments)
