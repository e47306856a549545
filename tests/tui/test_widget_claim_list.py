"""The claim list: pages, cursor, single rows, hostile text."""

import asyncio
import re
from collections.abc import Sequence

from textual.app import App, ComposeResult

from workbench.tui.widgets.claim_list import ClaimList, Row
from workbench.tui.widgets.claim_row import fitted

CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e]")


def a_row(id: int, text: str = "") -> Row:
    return Row(id, "✓", "Verified", "green", text or f"claim {id}", id % 100 / 100, False, "tag")


class Listed(App[None]):
    def __init__(self, count: int, text: str = "") -> None:
        super().__init__()
        self.count = count
        self.row_text = text
        self.asked: list[Sequence[int]] = []
        self.said: list[tuple[str, int]] = []

    def compose(self) -> ComposeResult:
        yield ClaimList(self.load)

    def on_mount(self) -> None:
        self.list.focus()
        self.list.set_ids(range(1, self.count + 1))

    async def load(self, ids: Sequence[int]) -> Sequence[Row]:
        self.asked.append(ids)
        return [a_row(id, self.row_text) for id in ids if id != 7]

    @property
    def list(self) -> ClaimList:
        return self.query_one(ClaimList)

    def on_claim_list_moved(self, message: ClaimList.Moved) -> None:
        self.said.append(("moved", message.id))

    def on_claim_list_opened(self, message: ClaimList.Opened) -> None:
        self.said.append(("opened", message.id))


def rendered(claims: ClaimList) -> Sequence[str]:
    return [claims.render_line(y).text for y in range(claims.size.height)]


async def test_only_pages_in_view_and_their_neighbours_load() -> None:
    app = Listed(100_000)
    async with app.run_test(size=(50, 20)) as pilot:
        await app.workers.wait_for_complete()
        assert [(ids[0], len(ids)) for ids in app.asked] == [(1, 200), (201, 200)]
        await pilot.press("end")
        await app.workers.wait_for_complete()
        assert app.list.current_id == 100_000
        assert [ids[0] for ids in app.asked[2:]] == [99_801, 99_601]
        await pilot.pause()
        assert "claim 100000" in rendered(app.list)[-1]


async def test_keys_move_the_cursor_and_tell() -> None:
    app = Listed(1000)
    async with app.run_test(size=(50, 20)) as pilot:
        await pilot.press("down", "down", "up", "enter")
        assert app.list.cursor == 1 and app.list.current_id == 2
        assert app.said[-2:] == [("moved", 2), ("opened", 2)]
        await pilot.press("pagedown")
        assert app.list.cursor == 20
        assert app.list.scroll_offset.y == 1
        await pilot.press("home", "up")
        assert app.list.cursor == 0 and app.list.scroll_offset.y == 0


async def test_a_click_moves_the_cursor() -> None:
    app = Listed(1000)
    async with app.run_test(size=(50, 20)) as pilot:
        app.list.scroll_to(y=500)
        await pilot.pause()
        await pilot.click(ClaimList, offset=(5, 3))
        assert app.list.current_id == 504


async def test_put_shows_at_once_and_only_the_pointer_marks_the_cursor() -> None:
    app = Listed(1000)
    async with app.run_test(size=(50, 20)):
        await app.workers.wait_for_complete()
        app.list.put(a_row(3, "quite new"))
        lines = rendered(app.list)
        assert "quite new" in lines[2]
        assert [line[0] for line in lines[:3]] == ["›", " ", " "]


async def test_new_ids_keep_the_claim_under_the_cursor() -> None:
    app = Listed(1000)
    async with app.run_test(size=(50, 20)):
        app.list.move_to_id(600)
        app.list.set_ids(range(2, 1001, 2))
        assert app.list.current_id == 600
        app.list.set_ids([])
        assert app.list.current_id is None
        app.list.set_ids([5, 6])
        assert app.list.current_id == 5


async def test_a_vanished_row_is_not_asked_for_for_ever() -> None:
    app = Listed(20)
    async with app.run_test(size=(50, 25)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert len(app.asked) == 1
        assert "no longer" in rendered(app.list)[6]


async def test_hostile_rows_are_harmless_and_fit() -> None:
    app = Listed(
        50,
        "a\x1b]0;x\x07b\r\n[/nope] 漢字漢字漢字漢字漢字漢字漢字漢字 \u202e👩\u200d💻 e\u0301",
    )
    async with app.run_test(size=(31, 20)):
        await app.workers.wait_for_complete()
        for y in range(app.list.size.height):
            strip = app.list.render_line(y)
            assert not CONTROL.search(strip.text)
            assert sum(segment.cell_length for segment in strip) == strip.cell_length == 30


async def test_holding_a_key_over_a_slow_store_neither_floods_nor_shows_a_wrong_row() -> None:
    """One page is asked for at a time, and what arrives late goes to its own rows."""
    app = Listed(100_000)
    gate = asyncio.Event()
    asked: list[Sequence[int]] = []
    under_way = 0

    async def slow(ids: Sequence[int]) -> Sequence[Row]:
        nonlocal under_way
        under_way += 1
        assert under_way == 1
        asked.append(ids)
        await gate.wait()
        under_way -= 1
        return [a_row(id) for id in reversed(ids)]

    async with app.run_test(size=(50, 20)) as pilot:
        await app.workers.wait_for_complete()
        app.list.loader = slow
        app.list.invalidate()
        await pilot.pause()
        for _ in range(100):
            app.list.move_to(app.list.cursor + 20)  # a burst: nothing else has its turn
        await pilot.press(*["down"] * 50)
        await pilot.pause()
        assert app.list.cursor == 2050
        assert app.said[-1] == ("moved", 2051)
        assert len(app.said) < 60  # a burst tells only of its end
        assert [ids[0] for ids in asked] == [1]  # still the first one; none queued behind it
        assert all("…" in line and "claim" not in line for line in rendered(app.list))
        gate.set()
        await app.workers.wait_for_complete()
        await pilot.pause()
        # Then what is in view now, and its neighbours; not the ten pages passed.
        assert [ids[0] for ids in asked] == [1, 2001, 2201, 1801]
        top = app.list.scroll_offset.y
        for y, line in enumerate(rendered(app.list)):
            assert f" claim {top + y + 1} " in line


async def test_a_row_put_while_its_page_loads_stays() -> None:
    app = Listed(20)
    gate = asyncio.Event()

    async def slow(ids: Sequence[int]) -> Sequence[Row]:
        await gate.wait()
        return [a_row(id, "old") for id in ids]

    async with app.run_test(size=(50, 25)) as pilot:
        await app.workers.wait_for_complete()
        app.list.loader = slow
        app.list.invalidate()
        await pilot.pause()
        app.list.put(a_row(3, "decided"))
        gate.set()
        await app.workers.wait_for_complete()
        lines = rendered(app.list)
        assert "decided" in lines[2] and "old" in lines[3]


def test_fitted_is_exact() -> None:
    assert fitted("漢字漢字", 5) == "漢字…"
    assert fitted("漢字漢字", 6) == "漢字 …"
    assert fitted("ab", 4) == "ab  "
