"""Keys that come faster than the screen paints are done in order, none of them lost."""

from __future__ import annotations

from pathlib import Path

from screen_store import small_store
from test_screen_review import reopened, reviewing, states
from textual.events import Key


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
    session = reopened(store)
    review = session.items(session.queue())[0].review
    session.close()
    assert review is not None
    assert (review.tags, review.verdict) == (("fees",), "verified")
