"""Where the tests keep their files."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

MEMORY = Path("/dev/shm")  # nothing waits for a disk there
ROOM = 1 << 30  # bytes


def memory() -> Path | None:
    """A folder that is kept in memory, where the machine has one with room."""
    if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
        return MEMORY
    return None
