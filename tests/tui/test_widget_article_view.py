"""The article view: offsets, marks, selection, hostile text."""

import re

import pytest
from textual.app import App, ComposeResult
from textual.widgets import Static

from workbench.tui.widgets.article_view import ArticleView, Mark

WIDE = "漢字 cafe\u0301 👩\u200d💻 ok\r\nsecond line, with words.\rthird"
HOSTILE = (
    "\x1b]52;c;aGk=\x07 \x1b[31mred\x1b[0m \x9b2J \x00 [@click=app.quit]x[/] [/nope] "
    "\u202eevil\u202c \u2066iso\u2069 \u2028 \ufeff tab\there \x7f end"
)
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


class Shown(App[None]):
    def __init__(self, text: str, marks: list[Mark] | None = None) -> None:
        super().__init__()
        self.article_text = text
        self.marks = marks or []
        self.said: list[object] = []

    def compose(self) -> ComposeResult:
        yield ArticleView()

    def on_mount(self) -> None:
        self.view.show(self.article_text, self.marks)

    @property
    def view(self) -> ArticleView:
        return self.query_one(ArticleView)

    def on_article_view_mark_clicked(self, message: ArticleView.MarkClicked) -> None:
        self.said.append(message.id)

    def on_article_view_selected(self, message: ArticleView.Selected) -> None:
        self.said.append((message.start, message.end))


def rendered(view: ArticleView) -> list[str]:
    return [view.render_line(y).text.rstrip() for y in range(view.size.height)]


async def test_a_cell_maps_to_the_offset_of_its_cluster() -> None:
    app = Shown(WIDE)
    async with app.run_test(size=(40, 10)):
        view = app.view
        assert [view.offset_at(x, 0) for x in range(0, 6)] == [None, 0, 0, 1, 1, 2]
        woman = WIDE.index("👩")
        column = 1 + 5 + 5
        assert view.offset_at(column, 0) == view.offset_at(column + 1, 0) == woman
        assert view.offset_at(column + 2, 0) == woman + 3
        assert view.offset_at(1, 1) == WIDE.index("second")
        assert view.offset_at(1, 2) == WIDE.index("third")
        assert view.offset_at(30, 2) is None


async def test_no_control_reaches_a_strip() -> None:
    app = Shown(HOSTILE, [Mark(0, len(HOSTILE), 1, "open"), Mark(3, 5, 2, "decided")])
    async with app.run_test(size=(30, 20)):
        for line in rendered(app.view):
            assert not CONTROL.search(line)
        assert "[/nope]" in "".join(rendered(app.view))


async def test_every_strip_is_as_wide_as_it_says() -> None:
    app = Shown((WIDE + HOSTILE) * 4, [Mark(i, i + 7, i, "open") for i in range(0, 300, 5)])
    async with app.run_test(size=(30, 40)):
        view = app.view
        for y in range(view.size.height):
            strip = view.render_line(y)
            assert sum(segment.cell_length for segment in strip) == strip.cell_length


async def test_a_click_finds_the_shortest_mark_then_the_next() -> None:
    app = Shown("alpha beta gamma", [Mark(0, 16, 1, "open"), Mark(6, 10, 2, "decided")])
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.click(ArticleView, offset=(8, 0))
        app.view.focus_mark(2)
        await pilot.click(ArticleView, offset=(8, 0))
        await pilot.click(ArticleView, offset=(2, 0))
        await pilot.click(ArticleView, offset=(2, 5))
    assert app.said == [2, 1, 1]


@pytest.mark.parametrize("control", [False, True])
async def test_a_drag_selects_words_or_exactly(control: bool) -> None:
    app = Shown("alpha beta gamma")
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.mouse_down(ArticleView, offset=(3, 0), control=control)
        await pilot.hover(ArticleView, offset=(9, 0))
        await pilot.mouse_up(ArticleView, offset=(9, 0), control=control)
        await pilot.pause()
        assert app.view.selection == app.said[-1]
    assert app.said == [(2, 9) if control else (0, 10)]


async def test_a_drag_past_an_edge_scrolls_by_lines() -> None:
    class Framed(Shown):
        CSS = "Static { height: 3; }"

        def compose(self) -> ComposeResult:
            yield Static()
            yield ArticleView()
            yield Static()

    text = "\n".join(f"line {number:03}" for number in range(200))
    app = Framed(text)
    async with app.run_test(size=(40, 16)) as pilot:
        view = app.view
        assert view.size.height == 10
        await pilot.mouse_down(ArticleView, offset=(2, 4))
        tops = []
        for y in (10, 12, 9):
            await pilot.hover(ArticleView, offset=(2, y))
            tops.append(view.scroll_offset.y)
        assert tops == [1, 4, 4]
        assert text[slice(*view.selection or ())].endswith("line")
        assert text[slice(*view.selection or ())].count("\n") == 13 - 4
        for y in (-3, -3, -1):
            await pilot.hover(ArticleView, offset=(2, y))
            tops.append(view.scroll_offset.y)
        assert tops[3:] == [1, 0, 0]
        await pilot.mouse_up(ArticleView, offset=(2, -1))
        await pilot.pause()
        assert view.scroll_offset.y == 0
        assert view.caret == 0
        assert app.said == [(0, text.index("004") - 1)]


async def test_selection_by_keyboard() -> None:
    text = "Alpha don't 1,200 beta. Gamma\nnext"
    app = Shown(text)
    async with app.run_test(size=(60, 10)):
        view = app.view
        view.start_selection()
        assert view.selecting and view.selection is None
        view.move_head("word", 1)
        assert view.caret == text.index("don't")
        view.toggle_anchor()
        assert view.selection == (6, 11)
        view.move_head("word", 1)
        assert text[slice(*view.selection or ())] == "don't 1,200"
        view.move_head("sentence", 1)
        assert text[slice(*view.selection or ())] == "don't 1,200 beta."
        view.move_head("char", -1)
        view.swap_ends()
        view.move_head("word", -1)
        assert text[slice(*view.selection or ())] == "Alpha don't 1,200 beta"
        view.clear_selection()
        assert view.selection is None and not view.selecting


async def test_characters_are_clusters() -> None:
    app = Shown("e\u0301👩\u200d💻x")
    async with app.run_test(size=(60, 10)):
        view = app.view
        view.start_selection(0)
        stops = []
        for _ in range(3):
            view.move_head("char", 1)
            stops.append(view.caret)
        assert stops == [2, 5, 6]


async def test_focus_scrolls_only_when_needed() -> None:
    text = "\n".join(f"line {number}" for number in range(200))
    marks = [Mark(text.index(f"line {n}\n"), text.index(f"line {n}\n") + 5, n, "open") for n in
             (3, 100, 101)]  # fmt: skip
    app = Shown(text, marks)
    async with app.run_test(size=(40, 12)):
        view = app.view
        view.focus_mark(3)
        assert view.scroll_offset.y == 0
        view.focus_mark(100)
        assert view.scroll_offset.y == 100 - view.size.height // 3
        top = view.scroll_offset.y
        view.focus_mark(101)
        assert view.scroll_offset.y == top


async def test_resizing_keeps_the_place() -> None:
    text = "\n".join(f"paragraph {number} " + "word " * 40 for number in range(100))
    app = Shown(text)
    async with app.run_test(size=(80, 20)) as pilot:
        view = app.view
        view.scroll_to(y=90)
        await pilot.pause()
        before = view.offset_at(1, view.scroll_offset.y)
        for size in ((40, 20), (30, 10), (120, 30), (80, 20)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert view.offset_at(1, view.scroll_offset.y) == before


async def test_an_updated_mark_is_drawn_anew() -> None:
    app = Shown("alpha beta", [Mark(0, 5, 1, "open")])
    async with app.run_test(size=(40, 10)):
        view = app.view
        before = view.render_line(0)
        view.update_mark(Mark(0, 5, 1, "decided"))
        after = view.render_line(0)
        assert before.text == after.text and before != after
        view.update_mark(Mark(6, 10, 1, "decided"))
        assert view.render_line(0) not in (before, after)


async def test_the_current_mark_stays_in_view() -> None:
    text = "word " * 4000
    app = Shown(text, [Mark(10_000, 10_004, 1, "open")])
    async with app.run_test(size=(80, 30)) as pilot:
        view = app.view
        view.focus_mark(1)
        for size in ((40, 8), (30, 10), (120, 6)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            lines = range(view.scroll_offset.y, view.scroll_offset.y + view.size.height)
            offsets = [view.offset_at(1, line) for line in lines]
            assert offsets[0] is not None and offsets[-1] is not None
            assert offsets[0] <= 10_000 < offsets[-1] + 90


async def test_a_focus_before_the_first_layout_is_shown() -> None:
    class Early(App[None]):
        def compose(self) -> ComposeResult:
            yield ArticleView()

        def on_mount(self) -> None:
            view = self.query_one(ArticleView)
            view.show("word " * 4000, [Mark(10_000, 10_004, 1, "open")])
            view.focus_mark(1)

    app = Early()
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.pause()
        assert app.query_one(ArticleView).scroll_offset.y > 0
