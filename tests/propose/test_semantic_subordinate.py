"""Clauses before or behind "and" with their own subject and verb."""

from __future__ import annotations

import pytest
from stated import statements

pytest.importorskip("onnxruntime", reason="the extra semantic")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "While the tweet shown above claimed that Oe has a net worth of $17 million, other "
            "users have offered differing estimates.",
            "Other users have offered differing estimates",
        ),
        (
            "Because a law passed in 2012 bans the pills, hospitals cannot buy them.",
            "A law passed in 2012 bans the pills",
        ),
        (
            "Shortly after news broke on Monday that the two firms had merged, Corvane denied "
            "that it had signed a deal.",
            "The two firms had merged",
        ),
        (
            "Hours after reports emerged that the bank was in talks, its shares rose 9%.",
            "The bank's shares rose 9%",
        ),
        (
            "Ann Oe caught one ball and missed another and Eastern Halden lost the final.",
            "Eastern Halden lost the final",
        ),
        (
            "Oe was praised for her work and for saving two lives.",
            "Oe was praised for her work and for saving two lives",
        ),
        (
            "The permit is only needed for old houses and in deciding how the money is spent.",
            "The permit is only needed for old houses and in deciding how the money is spent",
        ),
        (
            "Oe has one house in Ley and another and cheaper one in Halden.",
            "Oe has one house in Ley and another and cheaper one in Halden",
        ),
    ],
)
def test_each_clause_has_its_own_subject(text: str, claim: str) -> None:
    assert claim in statements(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "While the tweet shown above claimed that Oe has a net worth of $17 million, other "
            "users have offered differing estimates.",
            "The tweet shown above have offered differing estimates",
        ),
        (
            "Hours after reports emerged that the bank was in talks, its shares rose 9%.",
            "The bank's shares were hours after reports emerged that the bank was in talks",
        ),
        ("Oe was praised for her work and for saving two lives.", "Oe was saving two lives"),
    ],
)
def test_no_clause_takes_anothers(text: str, claim: str) -> None:
    assert claim not in statements(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "A government source told the Courier the tax would be scrapped if growth returned.",
            "The tax would be scrapped if growth returned",
        ),
        ("Oe told the jury the knife was hers.", "The knife was hers"),
        (
            "The firm says it will close the mill and blames high costs.",
            "The firm blames high costs",
        ),
        (
            "The firm has taken several steps, including cutting 300 jobs and selling two mills.",
            "The firm cut 300 jobs",
        ),
    ],
)
def test_who_hears_it_is_no_part_of_it(text: str, claim: str) -> None:
    assert claim in statements(text)


def test_a_medal_for_two_deeds() -> None:
    text = "She was given a medal for bravery and for saving two children from a fire."
    assert text.removesuffix(".") in statements(text)
    assert "She was saving two children from a fire" not in statements(text)
