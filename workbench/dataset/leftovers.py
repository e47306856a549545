"""What killed exports leave behind: found by its name, and removed where nobody can be writing it.

A name is `.NAME.HOST-PID-MARK.part` for what is being written, `.old` for what is being replaced;
HOST is a number that stands for the machine's name.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import socket
import time
from pathlib import Path
from zlib import crc32

DAY = 86_400  # seconds
_ENDING = r"\.(?P<host>[0-9a-f]{8})-(?P<pid>\d+)-[0-9a-f]{6}\.(?P<kind>part|old)"
_writing: set[Path] = set()  # by this program


def beside(real: Path, kind: str) -> Path:
    """A new name beside a file or folder: "part" for what will replace it, "old" for itself."""
    mark = secrets.token_hex(3)
    made = real.with_name(f".{real.name}.{_host():08x}-{os.getpid()}-{mark}.{kind}")
    _writing.add(made)
    return made


def done(path: Path) -> None:
    """Remove what bears such a name, if it is still there."""
    remove(path)
    _writing.discard(path)


def clear(real: Path) -> list[Path]:
    """Remove what programs of this machine left beside a file or folder, and run no longer.

    The old export of a program that was killed between two renamings gets its name back.

    Returns:
        What is left and a day old or more: another machine's, or that of a program which runs.
    """
    pattern = re.compile(re.escape(f".{real.name}") + _ENDING)
    kept: list[Path] = []
    try:
        for path in sorted(real.parent.iterdir()):
            found = pattern.fullmatch(path.name)
            if found is None or path in _writing:
                continue
            if int(found["host"], 16) != _host() or _runs(int(found["pid"])):
                kept += [path] if _age(path) >= DAY else []
            elif found["kind"] == "old" and not real.exists():
                path.rename(real)
            else:
                remove(path)
    except OSError:
        return kept  # what cannot be listed or removed hinders no export
    return kept


def remove(path: Path) -> None:
    """Remove a file or a folder with all in it, if it is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def _host() -> int:
    return crc32(socket.gethostname().encode("utf-8", "surrogateescape"))


def _runs(pid: int) -> bool:
    """Whether a program with this number runs here; where that cannot be asked, it may."""
    if pid == os.getpid():
        return False  # what this program writes is known
    if os.name == "nt":
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def _age(path: Path) -> float:
    """Seconds since it, or what is in it, was last changed."""
    inner = path.rglob("*") if path.is_dir() else iter(())
    times = []
    for one in (path, *inner):
        try:
            times.append(one.lstat().st_mtime)
        except OSError:
            continue  # gone while it was looked at
    return time.time() - max(times, default=time.time())
