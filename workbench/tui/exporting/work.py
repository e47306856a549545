"""Reading and writing a dataset in a thread of its own, with a session of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from workbench.dataset.choice import ChoiceError
from workbench.dataset.export import ExportError, ExportReport, export, whole_dataset
from workbench.dataset.formats import FormatError
from workbench.dataset.preview import Preview, preview
from workbench.dataset.splits.assign import SplitError
from workbench.encoder import MissingExtraError
from workbench.review.blind import viewer
from workbench.review.outcome import ReviewError

if TYPE_CHECKING:
    from db.engine import Database
    from workbench.dataset.reading import Progress
    from workbench.review.session import Session
    from workbench.tui.desk import Desk
    from workbench.tui.exporting.asked import Asked

T = TypeVar("T")
TELLS = (ChoiceError, ExportError, FormatError, MissingExtraError, SplitError)
"""What can be wrong with what she asked for, each in one line for her."""


class StoppedError(Exception):
    """It was given up."""


class ExportWork:
    """One thing at a time: what is asked for later stops what is under way.

    Args:
        desk: not opened yet; a thread of its own.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._halt = threading.Event()
        self._opened = False
        self.progress = ""
        """What is being done and how far it is, in words; "" when nothing is."""

    async def preview(self, asked: Asked) -> Preview | None:
        """What an export would hold; None when it was stopped.

        Raises:
            DeskError: it cannot be had; one line for her.
        """
        return await self._do(
            "counting",
            lambda database, name, progress: preview(
                database, asked.wish(viewer(database, name)), progress
            ),
        )

    async def write(self, asked: Asked, out: Path) -> ExportReport | None:
        """Write it, with card and manifest where it is split or its name has no suffix.

        Returns:
            What was written; None when it was stopped, and then nothing was.

        Raises:
            DeskError: it cannot be written, and nothing was.
        """

        def write(database: Database, name: str, progress: Progress) -> ExportReport:
            split = asked.split if asked.shares or whole_dataset(out) else None
            return export(
                database,
                out,
                asked.format,
                choice=asked.choice,
                mode=asked.mode,
                split=split,
                progress=progress,
                viewer=viewer(database, name),
            )

        return await self._do("writing", write)

    def stop(self) -> None:
        """Let what is under way end soon, without a trace."""
        self._halt.set()

    async def close(self) -> None:
        """Stop, and end the thread."""
        self.stop()
        await self._desk.close()

    async def _do(self, doing: str, act: Callable[[Database, str, Progress], T]) -> T | None:
        self.stop()
        self._halt = halt = threading.Event()

        def tell(done: int, total: int) -> None:
            if halt.is_set():
                raise StoppedError
            self.progress = f"{doing}: {done:,} of {total:,} …"

        def do(session: Session) -> T | None:
            try:
                return None if halt.is_set() else act(session.database, session.reviewer, tell)
            except StoppedError:
                return None
            except TELLS as error:
                raise ReviewError(str(error)) from error

        self.progress = f"{doing} …"
        if not self._opened:
            self._opened = True
            await self._desk.open()
        try:
            return await self._desk.do(do, patient=False)
        finally:
            if self._halt is halt:
                self.progress = ""
