"""A progress bar of one line on the standard error, drawn only where that is a terminal."""

from __future__ import annotations

import shutil
import sys
import time
from types import TracebackType
from typing import Self

from workbench.text.display import cut, safe

CELLS = 24
PAUSE = 0.1  # seconds between two drawings: drawing must not cost more than the work
CLEAR = "\r\x1b[K"


class Bar:
    """Use it in a `with` block; the line is gone when the block ends.

    Args:
        label: what is being done.
    """

    def __init__(self, label: str) -> None:
        self._label = label
        self._shown = sys.stderr.isatty()
        self._next = time.monotonic() + PAUSE  # work that ends at once shows nothing

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._shown:
            sys.stderr.write(CLEAR)
            sys.stderr.flush()

    def show(self, done: int, total: int, note: str = "") -> None:
        """Say how much of the whole is done, with a word beside the bar."""
        now = time.monotonic()
        if not self._shown or now < self._next:
            return
        self._next = now + PAUSE
        filled = CELLS * min(done, total) // max(total, 1)
        bar = "█" * filled + "░" * (CELLS - filled)
        line = safe(f"{self._label} {bar} {done:,}/{total:,} {note}".rstrip())
        sys.stderr.write(CLEAR + cut(line, shutil.get_terminal_size().columns - 1))
        sys.stderr.flush()
