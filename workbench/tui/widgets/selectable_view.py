"""Selecting in a text, by keys and by mouse, in offsets of the document.

Textual's own selection works in cells of visual rows; ours keeps an anchor and a head in code
points, and finds the cluster under the pointer.
"""

from textual import events
from textual.message import Message

from workbench.text.graphemes import cluster_at, next_boundary, previous_boundary
from workbench.tui.widgets import words
from workbench.tui.widgets.article_paint import Overlay
from workbench.tui.widgets.caret import Caret
from workbench.tui.widgets.text_view import MARGIN, TextView

_NAME = "article_view"  # handlers are named after the widget that the screen knows


class SelectableView(TextView):
    """A text view with a caret and a selection."""

    class Selected(Message, namespace=_NAME):
        """A drag with the mouse ended: ``[start, end)``, whole words unless alt or ctrl is held."""

        def __init__(self, start: int, end: int) -> None:
            self.start = start
            self.end = end
            super().__init__()

    class SelectionChanged(Message, namespace=_NAME):
        """The caret or the selection moved, began or ended."""

        def can_replace(self, message: Message) -> bool:
            """Only the last of a burst matters."""
            return isinstance(message, SelectableView.SelectionChanged)

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._overlay = Overlay()
        self._caret: Caret | None = None
        self._pressed: int | None = None

    def clicked(self, event: events.MouseEvent) -> None:
        """A click that was no drag."""

    @property
    def selecting(self) -> bool:
        """Whether there is a caret."""
        return self._caret is not None

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
        word = words.word_at(self.text, at)
        following = word[0] if word else words.next_word_start(self.text, at)
        self._set_caret(Caret(following if following < len(self.text) else at))

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

    def _set_caret(self, caret: Caret | None, *, reveal: bool = True) -> None:
        touched = [*self._overlay.selected, *self._overlay.caret]
        self._caret = caret
        span = caret.span if caret else None
        self._overlay.selected = [span] if span else []
        self._overlay.caret = []
        if caret is not None:
            at = caret.head
            if span and at == span[1]:
                at = previous_boundary(self.text, at)
            self._overlay.caret = [(at, max(at + 1, next_boundary(self.text, at)))]
            if reveal:
                self.reveal(at, at + 1)
        for start, end in [*touched, *self._overlay.selected, *self._overlay.caret]:
            self._repaint_span(start, end)
        self.post_message(self.SelectionChanged())

    # The mouse

    def _nearest(self, event: events.MouseEvent) -> int:
        """The offset under the pointer (the nearest line in view), else the end of its line."""
        x, y = event.get_content_offset_capture(self)
        row = min(max(0, y), self.scrollable_content_region.height - 1)
        line = min(max(0, row + self.scroll_offset.y), len(self._wrapped) - 1)
        found = self.offset_at(max(MARGIN, x), line)
        return self._wrapped.ends[line] if found is None else found

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A press begins a click or a drag."""
        if event.button == 1:
            self._pressed = self._nearest(event)
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """With the button held, select from the press to the pointer; scroll past the edges."""
        if self._pressed is None:
            return
        if past := self._past_edge(event):
            self.scroll_to(y=self.scroll_offset.y + past, force=True)
        here = self._nearest(event)
        if here != self._pressed or self.selecting:
            self._drag(self._pressed, here, exact=event.meta or event.ctrl)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """A release tells of the selection, or of the mark that was clicked."""
        pressed, self._pressed = self._pressed, None
        self.release_mouse()
        if pressed is None:
            return
        here = self._nearest(event)
        if here == pressed:
            self.clear_selection()
            self.clicked(event)
            return
        start, end = self._drag(pressed, here, exact=event.meta or event.ctrl)
        self.post_message(self.Selected(start, end))

    def _past_edge(self, event: events.MouseEvent) -> int:
        """How many lines the pointer is above (negative) or below what is in view."""
        y = event.get_content_offset_capture(self).y
        return min(0, y) + max(0, y - self.scrollable_content_region.height + 1)

    def _drag(self, pressed: int, here: int, *, exact: bool) -> tuple[int, int]:
        start = cluster_at(self.text, min(pressed, here))[0]
        end = next_boundary(self.text, max(pressed, here))
        if not exact:
            start, end = words.snapped(self.text, start, end)
        caret = Caret(start if here < pressed else end)
        caret.anchor = end if here < pressed else start
        # The pointer is in view; the caret may be a word away from it.
        self._set_caret(caret, reveal=False)
        return start, end
