"""Statements that end with a small word that nothing is missing behind, and those cut short."""

from __future__ import annotations

import pytest
from stated import statements

pytest.importorskip("onnxruntime", reason="the extra semantic")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The drummers went on for a while, but then they stopped.",
         "The drummers went on for a while"),
        ("The firm had never made anyone drive against their will.",
         "The firm had never made anyone drive against their will"),
        ("The lake is twice as salty as it was; the week has been cloudless.",
         "The lake is twice as salty as it was"),
        ("Achka is two metres lower than it was thought to be, and it was climbed in 1957.",
         "Achka is two metres lower than it was thought to be"),
        ("The bosun opened a door to see where it came from.",
         "The bosun opened a door to see where it came from"),
        ("The board accepted that, and cut the ban to 18 months.", "The board accepted that"),
        ("The firm had dug two mines and the road in between.",
         "The firm had dug two mines and the road in between"),
    ],
)  # fmt: skip
def test_what_ends_whole_is_stated(text: str, claim: str) -> None:
    assert claim in statements(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("A recording began to spread in which the mayor seems to sell the mill.",
         "A recording began to spread in which"),
        ("Calum has two fingers fewer than he had before the war.",
         "Calum has two fingers fewer than he had"),
        ("The court did not say whether the house was, as the firm claims, sold in May.",
         "The court did not say whether the house was"),
        ("He tried to climb out because, he told them, it was still daylight.",
         "He tried to climb out because"),
    ],
)  # fmt: skip
def test_what_is_cut_is_not_stated(text: str, claim: str) -> None:
    assert claim not in statements(text)
