"""The dialogs of the export screen: one of several, and some of several."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.tui.keys.table import KeyTable
from workbench.tui.screens.page import Choice
from workbench.tui.widgets.claim_list import Row

Offer = Sequence[tuple[str, str]]
"""What can be chosen: its id, and how it reads."""


class OneOf(Choice[str]):
    """Choose one; answers with its id."""

    def __init__(self, heading: str, offered: Offer, chosen: str, keys: KeyTable) -> None:
        super().__init__(heading, "enter choose · esc close", keys)
        self._offered = offered
        self._chosen = next((at for at, one in enumerate(offered) if one[0] == chosen), 0)

    def on_mount(self) -> None:
        """Show them, at the one in force."""
        rows = [
            _row(self, at, word, at == self._chosen) for at, (_, word) in enumerate(self._offered)
        ]
        self.show(rows, self._chosen)

    def pick(self, row_id: int) -> None:
        """Take the line."""
        self.dismiss(self._offered[row_id][0])


class SomeOf(Choice[tuple[str, ...]]):
    """Turn lines on and off; answers with the ids that are on. None on is all."""

    def __init__(self, heading: str, offered: Offer, chosen: Sequence[str], keys: KeyTable) -> None:
        super().__init__(heading, "space on or off · enter done · esc close", keys)
        self._offered, self._chosen = offered, set(chosen)

    def on_mount(self) -> None:
        """Show what is on."""
        self._fill(0)

    def toggle(self, row_id: int) -> None:
        """Turn a line on or off, and stay."""
        self._chosen ^= {self._offered[row_id][0]}
        self._fill(row_id)

    def pick(self, row_id: int) -> None:
        """Done; where nothing was turned on, the line under the cursor is meant."""
        chosen = self._chosen or {self._offered[row_id][0]}
        self.dismiss(tuple(name for name, _ in self._offered if name in chosen))

    def _fill(self, current: int) -> None:
        rows = [
            _row(self, at, word, name in self._chosen)
            for at, (name, word) in enumerate(self._offered)
        ]
        self.show(rows, current)


def _row(dialog: Choice[str] | Choice[tuple[str, ...]], at: int, word: str, on: bool) -> Row:
    glyph, colour = ("●", dialog.app.theme_variables["success"]) if on else ("○", "")
    return Row(at, glyph, "", colour, word, None, False, "")
