"""The queue of what she asked for: jobs and keys, worked off one after the other.

An act is finished, and painted, before the next key is looked at; the screen paints while the
store works. Keys typed ahead of a prompt or a dialog go to it, not to the screen below.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from textual.events import Key

from workbench.tui.desk import DeskError

Job = Callable[[], Awaitable[None]]


class Inbox:
    """Jobs and keys in the order in which they came.

    Args:
        press: does what a key means now.
        failed: told when something could not be done; its text is one line.
    """

    def __init__(
        self,
        press: Callable[[Key], Awaitable[None]],
        failed: Callable[[DeskError], Awaitable[None]],
    ) -> None:
        self._press, self._failed = press, failed
        self._waiting: asyncio.Queue[Job | Key] = asyncio.Queue()

    @property
    def busy(self) -> bool:
        """Whether something waits."""
        return not self._waiting.empty()

    def put(self, job: Job | Key) -> None:
        """Do this after all that was asked for before."""
        self._waiting.put_nowait(job)

    async def settled(self) -> None:
        """Wait until all that was asked for is done."""
        await self._waiting.join()

    async def run(self) -> None:
        """Work for ever."""
        while True:
            job = await self._waiting.get()
            try:
                await (self._press(job) if isinstance(job, Key) else job())
            except DeskError as error:
                await self._failed(error)
            finally:
                self._waiting.task_done()

    def redirect(self, take: Callable[[Key], bool]) -> None:
        """Hand the keys that were typed ahead to a prompt or a dialog.

        Args:
            take: takes one key; False once it wants no more: the rest stays here.
        """
        taking = True
        for _ in range(self._waiting.qsize()):
            job = self._waiting.get_nowait()
            self._waiting.task_done()
            if taking and isinstance(job, Key):
                taking = take(job)
            else:
                self._waiting.put_nowait(job)
