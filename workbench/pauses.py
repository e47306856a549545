"""When Python looks for garbage in cycles: hardly while the program starts, then not in what stays.

Once the program is loaded, a look through all of it takes some 90 ms, in the midst of a key.
"""

from __future__ import annotations

import gc

STARTING = 200_000
"""Containers made before the first look: more than loading any command makes."""

RUNNING = 10_000
"""The same once the screen stands: such a look takes 2 ms."""


def start() -> None:
    """Load the program without a look. For the beginning of a process."""
    gc.set_threshold(STARTING, 10, 10)


def settle() -> None:
    """What is alive now stays, and is never looked at again. For when all is loaded."""
    gc.freeze()
    gc.set_threshold(RUNNING, 10, 10)


def leave() -> None:
    """End without looking for garbage, which goes with the process. Files are closed by then."""
    gc.freeze()
