"""The orders of the queue in the screen: chosen with a key, explained, learned beside it."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from places import once
from review_screen import Driver, reviewing
from screen_store import add_article

from db import ranks
from db.engine import Database
from workbench.review.learning import background, learning
from workbench.review.learning.background import Background, LearningError
from workbench.review.project import open_project
from workbench.tui import connect
from workbench.tui.widgets.claim_list import ClaimList
from workbench.tui.widgets.header_bar import HeaderBar

needs_learn = pytest.mark.skipif(not learning.can_learn(), reason="needs the extra learn")

TOLLS = tuple(f"The toll at bridge {name} is due" for name in "abcdefgh")
COSTS = tuple(f"In {1990 + n} the board spent {n} million crowns" for n in range(2, 10))
STORY = ". ".join(COSTS + TOLLS) + "."


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return in_order(tmp_path / "store.db")


@once
def in_order(path: Path) -> None:
    """Sixteen claims, the last ones first."""
    add_article(path, "Tolls", STORY, COSTS + TOLLS)
    database = open_project(path)
    order_by(database, list(range(16, 0, -1)))
    database.close()


def order_by(database: Database, seqs: list[int]) -> None:
    with database.write() as connection:
        version = ranks.begin(connection)
        rows = [(seq, 1 - at / 100, at / 100) for at, seq in enumerate(seqs)]
        ranks.write(connection, version, rows)
        assert ranks.switch(connection, version, b"", {})


@pytest.fixture
def idle(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """No other process: what it would have been asked."""
    asked: list[str] = []

    async def learn(self: Background, target: str) -> learning.Learned:
        asked.append(target)
        raise LearningError("not now")

    monkeypatch.setattr(background.Background, "learn", learn)
    return asked


def listed(driver: Driver) -> list[int]:
    return list(driver.course.queue.seqs)


async def test_one_key_goes_through_the_orders_and_stays_at_the_claim(
    store: Path, idle: list[str]
) -> None:
    async with reviewing(store) as driver:
        here = driver.quote
        await driver.press("O")
        assert listed(driver) == list(range(16, 0, -1))
        assert driver.quote == here
        assert driver.screen.query_one(ClaimList).current_id == 1
        assert "by check-worthiness" in str(driver.screen.query_one(HeaderBar).render())
        await driver.press("1")
        assert driver.course.current is not None and driver.course.current.claim.seq == 16
        await driver.press("1")
        assert driver.course.current.claim.seq == 15
        await driver.press("O")
        assert listed(driver) == list(range(1, 17)), "the least sure is first"
        await driver.press("O")
        assert listed(driver) == list(range(1, 17))
        assert "by " not in str(driver.screen.query_one(HeaderBar).render())


async def test_a_filter_and_its_end_keep_the_order(store: Path, idle: list[str]) -> None:
    async with reviewing(store) as driver:
        await driver.press("O", "/")
        await driver.type("toll")
        assert listed(driver) == list(range(16, 8, -1))
        await driver.press("escape")
        assert listed(driver) == list(range(16, 0, -1))


async def test_claims_that_come_have_their_place_in_the_order(store: Path, idle: list[str]) -> None:
    async with reviewing(store) as driver:
        await driver.press("O", "home", "j", "m")  # 15 with the next of its article, 16
        shown, stored = listed(driver), connect(str(store), "Ada")
        assert 17 in shown
        wanted = driver.course.queue.filter
        assert shown == list(stored.queue(wanted))
        stored.close()


async def test_the_reason_is_told(store: Path, idle: list[str]) -> None:
    async with reviewing(store) as driver:
        await driver.press("1", "x", "home", "w")
        assert "quantity or money" in driver.notice
        assert "like 1 claim you discarded" in driver.notice


async def test_what_fails_is_told_once(store: Path, idle: list[str]) -> None:
    async with reviewing(store) as driver:
        await driver.press("1")
        assert idle == [], "in the order of the articles nothing is learned"
        await driver.press("O")
        assert "not learned: not now" in driver.notice
        await driver.press("O", "O", "O")
        assert len(idle) == 1


@pytest.mark.parametrize("able", [True, False])
async def test_an_order_that_learned_nothing_says_so(
    store: Path, monkeypatch: pytest.MonkeyPatch, able: bool
) -> None:
    database = open_project(store)

    async def learn(self: Background, target: str) -> learning.Learned:
        return await asyncio.to_thread(learning.learn, database)

    monkeypatch.setattr(background.Background, "learn", learn)
    monkeypatch.setattr(learning, "can_learn", lambda: able)
    async with reviewing(store) as driver:
        await driver.press("O")
        while "by the rules" not in driver.notice:
            await driver.pilot.pause()
        said = "from 5 kept and 5 discarded claims on" if able else "the extra 'learn'"
        assert said in driver.notice
    database.close()


@needs_learn
async def test_it_learns_beside_the_screen_and_shows_the_new_order(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The other process is this test's: the encoder is slow to load.
    database = open_project(store)

    async def learn(self: Background, target: str) -> learning.Learned:
        assert target.endswith("store.db")
        return await asyncio.to_thread(learning.learn, database)

    monkeypatch.setattr(learning.encoder, "available", lambda: False)
    monkeypatch.setattr(background.Background, "learn", learn)
    session = connect(str(store), "Ada")
    for seq in range(1, 8):
        session.discard(seq)
        session.decide(seq + 8, "verified")
    session.close()
    async with reviewing(store) as driver:
        await driver.press("O")
        while "learned" not in driver.notice:
            await driver.pilot.pause()
        await driver.settle()
        assert listed(driver).index(16) < listed(driver).index(8)
        assert "learned" in driver.notice
        assert driver.course.current is not None and driver.course.current.claim.seq == 8
        await driver.press("J")
        assert driver.course.current.claim.seq == 16, "the next is the first of the new order"
    database.close()


async def test_the_process_learns_and_a_bad_store_is_one_line(store: Path) -> None:
    found = await Background().learn(str(store))
    assert (found.engine, found.claims) == ("rules", 16)
    with pytest.raises(LearningError, match="no such database"):
        await Background().learn(str(store.with_name("none.db")))


async def test_a_process_that_is_stopped_leaves_the_order(store: Path) -> None:
    working = Background()
    task = asyncio.ensure_future(working.learn(str(store)))
    while not working.busy:
        await asyncio.sleep(0)
    await asyncio.sleep(0.05)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert not working.busy
    session = connect(str(store), "Ada")
    assert len(session.queue()) == 16
    session.close()
