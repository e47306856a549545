"""What the review screen lists: filters, searches, orders, articles with and without claims."""

from __future__ import annotations

from pathlib import Path

import pytest
from review_screen import reopened, reviewing, states
from screen_store import HARBOUR, add_article, small_store

from db.rows import Filter
from workbench.review import project
from workbench.tui.app import Start
from workbench.tui.screens.articles import article_rows
from workbench.tui.widgets.claim_list import ClaimList


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return small_store(tmp_path)


async def test_the_filter_shows_only_some_claims(store: Path) -> None:
    async with reviewing(store) as driver:
        await driver.press("1", "1", "f", "j", "j", "enter")  # state: decided
        assert len(driver.course.queue) == 2 and "decided" in driver.notice
        await driver.press("escape")
        assert len(driver.course.queue) == 8


async def test_a_filter_that_hides_all_is_not_applied(store: Path) -> None:
    async with reviewing(store) as driver:
        await driver.press("f", "j", "j", "enter")
        assert len(driver.course.queue) == 8 and "no claims" in driver.notice


@pytest.mark.parametrize("keys", [("f", "j", "j", "enter"), ("/", *"zzz", "enter")])
async def test_what_finds_nothing_leaves_her_at_her_claim(
    store: Path, keys: tuple[str, ...]
) -> None:
    async with reviewing(store) as driver:
        await driver.press("end", *keys)
        assert "no claims" in driver.notice
        assert driver.quote == "Its oldest tree was planted in 1874"
        assert driver.screen.query_one(ClaimList).cursor == 7
        await driver.press("4")
        assert states(store) == [*["open"] * 7, "decided"]


async def test_another_order_of_nothing_leaves_her_at_her_claim(store: Path) -> None:
    async with reviewing(store) as driver:
        await driver.press("f", "j", "enter", *"11111111", "O")  # state: undecided
        assert "esc shows all" in driver.notice and len(driver.course.queue) == 8
        assert driver.course.queue.filter.order == "article"


@pytest.mark.parametrize(
    ("keys", "wanted"),
    [
        (("j", "j", "enter"), {"state": "decided"}),
        (("j", "j", "space", "enter"), {"state": "decided"}),
        (("j", "j", "space", "j", "enter"), {"state": "decided"}),
        (("j", "j", "space", "space", "enter"), {}),
        (("space", "j", "j", "space", "enter"), {"article_seq": 1, "state": "decided"}),
    ],
)
async def test_the_filter_shows_what_is_ticked_else_the_line_she_is_on(
    store: Path, keys: tuple[str, ...], wanted: dict[str, int | str]
) -> None:
    async with reviewing(store) as driver:
        await driver.press("1", "1", "f", *keys)
        assert driver.course.queue.filter == Filter(**wanted)


async def test_a_line_that_is_on_already_stays_on(store: Path) -> None:
    async with reviewing(store) as driver:
        await driver.press("1", "1", *("f", "j", "j", "enter") * 2)
        assert driver.course.queue.filter == Filter(state="decided")


async def test_search_shows_claims_with_the_words(store: Path) -> None:
    async with reviewing(store) as driver:
        await driver.press("/")
        await driver.type("oldest tree")
        assert driver.quote == "Its oldest tree was planted in 1874"
        assert len(driver.course.queue) == 1
        await driver.press("escape")
        assert len(driver.course.queue) == 8
        assert driver.quote == "Its oldest tree was planted in 1874"


async def test_next_and_previous_undecided(store: Path) -> None:
    async with reviewing(store) as driver:
        await driver.press("j", "1", "k", "k", "J")
        assert driver.quote == "met every week until 2019"
        await driver.press("K")
        assert driver.quote == "The harbour board was founded in 1911"


async def test_the_article_list_goes_to_an_article(store: Path) -> None:
    async with reviewing(store) as driver:
        await driver.press("o", "j", "enter")
        assert driver.quote == "The orchard covers nine hectares"


async def test_an_article_without_suggestions_says_so_and_takes_her_claims(store: Path) -> None:
    session = reopened(store)
    project.init(session.database, reviewer="Ada", unaided=1.0)
    session.close()
    async with reviewing(store) as driver:
        await driver.press("o", "j", "enter")
        assert driver.notice == "shown without suggestions: add the claims that you find"
        await driver.press("a", "space", "l", "enter")
        assert driver.quote == "The orchard"
    session = reopened(store)
    rows = article_rows(session.articles(), {}, session.unaided())
    session.close()
    assert [row.tags for row in rows] == ["no suggestions", "0/1"]


BARE = "Hello there, said nobody in particular.\n"


async def test_an_article_without_claims_is_shown_and_takes_one(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    add_article(path, "A greeting", BARE, ())
    async with reviewing(path) as driver:
        assert driver.article.text == BARE
        assert driver.notice == "no claims to review here: a adds one"
        for key in ("1", "x", "e", "n", "m", "]"):
            await driver.press(key)
            assert driver.notice == "! no claim is chosen here: a adds one"
        await driver.press("a", "space", "l", "enter")
        assert driver.quote == "Hello there" and "added" in driver.notice
        await driver.press("u")
        assert driver.course.current is None and driver.panel == ""
        await driver.press("U", "1")
    assert states(path) == ["decided"]


async def test_a_store_without_suggestions_shows_its_first_article(store: Path) -> None:
    session = reopened(store)
    project.init(session.database, reviewer="Ada", unaided=1.0)
    session.close()
    async with reviewing(store) as driver:
        assert driver.article.text == HARBOUR
        assert driver.notice == "shown without suggestions: add the claims that you find"


async def test_the_article_that_she_names_is_shown_without_claims_too(store: Path) -> None:
    add_article(store, "A greeting", BARE, ())
    async with reviewing(store, start=Start("A greeting")) as driver:
        assert driver.article.text == BARE and "no claims to review here" in driver.notice


async def test_in_an_article_without_claims_no_key_acts_on_another(store: Path) -> None:
    add_article(store, "A greeting", BARE, ())
    async with reviewing(store) as driver:
        claims = driver.screen.query_one(ClaimList)
        await driver.press("j", "o", "end", "enter")
        assert driver.article.text == BARE
        assert driver.course.current is None and driver.panel == ""
        drawn = [claims.render_line(y).text for y in range(8)]
        assert "owns forty cranes" in drawn[1] and not any("›" in line for line in drawn)
        for key in ("3", "]", "x", "space"):
            await driver.press(key)
            assert "no claim is chosen here" in driver.notice
            assert driver.article.text == BARE
        assert states(store) == ["open"] * 8
        await driver.press("a", "space", "l", "enter")
        assert driver.quote == "Hello there"
        await driver.press("u")
        assert driver.course.current is None and driver.article.text == BARE


@pytest.mark.parametrize("how", ["j", "click"])
async def test_from_an_article_without_claims_she_goes_back_to_her_claim(
    store: Path, how: str
) -> None:
    add_article(store, "A greeting", BARE, ())
    async with reviewing(store) as driver:
        await driver.press("j", "o", "end", "enter")
        claims = driver.screen.query_one(ClaimList)
        if how == "click":
            inset = claims.content_region.offset - claims.region.offset
            await driver.pilot.click(claims, offset=(5 + inset.x, 1 + inset.y))
            await driver.settle()
        else:
            await driver.press("j")
        assert driver.quote == "owns forty cranes" and "›" in claims.render_line(1).text
        assert driver.article.text == HARBOUR


async def test_she_begins_in_the_article_that_she_named(store: Path) -> None:
    async with reviewing(store, start=Start("An orchard")) as driver:
        assert driver.quote == "The orchard covers nine hectares"
        await driver.press("1", "1")
        assert driver.quote == "The harbour board was founded in 1911"  # and on with the others


async def test_an_article_that_is_not_there_is_told(store: Path) -> None:
    async with reviewing(store, start=Start("no such")) as driver:
        assert "there is no article 'no such'" in driver.notice
        await driver.press("1")
        assert states(store)[0] == "decided"
