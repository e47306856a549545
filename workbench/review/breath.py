"""Long work in a thread beside the screen, in small pieces."""

from __future__ import annotations

import time
from threading import Event

from workbench.review.outcome import ReviewError

WORK, REST = 0.004, 0.002  # seconds


class Breath:
    """Called often by long work, rests now and then: the thread that paints has its turn.

    Args:
        closed: ends the work when it is set.
    """

    def __init__(self, closed: Event) -> None:
        self._closed = closed
        self._since = time.perf_counter()

    def __call__(self) -> None:
        """Rest, if there was work for a while.

        Raises:
            ReviewError: nobody wants the work any more.
        """
        if time.perf_counter() - self._since > WORK:
            if self._closed.wait(REST):
                raise ReviewError("stopped")
            self._since = time.perf_counter()
