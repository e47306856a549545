"""The desk: one thread that holds the store, so that the screen never waits for it.

The store is imported and opened in that thread, after the first paint. All calls run there
one after the other, in the order they were made; reads and writes never meet.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from workbench.review.session import Session

T = TypeVar("T")

PATIENCE = 0.05
"""Seconds that a call may take before the reviewer is told that it is under way."""


KEPT = "the store is away: your act is kept and sent again; q gives it up"


class DeskError(Exception):
    """What she asked for could not be done; nothing was changed. One line for the reviewer."""


class ChangedError(DeskError):
    """It was refused for what was done elsewhere meanwhile: what is shown is to be read again."""


class Desk:
    """Runs calls on one `Session` in its own thread.

    Args:
        connect: opens the store and returns the session; runs in the desk's thread.
        waiting: told what is being done when that takes more than `PATIENCE` seconds, and ""
            when it is done.
    """

    def __init__(self, connect: Callable[[], Session], waiting: Callable[[str], None]) -> None:
        self._connect = connect
        self._waiting = waiting
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk")
        self._session: Session | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._given_up = threading.Event()
        self.lost = False
        """Whether the store is away, and what she asked for is kept to be sent again."""

    async def open(self) -> Session:
        """Import and open the store. The session is for its attributes; calls go through `do`.

        Raises:
            DeskError: the store cannot be opened.
        """
        self._session = await self._run(self._connect, "opening the store")
        return self._session

    async def do(
        self, act: Callable[[Session], T], doing: str = "working", *, patient: bool = True
    ) -> T:
        """Run a call on the session; it is committed when this returns.

        Args:
            act: one act, or something that only reads.
            doing: what it is, for `waiting`; "" for what she need not know of.
            patient: when the store is away, keep the call and send it again until it is back.

        Raises:
            DeskError: it was refused or failed; nothing was changed.
        """
        session = self._session
        if session is None:
            raise DeskError("the store is not open yet")
        if patient:
            return await self._run(lambda: self._sent(session, act), doing)
        return await self._run(lambda: act(session), doing)

    def another(self) -> Desk:
        """A second thread with a session of its own on the same store; it tells nothing."""
        return Desk(self._connect, lambda _: None)

    def give_up(self) -> None:
        """Let what is kept while the store is away fail."""
        self._given_up.set()

    async def close(self) -> None:
        """Finish what is under way, close the session and end the thread."""
        session, self._session = self._session, None
        self.give_up()
        if session is not None:
            await self._run(session.close, "closing the store")
        self._thread.shutdown(wait=False)

    def _sent(self, session: Session, act: Callable[[Session], T]) -> T:
        from workbench.review.resending import sent

        try:
            return sent(session, act, self._away)
        finally:
            self.lost = False

    def _away(self, why: str, pause: float) -> bool:
        if not self.lost and self._session is not None:
            self._given_up.clear()
        self.lost = True
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._waiting, f"{KEPT} ({why})")
        return not self._given_up.wait(pause)

    async def _run(self, call: Callable[[], T], doing: str) -> T:
        self._loop = asyncio.get_running_loop()
        future = asyncio.wrap_future(self._thread.submit(_told, call))
        done, _ = await asyncio.wait({future}, timeout=PATIENCE)
        if done:
            return future.result()
        if not doing:
            return await future
        self._waiting(f"{doing} …")
        try:
            return await future
        finally:
            self._waiting("")


def _told(call: Callable[[], T]) -> T:
    # Imported here, in the desk's thread: the store costs more than the whole first paint.
    from db.engine import StoreError
    from workbench.review.elsewhere import ElsewhereError
    from workbench.review.project import ProjectError
    from workbench.review.schemes import SchemeError
    from workbench.review.session import ReviewError

    try:
        return call()
    except ElsewhereError as error:
        raise ChangedError(str(error)) from error
    except (ReviewError, ProjectError, SchemeError, StoreError, OSError) as error:
        raise DeskError(str(error)) from error
