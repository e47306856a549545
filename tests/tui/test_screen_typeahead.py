"""Keys that come faster than the screen paints are done in order, none of them lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from review_screen import reopened, reviewing, states
from screen_store import small_store
from textual.events import Key
from textual.widget import Widget
from textual.widgets import Input

from workbench.tui.widgets.article_view import ArticleView
from workbench.tui.widgets.claim_list import ClaimList


async def test_a_verdict_typed_right_behind_a_move_goes_on(tmp_path: Path) -> None:
    store = small_store(tmp_path)
    async with reviewing(store) as driver:
        for key in "j1j2":
            driver.screen.inbox.put(Key(key, key))
        await driver.settle()
        await driver.settle()
        assert driver.quote == "opened in May"
    assert states(store)[:5] == ["open", "decided", "open", "decided", "open"]


async def test_a_tag_typed_in_one_burst_is_kept(tmp_path: Path) -> None:
    store = small_store(tmp_path)
    async with reviewing(store) as driver:
        for key in ("t", *"fees", "enter", "1"):
            driver.screen.inbox.put(Key(key, key if len(key) == 1 else "\r"))
        for _ in range(20):
            await driver.pilot.pause()
        assert driver.quote == "owns forty cranes"
    assert tagged(store) == (("fees",), "verified")


async def test_a_burst_behind_an_open_prompt_ends_at_enter(tmp_path: Path) -> None:
    store = small_store(tmp_path)
    async with reviewing(store) as driver:
        await driver.press("t")
        for key in (*"fees", "enter", "1"):
            driver.app.post_message(Key(key, key if len(key) == 1 else "\r"))
        await driver.settle()
        await driver.settle()
        assert driver.quote == "owns forty cranes"
    assert tagged(store) == (("fees",), "verified")


async def test_completing_in_a_burst_completes_what_was_typed(tmp_path: Path) -> None:
    store = small_store(tmp_path)
    async with reviewing(store) as driver:
        for burst in (("t", *"fees", "enter"), ("t", *"harbour", "enter"), ("t", *"ha", "tab")):
            for key in burst:
                driver.app.post_message(Key(key, key if len(key) == 1 else None))
            await driver.settle()
        assert driver.screen.query_one(Input).value == "harbour"
        await driver.press("enter")
    assert tagged(store) == (("fees", "harbour"), None)


async def test_enter_counts_whatever_has_the_focus(tmp_path: Path) -> None:
    store = small_store(tmp_path)
    async with reviewing(store) as driver:
        await driver.press("t")
        for key in (*"fees", "enter"):
            driver.app.post_message(Key(key, key if len(key) == 1 else "\r"))
        driver.app.call_later(driver.screen.set_focus, None)
        await driver.settle()
        await driver.settle()
    assert tagged(store) == (("fees",), None)


@pytest.mark.parametrize("widget", [ClaimList, ArticleView])
async def test_a_line_takes_the_keys_after_a_click_elsewhere(
    tmp_path: Path, widget: type[Widget]
) -> None:
    store = small_store(tmp_path)
    async with reviewing(store) as driver:
        await driver.pilot.click(widget, offset=(2, 0))
        await driver.settle()
        assert isinstance(driver.screen.focused, widget)
        await driver.press("t", *"fees", "down", "up", "home", "enter", "1")
    assert tagged(store) == (("fees",), "verified")


def tagged(store: Path) -> tuple[tuple[str, ...], str | None]:
    session = reopened(store)
    review = session.items(session.queue())[0].review
    session.close()
    assert review is not None
    return review.tags, review.verdict
