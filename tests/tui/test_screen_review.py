"""The review screen, driven by keys and by the mouse, on a real store."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from screen_store import HARBOUR, add_article, small_store
from textual.pilot import Pilot
from textual.widgets import Static
from typed import typed

from db.rows import Filter
from workbench.review import project
from workbench.review.session import Session, state
from workbench.tui import connect
from workbench.tui.app import Start, WorkbenchApp
from workbench.tui.screens.articles import article_rows
from workbench.tui.screens.course import Course
from workbench.tui.screens.review import ReviewScreen
from workbench.tui.widgets.article_view import ArticleView
from workbench.tui.widgets.claim_list import ClaimList
from workbench.tui.widgets.claim_panel import ClaimPanel
from workbench.tui.widgets.key_bar import KeyBar
from workbench.tui.widgets.notice_bar import NoticeBar
from workbench.tui.widgets.prompt_bar import PromptBar

BEGIN = Start()


class Driver:
    """Presses keys and waits until all is done and painted."""

    def __init__(self, app: WorkbenchApp, pilot: Pilot[int]) -> None:
        self.app, self.pilot = app, pilot

    @property
    def screen(self) -> ReviewScreen:
        found = self.app.screen_stack[1]
        assert isinstance(found, ReviewScreen)
        return found

    @property
    def course(self) -> Course:
        return self.screen.course

    @property
    def quote(self) -> str:
        assert self.course.current is not None
        return self.course.current.claim.quote

    @property
    def notice(self) -> str:
        return str(self.screen.query_one(NoticeBar).render())

    @property
    def panel(self) -> str:
        return str(self.screen.query_one(ClaimPanel).query_one(Static).render())

    @property
    def page(self) -> str:
        return "\n".join(str(text.render()) for text in self.app.screen.query(Static))

    @property
    def article(self) -> ArticleView:
        return self.screen.query_one(ArticleView)

    async def settle(self) -> None:
        await self.pilot.pause()
        waiting = asyncio.ensure_future(self.screen.inbox.settled())
        while not waiting.done():
            # A prompt or a dialog holds its job until it is answered.
            asking = self.screen.query_one(PromptBar).is_open or len(self.app.screen_stack) > 2
            if asking:
                waiting.cancel()
                break
            await self.pilot.pause()
        await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def type(self, text: str) -> None:
        await typed(self.pilot, text, "enter")
        await self.settle()


@asynccontextmanager
async def reviewing(
    path: Path, size: tuple[int, int] = (110, 34), start: Start = BEGIN
) -> AsyncIterator[Driver]:
    app = WorkbenchApp(lambda: connect(str(path), "Ada"), start, path.with_name("keys.toml"))
    async with app.run_test(size=size) as pilot:
        driver = Driver(app, pilot)
        await pilot.pause()
        await driver.settle()
        if driver.screen.looking is not None:
            driver.screen.looking.stop()  # no test waits for a time
        yield driver


def reopened(path: Path) -> Session:
    return connect(str(path), "Ada")


def states(path: Path) -> list[str]:
    session = reopened(path)
    found = [state(item) for item in session.items(session.queue())]
    session.close()
    return found


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


@pytest.mark.parametrize("size", [(80, 24), (60, 18)])
async def test_a_long_note_is_read_by_keys(store: Path, size: tuple[int, int]) -> None:
    async with reviewing(store, size) as driver:
        await driver.press("n")
        await driver.type(" ".join(f"word{number}" for number in range(60)))
        panel = driver.screen.query_one(ClaimPanel)
        read = []
        for _ in range(12):
            lines = driver.app.screen._compositor.render_strips()  # what is really seen
            read += [line.text for line in lines[panel.region.y : panel.region.bottom]]
            await driver.press(".")
        assert all(f"word{number}" in "\n".join(read) for number in range(60))
        assert panel.scroll_y == panel.max_scroll_y > 0
        await driver.press(*[","] * 12)
        assert panel.scroll_y == 0
        assert driver.article.scroll_y == 0 and states(store) == ["open"] * 8


async def test_leaving_while_a_line_is_asked_for_is_clean(store: Path) -> None:
    async with reviewing(store) as driver:
        await driver.press("1", "n", "a", "b", "ctrl+q")
    assert states(store)[0] == "decided"


async def test_keys_typed_ahead_go_to_the_prompt(store: Path) -> None:
    async with reviewing(store) as driver:
        for key in ("1", "t", "a", "1", "u"):  # all before the first is worked off
            driver.app.simulate_key(key)
        await driver.settle()
        await driver.press("enter")
        assert "#a1u" in driver.panel
        assert states(store)[:2] == ["decided", "open"]


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


async def test_discard_goes_on(store: Path) -> None:
    async with reviewing(store) as driver:
        await driver.press("x")
        assert states(store)[0] == "discarded" and driver.quote == "owns forty cranes"


async def test_the_filter_shows_only_some_claims(store: Path) -> None:
    async with reviewing(store) as driver:
        await driver.press("1", "1", "f", "j", "j", "enter")  # state: decided
        assert len(driver.course.queue) == 2 and "decided" in driver.notice
        await driver.press("escape")
        assert len(driver.course.queue) == 8


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


async def test_help_names_every_key_and_closes(store: Path) -> None:
    async with reviewing(store) as driver:
        await driver.press("?")
        shown = driver.page
        for command in driver.screen.keys.commands:
            assert command.help in shown
        await driver.press("?", "1")
        assert states(store)[0] == "decided"


async def test_guidelines_show_the_definitions(store: Path) -> None:
    async with reviewing(store) as driver:
        await driver.press("g")
        shown = driver.page
        assert driver.course.session is not None
        for label in driver.course.session.scheme.labels:
            assert label.definition in shown


async def test_every_command_has_an_action(store: Path) -> None:
    async with reviewing(store) as driver:
        for command in driver.screen.keys.commands:
            if command.mode in ("review", "caret") and not command.id.startswith("verdict:"):
                assert command.id in driver.course.actions


async def test_a_broken_key_map_is_told_and_the_keys_work(store: Path) -> None:
    store.with_name("keys.toml").write_text('[keys]\nlater = "t"\n', encoding="utf-8")
    async with reviewing(store) as driver:
        assert "key map" in driver.notice
        await driver.press("space")
        assert states(store)[0] == "later"


async def test_own_keys_are_in_force(store: Path) -> None:
    store.with_name("keys.toml").write_text('[keys]\nverified = "y"\n', encoding="utf-8")
    async with reviewing(store) as driver:
        await driver.press("y")
        assert states(store)[0] == "decided"


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


async def test_a_locked_store_is_told_and_nothing_is_lost(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sqlite3

    monkeypatch.setattr("db.engine.BUSY_TIMEOUT_MS", 50)
    async with reviewing(store) as driver:
        other = sqlite3.connect(store, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        await driver.pilot.press("1")
        while "locked" not in driver.notice:
            await driver.pilot.pause(0.02)
        assert "is kept and sent again" in driver.notice
        assert driver.quote == "The harbour board was founded in 1911"
        other.execute("ROLLBACK")
        other.close()
        await driver.settle()
        assert driver.quote != "The harbour board was founded in 1911"
        assert states(store)[:2] == ["decided", "open"]


async def test_an_empty_store_is_no_dead_end(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "empty.db") as driver:
        assert "nothing to review yet" in driver.notice
        await driver.press("1", "u", "j", "K", "a", "s", "m", "t", "[")
        await driver.press("?", "escape", "f", "escape", "o", "escape")


async def test_a_store_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    path = tmp_path / "text.db"
    path.write_text("this is no database at all", encoding="utf-8")
    async with reviewing(path) as driver:
        assert "not a SQLite database" in driver.notice
        await driver.press("1", "?", "escape", "q")
        assert driver.app.return_value == 2


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (250, 70)])
async def test_resizing_keeps_the_place(store: Path, size: tuple[int, int]) -> None:
    async with reviewing(store) as driver:
        await driver.press("j", "j")
        await driver.pilot.resize_terminal(*size)
        await driver.settle()
        assert driver.quote == "met every week until 2019"
        assert driver.screen.query_one(ClaimList).cursor == 2
        await driver.press("1")
        assert states(store)[2] == "decided"


HOSTILE = (
    "\x1b]52;c;aGk=\x07 [red]markup[/nope] [@click=app.quit]here[/] \x9b31m \u202eright\u202c "
    "👩‍🚀 e\u0301 漢字 \x00nul\r\nThe \x1b[2Jboard\u2028met in May."
)


async def test_hostile_text_goes_through_every_screen(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    quotes = (HOSTILE[:40], "👩‍🚀 e\u0301 漢字", "The \x1b[2Jboard\u2028met in May")
    add_article(path, "title \x1b]0;x\x07[/nope]", HOSTILE, quotes, "\x00nul")
    async with reviewing(path, (80, 24)) as driver:
        await driver.press("t")
        await driver.type("[/tag]")
        await driver.press("n")
        await driver.type("[bold]note[/nope]")
        for keys in ("j", "o", "f", "?", "g", "/"):
            await driver.press(keys)
            svg = driver.app.export_screenshot()
            assert not any(bad in svg for bad in "\x1b\x07\x9b\x00\u202e\u2028")
            await driver.press(*(["escape"] if keys != "j" else []))
        session = reopened(path)
        for item in session.items(session.queue()):
            claim = item.claim
            assert HOSTILE[claim.start : claim.end] == claim.quote
        session.close()


async def test_a_language_without_rules_is_told(tmp_path: Path) -> None:
    from workbench.ingest.document import document
    from workbench.review.intake import add_document
    from workbench.review.project import open_project

    path = tmp_path / "german.db"
    text = "Der Stadtrat hat am Montag den Haushalt beschlossen. Die Brücke wird im Mai gesperrt.\n"
    add_document(open_project(path), document(text, "stadtrat.txt"))
    async with reviewing(path) as driver:
        assert "as a whole sentence: no rules for this language" in driver.panel


async def test_a_refused_tag_stays_in_the_line(store: Path) -> None:
    async with reviewing(store) as driver:
        await driver.press("t")
        await driver.type("x" * 61)
        assert "a tag has 1 to 60 characters" in driver.notice
        await driver.press("backspace", "enter")
        assert f"tagged {'x' * 60}" in driver.notice
        await driver.press("1")
    assert states(store)[0] == "decided"
