"""Make the pictures of the docs from the real screens: `python docs/screenshot.py`.

It reviews the samples in a throw-away store and writes docs/*.svg: the review, the search for
evidence, the earlier verdicts and the adjudication; with `--png FOLDER` also as PNG, by
rsvg-convert.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import subprocess
import tempfile
from pathlib import Path

from textual.pilot import Pilot

import workbench
from workbench.review.session import Session
from workbench.tui import connect
from workbench.tui.app import Start, WorkbenchApp
from workbench.tui.screens.keyed import KeyedScreen
from workbench.tui.screens.review import ReviewScreen

HERE = Path(__file__).resolve().parent
SAMPLES = HERE.parent / "samples"
CHECKED = "checked.jsonld"
REVIEWER, COLLEAGUE = "alice", "ben"
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
COLLEAGUES = {
    FOCUS: "refuted",
    "The NATO-Russia Council was revived in 2016": "verified",
    "Practical cooperation": "verified",
}
QUOTE = "it met regularly until the end of 2018"
SOURCES = {
    "Calendar of the alliance": (
        "2019-12-20",
        "The council had been revived in April 2016. From then on it met regularly until July"
        " 2019, twice a year or more often. No meeting was held in 2020.",
    ),
    "A diplomat remembers": (
        "2022-02-03",
        "“We sat there as in the years before,” she says. As she recalls, it met regularly until"
        " the end of 2018. The last sessions were short.",
    ),
}
PATIENCE = 60  # seconds
# Picture → size, and the keys that lead to it.
PICTURES = {
    "screen": ((120, 36), ()),
    "evidence": ((120, 30), ("e",)),
    "checked": ((120, 30), ("c",)),
    "adjudication": ((120, 32), ("e", "enter", "s", "1", "A")),
}


def prepare(store: Path) -> None:
    """Import the samples and sources, and let two reviewers decide a few claims."""
    from workbench.cli import samples
    from workbench.ingest.read import read
    from workbench.match.claimreview.files import read as read_checks
    from workbench.match.collection.add import add as add_checks
    from workbench.review.intake import add_documents
    from workbench.review.project import open_project

    database = open_project(store)
    add_documents(database, read(samples.files()))
    checks = (SAMPLES / CHECKED).read_text(encoding="utf-8")
    add_checks(database, read_checks(checks, CHECKED))
    with workbench.open(str(store)) as project:
        for title, (published, text) in SOURCES.items():
            project.add_source(text, title=title, published=published)
    colleague = Session(database, COLLEAGUE)
    for item in colleague.items(colleague.queue()):
        for begin, verdict in COLLEAGUES.items():
            if item.claim.quote.startswith(begin):
                colleague.decide(item.claim.seq, verdict)
        if item.claim.quote == FOCUS:
            colleague.cite_quote(item.claim.seq, QUOTE, "refutes")
    review(Session(database, REVIEWER))


def review(session: Session) -> None:
    """Decide what the pictures show, tag, note, and stay at the claim in focus."""
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


async def picture(store: Path, name: str) -> str:
    """One screen on this store, as SVG."""
    size, keys = PICTURES[name]
    app = WorkbenchApp(
        lambda: connect(str(store), REVIEWER), Start(), keymap_file=store.with_name("none.toml")
    )
    async with app.run_test(size=size) as pilot:
        await settled(app, pilot)
        for key in keys:
            await pilot.press(key)
            await settled(app, pilot)
        return self_contained(app.export_screenshot(title="workbench"))


async def settled(app: WorkbenchApp, pilot: Pilot[int]) -> None:
    """Wait until everything that was asked for is shown."""
    for _ in range(3):
        await pilot.pause()
        if isinstance(app.screen, KeyedScreen):
            await asyncio.wait_for(app.screen.inbox.settled(), PATIENCE)
        if isinstance(app.screen, ReviewScreen):
            watch = app.screen.course.comparing.watch
            await asyncio.wait_for(watch.settled(), PATIENCE)
        await pilot.pause(0.3)


def self_contained(svg: str) -> str:
    """The same picture without fonts from elsewhere; spaces count, whoever draws it."""
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r"font-family: Fira Code[^;]*;", f"font-family: {FONTS};", svg)
    return svg.replace("<text ", '<text xml:space="preserve" ')


def to_png(svg: Path, png: Path) -> None:
    """Write the same picture as PNG."""
    subprocess.run(["rsvg-convert", "--output", str(png), str(svg)], check=True)


def main() -> None:
    """Write the pictures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--png", type=Path, metavar="FOLDER", help="also as PNG, by rsvg-convert")
    options.add_argument("--only", choices=list(PICTURES), help="one of them")
    wanted = options.parse_args()
    os.environ.update(TERMINAL)
    os.environ.pop("NO_COLOR", None)
    for name in [wanted.only] if wanted.only else PICTURES:
        with tempfile.TemporaryDirectory() as folder:
            store = Path(folder) / "samples.db"
            prepare(store)
            svg = HERE / f"{name}.svg"
            svg.write_text(asyncio.run(picture(store, name)), encoding="utf-8")
        if wanted.png:
            to_png(svg, wanted.png / f"{name}.png")


if __name__ == "__main__":
    main()
