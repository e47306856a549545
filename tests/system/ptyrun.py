"""The real program in a pseudo-terminal, with a terminal's memory of what is on the screen."""

from __future__ import annotations

import codecs
import contextlib
import os
import re
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Self

import pexpect
import pyte

PATIENCE = 60.0  # seconds; for a machine under load, never waited for otherwise
PAUSE = 0.5  # seconds without a word, after which a screen is painted
KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "down": "\x1b[B",
    "up": "\x1b[A",
    "end": "\x1b[F",
    "home": "\x1b[H",
    "pagedown": "\x1b[6~",
}
# pyte knows no clusters: what belongs to the character before it is not fed to it.
_JOINED = re.compile("\u200d.|[\u200c\ufe00-\ufe0f\U0001f3fb-\U0001f3ff]")
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")


def environment(home: Path, **more: str) -> dict[str, str]:
    """What the program sees of the machine: a terminal in colour, an empty home, UTF-8."""
    kept = {
        name: os.environ[name] for name in ("PATH", "TMPDIR", "SYSTEMROOT") if name in os.environ
    }
    ours = {"HOME": str(home), "XDG_CONFIG_HOME": str(home), "WORKBENCH_REVIEWER": "anna"}
    return {**kept, **ours, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", **more}


def command(*words: str | Path) -> list[str]:
    """The words that run `workbench` with the Python of these tests."""
    return [sys.executable, "-m", "workbench", *map(str, words)]


def _unshielded() -> None:
    """As a terminal starts a program, though `nohup` may shield these tests from a hang-up."""
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


class Terminal:
    """A program on a screen of `columns` × `rows` cells; ends it with the `with` block.

    Args:
        words: the program and its arguments.
        folder: where it runs; also its home.
        size: columns and rows.
        more: further environment variables.
    """

    def __init__(
        self,
        words: Sequence[str],
        folder: Path,
        size: tuple[int, int] = (120, 40),
        **more: str,
    ) -> None:
        columns, rows = size
        self.raw = bytearray()
        self._hung_up = False
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self._screen)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._child = pexpect.spawn(
            words[0],
            list(words[1:]),
            cwd=str(folder),
            env=environment(folder, **more),
            dimensions=(rows, columns),
            timeout=PATIENCE,
            preexec_fn=_unshielded,
        )
        self._child.delaybeforesend = None
        self._child.delayafterread = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._hung_up:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._child.pid, signal.SIGKILL)
        self._child.close(force=True)

    @property
    def lines(self) -> list[str]:
        """What is on the screen, row by row."""
        columns = range(self._screen.columns)
        rows = (self._screen.buffer[row] for row in range(self._screen.lines))
        return ["".join(row[column].data for column in columns) for row in rows]

    @property
    def text(self) -> str:
        """What is on the screen, as one string."""
        return "\n".join(self.lines)

    def send(self, *keys: str) -> None:
        """Press keys: names of `KEYS`, else characters as they are typed."""
        self._child.send("".join(KEYS.get(key, key) for key in keys))

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size; what stood in it is wiped, so that only news is seen."""
        self._screen.reset()
        self._screen.resize(rows, columns)
        self._child.setwinsize(rows, columns)

    def read(self, seconds: float) -> bool:
        """Take in what the program writes within `seconds`; False when it wrote nothing."""
        try:
            got = self._child.read_nonblocking(1 << 16, timeout=seconds)
        except pexpect.TIMEOUT:
            return False
        self.raw += got
        self._stream.feed(_FLAG.sub("🏁", _JOINED.sub("", self._decoder.decode(got))))
        return True

    def quiet(self) -> bytes:
        """Read until the program pauses; all that it wrote, no sequence cut in two."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self.read(PAUSE):
            pass
        return bytes(self.raw)

    def until(self, seen: Callable[[str], object], what: str, patience: float = PATIENCE) -> str:
        """Read until `seen` is true of the screen's text; returns that text."""
        end = time.monotonic() + patience
        while not seen(self.text):
            left = end - time.monotonic()
            assert left > 0, f"never on the screen: {what}\n{self.text}"
            with contextlib.suppress(pexpect.EOF):
                self.read(left)
                continue
            assert seen(self.text), f"ended before {what}\n{self.text}"
        return self.text

    def see(self, *words: str, patience: float = PATIENCE) -> str:
        """Read until all these words are on the screen."""
        return self.until(lambda text: all(w in text for w in words), repr(words), patience)

    def gone(self, word: str) -> str:
        """Read until a word is no longer on the screen."""
        return self.until(lambda text: word not in text, f"the end of {word!r}")

    def match(self, pattern: str) -> re.Match[str]:
        """Read until a pattern is on the screen; returns the match."""
        found = re.search(pattern, self.until(lambda t: re.search(pattern, t), pattern))
        assert found
        return found

    def end(self) -> int:
        """Read until the program ends; returns its exit code, or minus the signal's number."""
        end = time.monotonic() + PATIENCE
        with contextlib.suppress(pexpect.EOF):
            while time.monotonic() < end:
                self.read(end - time.monotonic())
            raise AssertionError(f"does not end\n{self.text}")
        self._child.close()
        if self._child.exitstatus is not None:
            return int(self._child.exitstatus)
        return -int(self._child.signalstatus or 0)

    def signal(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        os.kill(self._child.pid, number)

    def hang_up(self) -> None:
        """Close the window; what runs in it is left to end by itself."""
        self._child.ptyproc.fileobj.close()
        self._hung_up = self._child.closed = self._child.ptyproc.closed = True

    def kill(self) -> None:
        """kill -9; what it had written before is taken in."""
        os.kill(self._child.pid, signal.SIGKILL)
        with contextlib.suppress(pexpect.EOF):
            while self.read(PATIENCE):
                pass
        self._child.close(force=True)


@contextlib.contextmanager
def workbench(
    folder: Path, *words: str | Path, size: tuple[int, int] = (120, 40), **more: str
) -> Iterator[Terminal]:
    """`workbench` with these words in a terminal; it is ended at the end."""
    with Terminal(command(*words), folder, size, **more) as terminal:
        yield terminal


def ended(folder: Path, *words: str | Path, **more: str) -> tuple[int, bytes]:
    """Run a command of `workbench` in a terminal to its end: exit code, and all that it wrote."""
    with workbench(folder, *words, **more) as terminal:
        code = terminal.end()
        return code, bytes(terminal.raw)
