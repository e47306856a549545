"""Leave as by the key for it when the terminal goes away or the program is told to end."""

from __future__ import annotations

import asyncio
import os
import select
import signal
import sys
from collections.abc import Callable
from threading import Thread

_HANGUP = 128 + 1  # what shells say of a program that SIGHUP ended
_TERMINATED = 128 + 15


def watch_for_the_end(leave: Callable[[int], object]) -> None:
    """Call `leave` with an exit code, in this event loop, on SIGHUP, SIGTERM or a hang-up.

    A program that another one started may never get the signal of the hang-up: that goes to the
    leader of the session. Its terminal is watched, too. Where the system knows no such signals,
    nothing is watched.
    """
    loop = asyncio.get_running_loop()
    terminals = [standard for standard in range(3) if os.isatty(standard)]
    if sys.platform == "win32" or 0 not in terminals:
        return
    loop.add_signal_handler(signal.SIGTERM, leave, _TERMINATED)
    loop.add_signal_handler(signal.SIGHUP, leave, _HANGUP)

    def hung_up() -> None:
        _let_go(terminals)
        if not loop.is_closed():
            loop.call_soon_threadsafe(leave, _HANGUP)

    Thread(target=_await_hangup, args=(hung_up,), daemon=True, name="hang-up").start()


def _await_hangup(then: Callable[[], None]) -> None:
    waiting = select.poll()
    waiting.register(0, 0)  # nothing but the hang-up, which is always told
    if any(event & select.POLLHUP for _, event in waiting.poll()):
        then()


def _let_go(terminals: list[int]) -> None:
    """What is read or written from now on goes nowhere: an error would hold up the end."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in terminals:
        os.dup2(nowhere, standard)
    os.close(nowhere)
