"""The list of articles, with how far she is in each."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from db.rows import Progress
from workbench.tui.bars import progress_bar
from workbench.tui.keys.table import KeyTable
from workbench.tui.screens.page import Choice
from workbench.tui.theme import verdict_colour
from workbench.tui.widgets.claim_list import Row

BAR = 8
BARE = "no suggestions"


def article_rows(
    progress: Sequence[Progress], colours: Mapping[str, str], unaided: Collection[int] = ()
) -> list[Row]:
    """A row for each article: a sign, a bar, the title and the numbers.

    Of an article without suggestions, in which nothing is marked yet, it says that.
    """
    rows = []
    for article in progress:
        done, total = article.decided + article.discarded, article.claims
        ready = total > 0 and done >= total
        glyph, colour = ("✓", "green") if ready else ("◐", "yellow") if done else ("○", "")
        colour = verdict_colour(colour, colours)
        text = f"{progress_bar(done, total, BAR)} {article.name}"
        bare = not total and article.article_seq in unaided
        count = BARE if bare else f"{done}/{total}"
        rows.append(Row(article.article_seq, glyph, "", colour, text, None, False, count))
    return rows


class Articles(Choice[int]):
    """Choose an article; answers with its number in the store."""

    def __init__(
        self,
        progress: Sequence[Progress],
        current: int | None,
        keys: KeyTable,
        unaided: Collection[int] = (),
    ) -> None:
        done = sum(p.decided + p.discarded for p in progress)
        claims = sum(p.claims for p in progress)
        heading = f"{len(progress)} articles · {done} of {claims} claims decided"
        super().__init__(heading, "enter go there · esc close", keys)
        self._progress, self._current, self._unaided = progress, current, unaided

    def on_mount(self) -> None:
        """Show them, from where she is."""
        rows = article_rows(self._progress, self.app.theme_variables, self._unaided)
        self.show(rows, self._current)

    def pick(self, row_id: int) -> None:
        """Go to this article."""
        self.dismiss(row_id)
