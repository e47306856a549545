"""The results as a page."""

from __future__ import annotations

import os
import platform
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import version

from benchmarks.screen import Times
from benchmarks.work import Work

PACKAGES = ("textual", "sqlmodel", "sqlalchemy", "rapidfuzz", "sentencex")


def page(screens: Mapping[str, Times], work: Work, runs: int) -> str:
    """The whole page in Markdown."""
    return (
        "\n\n".join(
            [
                "# Measured",
                _machine(runs),
                "## The screen, as a ratio to a bare Textual application",
                _SCREEN,
                _table(*_ratios(screens)),
                "The same in milliseconds, and the bytes of the frame after `j`:",
                _table(*_absolutes(screens)),
                "## Without a screen",
                _WORK,
                _table(*_work(work)),
            ]
        )
        + "\n"
    )


_SCREEN = """\
Both run in a pseudo-terminal of 120 × 40 cells, in turns, in the same run. The bare application \
has the same number of widgets and does nothing (`bare_app.py`). *First paint*: from the start of \
the process to the end of the first frame; *claims shown*: to the frame with the claims. *Key*: \
`j`, from the key to the last byte of its frame. *Verdict*: `1`, from the key to the last byte of \
the frame that shows the committed verdict and the next claim; every one of them was then found \
in the store."""

_WORK = """\
Generated articles of 25 sentences (`generate.py`). *Import* reads a JSON Lines file, finds \
furniture and candidates, and commits article by article. A *verdict* is one call of \
`Session.decide`: an event and its projection, committed in WAL with `synchronous=FULL`; beside \
it, one insert with `sqlite3` alone into an empty table, with the same pragmas."""


def _machine(runs: int) -> str:
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return (
        f"{datetime.now(UTC):%Y-%m-%d}, {platform.system()} on {platform.machine()} with "
        f"{os.cpu_count()} cores (load {_load()} at the end), Python {platform.python_version()}, "
        f"SQLite {sqlite3.sqlite_version}, {packages}. Medians of {runs} runs; ratios hold from "
        "machine to machine better than times do. `make bench` measures again."
    )


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"


def _ratios(screens: Mapping[str, Times]) -> tuple[Sequence[str], list[list[str]]]:
    bare = screens["bare"]
    rows = [
        [
            name,
            f"{times.paint / bare.paint:.2f}",
            f"{times.ready / bare.ready:.2f}",
            f"{times.key / bare.key:.2f}",
            f"{times.verdict / bare.verdict:.2f}",
        ]
        for name, times in screens.items()
        if name != "bare"
    ]
    return ("store", "first paint", "claims shown", "key", "verdict"), rows


def _absolutes(screens: Mapping[str, Times]) -> tuple[Sequence[str], list[list[str]]]:
    rows = [
        [name, *(f"{1000 * value:.1f}" for value in times[:4]), f"{times.key_bytes:,.0f}"]
        for name, times in screens.items()
    ]
    return ("store", "first paint", "claims shown", "key", "verdict", "bytes"), rows


def _work(work: Work) -> tuple[Sequence[str], list[list[str]]]:
    return ("what", "measured"), [
        ["import", f"{work.import_articles:,.0f} articles/s"],
        ["", f"{work.import_sentences:,.0f} sentences/s"],
        ["proposing alone", f"{work.propose_articles:,.0f} articles/s"],
        ["", f"{work.propose_sentences:,.0f} sentences/s"],
        ["verdict, committed", f"{1000 * work.verdict:.2f} ms"],
        ["raw insert, committed", f"{1000 * work.raw_commit:.2f} ms"],
        ["verdict ÷ raw insert", f"{work.verdict / work.raw_commit:.1f}"],
        ["export, JSON Lines", f"{work.export_claims:,.0f} claims/s"],
    ]


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    marks = ["---", *["---:"] * (len(head) - 1)]
    return "\n".join("| " + " | ".join(row) + " |" for row in (head, marks, *rows))
