"""Where a quote stands in a source, and what differs there."""

import pytest

import workbench
from workbench.match.quote import check_quote, find_quote, is_ambiguous

SOURCE = (
    "The harbour board of Alder Bay met on 4 March. It said that the ferry “Osprey” had carried\n"
    "12,400 passengers until 2019 — and that the new pier would not open before June. "
    "The efﬁcient crane was sold."
)


def test_a_verbatim_quote_is_found_where_it_stands() -> None:
    check = check_quote("had carried\n12,400 passengers until 2019", SOURCE)
    assert check.kind == "verbatim"
    assert SOURCE[check.start : check.end] == "had carried\n12,400 passengers until 2019"
    assert check.differences == () and check.words == () and check.score == 1


@pytest.mark.parametrize(
    "quote",
    [
        'the ferry "Osprey" had carried 12,400 passengers',
        "until 2019 – and that the new pier",
        "THE HARBOUR BOARD OF ALDER BAY",
        "had car\u00adried 12,400   passengers",
        "The efficient crane was sold",
    ],
)
def test_typography_is_no_difference(quote: str) -> None:
    check = check_quote(quote, SOURCE)
    assert check.kind == "typographic"
    assert check.differences == ()


def test_another_year_is_told() -> None:
    check = check_quote("the ferry had carried 12,400 passengers until 2018", SOURCE)
    assert check.kind == "fuzzy"
    assert "2018 in the quote, 2019 in the source" in [d.message for d in check.differences]


def test_a_quote_that_is_not_there_is_absent() -> None:
    check = check_quote("the mayor resigned over a bridge that fell into the river", SOURCE)
    assert check == ("absent", 0, 0, (), 0.0, (), 0)


def test_short_and_repeated_quotes_are_ambiguous() -> None:
    source = "The board met. Then the board met again, and the board met a third time."
    assert len(find_quote("the board met", source)) >= 2
    assert is_ambiguous("the board met", check_quote("the board met", source))
    assert is_ambiguous("again", check_quote("again", source))


def test_the_package_offers_it() -> None:
    assert workbench.check_quote("It said that the ferry", SOURCE).kind == "verbatim"
