"""The export screen: what is asked for beside what it would hold; then it is written.

The rules are those of `workbench.dataset`; nothing is read or written in the screen's own thread.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content

from workbench.dataset.choice import ChoiceError
from workbench.text.display import safe_line
from workbench.tui.desk import Desk, DeskError
from workbench.tui.exporting.asked import ON_OFF, Asked, Setting, flipped, settings, typed_path
from workbench.tui.exporting.report import preview_lines, written_lines
from workbench.tui.exporting.work import ExportWork
from workbench.tui.keys.export import EXPORT
from workbench.tui.keys.table import DIALOG, Command, KeyTable, key_of
from workbench.tui.screens.confirm import Confirm
from workbench.tui.screens.export_changes import Changes
from workbench.tui.screens.help import help_page
from workbench.tui.screens.keyed import KeyedScreen
from workbench.tui.widgets.claim_list import ClaimList, Row
from workbench.tui.widgets.header_bar import HeaderBar
from workbench.tui.widgets.key_bar import KeyBar
from workbench.tui.widgets.notice_bar import NoticeBar
from workbench.tui.widgets.prompt_bar import PromptBar
from workbench.tui.widgets.report_view import ReportView

if TYPE_CHECKING:
    from workbench.dataset.export import ExportReport
    from workbench.dataset.preview import Preview
    from workbench.review.session import Session

TELL_EVERY = 0.2  # seconds between two words on how far it is
READY = "w writes it"


class ExportScreen(KeyedScreen):
    """Chooses, shows and writes.

    Args:
        desk: the thread that holds the store.
        keys: the keys in force.
        session: for its scheme and its reviewer's name.
    """

    def __init__(self, desk: Desk, keys: KeyTable, session: Session) -> None:
        super().__init__(desk, EXPORT, keys)
        self.scheme, self._reviewer = session.scheme, session.reviewer
        self.asked = Asked()
        self.found: Preview | None = None
        self.writing = False
        self._typed_name = "dataset"  # what she typed last: after an error it stands there again
        self._work = ExportWork(desk.another())
        self._changes = Changes(self)

    def compose(self) -> ComposeResult:
        """The choices left, what they lead to right; bars above and below."""
        yield HeaderBar(id="header")
        with Horizontal(id="body"):
            yield ClaimList(id="settings")
            yield ReportView(id="preview")
        yield NoticeBar(id="notice")
        yield PromptBar(id="prompt")
        yield KeyBar(self.keys.bar(EXPORT), id="keys")

    def on_mount(self) -> None:
        """Paint first; then count."""
        self.query_one(HeaderBar).set_all(title="Export a dataset", reviewer=self._reviewer)
        self.query_one("#settings", ClaimList).loader = self._rows
        self._show_settings()
        self.set_interval(TELL_EVERY, self._tell)
        self.call_after_refresh(self.run_worker, self.inbox.run(), group="inbox")
        self._look_soon()

    async def on_unmount(self) -> None:
        """Give up what is under way."""
        await self._work.close()

    @property
    def busy(self) -> bool:
        """Whether something is being counted or written."""
        return bool(self._work.progress)

    def command_of(self, event: events.Key) -> Command | None:
        """Its own keys first, then those of lists."""
        key = key_of(event)
        return self.keys.find(EXPORT, key) or self.keys.find(DIALOG, key)

    def on_claim_list_opened(self, event: ClaimList.Opened) -> None:
        """A double click on a line changes it."""
        self.do(lambda: self._change(event.index))

    async def perform(self, command_id: str) -> None:
        """Do what a key, or the palette, asks for."""
        choices, report = self.query_one("#settings", ClaimList), self.query_one(ReportView)
        if command_id in ("down", "up"):
            choices.action_step(1 if command_id == "down" else -1)
        elif command_id in ("top", "bottom"):
            choices.action_go(0 if command_id == "top" else -1)
        elif command_id in ("export-down", "dialog-page-down"):
            report.scroll_page_down(animate=False)
        elif command_id in ("export-up", "dialog-page-up"):
            report.scroll_page_up(animate=False)
        elif command_id == "export-change":
            await self._change(choices.cursor)
        elif command_id == "export-write":
            await self._ask_and_write()
        elif command_id == "export-help":
            await self.open(help_page(self.keys, EXPORT))
        elif command_id == "export-leave":
            await self._leave()

    # The choices

    @property
    def _settings(self) -> list[Setting]:
        return settings(self.asked, self.scheme)

    async def _rows(self, ids: Sequence[int]) -> list[Row]:
        found = self._settings
        return [
            Row(at, "·", "", "", f"{found[at].name}: {found[at].value}", None, False, "")
            for at in ids
            if at < len(found)
        ]

    def _show_settings(self) -> None:
        choices = self.query_one("#settings", ClaimList)
        choices.invalidate()
        choices.set_ids(range(len(self._settings)))

    async def _change(self, at: int) -> None:
        if self.writing:
            self.say("it is being written; q gives it up", "warning")
            return
        field = self._settings[at].field
        if field in ON_OFF:
            asked = flipped(self.asked, field)
        else:
            asked = await self._changes.ask(field)
        if asked != self.asked:
            self.asked = asked
            self._show_settings()
            self._look_soon()

    # What it would hold

    def _look_soon(self) -> None:
        self.found = None
        self._work.stop()
        self.run_worker(self._look(self.asked), group="preview")

    async def _look(self, asked: Asked) -> None:
        try:
            found = await self._work.preview(asked)
        except DeskError as error:
            if asked == self.asked:
                self.say(str(error), "error")
                self.query_one(ReportView).show(lambda _width: [])
            return
        if found is None or asked != self.asked:
            return  # she has changed something since
        self.found = found
        names = {label.id: label.name for label in self.scheme.labels}
        about = self._changes.described(asked.format)
        report = self.query_one(ReportView)
        report.show(lambda width: preview_lines(found, names, about, width))
        report.scroll_home(animate=False)
        self.say(READY)

    def _tell(self) -> None:
        if self.busy and self.app.screen is self:
            self.say(self._work.progress)

    # Writing

    async def _ask_and_write(self) -> None:
        if self.writing or self.found is None:
            self.say("it is being written" if self.writing else "it is being counted", "warning")
            return
        out = await self.ask_until(
            "write to (without a suffix: with card and manifest)",
            self._out,
            initial=self._typed_name,
        )
        if out is None or (_is_there(out) and not await self._replaces(out)):
            return
        self.writing = True
        self.run_worker(self._write(out), group="writing")

    async def _out(self, answer: str) -> Path | None:
        name = answer.strip()
        try:
            out = typed_path(name) if name else None
        except ChoiceError as error:
            raise DeskError(str(error)) from error
        self._typed_name = name or self._typed_name
        return out

    async def _replaces(self, out: Path) -> bool:
        lines = [
            Content(safe_line(str(out.absolute()))),
            Content("It is there already. It goes when the new one is whole."),
        ]
        answer: bool | None = await self.open(Confirm("Replace it?", lines))
        return answer is True

    async def _write(self, out: Path) -> None:
        try:
            report = await self._work.write(self.asked, out)
        except DeskError as error:
            self.say(str(error), "error")
            return
        finally:
            self.writing = False
        if report is None:
            self.say("given up: nothing was written", "warning")
            return
        self._show_written(report, out)

    def _show_written(self, report: ExportReport, out: Path) -> None:
        view = self.query_one(ReportView)
        view.show(lambda width: written_lines(report, width))
        view.scroll_home(animate=False)
        self.say(f"{out}: {report.claims:,} claims, sha256 {report.sha256[:16]}…", "done")

    async def _leave(self) -> None:
        if not self.writing:
            self.leave()
            return
        lines = [Content("What was there before stays as it is.")]
        stops: bool | None = await self.open(Confirm("Give up writing?", lines))
        if stops and self.writing:
            self._work.stop()


def _is_there(out: Path) -> bool:
    try:
        return out.exists()
    except OSError:
        return False  # what cannot be looked for is refused when it is written
