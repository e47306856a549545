"""What stands among files and is none: pipes and devices may never end."""

from __future__ import annotations

from pathlib import Path

from workbench.ingest.errors import IngestError

_BY_NUMBER = (Path("/dev/fd"), Path("/proc/self/fd"))


def handed_over(path: Path) -> bool:
    """Whether it is a pipe that the shell has opened for the program, as for `<(…)`."""
    return (path.parent in _BY_NUMBER or path == Path("/dev/stdin")) and path.is_fifo()


def is_special(path: Path) -> bool:
    """Whether it is a pipe or a device that nobody hands over; what is missing is none."""
    return path.exists() and not (path.is_file() or path.is_dir() or handed_over(path))


def refuse_special(path: Path, name: str) -> None:
    """Refuse a pipe or a device before it is opened.

    Raises:
        IngestError: it is one.
    """
    if is_special(path):
        raise IngestError("is not a regular file", name, "save what it gives in a file")
