"""A temporary store with checked claims and claims that contradict each other."""

from __future__ import annotations

from pathlib import Path

from places import once
from screen_store import add_article

from workbench.match.claimreview.files import Item
from workbench.match.collection.add import add
from workbench.tui import connect

FERRY = (
    "The ferry to Oster Island was bought in 2011 for 4 million euros. "
    "The council met regularly until 2019. "
    "Ms Holm chairs the fishing board."
)
FERRY_CLAIMS = (
    "The ferry to Oster Island was bought in 2011",
    "The council met regularly until 2019",
    "Ms Holm chairs the fishing board",
)
REPLY = (
    "The council has not met since 2017, a member wrote. "
    "The ferry to Oster Island was bought in 2011."
)
REPLY_CLAIMS = (
    "The council has not met since 2017",
    "The ferry to Oster Island was bought in 2011",
)
CHECKS = (
    Item(
        "The ferry to Oster Island was bought in 2011.",
        title="Was the island's ferry bought in 2011?",
        verdict="False",
        polarity="refuted",
        publisher="Harbour Facts \x1b]0;x\x07",
        url="https://example.org/ferry",
        published="2020-05-01",
    ),
    Item(
        "The ferry to Oster Island was bought in 2013.",
        verdict="True",
        polarity="supported",
        publisher="Island [bold]Check[/]",
        url="https://example.org/2013",
    ),
    Item(
        "Ms Holm chairs the fishing board.",
        verdict="Half true",
        polarity="mixed",
        publisher="Harbour Facts",
    ),
)


def beside_store(folder: Path) -> Path:
    """Two articles, five claims, three checks."""
    return _beside(folder / "store.db")


@once
def _beside(path: Path) -> None:
    add_article(path, "The ferry", FERRY, FERRY_CLAIMS)
    add_article(path, "A reply", REPLY, REPLY_CLAIMS)
    session = connect(str(path), "Ada")
    add(session.database, CHECKS)
    session.close()
