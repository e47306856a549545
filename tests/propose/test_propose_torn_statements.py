"""Statements that were torn, or told of another: asides, names and clauses behind "after"."""

from __future__ import annotations

import pytest
from stated import statements

from workbench import propose

pytest.importorskip("onnxruntime", reason="the extra semantic")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("According to its director, Rosa Lim, the nurses were exhausted.",
         "The nurses were exhausted"),
        ("According to their coach, Pia Lund, Norvik won.", "Norvik won"),
        ("According to his mother, Rosa Lim, he had never been ill.", "He had never been ill"),
        (
            "The club cancelled the match yesterday after a guard spotted the intruder hiding his "
            "weapon under a seat.",
            "A guard spotted the intruder hiding his weapon under a seat",
        ),
        (
            "The Rowan Fund, which moved four beavers there in 2021, confirmed the arrival "
            "yesterday after a hiker filmed the female carrying her kits over a road.",
            "A hiker filmed the female carrying her kits over a road",
        ),
        (
            "The trial was halted after the judge's son, Tim Rask, tried to leave.",
            "The judge's son tried to leave",
        ),
        (
            "Rui Costa, arrested over stolen cars - a charge he contests - moved to Porto.",
            "Rui Costa was arrested over stolen cars",
        ),
        (
            "Tom Ley, suspended in May over lost files — a decision he appealed — returned on "
            "Monday.",
            "Tom Ley returned on Monday",
        ),
        (
            "The mill, built in 1920 - and shut in May - was sold.",
            "The mill was shut in May",
        ),
    ],
)  # fmt: skip
def test_it_is_stated(text: str, claim: str) -> None:
    assert claim in statements(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("According to its director, Rosa Lim, the nurses were exhausted.",
         "Rosa Lim were exhausted"),
        ("According to his lawyer, Tom Oe, a nurse, left the country.",
         "Tom Oe is his lawyer"),
        (
            "The trial was halted after the judge's son, Tim Rask, tried to leave.",
            "After the judge's son tried to leave",
        ),
        (
            "Pia Rask, fined last year for selling stolen paintings – an allegation she disputes – "
            "has moved to Arl.",
            "Pia Rask disputes stolen paintings",
        ),
        (
            "Mr Lund, jailed in May for hiding bank loans - an accusation he has often denied - "
            "told the Post he would appeal.",
            "Lund has often denied bank loans",
        ),
    ],
)  # fmt: skip
def test_it_is_not_stated(text: str, claim: str) -> None:
    assert claim not in statements(text)


def test_who_is_named_said_it() -> None:
    text = "The mill shut in May. According to its owner, Lena Quist, two workers were furious."
    found = propose(text, engine="semantic", language="en")
    assert {c.attributed_to for c in found if "furious" in c.statement} == {None, "Lena Quist"}
