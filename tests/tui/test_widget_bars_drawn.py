"""Bars, columns and texts side by side: what is drawn, in cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.content import Content

from workbench.tui.bars import bar, columns, progress_bar
from workbench.tui.widgets.side_by_side import NARROWEST, side_by_side


def test_a_bar_is_as_long_as_its_number() -> None:
    assert bar(0, 10, 4) == "" and bar(10, 10, 4) == "━━━━" and bar(20, 10, 4) == "━━━━"
    assert bar(5, 10, 4) == "━━" and bar(1, 1000, 4) == "╸"
    assert bar(3, 0, 4) == ""
    assert progress_bar(999, 1000, 4) == "━━━╸" and progress_bar(0, 0, 4) == "────"


def test_columns_fill_to_the_largest() -> None:
    assert columns([8, 4, 1, 0], 1, 4) == ["█▄▁ "]
    assert columns([16, 8, 1], 2, 3) == ["█  ", "██▁"]
    assert columns([1], 1, 40) == ["██ "]
    assert columns([], 2, 10) == ["", ""]


def test_columns_that_do_not_fit_stand_below() -> None:
    cells = [Content(f"{n}") for n in range(1, 6)]
    wide = side_by_side(cells, 200)
    assert len(wide) == 1 and wide[0].plain.split() == ["1", "│", "2", "│", "3", "│", "4", "│", "5"]
    stacked = side_by_side(cells, 3 * NARROWEST)
    assert [line.plain.split() for line in stacked] == [
        ["1", "│", "2"],
        [],
        ["3", "│", "4"],
        [],
        ["5"],
    ]
    assert len(side_by_side(cells, 10)) == 9
    assert side_by_side([], 80) == []


@given(
    texts=st.lists(
        st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=80), max_size=5
    ),
    width=st.integers(2, 150),
)
def test_no_line_is_wider_than_the_screen(texts: list[str], width: int) -> None:
    lines = side_by_side([Content(text) for text in texts], width)
    assert all(cell_len(line.plain) <= width for line in lines)


@pytest.mark.parametrize("width", [22, 50, 120])
def test_a_long_text_is_wrapped_and_kept(width: int) -> None:
    words = [f"word{n}" for n in range(60)]
    lines = side_by_side([Content(" ".join(words)), Content("short")], width)
    left = " ".join(line.plain.split("│")[0].strip() for line in lines)
    assert [word for word in left.split() if word.startswith("word")] == words
