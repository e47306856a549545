"""For whom a speaker speaks whose firm stands right before the office."""

from __future__ import annotations

import pytest
from stated import statements

pytest.importorskip("onnxruntime", reason="the extra semantic")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "“We have closed two of our mills,” Corvane chief executive Tom Ley said.",
            "Corvane has closed two of its mills",
        ),
        ("“We sold 300 lorries,” said a Corvane spokesman.", "Corvane sold 300 lorries"),
        (
            "Eastlake school board president Ann Oe said: “We had 214 fires on our campuses.”",
            "The Eastlake school board had 214 fires on its campuses",
        ),
        (
            "Corvane sold its mills. “We have paid our debts,” chief executive Ann Oe said.",
            "Corvane has paid its debts",
        ),
    ],
)
def test_the_name_before_an_office_is_whom_it_speaks_for(text: str, claim: str) -> None:
    assert claim in statements(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("“We built the wall,” said former Corvane chief executive Ann Oe.", "Corvane built"),
        ("“We passed the bill,” said Senate Majority Leader Ann Oe.", "Senate Majority passed"),
        ("Corvane sold its mills. “We paid for this,” council leader Ann Oe said.", "Corvane paid"),
        ("The film opens in May. “We shot it in Ley,” director Ann Oe said.", "The film shot"),
    ],
)
def test_other_offices_stay(text: str, wrong: str) -> None:
    found = statements(text)
    assert found
    assert [line for line in found if line.startswith(wrong)] == []
