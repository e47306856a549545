"""The list of articles, with how far she is in each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from db.rows import Progress
from workbench.tui.bars import progress_bar
from workbench.tui.keys.table import KeyTable
from workbench.tui.screens.page import Choice
from workbench.tui.theme import verdict_colour
from workbench.tui.widgets.claim_list import Row

BAR = 8


def article_rows(progress: Sequence[Progress], colours: Mapping[str, str]) -> list[Row]:
    """A row for each article: a sign, a bar, the title and the numbers."""
    rows = []
    for article in progress:
        done, total = article.decided + article.discarded, article.claims
        ready = total > 0 and done >= total
        glyph, colour = ("✓", "green") if ready else ("◐", "yellow") if done else ("○", "")
        colour = verdict_colour(colour, colours)
        text = f"{progress_bar(done, total, BAR)} {article.title or 'untitled'}"
        count = f"{done}/{total}"
        rows.append(Row(article.article_seq, glyph, "", colour, text, None, False, count))
    return rows


class Articles(Choice[int]):
    """Choose an article; answers with its number in the store."""

    def __init__(self, progress: Sequence[Progress], current: int | None, keys: KeyTable) -> None:
        done = sum(p.decided + p.discarded for p in progress)
        claims = sum(p.claims for p in progress)
        heading = f"{len(progress)} articles · {done} of {claims} claims decided"
        super().__init__(heading, "enter go there · esc close", keys)
        self._progress, self._current = progress, current

    def on_mount(self) -> None:
        """Show them, from where she is."""
        self.show(article_rows(self._progress, self.app.theme_variables), self._current)

    def pick(self, row_id: int) -> None:
        """Go to this article."""
        self.dismiss(row_id)
