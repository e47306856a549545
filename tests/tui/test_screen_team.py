"""Reviewers of a team in the screen: leases, claims that came free, claims that come back."""

from __future__ import annotations

from pathlib import Path

import pytest
from review_screen import reviewing
from screen_store import small_store

from db import reviews
from workbench.review import assignment, project
from workbench.review.project import open_project
from workbench.review.session import Session


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return small_store(tmp_path)


def decided(path: Path) -> dict[int, list[str]]:
    database = open_project(path)
    with database.read() as connection:
        held = reviews.by_claims(connection, range(1, 9))
    database.close()
    return {seq: [r.reviewer for r in found if r.verdict] for seq, found in held.items()}


async def test_the_screen_walks_on_to_what_is_free(store: Path) -> None:
    database = open_project(store)
    project.init(database, reviewer="lena", overlap=1)
    ben = Session(database, "ben")
    assert ben.next_open() == 1
    for seq in (1, 2):
        ben.decide(seq, "refuted")
    async with reviewing(store) as driver:
        assert driver.course.current is not None
        assert driver.course.current.claim.seq == 5  # ben holds 3 and 4
        await driver.press("1")
        ben.release()
        for _ in range(6):
            await driver.press("1")
        assert "refuted" not in driver.panel
    assert decided(store) == {1: ["ben"], 2: ["ben"]} | {seq: ["Ada"] for seq in range(3, 9)}
    database.close()


async def test_at_the_end_the_list_has_only_what_is_hers(store: Path) -> None:
    database = open_project(store)
    project.init(database, reviewer="lena", overlap=1)
    async with reviewing(store) as driver:
        ben = Session(database, "ben")
        ben.next_open()
        assert len(driver.course.queue) == 8
        for _ in range(8):
            if driver.course.queue.done < driver.course.queue.claims:
                await driver.press("1")
        mine = [seq for seq, names in decided(store).items() if names == ["Ada"]]
        assert list(driver.course.queue.seqs) == mine and 0 < len(mine) < 8
        assert f"{len(mine)} claims, all decided" in driver.notice
    database.close()


async def test_a_claim_that_came_back_is_shown_undecided(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assignment, "RECHECK_GAP", 1)
    database = open_project(store)
    project.init(database, reviewer="lena", recheck=0.5)
    async with reviewing(store) as driver:
        await driver.press("1")
        await driver.press("1")
        assert driver.course.current is not None
        assert driver.course.current.claim.seq == 1
        assert driver.course.current.review is None
        assert driver.course.queue.done == 1
        await driver.press("2")
        assert driver.course.queue.done == 2
        assert driver.course.current.claim.seq == 3
    again = Session(database, "Ada")
    review = again.items([1])[0].review
    assert review is not None and review.verdict == "verified"
    kinds = [event.kind for event in again.history(1)]
    assert kinds == ["verdict", "rechecked"]
    database.close()


async def test_she_begins_at_what_is_open_where_her_place_is_decided(store: Path) -> None:
    session = Session(open_project(store), "Ada")
    for seq in (6, 7, 8):
        session.decide(seq, "verified")
    session.keep_place(2, 8)
    session.close()
    async with reviewing(store) as driver:
        assert driver.course.current is not None
        assert driver.course.current.claim.seq == 1
        await driver.press("2")
    assert "Ada" in decided(store)[1]
