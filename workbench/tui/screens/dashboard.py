"""The dashboard: how the work of the team stands."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen

from workbench.tui.board import board_lines
from workbench.tui.desk import Desk, DeskError
from workbench.tui.keys.table import DASHBOARD, DIALOG, KeyTable, key_of
from workbench.tui.screens.help import help_page
from workbench.tui.theme import verdict_colour
from workbench.tui.widgets.header_bar import HeaderBar
from workbench.tui.widgets.key_bar import KeyBar
from workbench.tui.widgets.notice_bar import NoticeBar
from workbench.tui.widgets.report_view import ReportView

if TYPE_CHECKING:
    from workbench.review.dashboard import Dashboard
    from workbench.review.schemes import Scheme
    from workbench.review.session import Session


class DashboardScreen(Screen[None]):
    """Reads the state of the work on the desk, and shows it; `r` reads it again.

    Args:
        desk: the thread that holds the store.
        keys: the keys in force.
    """

    AUTO_FOCUS = ""

    def __init__(self, desk: Desk, keys: KeyTable) -> None:
        super().__init__()
        self._desk, self._keys = desk, keys
        self._reading = False

    def compose(self) -> ComposeResult:
        """The report between the bars."""
        yield HeaderBar(id="header")
        yield ReportView(id="report")
        yield NoticeBar(id="notice")
        scrolling = [("j k", "scroll")]
        yield KeyBar([*scrolling, *self._keys.bar(DASHBOARD)], id="keys")

    def on_mount(self) -> None:
        """Paint first; then read."""
        self.query_one(HeaderBar).set_all(title="How the work stands")
        self.app.theme_changed_signal.subscribe(self, lambda _: self._read_soon())
        self._read_soon()

    def on_key(self, event: events.Key) -> None:
        """Scroll, read again or close."""
        key = key_of(event)
        command = self._keys.find(DASHBOARD, key) or self._keys.find(DIALOG, key)
        name = command.id if command else ""
        report = self.query_one(ReportView)
        moves = {
            "down": report.scroll_down,
            "up": report.scroll_up,
            "dialog-page-down": report.scroll_page_down,
            "toggle": report.scroll_page_down,
            "dialog-page-up": report.scroll_page_up,
            "top": report.scroll_home,
            "bottom": report.scroll_end,
        }
        if name in moves:
            moves[name](animate=False)
        elif name in ("close", "board-close"):
            self.dismiss()
        elif name == "board-again":
            self._read_soon()
        elif name == "board-help":
            self.app.push_screen(help_page(self._keys, DASHBOARD))
        else:
            return
        event.stop()

    def _read_soon(self) -> None:
        if not self._reading:
            self._reading = True
            self.query_one(NoticeBar).say("reading how the work stands …")
            self.run_worker(self._read(), group="dashboard")

    async def _read(self) -> None:
        def read(session: Session) -> tuple[Dashboard, Scheme, str]:
            return session.dashboard(), session.scheme, session.reviewer

        try:
            board, scheme, name = await self._desk.do(read, patient=False)
        except DeskError as error:
            self.query_one(NoticeBar).say(str(error), "error")
            return
        finally:
            self._reading = False
        colours = self.app.theme_variables
        self.query_one(ReportView).show(
            lambda width: board_lines(board, scheme, lambda c: verdict_colour(c, colours), width)
        )
        self.query_one(HeaderBar).set_all(reviewer=name)
        self.query_one(NoticeBar).say(self._as_of(board))

    def _as_of(self, board: Dashboard) -> str:
        from workbench.review.blind import told

        return " · ".join(
            filter(None, (f"as of {datetime.now(UTC):%H:%M:%S} UTC", told(board.viewer)))
        )
