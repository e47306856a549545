"""Asides, relative clauses and subordinate clauses over trees, in whole sentences."""

from __future__ import annotations

import pytest

pytest.importorskip("onnxruntime")
pytest.importorskip("tokenizers")

from workbench.propose import propose


def statements(text: str) -> list[str]:
    found = propose(text, engine="semantic", language="en", furniture=())
    return [c.statement for c in found if c.kind == "clause"]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "The tunnel, the third under the fjord, opens in June.",
            ["The tunnel opens in June", "The tunnel is the third under the fjord"],
        ),
        (
            "Warden Eskil Boe, in office since 2011 and due to retire in May, closed the path.",
            [
                "Warden Eskil Boe closed the path",
                "Warden Eskil Boe has been in office since 2011",
                "Warden Eskil Boe is due to retire in May",
            ],
        ),
        (
            "The Reef Board, set up in 1998, has met twice this year.",
            ["The Reef Board has met twice this year", "The Reef Board was set up in 1998"],
        ),
    ],
)
def test_an_aside_is_a_claim_and_leaves_the_main_clause_whole(text: str, claims: list[str]) -> None:
    assert sorted(statements(text)) == sorted(claims)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "The club was fined for a banner that had been hung from the east stand on Sunday.",
            [
                "The club was fined for a banner",
                "A banner had been hung from the east stand on Sunday",
            ],
        ),
        (
            "The firm missed two payments, so that it had to sell its ferry.",
            ["The firm missed two payments", "The firm had to sell its ferry"],
        ),
        (
            "She never showed the letter to her doctor, as the rules require her to do.",
            ["She never showed the letter to her doctor"],
        ),
    ],
)
def test_a_second_fact_is_cut_out(text: str, claims: list[str]) -> None:
    assert sorted(statements(text)) == sorted(claims)


def test_no_phrase_reaches_over_a_semicolon() -> None:
    text = "Two mills grind the oats for the island; a ship brings the rest."
    assert statements(text) == [
        "Two mills grind the oats for the island",
        "A ship brings the rest",
    ]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The storm hit two barns, one of which had been built in 1870.",
            "One of the two barns had been built in 1870",
        ),
        (
            "The crash injured 40 passengers, most of whom were treated at the scene.",
            "Most of the 40 passengers were treated at the scene",
        ),
        (
            "The yard employs 900 people, of whom 120 are welders.",
            "120 of the 900 people are welders",
        ),
        (
            "The vote followed six hours of debate during which Orla Finn left the room.",
            "Orla Finn left the room during six hours of debate",
        ),
        (
            "Half of the oil was lost in January, when the pumps are switched off.",
            "The pumps are switched off in January",
        ),
    ],
)
def test_a_relative_clause_about_a_part_or_a_time(text: str, claim: str) -> None:
    assert claim in statements(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Nine in ten anglers polled by the club had never used the pier.",
            "Nine in ten anglers polled by the club had never used the pier",
        ),
        (
            "Were prices to fall by a tenth, one farm in five would close.",
            "Were prices to fall by a tenth, one farm in five would close",
        ),
        (
            "Combined, the two mills employ 900 people.",
            "Combined, the two mills employ 900 people",
        ),
    ],
)
def test_an_unusual_order_stays_whole(text: str, claim: str) -> None:
    assert statements(text) == [claim]


def test_a_saying_of_which_nothing_can_be_checked_is_left_out() -> None:
    def both(text: str) -> list[str]:
        found = propose(text, engine="semantic", language="en", furniture=())
        return [c.statement for c in found if c.kind != "phrase"]

    assert both("“We must not give up,” Ines Tull said.") == []
    assert both("Ines Tull denied that she had taken the money.") != []


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Shares in Tolvar, the largest maker of lifts, rose by 9 percent.",
            ["Shares in Tolvar rose by 9 percent", "Tolvar is the largest maker of lifts"],
        ),
        (
            "The firm paid a fine of $9 million, the highest ever set by the court.",
            [
                "The firm paid a fine of $9 million",
                "A fine of $9 million is the highest ever set by the court",
            ],
        ),
        (
            "His sister, Vera Lind, opened the shop in 2003 but sold it in 2011.",
            [
                "Vera Lind is his sister",
                "Vera Lind opened the shop in 2003",
                "Vera Lind sold the shop in 2011",
            ],
        ),
        (
            "The choir, to be led by Ines Varga, will sing in Bergen.",
            ["The choir will sing in Bergen", "The choir is to be led by Ines Varga"],
        ),
        (
            "The clerk had mixed up two keys, having been hired in May.",
            ["The clerk had mixed up two keys", "The clerk had been hired in May"],
        ),
        (
            "Keeper Ida Lund – born in Tarn in 1998 – saved nine shots, two of them penalties.",
            [
                "Keeper Ida Lund saved nine shots, two of them penalties",
                "Keeper Ida Lund was born in Tarn in 1998",
                "Two of the nine shots were penalties",
            ],
        ),
        (
            "The island has 41 wells, of which nine are dry, and two springs.",
            ["The island has 41 wells and two springs", "Nine of the 41 wells are dry"],
        ),
    ],
)
def test_each_clause_has_the_noun_that_it_is_about(text: str, claims: list[str]) -> None:
    assert sorted(statements(text)) == sorted(claims)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The mill was sold in 2016 and closed in 2019.", "The mill closed in 2019"),
        (
            "The firm will be merged in May and moved to Arl in June.",
            "The firm will be moved to Arl",
        ),
        ("The yard has been sold to Arl and closed in May.", "The yard has been closed in May"),
        ("The mill was sold and closed by its owner in 2019.", "The mill was closed by its owner"),
    ],
)
def test_what_will_be_done_is_not_told_as_done(text: str, claim: str) -> None:
    assert any(line.startswith(claim) for line in statements(text)), statements(text)
