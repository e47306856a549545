"""The application: themes, the one style sheet, and the review screen."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.app import App
from textual.command import Provider

from workbench.tui import theme
from workbench.tui.desk import Desk
from workbench.tui.ending import watch_for_the_end
from workbench.tui.keys.own import config_folder, read_keymap
from workbench.tui.keys.table import KeyMapError
from workbench.tui.screens.adjudication import AdjudicationScreen
from workbench.tui.screens.keyed import KeyedScreen
from workbench.tui.screens.review import ReviewScreen

if TYPE_CHECKING:
    from workbench.review.session import Session


class Start(NamedTuple):
    """Where to begin."""

    article: str | None = None  # beginning of an id, title, or number in the store
    warning: str = ""  # told when the screen is ready
    settling: str = ""  # begin with what reviewers disagree on, in this order


class WorkbenchApp(App[int]):
    """Shows the review screen, or the adjudication screen, on one session.

    Args:
        connect: opens the store; called in the desk's thread after the first paint.
        start: where to begin.
        keymap_file: the reviewer's own keys; by default in her settings folder.
    """

    TITLE = "Workbench"
    CSS_PATH = "style.tcss"
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - as Textual declares it
        (0, "-stacked"),
        (72, "-narrow"),
        (100, "-wide"),
        (160, "-broad"),
    ]
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = set()
    VERTICAL_BREAKPOINTS = [(0, "-short"), (32, "-tall")]  # noqa: RUF012 - as above

    def __init__(
        self,
        connect: Callable[[], Session],
        start: Start = Start(),  # noqa: B008 - immutable
        keymap_file: Path | None = None,
    ) -> None:
        super().__init__()
        theme.install(self, os.environ)
        self.animation_level = "none"
        self._start = start
        self._keymap_file = keymap_file or config_folder() / "keys.toml"
        self.desk = Desk(connect, self._waiting)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our colours, for themes that do not know them."""
        return theme.defaults()

    def on_mount(self) -> None:
        """Show the first screen."""
        watch_for_the_end(lambda code: self.exit(return_code=code))
        start, keymap = self._start, {}
        try:
            keymap = read_keymap(self._keymap_file)
        except KeyMapError as error:
            start = start._replace(warning=f"your key map is not in force: {error}")
        if start.settling:
            self.push_screen(AdjudicationScreen(self.desk, keymap, start.settling))
        else:
            self.push_screen(ReviewScreen(self.desk, start, keymap))

    async def on_unmount(self) -> None:
        """Let the store finish and close."""
        await self.desk.close()

    def _waiting(self, doing: str) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, KeyedScreen):
                screen.wait(doing)
