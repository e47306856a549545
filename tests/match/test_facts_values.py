"""Facts are parsed to values, at the place where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.match.differences.compare import differences
from workbench.match.facts.parse import facts
from workbench.match.facts.values import Date, Day, Quantity


def quantity(text: str) -> tuple[float, str]:
    [found] = [f.value for f in facts(text) if isinstance(f.value, Quantity)]
    return round(found.value, 6), found.unit


def date(text: str) -> Date:
    [found] = [f.value for f in facts(text) if isinstance(f.value, Date)]
    return found


def named(text: str) -> list[str]:
    return [fact.text for fact in facts(text) if fact.kind == "name"]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("it carried 12,400 passengers", 12400, ""),
        ("it carried 12 400 passengers", 12400, ""),
        ("two hundred and five ships", 205, ""),
        ("twenty-one ships", 21, ""),
        ("a dozen ships", 12, ""),
        ("half a million voters", 500_000, ""),
        ("20m voters", 20_000_000, ""),
        ("a hall 84m long", 84, "m"),
        ("5 km of road", 5000, "m"),
        ("a 5-mile road", 8046.72, "m"),
        ("$5.5m was paid", 5_500_000, "USD"),
        ("40 million euros", 40_000_000, "EUR"),
        ("£3bn", 3e9, "GBP"),
        ("12 per cent of them", 12, "%"),
        ("a quarter of them", 25, "%"),
        ("three quarters of them", 75, "%"),
        ("one in five voters", 20, "%"),
        ("three weeks", 1_814_400, "s"),
        ("50 °F", 10, "°C"),
        ("the second visit", 2, "ordinal"),
        ("it fell twice", 2, "times"),
    ],
)
def test_quantities(text: str, value: float, unit: str) -> None:
    assert quantity(text) == (value, unit)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("in 2019", Date(Day(2019))),
        ("until 2019", Date(Day(2019), "until")),
        ("till 2019", Date(Day(2019), "until")),
        ("since the end of May 2017", Date(Day(2017, 5, None, "end"), "since")),
        ("from 2014 to 2019", Date(Day(2014), "from", Day(2019))),
        ("in 2018-19", Date(Day(2018), "from", Day(2019))),
        ("between 3 and 5 May 2019", Date(Day(2019, 5, 5), "in")),
        ("3–5 May 2019", Date(Day(2019, 5, 3), "from", Day(2019, 5, 5))),
        ("on 4 March 2019", Date(Day(2019, 3, 4))),
        ("on March 4th, 2019", Date(Day(2019, 3, 4))),
        ("on 2019-03-04", Date(Day(2019, 3, 4))),
        ("on 4.3.2019", Date(Day(2019, 3, 4))),
        ("before May 3rd", Date(Day(None, 5, 3), "before")),
        ("in the 1990s", Date(Day(1990, part="decade"))),
        ("on Monday", Date(Day(None, part="monday"))),
    ],
)
def test_dates(text: str, value: Date) -> None:
    assert date(text) == value


def test_four_digits_are_a_year_or_a_count() -> None:
    assert date("the council of 2000 met").day.year == 2000
    assert quantity("about 2000 people met") == (2000, "")
    assert quantity("2000 voters met") == (2000, "")


def test_names_lose_titles_and_sentence_capitals() -> None:
    assert named("Yesterday Dr. Lena Moritz met Mr Pell in Port Ellery.") == [
        "Lena Moritz",
        "Pell",
        "Port Ellery",
    ]
    assert named("The council met. Prices rose.") == []
    assert named("Secretary of State Antony Blinken left.") == ["Antony Blinken"]


def test_bounds_and_counted_words_are_kept() -> None:
    [found] = [f.value for f in facts("at least 340 young workers") if f.kind == "quantity"]
    assert isinstance(found, Quantity)
    assert (found.bound, found.of) == (">", "workers")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("till 2019", "until 2019"),
        ("ten people", "10 people"),
        ("it didn't sink", "it did not sink"),
        ("on May 4, 2019", "on 4 May 2019"),
        ("€40 million", "40 million euros"),
        ("three weeks", "21 days"),
        ("5 km", "5,000 metres"),
        ("a quarter of them", "25% of them"),
        ("Iran attacked Israel", "Israel was attacked by Iran"),
        ("Anna and Karl met", "Karl and Anna met"),
        ("in the U.S.", "in the United States"),
    ],
)
def test_the_same_said_otherwise_does_not_differ(left: str, right: str) -> None:
    assert differences(left, right, strict=True) == ()
    assert differences(right, left, strict=True) == ()


@pytest.mark.parametrize(
    ("left", "right", "kind", "message"),
    [
        ("until 2018", "until 2019", "date", "2018 in the quote, 2019 in the source"),
        ("since 2019", "until 2019", "date", "since 2019 in the quote, until 2019 in the source"),
        ("5 km", "5 miles", "unit", "5 km in the quote, 5 miles in the source"),
        ("$5 million", "€5 million", "unit", "$5 million in the quote, €5 million in the source"),
        ("5 million", "5 billion", "number", "5 million in the quote, 5 billion in the source"),
        ("ten ships", "12 ships", "number", "ten in the quote, 12 in the source"),
        ("it met", "it never met", "negation", "“never” only in the source"),
        ("in Paris", "in London", "name", "Paris in the quote, London in the source"),
        (
            "3 degrees Fahrenheit",
            "3 degrees Celsius",
            "unit",
            "3 degrees Fahrenheit in the quote, 3 degrees Celsius in the source",
        ),
        (
            "three of the four piers",
            "four of the three piers",
            "number",
            "three … four in the quote, four … three in the source",
        ),
        ("all agreed", "some agreed", "quantifier", "all in the quote, some in the source"),
        ("prices rose", "prices fell", "opposite", "rose in the quote, fell in the source"),
        (
            "Iran attacked Israel",
            "Israel attacked Iran",
            "name",
            "Iran … Israel in the quote, Israel … Iran in the source",
        ),
        (
            "the council sued the union",
            "the union sued the council",
            "order",
            "council … union in the quote, union … council in the source",
        ),
    ],
)
def test_differences_are_told(left: str, right: str, kind: str, message: str) -> None:
    found = differences(left, right, strict=True)
    assert [(d.kind, d.message) for d in found] == [(kind, message)]


def test_a_fact_of_one_side_counts_in_strict_comparison_only() -> None:
    left, right = "The ferry sank in 2019 off Hallum", "The ferry sank"
    assert differences(left, right) == ()
    assert {d.kind for d in differences(left, right, strict=True)} == {"date", "name"}


PLAIN = "in until May 2019 4 5 km % $ million two hundred half a third of Iran not n't 's , . -"
ODD = "– ½ \u0301 \r\n 漢 שלום 👩\u200d🚀 \x00 1,234.5 Q3 '90s U.S. ﬁ İ ß"
pieces = st.sampled_from(f"{PLAIN} {ODD}".split(" "))
texts = st.one_of(st.text(max_size=60), st.lists(pieces, max_size=20).map(" ".join))


@given(texts, texts)
def test_any_text_has_facts_at_their_places(left: str, right: str) -> None:
    for fact in facts(left):
        assert 0 <= fact.start < fact.end <= len(left)
        assert left[fact.start : fact.end] == fact.text
    assert differences(left, left, strict=True) == ()
    for difference in differences(left, right, strict=True):
        assert difference.left or difference.right
