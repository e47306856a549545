"""A program in a pseudo-terminal, with the time of every byte that it writes."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

QUIET = 0.12  # seconds without a byte after which a frame counts as whole
PATIENCE = 60.0


class Timed:
    """Runs a program on a screen of 120 × 40; times in seconds."""

    def __init__(self, words: Sequence[str], folder: Path) -> None:
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        environ = {**os.environ, "TERM": "xterm-256color", "XDG_CONFIG_HOME": str(folder)}
        environ |= {"COLORTERM": "truecolor", "WORKBENCH_REVIEWER": "bench"}
        environ.pop("WORKBENCH_DB", None)
        self.began = time.perf_counter()
        self._process = subprocess.Popen(
            words, stdin=slave, stdout=slave, stderr=slave, cwd=folder, env=environ
        )
        os.close(slave)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        os.close(self._master)

    def until(self, mark: bytes) -> float:
        """Seconds from the start to the end of the frame in which these bytes are written.

        Raises:
            TimeoutError: they are not.
        """
        seen = b""
        while True:
            got, at = self._read(PATIENCE)
            if not got:
                raise TimeoutError(f"{mark!r} was not written; the end was {seen[-300:]!r}")
            seen = seen[-10_000:] + got
            if mark in seen:
                return at - self.began

    def settle(self) -> None:
        """Wait until nothing is written any more."""
        while self._read(4 * QUIET)[0]:
            pass

    def press(self, key: str) -> tuple[float, int]:
        """Press a key; seconds to the last byte of what it led to, and how many bytes.

        Raises:
            TimeoutError: nothing was written.
        """
        pressed = time.perf_counter()
        os.write(self._master, key.encode())
        got, last = self._read(PATIENCE)
        if not got:
            raise TimeoutError(f"nothing was written after {key!r}")
        count = len(got)
        while True:
            got, at = self._read(QUIET)
            if not got:
                return last - pressed, count
            count, last = count + len(got), at

    def leave(self) -> None:
        """Press q, and wait for the program's end."""
        os.write(self._master, b"q")
        while self._process.poll() is None and self._read(PATIENCE)[0]:
            pass
        self._process.wait(timeout=PATIENCE)

    def _read(self, patience: float) -> tuple[bytes, float]:
        ready, _, _ = select.select([self._master], [], [], patience)
        got = b""
        if ready:
            with contextlib.suppress(OSError):  # how Linux tells that the program has ended
                got = os.read(self._master, 1 << 16)
        return got, time.perf_counter()
