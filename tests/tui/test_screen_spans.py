"""Claims added, moved, split and merged in the review screen, by keys and by the mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from review_screen import reopened, reviewing, states
from screen_store import HARBOUR, small_store

from workbench.review import project
from workbench.tui.widgets.article_view import ArticleView
from workbench.tui.widgets.claim_list import ClaimList
from workbench.tui.widgets.key_bar import KeyBar


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return small_store(tmp_path)


async def test_a_claim_is_added_by_keyboard(store: Path) -> None:
    async with reviewing(store) as driver:
        await driver.press("a", "l", "l", "space", "l", "enter")
        assert driver.quote == "board was"
        session = reopened(store)
        (seq,) = [s for s in session.queue() if session.items([s])[0].claim.origin == "reviewer"]
        claim = session.items([seq])[0].claim
        assert HARBOUR[claim.start : claim.end] == claim.quote == "board was"
        session.close()


async def test_choosing_words_can_be_left(store: Path) -> None:
    async with reviewing(store) as driver:
        await driver.press("a", "space", "l", "escape")
        assert driver.screen.mode == "review" and driver.article.selection is None
        await driver.press("1")
        assert states(store)[0] == "decided" and len(states(store)) == 8


async def test_a_claim_is_added_by_mouse(store: Path) -> None:
    async with reviewing(store) as driver:
        x, y = _place(driver.article, HARBOUR.index("mayor said"))
        await driver.pilot.mouse_down(driver.article, offset=(x, y))
        await driver.pilot.hover(driver.article, offset=(x + 8, y))
        await driver.pilot.mouse_up(driver.article, offset=(x + 8, y))
        await driver.settle()
        await driver.press("a")
        assert driver.quote == "mayor said"


async def test_a_click_on_a_span_selects_its_claim(store: Path) -> None:
    async with reviewing(store) as driver:
        place = _place(driver.article, HARBOUR.index("opened in May"))
        await driver.pilot.click(driver.article, offset=place)
        await driver.settle()
        assert driver.quote == "opened in May"
        assert driver.screen.query_one(ClaimList).current_id == driver.course.queue.seqs[4]


def _place(view: ArticleView, at: int) -> tuple[int, int]:
    """Where an offset of the article is, as cells within the widget."""
    rows, columns = view.virtual_size.height, view.size.width
    cells = ((x, y) for y in range(rows) for x in range(columns))
    x, y = next(cell for cell in cells if view.offset_at(*cell) == at)
    inset = view.content_region.offset - view.region.offset
    return x + inset.x, y + inset.y


async def test_edges_move_by_word_and_by_character(store: Path) -> None:
    from workbench.review.session import span

    async with reviewing(store) as driver:

        def chosen() -> str:
            assert driver.course.current is not None
            start, end = span(driver.course.current)
            return HARBOUR[start:end]

        await driver.press("]")
        assert chosen() == "harbour board was founded in 1911"
        await driver.press("{", ">")
        assert chosen() == "arbour board was founded in"
        await driver.press("<", "[", "}", ")", ")")
        assert chosen() == "The harbour board was founded in 1911 a"
        await driver.press("(", "(", "u", "u")
        assert chosen() == "The harbour board was founded in 1911 a"


async def test_what_is_told_of_a_moved_span_are_its_words(store: Path) -> None:
    async with reviewing(store) as driver:
        await driver.press("j", "]")
        start = HARBOUR.index("forty cranes")
        assert driver.notice == f"✓ span {start}–{start + 12} · forty cranes"
        await driver.press("}", "{", ")")
        assert driver.notice.endswith(" · forty cranes.")
        await driver.press("1")  # and of a later act they are hers too
        assert driver.notice.endswith(" · forty cranes.")


async def test_a_claim_that_is_there_already_is_no_success(store: Path) -> None:
    async with reviewing(store) as driver:
        await driver.press("a", "space", *"llllll", "enter")
        assert driver.quote == "The harbour board was founded in 1911"
        assert driver.notice == "that is a claim already"


async def test_a_span_never_becomes_empty(store: Path) -> None:
    async with reviewing(store) as driver:
        await driver.press("j", *["]"] * 4)
        assert driver.course.current is not None
        assert "empty" in driver.notice
        await driver.press(*["u"] * 5)
        assert "nothing to undo" in driver.notice


async def test_split_at_a_word_and_undo(store: Path) -> None:
    async with reviewing(store) as driver:
        await driver.press("s")
        bar = str(driver.screen.query_one(KeyBar).render())
        assert "word →" in bar and "begin here" not in bar
        await driver.press("l", "enter")
        assert states(store)[0:3].count("discarded") == 1
        assert len(states(store)) == 10
        await driver.press("u")
        assert states(store) == ["open"] * 8
        assert driver.quote == "The harbour board was founded in 1911"


async def test_merge_with_the_next_and_undo(store: Path) -> None:
    async with reviewing(store) as driver:
        await driver.press("m")
        assert driver.quote == "The harbour board was founded in 1911 and owns forty cranes"
        await driver.press("u")
        assert states(store) == ["open"] * 8


async def test_merge_takes_the_next_of_the_article_in_every_order(store: Path) -> None:
    async with reviewing(store) as driver:
        await driver.press("O")
        await driver.course.go_to(1)
        await driver.press("m")
        assert driver.quote == "The harbour board was founded in 1911 and owns forty cranes"


async def test_a_claim_added_under_a_search_stands_in_its_place(store: Path) -> None:
    async with reviewing(store) as driver:
        await driver.press("/")
        await driver.type("the")
        before = list(driver.course.queue.seqs)
        await driver.press("a", "l", "l", "space", "l", "enter")
        (added,) = set(driver.course.queue.seqs) - set(before)
        assert driver.quote == "board was"
        assert driver.course.queue.position(added) == 1
        await driver.press("u")
        assert list(driver.course.queue.seqs) == before


async def test_leaving_a_claim_leaves_the_choice_of_words(store: Path) -> None:
    async with reviewing(store) as driver:
        await driver.press("s")
        await driver.pilot.click(driver.screen.query_one(ClaimList), offset=(5, 4))
        await driver.settle()
        assert driver.screen.mode == "review"
        await driver.press("enter")
        assert states(store) == ["open"] * 8


async def test_a_suggestion_that_is_hidden_is_no_claim_already(store: Path) -> None:
    session = reopened(store)
    project.init(session.database, reviewer="Ada", unaided=1.0)
    session.close()
    async with reviewing(store) as driver:
        await driver.press("a", "space", *"llllll", "enter")
        assert driver.notice == "✓ added · The harbour board was founded in 1911"
        await driver.press("1", "a", "space", "escape")
        assert len(driver.course.queue) == 1
        await driver.press("a", "space", *"llllll", "enter")  # her own is one
        assert driver.notice == "that is a claim already"
    assert states(store) == ["decided"]
