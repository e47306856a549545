"""Where a quote stands in a source, and what differs there."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import workbench
from workbench.match.quote.find import check_quote, find_quote, is_ambiguous
from workbench.match.quote.index import SourceIndex
from workbench.text.words import words

SOURCE = (
    "The harbour board of Alder Bay met on 4 March. It said that the ferry “Osprey” had carried\n"
    "12,400 passengers until 2019 — and that the new pier would not open before June. "
    "The efﬁcient crane was sold. In April the dock union sued the harbour board over 5 km of "
    "cable. Not all members agreed, and more than 11 million people watched Hallum beat Varnholm."
)


def told(quote: str) -> list[tuple[str, str]]:
    check = check_quote(quote, SOURCE)
    assert check.kind != "absent"
    return [(d.kind, d.message) for d in check.differences]


def test_a_verbatim_quote_is_found_where_it_stands() -> None:
    check = check_quote("had carried\n12,400 passengers until 2019", SOURCE)
    assert check.kind == "verbatim"
    assert SOURCE[check.start : check.end] == "had carried\n12,400 passengers until 2019"
    assert check.differences == () and check.words == () and check.score == 1


@pytest.mark.parametrize(
    "quote",
    [
        'the ferry "Osprey" had carried 12,400 passengers',
        "the ferry ‘Osprey’ had carried",
        "until 2019 – and that the new pier",
        "until 2019--and that the new pier",
        "THE HARBOUR BOARD OF ALDER BAY",
        "had car\u00adried 12,400   passengers",
        "had carried\r\n12,400 passengers",
        "The efficient crane was sold",
        "“The harbour board of Alder Bay met”",
        "The harbour board of Alder Bay met.",
    ],
)
def test_typography_is_no_difference(quote: str) -> None:
    check = check_quote(quote, SOURCE)
    assert check.kind == "typographic"
    assert check.differences == () and check.words == () and check.score == 1


def test_a_word_broken_at_a_line_end_is_the_same_word() -> None:
    check = check_quote("the international court", "So the inter-\nnational court ruled.")
    assert check.kind == "typographic"


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        (
            "had carried 12,400 passengers until 2018",
            [("date", "2018 in the quote, 2019 in the source")],
        ),
        (
            "the new pier would open before June",
            [("negation", "“not” only in the source")],
        ),
        (
            "the harbour board sued the dock union over 5 km",
            [
                (
                    "order",
                    "harbour board … dock union in the quote, "
                    "dock union … harbour board in the source",
                )
            ],
        ),
        (
            "people watched Varnholm beat Hallum",
            [("name", "Varnholm … Hallum in the quote, Hallum … Varnholm in the source")],
        ),
        (
            "the harbour board over 5 miles of cable",
            [("unit", "5 km in the source, 5 miles in the quote")],
        ),
        (
            "had carried 12,900 passengers until 2019",
            [("number", "12,900 in the quote, 12,400 in the source")],
        ),
    ],
)
def test_a_misquote_tells_the_fact_that_differs(
    quote: str, expected: list[tuple[str, str]]
) -> None:
    found = told(quote)
    assert [kind for kind, _ in found] == [kind for kind, _ in expected]
    if expected[0][0] != "unit":
        assert found == expected
    assert check_quote(quote, SOURCE).kind == "fuzzy"


@pytest.mark.parametrize(
    ("source", "quote", "message"),
    [
        (
            "Arrivals rose 5% in Varnholm but fell 3% in Hallum.",
            "Arrivals rose 5% in Hallum but fell 3% in Varnholm.",
            "Hallum … Varnholm in the quote, Varnholm … Hallum in the source",
        ),
        (
            "Arrivals rose 5% in Varnholm but fell 3% in Hallum.",
            "Arrivals rose 3% in Varnholm but fell 5% in Hallum.",
            "3% … 5% in the quote, 5% … 3% in the source",
        ),
        (
            "The ferry left at 9:30 a.m. and came back late.",
            "The ferry left at 9:30 p.m. and came back late.",
            "9:30 p.m. in the quote, 9:30 a.m. in the source",
        ),
        (
            "The mill sold 40 tonnes of barley in all.",
            "The mill sold 40 tons of barley in all.",
            "40 tons in the quote, 40 tonnes in the source",
        ),
    ],
)
def test_what_reads_alike_and_says_something_else_is_told_once(
    source: str, quote: str, message: str
) -> None:
    check = check_quote(quote, f"It was May. {source} So they said.")
    assert check.kind == "fuzzy"
    assert [difference.message for difference in check.differences] == [message]


def test_what_the_edge_of_a_quote_cuts_is_told() -> None:
    assert told("all members agreed") == [
        ("negation", "“Not” stands right before the quote in the source")
    ]
    assert told("1 million people watched Hallum") == [
        ("number", "1 million in the quote, 11 million in the source")
    ]
    assert told("11 million people watched") == [
        ("quantifier", "11 million in the quote, more than 11 million in the source")
    ]


def test_the_words_of_a_fuzzy_match_are_told() -> None:
    check = check_quote("the board of Alder Bay convened on 4 March", SOURCE)
    assert check.kind == "fuzzy"
    changed = [change for change in check.words if change.op != "equal"]
    assert ("replace", "convened", "met") in changed
    assert " ".join(w.in_quote for w in check.words if w.in_quote) == (
        "the board of Alder Bay convened on 4 March"
    )


@pytest.mark.parametrize(
    "quote",
    [
        "the mayor resigned over a bridge that fell into the river",
        "the of and that",
        "zzz",
        "",
        " \n",
    ],
)
def test_a_quote_that_is_not_there_is_absent(quote: str) -> None:
    assert check_quote(quote, SOURCE) == ("absent", 0, 0, (), 0.0, (), 0)


def test_a_quote_never_cuts_a_word() -> None:
    check = check_quote("art of war", "It was part of war.")
    assert check.kind in ("fuzzy", "absent")
    assert check_quote("arbour boar", SOURCE).kind != "verbatim"


def test_short_and_repeated_quotes_are_ambiguous() -> None:
    source = "The board met. Then the board met again, and the board met a third time."
    found = find_quote("the board met", source)
    assert [(c.kind, source[c.start : c.end]) for c in found] == [
        ("verbatim", "the board met"),
        ("verbatim", "the board met"),
        ("typographic", "The board met"),
    ]
    assert is_ambiguous("the board met", check_quote("the board met", source))
    assert is_ambiguous("again", check_quote("again", source))
    assert not is_ambiguous("Then the board met", check_quote("Then the board met", source))


def test_random_misquotes_are_found_in_a_long_source() -> None:
    chance = random.Random(11)
    heads, tails = "ba ke lo mi nu ra so ti", "lim dor gat ven pus"
    vocabulary = [f"{head}{tail}" for head in heads.split() for tail in tails.split()]
    text = " ".join(chance.choices([*vocabulary, "the", "of", "and", "a", "in"], k=20_000))
    index, spans = SourceIndex(text), words(text)
    for _ in range(60):
        first = chance.randrange(len(spans) - 20)
        quote = [text[a:b] for a, b in spans[first : first + 20]]
        for at in chance.sample(range(1, 19), 4):
            quote[at] = "misquoted"
        check = check_quote(" ".join(quote), index)
        assert check.kind == "fuzzy"
        assert (check.start, check.end) == (spans[first][0], spans[first + 19][1])


@pytest.mark.parametrize(
    ("quote", "source"),
    [
        ("hello there my friend", "a" * 1_000_000),
        ("a" * 50, "a" * 1_000_000),
        ("the board met on Monday", "the board met on Tuesday. " * 40_000),
        ("hello " * 9, " " * 1_000_000),
        ("(" * 900, "[" * 500_000),
        ("a\u0301 b c d", "a" + "\u0301" * 200_000),
        ("😀 😀 up", "😀" * 200_000),
        ("word " * 30_000, "words " * 30_000),
    ],
)
def test_odd_and_huge_texts_are_answered(quote: str, source: str) -> None:
    check = check_quote(quote, source)
    assert 0 <= check.start <= check.end <= len(source)


ODD = (
    "👩\u200d🚀|e\u0301|\r\n|\x00|שלום|\u202e|漢字|ﬁsh|İ|ß|not|2019|U.S.|“so,”|—|don’t|5 km|\u00ad"
)
odd = st.sampled_from(ODD.split("|"))
texts = st.one_of(st.lists(odd, max_size=14).map(" ".join), st.text(max_size=50))


@settings(max_examples=150)
@given(texts, texts, texts)
def test_what_stands_there_is_found(before: str, quote: str, behind: str) -> None:
    source = f"{before} {quote} {behind}"
    check = check_quote(quote, source)
    assert 0 <= check.start <= check.end <= len(source)
    if quote.strip() and words(quote) and quote.strip() in source:
        start = source.index(quote.strip())
        whole = {a for a, _ in words(source)} | {b for _, b in words(source)}
        first, last = start, start + len(quote.strip())
        if first in whole and last in whole:
            assert check.kind == "verbatim"
            assert source[check.start : check.end] == quote.strip()


@settings(max_examples=100)
@given(texts, texts)
def test_any_check_is_consistent(quote: str, source: str) -> None:
    for check in find_quote(quote, source):
        assert check.kind != "absent" and 0 <= check.start < check.end <= len(source)
        assert 0 < check.score <= 1
        assert bool(check.words) == (check.kind == "fuzzy")


def test_the_package_offers_it() -> None:
    assert workbench.check_quote("It said that the ferry", SOURCE).kind == "verbatim"


def test_a_word_of_the_next_sentence_is_no_part_of_the_place() -> None:
    source = "The lock closed in 2019. Berg said that the work on the quay went on. Nobody came."
    check = check_quote("Ida Berg said that the work on the quay went on today", source)
    assert (check.kind, source[check.start : check.end]) == (
        "fuzzy",
        "Berg said that the work on the quay went on",
    )
