"""A caret and a selection in document offsets, moved by words, characters, lines, sentences."""

from workbench.text.graphemes import next_boundary, previous_boundary
from workbench.tui.widgets import words
from workbench.tui.widgets.wrapping import Wrapped


class Caret:
    """Anchor and head of a selection in an article; without an anchor only a caret."""

    def __init__(self, at: int) -> None:
        """Put the caret at offset `at`."""
        self.head = at
        self.anchor: int | None = None
        self._goal: int | None = None

    @property
    def span(self) -> tuple[int, int] | None:
        """The selected ``[start, end)``, or None while it is empty."""
        if self.anchor is None or self.anchor == self.head:
            return None
        return min(self.anchor, self.head), max(self.anchor, self.head)

    def drop_anchor(self, text: str) -> None:
        """Begin to select: the word at the caret at first."""
        self.anchor, self.head = words.word_at(text, self.head) or (self.head, self.head)

    def raise_anchor(self) -> None:
        """Go back to a caret alone, at the start of what was selected."""
        if self.anchor is not None:
            self.head, self.anchor = min(self.anchor, self.head), None

    def swap(self) -> None:
        """Exchange the ends, so that the other one moves."""
        if self.anchor is not None:
            self.anchor, self.head = self.head, self.anchor
            self._goal = None

    def move(self, wrapped: Wrapped, by: str, direction: int) -> None:
        """Move the head one step; direction is 1 or -1.

        Raises:
            KeyError: `by` is not "word", "char", "line" or "sentence".
        """
        if by == "line":
            self._move_line(wrapped, direction)
            return
        self._goal = None
        steps = {"word": self._word, "char": self._char, "sentence": self._sentence}
        self.head = steps[by](wrapped, direction)

    def _char(self, wrapped: Wrapped, direction: int) -> int:
        step = next_boundary if direction > 0 else previous_boundary
        return step(wrapped.text, self.head)

    def _word(self, wrapped: Wrapped, direction: int) -> int:
        text, head = wrapped.text, self.head
        if self.anchor is None:
            if direction > 0:
                following = words.next_word_start(text, head)
                return following if following < len(text) else head
            return words.word_start_before(text, head)
        if direction > 0:
            forward = head >= self.anchor
            return (words.next_word_end if forward else words.next_word_start)(text, head)
        backward = head <= self.anchor
        return (words.word_start_before if backward else words.word_end_before)(text, head)

    def _sentence(self, wrapped: Wrapped, direction: int) -> int:
        text, head = wrapped.text, self.head
        if direction < 0:
            return words.sentence_start_before(text, head)
        if self.anchor is not None and head >= self.anchor:
            return words.next_sentence_end(text, head)
        return words.next_sentence_start(text, head)

    def _move_line(self, wrapped: Wrapped, direction: int) -> None:
        column, line = wrapped.cell_of(self.head)
        column = column if self._goal is None else self._goal
        self._goal = column
        target = line + direction
        if not 0 <= target < len(wrapped):
            return
        offset = wrapped.offset_at(column, target)
        self.head = wrapped.ends[target] if offset is None else offset
