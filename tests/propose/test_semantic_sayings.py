"""Who says what over trees: verbs and forms of saying that are easily missed."""

from __future__ import annotations

import pytest

pytest.importorskip("onnxruntime")
pytest.importorskip("tokenizers")

from workbench.propose import propose


def statements(text: str, kind: str = "clause") -> list[str]:
    found = propose(text, engine="semantic", language="en", furniture=())
    return [c.statement for c in found if c.kind == kind]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The ferry line clarified that no sailing will be cancelled.",
            "No sailing will be cancelled",
        ),
        (
            "The fleet has shrunk to 14 boats, the harbour board specified.",
            "The fleet has shrunk to 14 boats",
        ),
        (
            "The dam will hold for 80 years, chief engineer Mara Quist assured residents.",
            "The dam will hold for 80 years",
        ),
        (
            "Between 2009 and 2015, he reminded the board, rail fares had doubled.",
            "Between 2009 and 2015 rail fares had doubled",
        ),
        (
            "The chemist described how the paint was made from eggs and rust.",
            "The paint was made from eggs and rust",
        ),
        (
            "Her brother has worked out that the barn would cost 90,000 euros.",
            "The barn would cost 90,000 euros",
        ),
    ],
)
def test_what_is_said_is_a_claim_without_the_saying(text: str, claim: str) -> None:
    said = [s.replace(",", "") for s in statements(text)]
    assert said == [claim.replace(",", "")]


def test_a_second_verb_goes_on_with_who_reports() -> None:
    text = "Nilsen said that no ferry would be sold and ruled out higher fares."
    assert "Nilsen ruled out higher fares" in statements(text)
    assert "No ferry would be sold" in statements(text)


def test_a_bare_saying_is_no_claim() -> None:
    text = "The engine had been serviced in May, the inquest heard."
    assert statements(text) == ["The engine had been serviced in May"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ewan Prasad teaches trade. Donald Oe wants a deal. “Oe makes a deal less likely,” he "
         "said.", "Ewan Prasad said: “Oe makes a deal less likely”"),
        ("Tom Oe met Joe Ley in May. “Ley is a thief,” he told the court.",
         "Tom Oe told the court: “Ley is a thief”"),
        ("Tom Oe was arrested in May. “Mr Oe denies everything,” he said.",
         "He said: “Mr Oe denies everything”"),
    ],
)  # fmt: skip
def test_who_speaks_is_not_whom_the_quotation_names(text: str, expected: str) -> None:
    assert expected in [c.statement for c in propose(text, engine="semantic", language="en")]
