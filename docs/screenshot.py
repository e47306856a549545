"""Make the picture of the README from the real screen: `python docs/screenshot.py`.

It reviews the samples in a throw-away store and writes docs/screen.svg; with `--png FILE` also a
PNG, by rsvg-convert. The same program gives the same picture.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import subprocess
import tempfile
from pathlib import Path

from workbench.review.session import Session
from workbench.tui import connect
from workbench.tui.app import Start, WorkbenchApp
from workbench.tui.screens.review import ReviewScreen

HERE = Path(__file__).resolve().parent
PICTURE = HERE / "screen.svg"
SAMPLES = HERE.parent / "samples"
SIZE = (120, 36)
REVIEWER = "alice"
FONTS = "Fira Code, DejaVu Sans Mono, Menlo, Consolas, monospace"
TERMINAL = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}  # whichever one runs this
FOCUS = "met regularly until 2019"

# What was decided before the picture is taken: a verdict, "later" or "discard" by quote.
DECIDED = {
    "Envoys of the alliance met in Varnholm on Friday": "verified",
    "agreed to ask Moscow for a new round of talks": "not-enough-evidence",
    "The proposal came from Henrik Maas": "verified",
    "has led its policy office since March 2018": "refuted",
    "Maas told reporters": "discard",
    "wanted a channel that works": "later",
    "The NATO-Russia Council was revived in 2016": "verified",
    "Practical cooperation": "conflicting-evidence",
}
TAGS = {FOCUS: ("dates", "diplomacy"), "The NATO-Russia Council was revived in 2016": ("dates",)}
NOTES = {FOCUS: "The alliance’s own list of meetings ends in July 2019."}


def prepare(store: Path) -> None:
    """Import the samples and decide a few of their claims."""
    from workbench.ingest.read import read
    from workbench.review.intake import add_documents
    from workbench.review.project import open_project

    database = open_project(store)
    add_documents(database, read([str(path) for path in sorted(SAMPLES.iterdir())]))
    session = Session(database, REVIEWER)
    for item in session.items(session.queue()):
        seq, quote = item.claim.seq, item.claim.quote
        for begin, verdict in DECIDED.items():
            if quote.startswith(begin):
                decide(session, seq, verdict)
        for tag in TAGS.get(quote, ()):
            session.tag(seq, tag)
        if quote in NOTES:
            session.note(seq, NOTES[quote])
        if quote == FOCUS:
            session.keep_place(item.claim.article_seq, seq)
    session.close()


def decide(session: Session, seq: int, verdict: str) -> None:
    """Give a verdict, put off or discard."""
    if verdict == "later":
        session.later(seq)
    elif verdict == "discard":
        session.discard(seq)
    else:
        session.decide(seq, verdict)


async def picture(store: Path) -> str:
    """The screen on this store, as SVG."""
    app = WorkbenchApp(
        lambda: connect(str(store), REVIEWER), Start(), keymap_file=store.with_name("none.toml")
    )
    async with app.run_test(size=SIZE) as pilot:
        screen = app.screen
        assert isinstance(screen, ReviewScreen)
        await screen.inbox.settled()
        await pilot.pause()
        await screen.inbox.settled()
        await pilot.pause()
        return self_contained(app.export_screenshot(title="workbench"))


def self_contained(svg: str) -> str:
    """The same picture without fonts from elsewhere; spaces count, whoever draws it."""
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r"font-family: Fira Code[^;]*;", f"font-family: {FONTS};", svg)
    return svg.replace("<text ", '<text xml:space="preserve" ')


def to_png(svg: Path, png: Path) -> None:
    """Write the same picture as PNG."""
    subprocess.run(["rsvg-convert", "--output", str(png), str(svg)], check=True)


def main() -> None:
    """Write the picture."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--png", type=Path, metavar="FILE", help="also as PNG, by rsvg-convert")
    wanted = options.parse_args()
    os.environ.update(TERMINAL)
    os.environ.pop("NO_COLOR", None)
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "samples.db"
        prepare(store)
        PICTURE.write_text(asyncio.run(picture(store)), encoding="utf-8")
    if wanted.png:
        to_png(PICTURE, wanted.png)


if __name__ == "__main__":
    main()
