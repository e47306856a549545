"""Ctrl-C in work that talks to a database all the time: heeded between two steps.

Python raises KeyboardInterrupt wherever it happens to be. Inside a finalizer it is printed and
lost; while a connection closes, SQLAlchemy prints it with all its frames.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable
from types import FrameType, TracebackType
from typing import Self

Progress = Callable[[int, int], None]


class Interruptible:
    """Use it in a `with` block around the whole work, the closing of connections included.

    The first Ctrl-C ends the work at its next step, or at the end of the block; a second one
    does not wait.
    """

    def __init__(self) -> None:
        self._told = False
        self._held = False

    def __enter__(self) -> Self:
        usual = signal.getsignal(signal.SIGINT) is signal.default_int_handler
        self._held = usual and threading.current_thread() is threading.main_thread()
        if self._held:
            signal.signal(signal.SIGINT, self._note)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._held:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        if error is None:
            self.heed()

    def step(self, show: Progress) -> Progress:
        """Progress that is shown, and ends the work where that was asked for."""

        def shown(done: int, total: int) -> None:
            show(done, total)
            self.heed()

        return shown

    def heed(self) -> None:
        """End the work if that was asked for.

        Raises:
            KeyboardInterrupt: it was.
        """
        if self._told:
            raise KeyboardInterrupt

    def _note(self, number: int, frame: FrameType | None) -> None:
        if self._told:
            signal.default_int_handler(number, frame)
        self._told = True
