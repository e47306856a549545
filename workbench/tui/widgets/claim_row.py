"""Draw one row of the claim list: glyph, text, tags, note sign and score in one line."""

from functools import lru_cache

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.color import Color, ColorParseError
from textual.strip import Strip

from workbench.tui.widgets.row_cache import Row
from workbench.tui.widgets.wrapping import displayed

_TAGS_FROM = 60
_SCORE_FROM = 28


def one_line(text: str, limit: int = 400) -> str:
    """Untrusted text on one safe line: white space collapsed, at most `limit` characters."""
    return displayed(" ".join(text[: 4 * limit].split()))[:limit]


def fitted(text: str, width: int) -> str:
    """`text` in exactly `width` cells: padded, or cut between clusters with an ellipsis."""
    if width <= 0:
        return ""
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    return set_cell_size(text, width - 1) + "…"


@lru_cache(maxsize=64)
def colour(name: str) -> Style:
    """The Rich style of a colour's name or hex value; no style for an unknown one."""
    try:
        return Style(color=Color.parse(name).rich_color) if name else Style()
    except ColorParseError:
        return Style()


def draw_row(row: Row | None, width: int, *, base: Style, dim: Style, current: bool) -> Strip:
    """The strip of a row, exactly `width` cells; a row not loaded yet is an ellipsis."""
    pointer = "›" if current else " "
    if row is None:
        return Strip([Segment(fitted(f"{pointer} …", width), base)], width)
    glyph = fitted(one_line(row.glyph) or " ", 2)
    left = pointer + glyph
    right = "*" if row.note else " "
    if row.score is not None and width >= _SCORE_FROM:
        right += f" {row.score:.2f}"
    tags = one_line(row.tags, 80) if width >= _TAGS_FROM else ""
    if cell_len(tags) > width // 4:
        tags = fitted(tags, width // 4)
    room = width - cell_len(left) - cell_len(right) - 1 - (cell_len(tags) + 1 if tags else 0)
    segments = [
        Segment(pointer, base),
        # Over the cursor's background the theme's own contrast wins.
        Segment(glyph, base if current else base + colour(row.style)),
        Segment(fitted(one_line(row.text), room) + " ", base),
    ]
    if tags:
        segments.append(Segment(tags + " ", base if current else base + dim))
    segments.append(Segment(right, base if current else base + dim))
    return Strip(segments).adjust_cell_length(width, base)
