"""Words torn from what they belong to: "which it plans to ban", "the rest being private"."""

from __future__ import annotations

import pytest
from stated import statements

pytest.importorskip("onnxruntime", reason="the extra semantic")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The sale of fireworks, which the state plans to ban from May, has risen.",
            "The state plans to ban the sale of fireworks from May",
        ),
        (
            "The wharf, which the council refused to sell, burned down on Friday.",
            "The council refused to sell the wharf",
        ),
        ("The boy, whom the coach asked to sing, won a prize.", "The coach asked the boy to sing"),
    ],
)
def test_what_is_planned_to_be_done(text: str, told: str) -> None:
    assert told in statements(text)


@pytest.mark.parametrize(
    "told",
    [
        "Dorn Rail had been awarded, without a tender, the first of six contracts for 40 trains",
        "The council approved, without a vote, the sale of two parks",
    ],
)
def test_what_is_given_behind_an_aside(told: str) -> None:
    found = statements(f"{told}.")
    assert told in found
    assert not any(" tender is " in s or " vote is " in s for s in found)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Norbank owns 40% of the ferry line Solvik, the remainder being held by the town.",
            "Norbank owns 40% of the ferry line Solvik",
        ),
        (
            "The state holds 51% of the line, the rest being private.",
            "The state holds 51% of the line",
        ),
        (
            "Three of the firms are based in Ley, the largest being Arl Steel.",
            "Three of the firms are based in Ley",
        ),
    ],
)
def test_nothing_is_the_rest_being(text: str, told: str) -> None:
    assert statements(text) == [told]


def test_a_firm_being_sold_is_what_a_name_is() -> None:
    found = statements("Norbank bought Arl Steel, a firm being sold by a Danish fund.")
    assert "Arl Steel is a firm being sold by a Danish fund" in found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Mark Hale admitted fraud but denied money laundering, of which he was cleared.",
            "Mark Hale was cleared of money laundering",
        ),
        (
            "Ann Oe was charged with theft, of which a court convicted her in 2019.",
            "A court convicted Ann Oe in 2019 of theft",
        ),
        ("He owned three boats, of which two were sold.", "Two of the three boats were sold"),
    ],
)
def test_of_which_somebody_was_cleared(text: str, told: str) -> None:
    assert told in statements(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Veld, most of whose 90,000 people live below the tide, says that the pits are shut.",
            "Most of Veld's 90,000 people live below the tide",
        ),
        (
            "The union, half of whose members work at night, has called a strike.",
            "Half of the union's members work at night",
        ),
        (
            "They met dockers in Telby, some of whose wives work at the mill.",
            "Some of the wives of dockers in Telby work at the mill",
        ),
        ("The firm, whose owner died, was sold.", "The firm's owner died"),
    ],
)
def test_a_share_of_what_somebody_owns(text: str, told: str) -> None:
    assert told in statements(text)


def test_no_hospice_is_spent() -> None:
    found = statements("A clerk stole £9,000 from a hospice and spent it on boats.")
    assert "A clerk stole £9,000 from a hospice" in found
    assert not any("spent the hospice" in s or "spent a hospice" in s for s in found)


def test_a_grant_is_spent_and_a_loan_repaid() -> None:
    found = statements("The club received a grant in May. It spent it on a new roof.")
    assert found[-1] == "The club spent the grant on a new roof"
    found = statements("The state gave the museum a loan. It must repay it by June.")
    assert found[-1].endswith("must repay the loan by June")


@pytest.mark.parametrize(
    "text",
    [
        "Two people have died and 17 are in hospital, four of them in a critical condition.",
        "Three hikers drowned and 12 were rescued, most of them by boat.",
        "The blast killed 12 people and wounded 40, some of them badly burned.",
    ],
)
def test_a_share_of_the_later_number(text: str) -> None:
    said = ("Four of the two", "Most of the three", "Some of the 12")
    assert not any(s.startswith(said) for s in statements(text))


def test_a_share_of_the_only_number() -> None:
    found = statements("The fire hurt 30 people, four of them children.")
    assert "Four of the 30 people were children" in found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Prices rose to just above the 4% target that the bank sets.",
            "The bank sets the 4% target",
        ),
        (
            "An audit found that he signed 37 deals, each priced just below the $100,000 threshold "
            "that would have required a vote by the council.",
            "The $100,000 threshold would have required a vote by the council",
        ),
    ],
)
def test_just_belongs_to_below(text: str, told: str) -> None:
    assert told in statements(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The report, which the ministry refused to publish or discuss, is out.",
            "The ministry refused to publish or discuss the report",
        ),
        (
            "Norbank sold, for 3 million euros, the Solvik line.",
            "Norbank sold, for 3 million euros, the Solvik line",
        ),
    ],
)
def test_what_two_verbs_or_a_price_stand_before(text: str, told: str) -> None:
    assert told in statements(text)
