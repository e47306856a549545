"""Examples from news text, written for these tests."""

import textwrap

import pytest

from workbench.text.display import cell_width, safe, safe_line
from workbench.text.fold import fold
from workbench.text.graphemes import (
    clusters,
    grapheme_bounds,
    next_boundary,
    previous_boundary,
)
from workbench.text.language import language
from workbench.text.sentences import sentences
from workbench.text.words import (
    next_word_end,
    previous_word_end,
    previous_word_start,
    snap_to_words,
    words,
)


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "expected",
    [
        [
            "Mr. Hale of the U.S. Coast Guard met Dr. Ode on Jan. 4.",
            "She left at 5 p.m. on Friday.",
        ],
        ["“We lost 4.5 million,” he said.", "The rest is safe."],
        ["J. R. Okafor wrote the report … and kept it.", "No. 7 was lost."],
        ["Prices rose 3.2% in May.", "They fell in June!", "Why?"],
        ["She waited…", "Nothing came."],
        ["“They lied!” Mr. Hale said.", "“All of them.”"],
        ["The vote at 7 p.m. Tuesday was put off.", "She came at 9 a.m.", "He left."],
        ["Half were down at 10 a.m. Eastern on Monday.", "It shut at 8 p.m.", "Central banks met."],
        [
            "He wrote to Sens. Ann Oe and Tom Ray.",
            "Messrs. Lund and Tate did, too.",
            "So did Det. Ey.",
        ],
        ["The firm Ostrel.Net said so.", "It sold nets.", "Net sales fell."],
        ["The mayor and Rep. Dale voted no.", "Gov. Pell signed it."],
        ["The ship sank approx. 40 km off the cape.", "All were saved."],
        ["She weighed 180 lbs. at most.", "He left Washington, D.C.", "He has gone."],
        ["Fees rose (that was in May.)", "(It is long ago.)", "They fell again."],
        ["The mast fell 👩‍🚀.", "Cafe\u0301 owners paid 🙂.", "Done."],
    ],
)
def test_running_text(expected: list[str]) -> None:
    assert split(" ".join(expected)) == expected


def test_blank_lines_headings_and_items_end_a_sentence() -> None:
    text = "Harbour news\n\nThe board met\r\n\r\nWhat was decided\n• Two piers close\n• Fees rise"
    assert split(text) == [
        "Harbour news",
        "The board met",
        "What was decided",
        "• Two piers close",
        "• Fees rise",
    ]


def test_lines_that_had_room_were_ended_on_purpose() -> None:
    lines = [
        "The council will lower the price of a day's mooring by ten per cent in the autumn",
        "The council said on Monday that mooring would be cheaper, after four harbours had"
        " complained of empty piers and of boats that went elsewhere.",
        "The skippers' union welcomed it.",
        "What comes next",
        "1. A vote",
    ]
    for newline in ("\n", "\r\n", "\r"):
        assert split(newline.join(lines)) == lines


def test_a_line_that_ends_in_a_title_goes_on() -> None:
    assert split("The board met Mr.\nSmith.\nHe left.") == ["The board met Mr.\nSmith.", "He left."]


def test_a_long_line_is_split_like_its_parts() -> None:
    text = "Mr. Hale of the U.S. Coast Guard paid 4.5 million on Jan. 4. “Why?” she asked. "
    once = sentences(text)
    assert sentences(text * 300) == [
        (at * len(text) + start, at * len(text) + end) for at in range(300) for start, end in once
    ]


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\u2028"])
@pytest.mark.parametrize("width", [45, 60, 80])
def test_wrapped_text_has_the_same_sentences_with_any_newline(newline: str, width: int) -> None:
    paragraphs = [
        "Harbour board votes for a third ferry and against the tunnel that the county wants",
        "The board, which had met four times since the spring, met on Monday. Mr. Hale of the U.S."
        " Coast Guard spoke at 9 a.m. and left. “Why so late?” one of the skippers asked.",
        "• Two piers close in May, and the third one will be rebuilt with money from the county",
    ]
    text = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in paragraphs)
    other = text.replace("\n", newline)
    assert [other[a:b].replace(newline, "\n") for a, b in sentences(other)] == [
        text[a:b] for a, b in sentences(text)
    ]


def test_hard_wrapped_text_goes_on() -> None:
    text = (
        "The board of the harbour, which had met four times since the spring,\n"
        "closed two piers and raised the fee for visitors from abroad by four\n"
        "per cent. It meets again in May."
    )
    assert [s[:9] for s in split(text)] == ["The board", "It meets "]


def test_words() -> None:
    text = "The U.S. paid $1,234.5 (4.2%) to O’Neill’s twenty-one Café\u0301 owners."
    assert [text[a:b] for a, b in words(text)] == [
        "The", "U.S.", "paid", "$1,234.5", "4.2%", "to", "O’Neill’s", "twenty-one", "Café\u0301",
        "owners",
    ]  # fmt: skip
    assert text[slice(*snap_to_words(text, 6, 17))] == "U.S. paid $1,234.5"


@pytest.mark.parametrize(
    "word",
    [
        "U.S.-led", "AT&T", "p.m.", "10:30", "−3.5%", "25°C", "@harbour", "人", "カタカナ",
        "নির্বাচন", "தேர்தல்", "🇩🇪", "👍🏽", "👩‍👩‍👧‍👦", "don't", "7\u00a0%",
    ],
)  # fmt: skip
def test_one_word(word: str) -> None:
    text = f"on {word} on"
    assert words(text)[1:-1] == [(3, 3 + len(word))]
    for at in range(4, 3 + len(word)):
        assert snap_to_words(text, at, at) == (3, 3 + len(word))


def test_steps_far_from_white_space_stay_on_words() -> None:
    text = "委员会" * 1000
    assert next_word_end(text, 1500) == 1501
    assert previous_word_start(text, 1500) == 1499
    gap = "one" + " " * 5000 + "two"
    assert previous_word_start(gap, 5003) == 0 and previous_word_end(gap, 5003) == 3


def test_safe_shows_what_it_takes_away() -> None:
    assert safe("a\x1b]52;c;eA\x07b\x9bm\u202e") == "a␛]52;c;eA␇b\ufffdm\ufffd"
    assert safe("a\tb\n", keep="\n") == "a␉b\n"
    assert safe("👩‍🚀 café") == "👩‍🚀 café"
    assert safe_line("  a\r\n b\x00 ", None) == "a b␀"
    assert safe_line("漢字漢字", 5) == "漢字…"
    assert safe_line("a" + " " * 5000 + "b", 5) == "a b"
    assert safe_line("a" + " " * 5000 + "bcdefg", 5) == "a bc…"
    assert safe("\ud800x\U000e0041\U0001fffe\uffff🙂") == "\ufffdx\ufffd\ufffd\ufffd🙂"


def test_an_edge_never_stops_inside_a_character() -> None:
    text = "a\r\nb🇩🇪🇫🇷e\u0301👩‍🚀\u202ec"
    stops = [0]
    while stops[-1] < len(text):
        stops.append(next_boundary(text, stops[-1]))
    assert stops == [0, 1, 3, 4, 6, 8, 10, 13, 14, 15]
    assert [previous_boundary(text, stop) for stop in stops[1:]] == stops[:-1]
    assert grapheme_bounds(text, 5) == (4, 6) and grapheme_bounds(text, 4) == (4, 4)
    assert cell_width(safe(text)) == sum(cells for *_, cells in clusters(text))


def test_fold_maps_back() -> None:
    text = "Die Straße — “ﬁne”  ﬂow"
    folded = fold(text)
    assert folded.text == 'die strasse - "fine" flow'
    start = folded.text.index("strasse")
    assert text[slice(*folded.original(start, start + 7))] == "Straße"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("co\u00adoperate", "Cooperate"),
        ("cafe\u0301", "CAFÉ"),
        ("각", "\u1100\u1161\u11a8"),
        ("a \u00a0\r\n b", "A b"),
        ("it`s", "it’s"),
        ("2016–2019", "2016-2019"),
        ("ｗｉｄｅ", "wide"),
        ("ΟΔΟΣ", "οδος"),
        ("…", "..."),
    ],
)
def test_fold_unifies(one: str, other: str) -> None:
    assert fold(f"x {one} y").text == fold(f"x {other} y").text
    for text in (one, other):
        folded = fold(f"x {text} y")
        assert folded.original(2, len(folded.text) - 2) == (2, 2 + len(text))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The board has met in May and it closed two of the piers."),
        ("de", "Der Rat hat im Mai getagt und zwei der Stege wurden nicht geöffnet."),
        ("fr", "Le conseil a siégé en mai et les deux quais sont fermés pour des travaux."),
        ("ru", "Совет заседал в мае и закрыл два причала."),
        ("zh", "委员会五月开会，关闭了两个码头。"),
        ("und", "Ministers met Thursday."),
        ("und", "12:45 — 17:30"),
    ],
)
def test_language(code: str, text: str) -> None:
    assert language(text) == code


@pytest.mark.parametrize(
    "text", ["word " * 200_000, "." * 1_000_000, "a" * 1_000_000, "(" * 10_000]
)
def test_long_lines_get_an_answer(text: str) -> None:
    found = sentences(text)
    assert found and found[-1][1] == len(text.rstrip())


def test_a_sentence_may_end_in_may_and_a_quotation() -> None:
    text = "“The hall was shut in May.” Bram Oe said nothing."
    parts = [text[a:b] for a, b in sentences(text)]
    assert parts == ["“The hall was shut in May.”", "Bram Oe said nothing."]


@pytest.mark.parametrize(
    "text",
    [
        "In May, Rep. Ida Lund, R-W. Va., went to the port.",
        "No checks were made from 10:30 p.m. Aug. 9 to 6:30 a.m. on the next day.",
    ],
)
def test_no_sentence_ends_at_a_state_or_an_hour(text: str) -> None:
    assert [text[a:b] for a, b in sentences(text)] == [text]
