"""Learning beside the screen: in a process of its own, so that no key ever waits for it.

A thread would not do: what it computes in Python, and what it imports, holds the interpreter.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from pathlib import Path

from workbench.review.learning.learning import Learned

_ROOT = Path(__file__).resolve().parents[3]
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


class LearningError(Exception):
    """The process could not learn; one line."""


class Background:
    """At most one process at a time."""

    def __init__(self) -> None:
        self._process: asyncio.subprocess.Process | None = None

    @property
    def busy(self) -> bool:
        """Whether it is learning now."""
        return self._process is not None

    async def learn(self, target: str) -> Learned:
        """Learn in another process, and wait for it.

        Args:
            target: path or URL of the store, as `open_database` takes it.

        Raises:
            LearningError: it failed, or was stopped.
        """
        if self._process is not None:
            raise LearningError("it is learning already")
        # -P: a folder where she works may hold a package of one of our names.
        self._process = process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-P",
            "-m",
            "workbench.review.learning",
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env=_environment(),
        )
        try:
            out, _ = await process.communicate(f"{target}\n".encode())
        finally:
            self.stop()
            await process.wait()
            self._process = None
        return _learned(out)

    def stop(self) -> None:
        """End the process; the order in force stays as it is."""
        if self._process is not None and self._process.returncode is None:
            self._process.kill()


def _environment() -> dict[str, str]:
    path = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH", ""))))
    return os.environ | dict.fromkeys(_THREADS, "1") | {"PYTHONPATH": path}


def _learned(out: bytes) -> Learned:
    try:
        last = json.loads(out.splitlines()[-1])
        if "learned" in last:
            return Learned(**last["learned"])
        raise LearningError(str(last["error"]))
    except (ValueError, IndexError, KeyError, TypeError) as error:
        raise LearningError("the process that learns ended early") from error
