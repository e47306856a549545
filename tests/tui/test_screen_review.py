"""Deciding in the review screen, undoing, notes and tags, on a real store."""

from __future__ import annotations

from pathlib import Path

import pytest
from review_screen import reopened, reviewing, states
from screen_store import small_store

from workbench.tui.widgets.claim_list import ClaimList


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return small_store(tmp_path)


async def test_one_key_decides_saves_and_goes_on(store: Path) -> None:
    async with reviewing(store) as driver:
        await driver.press("1")
        assert states(store)[0] == "decided"  # committed while the screen is still open
        assert driver.quote == "owns forty cranes"
        assert "verified" in driver.notice
        row = driver.screen.query_one(ClaimList).row(driver.course.queue.seqs[0])
        assert row is not None and row.glyph == "✓"


async def test_the_next_article_is_loaded_when_its_turn_comes(store: Path) -> None:
    async with reviewing(store) as driver:
        await driver.press(*"112233")
        assert driver.quote == "The orchard covers nine hectares"
        assert driver.article.text.startswith("The orchard")


async def test_all_decided_is_said_calmly(store: Path) -> None:
    async with reviewing(store) as driver:
        await driver.press(*"11111111")
        assert "8 claims, all decided" in driver.notice
        await driver.press("1")  # no dead end: the claim can be decided again
        assert driver.course.current is not None
        await driver.press("t")
        await driver.type("pay")
        assert driver.notice.startswith("✓ tagged pay") and "all decided" in driver.notice


async def test_put_off_claims_come_last(store: Path) -> None:
    async with reviewing(store) as driver:
        await driver.press("space", *"1111111")
        assert driver.quote == "The harbour board was founded in 1911"
        assert states(store).count("later") == 1


async def test_undo_goes_back_to_the_claim_and_redo_again(store: Path) -> None:
    async with reviewing(store) as driver:
        await driver.press("1", "2", "u")
        assert driver.quote == "owns forty cranes"
        assert states(store)[:2] == ["decided", "open"]
        await driver.press("u")
        assert states(store)[0] == "open"
        await driver.press("U", "U")
        assert states(store)[:2] == ["decided", "decided"]
        await driver.press("U")
        assert "nothing to redo" in driver.notice


async def test_undo_works_across_restarts(store: Path) -> None:
    async with reviewing(store) as driver:
        await driver.press("1")
    async with reviewing(store) as driver:
        assert driver.quote == "owns forty cranes"  # where she stopped
        await driver.press("u")
        assert states(store)[0] == "open"


async def test_revising_goes_to_the_next_in_the_list(store: Path) -> None:
    async with reviewing(store) as driver:
        await driver.press("1", "1", "1", "home", "2")
        assert driver.quote == "owns forty cranes"


async def test_a_tag_is_completed_from_the_tags_in_use(store: Path) -> None:
    async with reviewing(store) as driver:
        await driver.press("t")
        await driver.type("harbour news")
        assert "#harbour news" in driver.panel
        await driver.press("j", "t", *"nws", "down", "enter")
        assert "#harbour news" in driver.panel
        await driver.press("T")
        assert "#harbour" not in driver.panel


async def test_a_prompt_given_up_changes_nothing(store: Path) -> None:
    async with reviewing(store) as driver:
        await driver.press("t", "x", "escape", "1")
        assert driver.quote == "owns forty cranes"
        session = reopened(store)
        assert session.tags() == []
        session.close()


async def test_note_and_wording(store: Path) -> None:
    async with reviewing(store) as driver:
        await driver.press("n")
        await driver.type("ask the archive")
        assert "ask the archive" in driver.panel
        await driver.press("r")
        await driver.pilot.press(*["backspace"] * 4)
        await driver.type("1912")
        assert "founded in 1912" in driver.panel
        assert "founded in 1911" in driver.panel  # the quote stays


async def test_leaving_while_a_line_is_asked_for_is_clean(store: Path) -> None:
    async with reviewing(store) as driver:
        await driver.press("1", "n", "a", "b", "ctrl+q")
    assert states(store)[0] == "decided"


async def test_discard_goes_on(store: Path) -> None:
    async with reviewing(store) as driver:
        await driver.press("x")
        assert states(store)[0] == "discarded" and driver.quote == "owns forty cranes"


async def test_a_refused_tag_stays_in_the_line(store: Path) -> None:
    async with reviewing(store) as driver:
        await driver.press("t")
        await driver.type("x" * 61)
        assert "a tag has 1 to 60 characters" in driver.notice
        await driver.press("backspace", "enter")
        assert f"tagged {'x' * 60}" in driver.notice
        await driver.press("1")
    assert states(store)[0] == "decided"
