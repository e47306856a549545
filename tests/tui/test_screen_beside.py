"""Earlier verdicts and contradictions beside the current claim, in the screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from beside_store import beside_store
from review_screen import Driver, reopened, reviewing
from screen_store import small_store

from workbench.tui import watch
from workbench.tui.widgets.beside_panel import BesidePanel


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return beside_store(tmp_path)


@pytest.fixture(autouse=True)
def _by_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """No encoder: it is slow to load, and the words are enough here. And no long pause."""
    monkeypatch.setattr("workbench.encoder.available", lambda: False)
    monkeypatch.setattr(watch, "PAUSE", 0.02)


async def beside(driver: Driver) -> str:
    """What the panel tells when all is found."""
    await driver.course.comparing.watch.settled()
    await driver.settle()
    return str(driver.screen.query_one(BesidePanel).render())


async def notice(driver: Driver, words: str) -> None:
    """Wait until the screen says so: a dialog that closes lets its job go on a little later."""
    while words not in driver.notice:
        await driver.pilot.pause(0.01)
    await driver.settle()


async def quote(driver: Driver, words: str) -> None:
    """Wait until she is at this claim, the list having closed."""
    while len(driver.app.screen_stack) > 2 or driver.quote != words:
        await driver.pilot.pause(0.01)


def details(driver: Driver) -> str:
    return str(driver.app.screen.query_one("#details").render())


async def test_the_panel_tells_what_was_checked_before_and_what_differs(store: Path) -> None:
    async with reviewing(store) as driver:
        told = await beside(driver)
        first, *rest = told.splitlines()
        assert first.startswith("= same claim · False · Harbour Facts")
        assert any("≠ differs" in line and "2011 here, 2013 there" in line for line in rest)
        assert "\x1b" not in told and "[bold]Check[/]" in told
        await driver.press("j")
        told = await beside(driver)
        assert "⊥ contradicts" in told and "since 2017" in told
        await driver.press("j")
        assert "= same claim · Half true" in await beside(driver)


async def test_nothing_is_there_where_nothing_is_near(tmp_path: Path) -> None:
    async with reviewing(small_store(tmp_path)) as driver:
        await beside(driver)
        assert not driver.screen.query_one(BesidePanel).display
        await driver.press("c")
        await notice(driver, "no earlier verdict")
        await driver.press("C")
        await notice(driver, "no claim contradicts")


async def test_the_opposite_verdict_raises_an_alarm(store: Path) -> None:
    async with reviewing(store) as driver:
        await driver.press("1")  # verified; the check says False
        await beside(driver)
        await notice(driver, "opposite to an earlier verdict: False · Harbour Facts")
        await driver.press("k")
        told = await beside(driver)
        assert told.splitlines()[0].startswith("! opposite verdict · False · Harbour Facts")
        await driver.press("2")  # refuted, as the check says
        await driver.press("k")
        assert "! opposite" not in await beside(driver)


async def test_a_verdict_is_taken_over_by_a_key_and_taken_back(store: Path) -> None:
    async with reviewing(store) as driver:
        await driver.press("c")
        assert "https://example.org/ferry" in details(driver) and "2020-05-01" in details(driver)
        await driver.press("v")
        await notice(driver, "refuted, taken over")
        assert driver.quote == "The council met regularly until 2019"
        await driver.press("k")
        assert "taken over from Harbour Facts" in await beside(driver)
        session = reopened(store)
        event = session.history(1)[-1]
        session.close()
        assert event.payload["label"] == "refuted"
        assert event.payload["taken_from"]["url"] == "https://example.org/ferry"
        await driver.press("u")
        assert "taken over" not in await beside(driver)
        assert driver.course.current is not None and driver.course.current.review is None


async def test_evidence_is_taken_over_by_a_key(store: Path) -> None:
    async with reviewing(store) as driver:
        await driver.press("c", "e")
        await notice(driver, "1 piece of evidence taken over")
        current = driver.course.current
        assert current is not None and current.review is not None
        piece = current.review.evidence[0]
        assert (piece.url, piece.stance, piece.check) == (
            "https://example.org/ferry",
            "refutes",
            "not held",
        )
        await driver.press("c", "e")
        await notice(driver, "cited here already")


async def test_a_verdict_is_taken_over_in_the_labels_of_the_scheme(store: Path) -> None:
    async with reviewing(store) as driver:
        await driver.press("j", "j", "c")
        assert "Half true" in details(driver)
        await driver.press("j", "k", "escape", "c", "v")
        await notice(driver, "conflicting evidence, taken over")


async def test_own_decisions_are_shown_and_others_are_not(store: Path) -> None:
    session = reopened(store)
    session.decide(1, "verified")
    session.close()
    async with reviewing(store) as driver:
        await driver.press("end")
        told = await beside(driver)
        assert "verified · by you" in told
        await driver.press("c")
        assert "from: this project" in details(driver)
        await driver.press("enter")
        await quote(driver, "The ferry to Oster Island was bought in 2011")
        assert driver.course.current is not None and driver.course.current.claim.seq == 1


async def test_contradictions_are_listed_with_the_reason_and_gone_to(store: Path) -> None:
    async with reviewing(store) as driver:
        await driver.press("j", "C")
        told = details(driver)
        assert "this: The council met regularly until 2019" in told
        assert "that: The council has not met since 2017" in told
        assert "until 2019 here, since 2017 there" in told
        await driver.press("enter")
        await quote(driver, "The council has not met since 2017")


async def test_keys_that_repeat_ask_for_the_last_claim_alone(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from workbench.review.beside.look import Beside

    monkeypatch.setattr(watch, "PAUSE", 0.5)
    looked: list[int] = []
    plain = Beside.precedents

    def recorded(self: Beside, claim: int) -> object:
        looked.append(claim)
        return plain(self, claim)

    monkeypatch.setattr(Beside, "precedents", recorded)
    async with reviewing(store) as driver:
        await beside(driver)
        looked.clear()
        await driver.pilot.press("j", "j", "j", "j")
        await driver.settle()
        assert "same claim" in await beside(driver)
        assert looked == [5]
