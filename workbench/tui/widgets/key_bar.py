"""The keys below the screen, as many as fit."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from workbench.tui.widgets.claim_row import one_line

ROWS = 2
_GAP = "  "


class KeyBar(Static):
    """(key, word) pairs, the most important first, in at most two rows."""

    DEFAULT_CSS = """
    KeyBar { height: auto; max-height: 2; width: 1fr; padding: 0 1; background: $panel;
        color: $foreground; text-wrap: nowrap; }
    """

    def __init__(self, keys: Sequence[tuple[str, str]] = (), *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._keys = list(keys)

    def set_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        """Show other keys."""
        if self._keys != list(keys):
            self._keys = list(keys)
            self._fit()

    def on_resize(self) -> None:
        """Fit the keys to the new width; another height waits for the layout under way."""
        self._fit()
        self.call_after_refresh(self.refresh, layout=True)

    def _fit(self) -> None:
        rows = fitted_keys(self._keys, self.size.width, ROWS)
        lines = [Content(_GAP).join([_pair(key, word) for key, word in row]) for row in rows]
        self.update(Content("\n").join(lines))
        if len(lines) != self.size.height:
            # In the first layout of a screen a wish for another one is not heard.
            self.call_later(self.refresh, layout=True)


def _pair(key: str, word: str) -> Content:
    return Content.assemble((one_line(key), "bold $text-accent"), " ", one_line(word))


def fitted_keys(
    keys: Sequence[tuple[str, str]], width: int, rows: int
) -> list[list[tuple[str, str]]]:
    """The pairs that fit, row by row; what does not fit is left out, the last ones first."""
    found: list[list[tuple[str, str]]] = [[]]
    used = 0
    for key, word in keys:
        size = cell_len(one_line(key)) + 1 + cell_len(one_line(word))
        gap = len(_GAP) if found[-1] else 0
        if used + gap + size > width:
            if len(found) == rows or not found[-1]:
                break
            found.append([])
            used = gap = 0
            if size > width:
                break
        found[-1].append((key, word))
        used += gap + size
    return [row for row in found if row]
