"""Names behind a comma: whose they are, and what they "is" or "was"."""

from __future__ import annotations

import pytest
from stated import statements

pytest.importorskip("onnxruntime", reason="the extra semantic")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The attorney general, Ann Oe, said on Monday that she would not sue.",
            "Ann Oe is the attorney general",
        ),
        (
            "The company said it had been contacted by the office of the attorney general, "
            "Letitia Oe.",
            "Letitia Oe is the attorney general",
        ),
        (
            "The letter was sent by the office of the governor, Ann Oe.",
            "Ann Oe is the governor",
        ),
        (
            "Wexalt was bought by its biggest lender, Japanese technology investment company "
            "Corvane Group, last month.",
            "Wexalt was bought by its biggest lender last month",
        ),
        (
            "The deal was signed by the club's owner, Norwegian oil firm Halden Energy, on Monday.",
            "Norwegian oil firm Halden Energy is the club's owner",
        ),
        (
            "The mill was sold to its rival, paper maker Norvik.",
            "The mill's rival is paper maker Norvik",
        ),
        ("Oe thanked the then chief executive, Tom Ley.", "Tom Ley was the chief executive"),
        ("He's used to scoring goals, Oe said.", "Oe is used to scoring goals"),
    ],
)
def test_a_name_is_told_of_its_noun(text: str, claim: str) -> None:
    assert claim in statements(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Oe was due to be released from Ley Prison in May after serving the custody part of "
            "his term.",
            "Oe was be released from Ley Prison in May",
        ),
        (
            "Hours before Oe's two-goal performance Tuesday, Norvik coach Bruce Lund expressed "
            "confidence in her.",
            "Tuesday, Norvik coach Bruce Lund expressed confidence",
        ),
        (
            "The company said it had been contacted by the office of the NYAG, Letitia Oe.",
            "Letitia Oe is the office of the NYAG",
        ),
    ],
)
def test_nothing_is_cut_in_two(text: str, claim: str) -> None:
    assert claim not in statements(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Oe will not be charged, said the county's newly elected prosecutor Tom Ley.",
            "The county's newly elected prosecutor Tom Ley said that Oe will not be charged",
        ),
        (
            "Ann Oe told the men to wait and that the doctor was on her way.",
            "Ann Oe told the men to wait and that the doctor was on her way",
        ),
    ],
)
def test_who_says_so_is_told(text: str, claim: str) -> None:
    assert claim in statements(text)
