"""The same reviewer in two windows: neither screen shows or takes back what is not so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from evidence_screen import at_evidence, store_with_sources
from review_screen import Driver, reopened, reviewing, states
from screen_store import HARBOUR, small_store
from settling_driver import adjudicating
from test_screen_adjudication import decided

from workbench.review.project import init
from workbench.review.schemes import preset
from workbench.tui import connect
from workbench.tui.widgets.claim_list import ClaimList
from workbench.tui.widgets.header_bar import HeaderBar
from workbench.tui.widgets.key_bar import KeyBar

CHANGED = "the store was changed elsewhere"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return small_store(tmp_path)


def glyph(driver: Driver, seq: int) -> str:
    row = driver.screen.query_one(ClaimList).row(seq)
    assert row is not None
    return row.glyph


def header(driver: Driver) -> str:
    return str(driver.screen.query_one(HeaderBar).render())


def verdict(store: Path, seq: int) -> str | None:
    session = reopened(store)
    (item,) = session.items([seq])
    session.close()
    return item.review.verdict if item.review is not None else None


async def test_a_verdict_replaces_none_that_was_not_shown(store: Path) -> None:
    async with reviewing(store) as driver:
        other = reopened(store)
        other.decide(1, "verified")
        other.decide(2, "refuted")
        await driver.press("3")
        assert driver.notice.startswith("! " + CHANGED) and "nothing was done" in driver.notice
        assert verdict(store, 1) == "verified"
        assert glyph(driver, 1) == "✓" and glyph(driver, 2) == "✗" and "2/8" in header(driver)
        await driver.press("3")  # now she has seen it
        assert verdict(store, 1) not in (None, "verified") and CHANGED not in driver.notice
        other.close()


async def test_an_act_on_another_claim_is_done_and_all_is_shown(store: Path) -> None:
    async with reviewing(store) as driver:
        other = reopened(store)
        other.decide(2, "refuted")
        other.add_claim(1, HARBOUR.index("Trade"), HARBOUR.index("Trade") + 11)
        other.close()
        await driver.press("1")
        assert verdict(store, 1) == "verified"
        assert "verified" in driver.notice and CHANGED in driver.notice
        assert glyph(driver, 2) == "✗" and "2/9" in header(driver)
        assert driver.quote == "met every week until 2019"
        assert len(driver.course.queue) == 9


async def test_undo_takes_back_no_act_that_was_not_shown(store: Path) -> None:
    async with reviewing(store) as driver:
        await driver.press("1")
        other = reopened(store)
        other.decide(3, "verified")
        other.close()
        await driver.press("u")
        assert CHANGED in driver.notice and states(store)[2] == "decided"
        assert glyph(driver, 3) == "✓" and "2/8" in header(driver)
        await driver.press("u")
        assert "undone: verdict" in driver.notice and states(store)[:3] == [
            "decided",
            "open",
            "open",
        ]


async def test_her_own_acts_and_those_of_others_are_no_change_elsewhere(store: Path) -> None:
    async with reviewing(store) as driver:
        other = connect(str(store), "ben")
        other.decide(1, "refuted")
        other.close()
        await driver.press(*"12u1U3")
        assert CHANGED not in driver.notice
        await driver.press("u")
        assert "undone" in driver.notice


async def test_evidence_does_not_undo_what_was_not_shown(tmp_path: Path) -> None:
    store = store_with_sources(tmp_path)
    async with at_evidence(store) as driver:
        await driver.press("e", "s", "i")
        other = connect(str(store), "Ada")
        other.decide(3, "verified")
        other.close()
        await driver.press("u")
        assert CHANGED in driver.told and "leave this screen" in driver.told
        await driver.press("u")
        assert CHANGED in driver.told and states(store)[2] == "decided"
        await driver.press("escape")
        assert CHANGED in driver.notice and glyph(driver, 3) == "✓"


async def test_settling_undoes_nothing_that_was_not_shown(tmp_path: Path) -> None:
    store = decided(tmp_path / "store.db")
    async with adjudicating(store) as lead:
        await lead.press("2")
        other = connect(str(store), "lena", reviewing=False)
        other.take_side(2, "anna")
        await lead.press("u")
        assert CHANGED in lead.notice and lead.listed == []
        await lead.press("u")
        assert "undone: decision" in lead.notice and other.disagreements() == [2]
        other.close()


async def test_an_idle_window_shows_what_was_done_in_another(store: Path) -> None:
    async with reviewing(store) as driver:
        other = reopened(store)
        other.decide(2, "refuted")
        other.close()
        await driver.screen.look_elsewhere()
        assert glyph(driver, 2) == "✗" and "1/8" in header(driver) and CHANGED in driver.notice
        await driver.press("1")  # what it shows is no surprise to it
        assert CHANGED not in driver.notice and verdict(store, 1) == "verified"


@pytest.mark.parametrize("keys", ["n", "a", "?"])
async def test_a_window_in_the_middle_of_something_shows_nothing_anew(
    store: Path, keys: str
) -> None:
    async with reviewing(store) as driver:
        await driver.press(*keys)
        other = reopened(store)
        other.decide(2, "refuted")
        other.close()
        await driver.screen.look_elsewhere()
        assert CHANGED not in driver.notice and glyph(driver, 2) == "·"
        await driver.press("escape")
        await driver.screen.look_elsewhere()
        assert CHANGED in driver.notice and glyph(driver, 2) == "✗"


async def test_an_idle_window_of_a_lead_shows_what_she_settled_in_another(tmp_path: Path) -> None:
    store = decided(tmp_path / "store.db")
    async with adjudicating(store) as lead:
        other = connect(str(store), "lena", reviewing=False)
        other.take_side(2, "anna")
        other.close()
        before = lead.header
        await lead.screen.look_elsewhere()
        assert CHANGED in lead.notice and lead.header != before


async def test_a_key_gives_no_verdict_of_a_scheme_that_was_replaced(store: Path) -> None:
    async with reviewing(store) as driver:
        other = reopened(store)
        init(other.database, reviewer="root", scheme=preset("politifact"))
        other.close()
        await driver.press("2")
        assert "nothing was done" in driver.notice and states(store)[0] == "open"
        assert "2 mostly true" in str(driver.screen.query_one(KeyBar).render())
        await driver.press("2")
        assert verdict(store, 1) == "mostly-true" and "mostly true" in driver.notice


async def test_a_lead_settles_by_the_scheme_in_force(tmp_path: Path) -> None:
    store = decided(tmp_path / "store.db")
    async with adjudicating(store) as lead:
        other = connect(str(store), "root")
        labels = tuple(replace(label, name=label.name.upper()) for label in other.scheme.labels)
        init(other.database, reviewer="root", scheme=replace(other.scheme, labels=labels))
        other.close()
        await lead.press("1")
        assert "nothing was done" in lead.notice
        await lead.press("1")
        assert lead.notice.startswith("✓ gold: ") and lead.notice.split()[2].isupper()
