"""The list of claims on Textual's line API: 100,000 rows as fast as ten.

Only ids are held for all rows. Rows come from an async loader in pages, the visible ones
first; drawing never loads.
"""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from workbench.tui.widgets.claim_row import draw_row
from workbench.tui.widgets.row_cache import Row, RowCache
from workbench.tui.widgets.still_scroll import StillScrollView

__all__ = ["ClaimList", "Loader", "Row"]

Loader = Callable[[Sequence[int]], Awaitable[Sequence[Row]]]
_CACHED_LINES = 2000


class ClaimList(StillScrollView, can_focus=True):
    """A cursor over claim ids; tells when it moves and when a row is opened."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", "Up", show=False),
        Binding("down", "step(1)", "Down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("home", "go(0)", "First", show=False),
        Binding("end", "go(-1)", "Last", show=False),
        Binding("enter", "open", "Open", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"claims--cursor", "claims--dim"}
    DEFAULT_CSS = """
    ClaimList {
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
        background: $surface;
        color: $foreground;
        & > .claims--cursor { background: $accent; color: $background; text-style: bold; }
        & > .claims--dim { color: $text-muted; }
    }
    """
    cursor = reactive(0, repaint=False)
    """Index of the current row; clamped to the list."""

    class Moved(Message):
        """The cursor came to another row. Of a burst only the last arrives."""

        def __init__(self, index: int, id: int) -> None:
            self.index = index
            self.id = id
            super().__init__()

        def can_replace(self, message: Message) -> bool:
            """Only where the cursor ends up matters."""
            return isinstance(message, ClaimList.Moved)

    class Opened(Message):
        """A row was chosen with enter or a double click."""

        def __init__(self, index: int, id: int) -> None:
            self.index = index
            self.id = id
            super().__init__()

    def __init__(
        self, loader: Loader | None = None, *, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.loader = loader
        self._ids: Sequence[int] = ()
        self._index: dict[int, int] | None = None
        self._aside = False
        self._rows = RowCache()
        self._strips: dict[tuple[int, int, bool], Strip] = {}
        self._loading = False
        # What changed while a page was under way: its rows may be older than that.
        self._changed: set[int] = set()
        self._changed_all = False

    @property
    def ids(self) -> Sequence[int]:
        """All ids, in the order shown."""
        return self._ids

    @property
    def current_id(self) -> int | None:
        """The id under the cursor; None in an empty list, or while it stands aside."""
        return self._ids[self.cursor] if self._ids and not self._aside else None

    def set_ids(self, ids: Sequence[int]) -> None:
        """Show other claims; the cursor stays on its claim, else at its index."""
        before = self._ids[self.cursor] if self._ids else None
        self._ids = ids
        self._index = None
        self.virtual_size = Size(0, len(ids))
        self._forget_lines()
        index = self.index_of(before) if before is not None else None
        self._put_cursor(self.cursor if index is None else index)
        if index is None:
            self._tell()
        self._load()

    def index_of(self, id: int) -> int | None:
        """Where a claim stands in the list, or None."""
        if self._index is None:
            self._index = {claim_id: index for index, claim_id in enumerate(self._ids)}
        return self._index.get(id)

    def move_to(self, index: int) -> None:
        """Put the cursor on a row (clamped) and show it."""
        was, aside, self._aside = self.cursor, self._aside, False
        self._put_cursor(index)
        if aside and self.cursor == was:
            self.watch_cursor(was, was)

    def step_aside(self) -> None:
        """Let no claim be the current one, until the cursor is put on a row again."""
        self._aside = True
        self.refresh_line(self.cursor)

    def move_to_id(self, id: int) -> bool:
        """Put the cursor on a claim.

        Returns:
            False if the claim is not in the list; then nothing moves.
        """
        index = self.index_of(id)
        if index is not None:
            self.move_to(index)
        return index is not None

    def row(self, id: int) -> Row | None:
        """The row of a claim if it is loaded."""
        return self._rows.get(id)

    def put(self, row: Row) -> None:
        """Replace one row at once; only its line is drawn anew."""
        self._rows.put([row])
        self._changed.add(row.id)
        self._forget_lines(row.id)
        index = self.index_of(row.id)
        if index is not None:
            self.refresh_line(index)

    def invalidate(self, ids: Iterable[int] | None = None) -> None:
        """Load some rows, or all, anew when they are next in view."""
        ids = None if ids is None else list(ids)
        self._rows.drop(ids)
        self._changed.update(ids or ())
        self._changed_all = self._changed_all or ids is None
        self._load()

    # Cursor

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor within the list."""
        return max(0, min(cursor, len(self._ids) - 1))

    def watch_cursor(self, before: int, after: int) -> None:
        """Redraw two lines and tell."""
        self.refresh_line(before)
        self.refresh_line(after)
        self._tell()

    def _tell(self) -> None:
        if self._ids and not self._aside:
            self.post_message(self.Moved(self.cursor, self._ids[self.cursor]))

    def _put_cursor(self, index: int) -> None:
        self.cursor = index
        self._show_cursor()

    def _show_cursor(self) -> None:
        height = self.scrollable_content_region.height
        top = self.scroll_offset.y
        if height and self.cursor < top:
            self.scroll_to(y=self.cursor, force=True)
        elif height and self.cursor >= top + height:
            self.scroll_to(y=self.cursor - height + 1, force=True)

    def action_step(self, rows: int) -> None:
        """Move the cursor by some rows."""
        self.move_to(self.cursor + rows)

    def action_page(self, pages: int) -> None:
        """Move the cursor by what is in view."""
        self.move_to(self.cursor + pages * max(1, self.scrollable_content_region.height - 1))

    def action_go(self, index: int) -> None:
        """Move the cursor to an index; -1 is the last."""
        self.move_to(index if index >= 0 else len(self._ids) + index)

    def action_open(self) -> None:
        """Say that the current row was chosen."""
        if self._ids:
            self.post_message(self.Opened(self.cursor, self._ids[self.cursor]))

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor, a double click opens."""
        index = event.get_content_offset_capture(self).y + self.scroll_offset.y
        if 0 <= index < len(self._ids):
            self.move_to(index)
            if event.chain == 2:
                self.action_open()

    # Loading

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Load what comes into view."""
        super().watch_scroll_y(old_value, new_value)
        self._load()

    def on_resize(self) -> None:
        """Keep the cursor in view and load what is new there."""
        self._forget_lines()
        self._show_cursor()
        self._load()

    def _load(self) -> None:
        if self.loader is not None and self._ids and not self._loading and self.is_attached:
            self._loading = True
            self.run_worker(self._load_pages(self.loader), group="claim rows")

    async def _load_pages(self, loader: Loader) -> None:
        """Load page after page for what is in view *now*, until nothing is missing."""
        try:
            while wanted := self._wanted():
                self._changed.clear()
                self._changed_all = False
                rows = {row.id: row for row in await loader(wanted)}
                if self._changed_all:
                    continue
                # Gone from the store since the ids were read: not asked for again.
                loaded = [rows.get(id) or _gone(id) for id in wanted]
                self._rows.put(row for row in loaded if row.id not in self._changed)
                self._forget_lines()
        finally:
            self._loading = False

    def _wanted(self) -> list[int]:
        top = self.scroll_offset.y
        height = max(1, self.scrollable_content_region.height)
        last = min(top + height, len(self._ids)) - 1
        return self._rows.missing(self._ids, min(top, max(0, last)), last) if self._ids else []

    # Drawing

    def notify_style_update(self) -> None:
        """Forget what was drawn with the old styles."""
        self._strips.clear()
        super().notify_style_update()

    def _forget_lines(self, id: int | None = None) -> None:
        if id is None:
            self._strips.clear()
            self.refresh()
        else:
            for key in [key for key in self._strips if key[0] == id]:
                del self._strips[key]

    def render_line(self, y: int) -> Strip:
        """The strip of a row in view."""
        width = self.scrollable_content_region.width
        index = y + self.scroll_offset.y
        base = self.rich_style
        if index >= len(self._ids):
            return Strip.blank(width, base)
        current = index == self.cursor and not self._aside
        key = (self._ids[index], width, current)
        strip = self._strips.get(key)
        if strip is None:
            if len(self._strips) > _CACHED_LINES:
                self._strips.clear()
            if current:
                base = self.get_component_rich_style("claims--cursor")
            dim = self.get_component_rich_style("claims--dim", partial=True)
            row = self._rows.get(key[0])
            strip = draw_row(row, width, base=base, dim=dim, current=current)
            self._strips[key] = strip
        return strip


def _gone(id: int) -> Row:
    return Row(id, "", "", "", "(no longer in the store)", None, False, "")
