"""Several short texts side by side, as many as fit in a row; the others below them."""

from collections.abc import Sequence
from itertools import zip_longest

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

NARROWEST, WIDEST = 22, 76
"""Cells of a column, at least and at most."""

_RULE = Content.assemble((" │ ", "dim"))
_EMPTY = Content("")


class SideBySide(VerticalScroll, can_focus=False):
    """A heading over columns; scrolls where they are long."""

    DEFAULT_CSS = """
    SideBySide { height: 1fr; padding: 0 1; background: $surface; scrollbar-gutter: stable;
        scrollbar-size-vertical: 1; }
    SideBySide > Static { width: 1fr; height: auto; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        self._body = Static(_EMPTY, markup=False)
        self._head, self._cells = _EMPTY, tuple[Content, ...]()
        super().__init__(self._body, id=id)

    def show(self, head: Content, cells: Sequence[Content]) -> None:
        """Show a heading and columns, from the top."""
        self._head, self._cells = head, tuple(cells)
        self._lay_out()
        self.scroll_home(animate=False)

    def on_resize(self) -> None:
        """As many columns as fit now."""
        self._lay_out()

    def _lay_out(self) -> None:
        rows = side_by_side(self._cells, self.scrollable_content_region.width)
        self._body.update(Content("\n").join([self._head, *rows]))


def side_by_side(cells: Sequence[Content], width: int) -> list[Content]:
    """Lines of at most `width` cells in which the contents stand beside each other.

    Rows have equally many columns, as far as they go; an empty line parts two rows.
    """
    if not cells or width < 1:
        return []
    gap = _RULE.cell_length
    fitting = max(1, min(len(cells), (width + gap) // (NARROWEST + gap)))
    rows = -(-len(cells) // fitting)
    across = -(-len(cells) // rows)
    column = max(1, min(WIDEST, (width - gap * (across - 1)) // across))
    lines: list[Content] = []
    for first in range(0, len(cells), across):
        wrapped = [cell.wrap(column) for cell in cells[first : first + across]]
        lines += [_EMPTY] if lines else []
        lines += [
            _RULE.join([piece.truncate(column, pad=True) for piece in pieces])
            for pieces in zip_longest(*wrapped, fillvalue=_EMPTY)
        ]
    return lines
