"""A list of cards on Textual's line API: what is seen is drawn, nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from workbench.tui.widgets.card import GAP, HEAD, Card, LaidCards, Line
from workbench.tui.widgets.claim_row import fitted, one_line
from workbench.tui.widgets.few_colours import has_few_colours, with_attributes
from workbench.tui.widgets.still_scroll import StillScrollView

MAX_COLUMNS = 96
_INDENT = 3
_AS_IN_ARTICLE = {"mark": "article--current", "strong": "article--hit"}


class CardList(StillScrollView, can_focus=False):
    """A cursor over cards, which is kept in view."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "cards--head",
        "cards--cursor",
        "cards--text",
        "cards--quiet",
        "cards--warning",
        "cards--wrong",
        "cards--mark",
        "cards--strong",
    }
    DEFAULT_CSS = """
    CardList {
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
        background: $surface;
        color: $foreground;
        & > .cards--head { text-style: bold; }
        & > .cards--cursor { background: $accent; color: $background; text-style: bold; }
        & > .cards--quiet { color: $text-muted; }
        & > .cards--warning { color: $warning; text-style: bold; }
        & > .cards--wrong { color: $error; text-style: bold; }
        & > .cards--mark { background: $accent 30%; text-style: bold; }
        & > .cards--strong { color: $error; text-style: bold underline; }
    }
    """
    cursor = reactive(0, repaint=False)
    """Index of the current card; clamped to the list."""

    class Moved(Message):
        """The cursor came to another card. Of a burst only the last arrives."""

        def can_replace(self, message: Message) -> bool:
            """Only where the cursor ends up matters."""
            return isinstance(message, CardList.Moved)

    class Opened(Message):
        """A card was double clicked."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._laid = LaidCards(MAX_COLUMNS)

    @property
    def cards(self) -> Sequence[Card]:
        """What is shown."""
        return self._laid.cards

    def show(self, cards: Sequence[Card], cursor: int = 0) -> None:
        """Show other cards, with the cursor on one of them."""
        self._laid.show(list(cards))
        self._lay_out(cursor)

    def put(self, at: int, card: Card) -> None:
        """Replace one card; the cursor and the place stay."""
        cards = list(self._laid.cards)
        cards[at] = card
        self._laid.show(cards)
        self._lay_out(self.cursor)

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor within the list."""
        return max(0, min(cursor, len(self._laid.cards) - 1))

    def watch_cursor(self) -> None:
        """Show the current card, and tell."""
        self.refresh()
        self._reveal()
        self.post_message(self.Moved())

    def page(self, pages: int) -> None:
        """Scroll by what is in view; the cursor goes to the first card that begins there."""
        height = max(1, self.scrollable_content_region.height - 1)
        top = max(0, min(self.scroll_offset.y + pages * height, int(self.max_scroll_y)))
        at_edge = top == self.scroll_offset.y
        self.scroll_to(y=top, force=True)
        begun = [at for at in range(len(self._laid.cards)) if self._laid.extent(at)[0] >= top]
        if at_edge or not begun:
            self.cursor = len(self._laid.cards) - 1 if pages > 0 else 0
        else:
            self.set_reactive(CardList.cursor, begun[0])
            self.refresh()
            self.post_message(self.Moved())

    def on_resize(self) -> None:
        """Wrap anew if the width changed."""
        width = min(MAX_COLUMNS, self.scrollable_content_region.width - _INDENT - 1)
        if width > 1 and width != self._laid.width:
            cards = self._laid.cards
            self._laid = LaidCards(width)
            self.show(cards, self.cursor)
        self._reveal()

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor, a double click opens."""
        line = event.get_content_offset_capture(self).y + self.scroll_offset.y
        if 0 <= line < len(self._laid.lines):
            self.cursor = self._laid.lines[line].card
            if event.chain == 2:
                self.post_message(self.Opened())

    def _lay_out(self, cursor: int) -> None:
        self.virtual_size = Size(0, len(self._laid.lines))
        self.cursor = cursor
        self.refresh()
        self._reveal()

    def _reveal(self) -> None:
        """Scroll so that the current card is seen, its head at least."""
        height = self.scrollable_content_region.height
        if not height or not self._laid.cards:
            return
        first, last = self._laid.extent(self.cursor)
        top = self.scroll_offset.y
        if first < top or last - first > height:
            self.scroll_to(y=first, force=True)
        elif last > top + height:
            self.scroll_to(y=last - height, force=True)

    def render_line(self, y: int) -> Strip:
        """The strip of a line in view."""
        width = self.scrollable_content_region.width
        at = y + self.scroll_offset.y
        base = self.rich_style
        if at >= len(self._laid.lines):
            return Strip.blank(width, base)
        line = self._laid.lines[at]
        if line.block == GAP:
            return Strip.blank(width, base)
        if line.block == HEAD:
            return self._head(line, width)
        return Strip(self._body(line, base)).adjust_cell_length(width, base)

    def _head(self, line: Line, width: int) -> Strip:
        current = line.card == self.cursor
        style = self.get_component_rich_style("cards--cursor" if current else "cards--head")
        if current and has_few_colours(self):
            style = with_attributes(style, "article--current", self.rich_style)
        card = self._laid.cards[line.card]
        whole = min(width, self._laid.width + _INDENT) - 3
        aside = _aside(one_line(card.aside), whole - whole // 3)
        room = whole - cell_len(aside)
        head = f"{'›' if current else ' '} {fitted(one_line(card.head), room)} {aside}"
        return Strip([Segment(head, style)]).adjust_cell_length(width, style)

    def _body(self, line: Line, base: Style) -> list[Segment]:
        block = self._laid.cards[line.card].blocks[line.block]
        plain = self.get_component_rich_style(f"cards--{block.kind}")
        few = has_few_colours(self)
        segments = [Segment(" " * _INDENT, base)]
        for text, name in self._laid.pieces(line):
            style = plain
            if name:
                style = self.get_component_rich_style(f"cards--{name}")
                style = with_attributes(style, _AS_IN_ARTICLE[name], base) if few else style
            segments.append(Segment(text, style))
        return segments


def _aside(text: str, room: int) -> str:
    """What stands beside the head in at most `room` cells; its first part gives way first."""
    first, dot, rest = text.partition(" · ")
    left = room - cell_len(dot + rest)
    if cell_len(text) <= room:
        return text
    if dot and left > 0:
        return fitted(first, left) + dot + rest
    return _aside(rest, room) if dot else fitted(text, room)
