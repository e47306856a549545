"""Examples from news text, written for these tests."""

import pytest

from workbench.text.display import safe, safe_line
from workbench.text.fold import fold
from workbench.text.language import language
from workbench.text.sentences import sentences
from workbench.text.words import snap_to_words, words


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


def test_safe_shows_what_it_takes_away() -> None:
    assert safe("a\x1b]52;c;eA\x07b\x9bm\u202e") == "a␛]52;c;eA␇b\ufffdm\ufffd"
    assert safe("a\tb\n", keep="\n") == "a␉b\n"
    assert safe("👩‍🚀 café") == "👩‍🚀 café"
    assert safe_line("  a\r\n b\x00 ", None) == "a b␀"
    assert safe_line("漢字漢字", 5) == "漢字…"


def test_fold_maps_back() -> None:
    text = "Die Straße — “ﬁne”  ﬂow"
    folded = fold(text)
    assert folded.text == 'die strasse - "fine" flow'
    start = folded.text.index("strasse")
    assert text[slice(*folded.original(start, start + 7))] == "Straße"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The board has met in May and it closed two of the piers."),
        ("de", "Der Rat hat im Mai getagt und zwei der Stege wurden nicht geöffnet."),
        ("fr", "Le conseil a siégé en mai et les deux quais sont fermés pour des travaux."),
        ("ru", "Совет заседал в мае и закрыл два причала."),
        ("zh", "委员会五月开会，关闭了两个码头。"),
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
