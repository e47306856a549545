"""The flow of evidence in the screen, on a real PostgreSQL server."""

from __future__ import annotations

from pathlib import Path

import pytest
from evidence_screen import MINUTES, EvidenceDriver, add_sources, at_evidence, pieces
from screen_store import fill

from workbench.review.evidence.citable import LATE
from workbench.tui.screens.review import ReviewScreen
from workbench.tui.widgets.card_list import CardList

QUOTE = "The harbour board was founded in 1911, the minutes say."


@pytest.fixture
def backend() -> str:
    return "postgres"


@pytest.fixture
def url(target: str) -> str:
    fill(target)
    add_sources(target)
    return target


async def to_card(driver: EvidenceDriver, title: str) -> None:
    """Go to the passage of a source."""
    while not driver.cards[driver.top.query_one(CardList).cursor].head.endswith(title):
        await driver.press("j")


async def test_search_take_cite_again_and_undo(url: str, tmp_path: Path) -> None:
    async with at_evidence(url, keys=tmp_path / "keys.toml") as driver:
        await driver.press("e")
        await to_card(driver, "History")
        assert any("published after the claim" in b.text for c in driver.cards for b in c.blocks)
        await driver.press("enter", "s", "1")
        assert driver.quote == "owns forty cranes"
        await driver.press("E", "2")
        assert isinstance(driver.top, ReviewScreen)
        assert [piece.quote for piece in pieces(url, 2)] == [piece.quote for piece in pieces(url)]
        await driver.press("u", "u")
    assert pieces(url, 2) == ()
    (piece,) = pieces(url)
    assert any(flag.startswith(LATE) for flag in piece.flags)


async def test_a_misquote_is_confirmed_and_an_invention_refused(url: str, tmp_path: Path) -> None:
    async with at_evidence(url, keys=tmp_path / "keys.toml") as driver:
        await driver.press("e")
        await driver.paste("Penguins nest under the northern lighthouse")
        assert "no source says this" in driver.told and pieces(url) == ()
        await driver.paste("The harbour board was founded in 1921, the minutes say.")
        wrong = [block.text for block in driver.cards[0].blocks if block.kind == "wrong"]
        assert "≠ 1921 in the quote, 1911 in the source" in wrong
        await driver.press("enter", "r")
    (piece,) = pieces(url)
    assert (piece.check, piece.quote) == ("confirmed", QUOTE)
    assert piece.quote == MINUTES[piece.start : piece.end]
