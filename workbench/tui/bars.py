"""Bars of line and block characters: what a terminal can draw of numbers without any library."""

from __future__ import annotations

from collections.abc import Sequence

_LEVELS = " ▁▂▃▄▅▆▇█"


def bar(done: float, most: float, width: int) -> str:
    """A line as long as a number, half a cell fine; at most `width` cells.

    What is more than nothing shows.
    """
    halves = int(min(1.0, max(0.0, done / most)) * width * 2) if most > 0 else 0
    if most > 0 and done > 0:
        halves = max(1, halves)
    whole, rest = divmod(halves, 2)
    return ("━" * whole + "╸" * rest)[: max(0, width)]


def progress_bar(done: int, total: int, width: int) -> str:
    """A line that fills; begun work shows, and a full line is all done."""
    return bar(done, total, width).ljust(width, "─")


def columns(values: Sequence[float], height: int, width: int) -> list[str]:
    """Columns side by side; `height` lines, the top one first.

    The largest value fills its column, and what is more than nothing shows. Few columns are
    wider, as far as `width` cells go.
    """
    most = max(values, default=0)
    levels = [
        max(1, round(value / most * height * 8)) if most > 0 and value > 0 else 0
        for value in values
    ]
    each = max(1, min(3, width // max(1, len(values))))
    gap = " " if each > 1 else ""
    return [
        "".join(
            _LEVELS[min(8, max(0, level - 8 * row))] * (each - len(gap)) + gap for level in levels
        )
        for row in reversed(range(height))
    ]
