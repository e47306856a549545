"""What holds for every string, however odd."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from workbench.text.display import cell_width, cut, safe, safe_line
from workbench.text.fold import fold
from workbench.text.graphemes import clusters, next_boundary, previous_boundary
from workbench.text.locate import find_context
from workbench.text.offsets import OffsetMap, newline_form
from workbench.text.paragraph import sentence_around
from workbench.text.sentences import sentences
from workbench.text.words import (
    next_word_end,
    next_word_start,
    previous_word_end,
    previous_word_start,
    snap_to_words,
    trim,
    words,
)

ODD = [
    "👩‍🚀",
    "e\u0301",
    "\r\n",
    "\r",
    "\n\n",
    "שלום",
    "\u202e",
    "\x1b[31m",
    "漢字",
    "\u2028",
    "ﬁ",
    "ß",
    "İ",
]
PLAIN = ["The board met.", " It closed two piers ", "U.S.", "1,234.5%", "don’t", "—", "“so,”", " "]
texts = st.one_of(
    st.lists(st.sampled_from(ODD + PLAIN), max_size=12).map("".join),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=60),
)


@given(texts)
def test_safe_keeps_the_length_and_lets_no_control_through(text: str) -> None:
    shown = safe(text)
    assert len(shown) == len(text)
    assert not any(unicodedata.category(c) in ("Cc", "Zl", "Zp", "Cs") for c in shown)
    assert not any(
        c in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff" for c in shown
    )
    assert safe(shown) == shown


@given(st.text(st.characters()))
def test_safe_takes_any_code_point(text: str) -> None:
    shown = safe(text)
    assert len(shown) == len(text)
    shown.encode()
    for before, after in zip(text, shown, strict=True):
        assert after in (before, "\ufffd") or after == chr(0x2400 + min(ord(before), 0x21))


@given(texts, st.integers(1, 40))
def test_line_fits_its_width(text: str, width: int) -> None:
    line = safe_line(text, width)
    assert cell_width(line) <= width
    assert "\n" not in line and "\t" not in line
    if cell_width(safe_line(text)) <= width:
        assert line == safe_line(text)
    assert cut(line, width) == line


@given(texts)
def test_offsets_agree_with_the_encoders(text: str) -> None:
    offsets = OffsetMap(text)
    for at in range(len(text) + 1):
        utf8, utf16 = offsets.utf8(at), offsets.utf16(at)
        assert utf8 == len(text[:at].encode())
        assert utf16 == len(text[:at].encode("utf-16-le")) // 2
        assert offsets.from_utf8(utf8) == at
        assert offsets.from_utf16(utf16) == at


@given(texts)
def test_offsets_inside_a_code_point_are_refused(text: str) -> None:
    offsets = OffsetMap(text)
    good = {len(text[:at].encode()) for at in range(len(text) + 1)}
    for at in set(range(len(text.encode()) + 2)) - good:
        try:
            offsets.from_utf8(at)
        except ValueError:
            continue
        raise AssertionError(at)


@given(texts)
def test_sentences_hold_all_that_is_not_white_space(text: str) -> None:
    found = sentences(text)
    at = 0
    for start, end in found:
        assert at <= start < end
        assert not text[at:start].strip(
            " \t\r\n\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u2028\u2029\u3000"
        ) or (text[at:start].isspace())
        assert text[start:end] == text[start:end].strip()
        at = end
    assert text[at:].isspace() or not text[at:]


@given(texts, st.sampled_from(["en", "de", "zh", "xx", ""]))
def test_sentences_take_any_language(text: str, code: str) -> None:
    covered = sum(end - start for start, end in sentences(text, code))
    assert covered >= sum(not char.isspace() for char in text)


@given(texts)
def test_words_are_ordered_and_never_cut_a_mark(text: str) -> None:
    at = 0
    for start, end in words(text):
        assert at <= start < end <= len(text)
        assert not text[start:end].isspace()
        if end < len(text):
            assert unicodedata.category(text[end])[0] != "M"
        at = end


@given(texts, st.integers(0, 60))
def test_word_steps_agree_with_the_list_of_words(text: str, at: int) -> None:
    at = min(at, len(text))
    starts = [start for start, _ in words(text)]
    ends = [end for _, end in words(text)]
    assert next_word_start(text, at) == next((s for s in starts if s > at), len(text))
    assert next_word_end(text, at) == next((e for e in ends if e > at), len(text))
    assert previous_word_start(text, at) == next((s for s in starts[::-1] if s < at), 0)
    assert previous_word_end(text, at) == next((e for e in ends[::-1] if e < at), 0)


@given(texts, st.integers(0, 60), st.integers(0, 60))
def test_snapping_never_cuts_a_word(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    low, high = snap_to_words(text, start, end)
    for word_start, word_end in words(text):
        assert not word_start < low < word_end or low == high
        assert not word_start < high < word_end or low == high
    assert trim(text, low, high) == (low, high) or low == high


@given(texts)
def test_clusters_cover_the_text(text: str) -> None:
    at = 0
    for start, end, _ in clusters(text):
        assert start == at and end > start
        at = end
    assert at == len(text)
    if text:
        assert next_boundary(text, 0) > 0
        assert previous_boundary(text, len(text)) < len(text)


@given(texts)
def test_folded_spans_map_back_in_order(text: str) -> None:
    folded = fold(text)
    assert len(folded.starts) == len(folded.ends) == len(folded.text)
    for at in range(len(folded.text)):
        start, end = folded.original(at, at + 1)
        assert 0 <= start < end <= len(text)
        assert folded.text[at] in fold(text[start:end]).text
    assert list(folded.starts) == sorted(folded.starts)
    assert list(folded.ends) == sorted(folded.ends)


@given(texts, st.text(max_size=3), st.integers(0, 60), st.integers(1, 8))
def test_context_is_found_exactly(text: str, around: str, start: int, length: int) -> None:
    quote = text[start : start + length]
    if not quote:
        assert find_context(text, quote) == []
        return
    found = find_context(text, quote)
    assert (start, start + len(quote)) in found
    assert all(text[a:b] == quote for a, b in found)
    assert found == sorted(set(found))
    exact = find_context(text, quote, text[:start], text[start + len(quote) :])
    assert exact == [(start, start + len(quote))]
    assert set(find_context(text, quote, around, around)) <= set(found)


@given(texts, st.integers(0, 40), st.integers(1, 20))
def test_sentence_around_holds_the_span(text: str, start: int, length: int) -> None:
    low, high = trim(text, min(start, len(text)), min(start + length, len(text)))
    a, b = sentence_around(text, low, high)
    assert a <= low and high <= b


@given(texts)
def test_newline_form(text: str) -> None:
    form = newline_form(text)
    assert (form == "none") == ("\n" not in text and "\r" not in text)
