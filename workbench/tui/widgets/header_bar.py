"""The line above: which article, how far, who, and which engine is at work."""

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from workbench.tui.widgets.claim_row import fitted, one_line


class HeaderBar(Static):
    """Title, progress, reviewer and engine in one line; the title gives way first."""

    DEFAULT_CSS = """
    HeaderBar { height: 1; width: 1fr; padding: 0 1; background: $panel; color: $foreground;
        text-wrap: nowrap; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._title = self._reviewer = self._engine = ""
        self._progress: tuple[int, int] | None = None

    def set_all(
        self,
        *,
        title: str | None = None,
        progress: tuple[int, int] | None = None,
        reviewer: str | None = None,
        engine: str | None = None,
    ) -> None:
        """Change what is given; `progress` is (decided, all)."""
        self._title = self._title if title is None else one_line(title)
        self._reviewer = self._reviewer if reviewer is None else one_line(reviewer, 40)
        self._engine = self._engine if engine is None else one_line(engine, 40)
        self._progress = self._progress if progress is None else progress
        self._show()

    def on_resize(self) -> None:
        """Fit the line to the new width."""
        self._show()

    def _show(self) -> None:
        done = f"{self._progress[0]}/{self._progress[1]}" if self._progress else ""
        room = self.size.width
        right = ""
        for piece in (done, self._reviewer, self._engine):
            longer = " · ".join(filter(None, (right, piece)))
            if cell_len(longer) <= room - min(20, room // 2):
                right = longer
        left = fitted(self._title, max(0, room - cell_len(right) - 1))
        self.update(Content.assemble((left, "bold"), " ", right), layout=False)
