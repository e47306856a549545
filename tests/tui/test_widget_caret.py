"""The caret steps by what the analysis takes for words and characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.words import words
from workbench.tui.widgets.caret import Caret
from workbench.tui.widgets.words import snapped
from workbench.tui.widgets.wrapping import Wrapped

PIECES = [
    "word ", "a", " ", "\n", "\r\n", "漢字", "e\u0301", "👩\u200d💻", "👍🏽", "❤\ufe0f", "🇩🇪",
    "\u200d", "\x00", "שלום", "नमस्ते", "don't", "1,234.5", "-5%", "U.S.-led", "AT&T", ".",
]  # fmt: skip
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=30).map("".join)


def stops(text: str, by: str, direction: int, start: int) -> list[int]:
    """Where a bare caret stops until it moves no more."""
    wrapped, caret = Wrapped(text, 20), Caret(start)
    found = [caret.head]
    while True:
        caret.move(wrapped, by, direction)
        if caret.head == found[-1]:
            return found
        found.append(caret.head)


@given(texts)
def test_characters_reach_both_ends_over_the_same_stops(text: str) -> None:
    forward = stops(text, "char", 1, 0)
    assert forward[-1] == len(text)
    assert stops(text, "char", -1, len(text)) == forward[::-1]


def test_a_flag_a_syllable_and_a_line_end_are_one_step_each() -> None:
    assert stops("🇩🇪नी\r\nx", "char", 1, 0) == [0, 2, 4, 6, 7]


@pytest.mark.parametrize(
    "text", ["Prices fell -5% to $1,234.5 in the U.S.-led pact.", "東京 は「晴れ」 👩\u200d💻 AT&T"]
)
def test_a_caret_stops_where_words_begin(text: str) -> None:
    starts = [start for start, _end in words(text)]
    assert stops(text, "word", 1, starts[0]) == starts
    assert stops(text, "word", -1, starts[-1]) == starts[::-1]


def test_extending_takes_whole_words_and_gives_them_back() -> None:
    text = "It fell 3.5% in the U.S. market"
    wrapped, caret = Wrapped(text, 40), Caret(3)
    caret.drop_anchor(text)
    quotes = []
    for direction in (1, 1, 1, 1, -1):
        caret.move(wrapped, "word", direction)
        quotes.append(text[slice(*caret.span or ())])
    assert quotes[0] == "fell 3.5%"
    assert quotes[3] == "fell 3.5% in the U.S."
    assert quotes[4] == "fell 3.5% in the"


def test_no_anchor_takes_nothing_where_there_is_no_word() -> None:
    caret = Caret(1)
    caret.drop_anchor("a , b")
    assert caret.span is None


@given(texts, st.data())
def test_snapping_only_widens_but_for_white_space(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    low, high = snapped(text, start, end)
    assert text[low:high] == text[low:high].strip()
    assert text[start:end].strip() in text[low:high]
