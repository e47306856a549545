"""Wrapping covers the text exactly and cells map to offsets and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, get_character_cell_size, split_graphemes

from workbench.tui.widgets import wrapping
from workbench.tui.widgets.wrapping import Wrapped, clusters, displayed, is_simple

PIECES = [
    "word ", "a", " ", "  ", "\n", "\r\n", "\r", "\t", "漢字", "かな", "한글", "é", "e\u0301",
    "👩\u200d💻", "👍🏽", "❤\ufe0f", "🇩🇪", "\u200d", "\ufe0f", "\u2028", "\x1b[31m", "\x00",
    "\u202eabc\u202c", "שלום", "नमस्ते", "\u200b", "Ω", "“q”", "—", "\u0301",
]  # fmt: skip
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=40).map("".join)
widths = st.integers(2, 30)


@given(texts, widths)
def test_lines_cover_the_text_exactly(text: str, width: int) -> None:
    wrapped = Wrapped(text, width)
    ends = [*wrapped.starts[1:], len(text)]
    assert wrapped.starts[0] == 0
    assert "".join(text[a:b] for a, b in zip(wrapped.starts, ends, strict=True)) == text
    for index, after in enumerate(ends):
        assert text[wrapped.ends[index] : after] in ("", "\n", "\r", "\r\n")


@given(texts, widths)
def test_lines_fit_but_for_one_space(text: str, width: int) -> None:
    wrapped = Wrapped(text, width)
    for line in range(len(wrapped)):
        shown = wrapped.shown(line)
        spans = clusters(shown)
        cells = sum(cluster.width for cluster in spans)
        assert cells <= width or (cells == width + 1 and shown[spans[-1].start] == " ")


@given(texts, widths)
def test_cell_to_offset_to_cell(text: str, width: int) -> None:
    wrapped = Wrapped(text, width)
    for line in range(len(wrapped)):
        column = 0
        for cluster in clusters(wrapped.shown(line)):
            offset = wrapped.starts[line] + cluster.start
            for cell in range(column, column + cluster.width):
                assert wrapped.offset_at(cell, line) == offset
            assert wrapped.cell_of(offset) == (column, line)
            column += cluster.width
        assert wrapped.offset_at(column, line) is None


@given(texts)
def test_clusters_are_those_of_the_compositor(text: str) -> None:
    shown = displayed(text)
    expected, total = split_graphemes(shown)
    assert len(shown) == len(text)
    assert [tuple(cluster) for cluster in clusters(shown)] == expected
    assert total == cell_len(shown)


@given(texts, st.lists(widths, min_size=1, max_size=4))
def test_another_width_is_as_if_wrapped_anew(text: str, several: list[int]) -> None:
    wrapped = Wrapped(text, 7)
    for width in several:
        wrapped, anew = wrapped.at_width(width), Wrapped(text, width)
        assert (wrapped.width, wrapped.starts, wrapped.ends) == (width, anew.starts, anew.ends)


def test_a_width_measures_nothing_again(monkeypatch: pytest.MonkeyPatch) -> None:
    wrapped = Wrapped("漢字 cafe\u0301 👩\u200d💻 " * 20 + "\nplain text " * 20, 30)
    monkeypatch.setattr(wrapping, "measured", None)
    assert len(wrapped.at_width(12)) > len(wrapped)


def test_every_simple_character_is_one_cell_and_every_wide_one_two() -> None:
    for code in range(0x10000):
        character = chr(code)
        if wrapping._WIDE_CHAR.match(character):
            assert get_character_cell_size(character) == 2, hex(code)
        elif is_simple(character) and not character < " " and character != "\x7f":
            assert get_character_cell_size(character) == 1, hex(code)


def test_breaks_at_spaces() -> None:
    wrapped = Wrapped("alpha beta gamma", 10)
    assert [wrapped.shown(line) for line in range(len(wrapped))] == ["alpha beta ", "gamma"]


@pytest.mark.parametrize("text", ["", "\n", "\r\n\r\n"])
def test_empty_lines_are_lines(text: str) -> None:
    assert len(Wrapped(text, 10)) == 1 + text.count("\n")
