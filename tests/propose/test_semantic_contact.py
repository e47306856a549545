"""Prices before a noun, clauses right behind one, "that's why", and names with stops in them."""

from __future__ import annotations

import pytest

pytest.importorskip("onnxruntime")
pytest.importorskip("tokenizers")

from stated import statements

STATED = [
    (
        "Corvane's $6.99-a-month service is stocked with films.",
        ["Corvane's $6.99-a-month service is stocked with films"],
    ),
    (
        "Corvane's $20-a-month plan has drawn 4,000 users.",
        ["Corvane's $20-a-month plan has drawn 4,000 users"],
    ),
    ("The £12-an-hour wage was set in May.", ["The £12-an-hour wage was set in May"]),
    (
        "The firm, a Ley maker Corvane bought in 2012, has 40 workers.",
        ["The firm has 40 workers", "The firm is a Ley maker", "Corvane bought the firm in 2012"],
    ),
    (
        "Oe, a judge Ray Lund named to the court in 2019, will hear the case.",
        ["Oe will hear the case", "Oe is a judge", "Ray Lund named Oe to the court in 2019"],
    ),
    (
        "Ada Oe, a member of the council, closed the mill.",
        ["Ada Oe closed the mill", "Ada Oe is a member of the council"],
    ),
    (
        "That's why former Gov. Ada Oe and Tom Ray are moving into the race.",
        ["Former Gov. Ada Oe and Tom Ray are moving into the race"],
    ),
    ("That's where the two met in 1998.", ["The two met in 1998"]),
    (
        "The state's “Eat. Or be eaten.” campaign has cost 449,000 dollars.",
        ["The state's “Eat. Or be eaten.” campaign has cost 449,000 dollars"],
    ),
    (
        "The council passed a law in May that cut fares by a tenth.",
        [
            "The council passed a law in May that cut fares by a tenth",
            "The council passed a law in May",
            "A law cut fares by a tenth",
        ],
    ),
    (
        "The council shut the mill in May, which was cold.",
        ["The council shut the mill in May", "May was cold"],
    ),
    (
        "New cars, several small vans, a redesigned truck, a new version of Corvane's lorry and a "
        "station wagon from Lumen are among the models on display in Ley.",
        [
            "New cars, several small vans, a redesigned truck, a new version of Corvane's lorry "
            "and a station wagon from Lumen are among the models on display in Ley",
        ],
    ),
    (
        "Oe wrote to Sens. Ada Lund and Tom Ray in May.",
        ["Oe wrote to Sens. Ada Lund and Tom Ray in May"],
    ),
    (
        "The airline Corvane.Net said on Monday that it had 4,000 staff.",
        [
            "The airline Corvane.Net said on Monday that it had 4,000 staff",
            "The airline Corvane.Net had 4,000 staff",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), STATED)
def test_the_noun_is_kept(text: str, expected: list[str]) -> None:
    assert statements(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The two were freed on Monday, but it’s impossible to know whether they were hurt.",
        "The men were freed in May, but it was not clear whether they had been hurt.",
    ],
)
def test_nobody_is_it(text: str) -> None:
    assert not [line for line in statements(text) if line.startswith(("The two it", "The men it"))]
