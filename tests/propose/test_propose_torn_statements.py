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
        (
            "Most of those who left were Tamil or Sinhalese, and a fifth were pupils living "
            "abroad.",
            "A fifth were pupils living abroad",
        ),
        (
            "Most of those who sailed are Eritrean or Malian, and a tenth are women travelling "
            "alone.",
            "A tenth are women travelling alone",
        ),
        ("The vans are red or blue and a few are green.", "A few are green"),
        (
            "He noted that three surveys carried out in May in the town of Ley had shown 40 houses "
            "at risk.",
            "Three surveys were carried out in May in the town of Ley",
        ),
        (
            "Lund said that tests run in May in the city of Ley have shown lead in the water.",
            "Tests run in May in the city of Ley have shown lead in the water",
        ),
        (
            "He said the firm failed because it had sold nothing.",
            "The firm failed because it had sold nothing",
        ),
        (
            "Prices in the North East of England rose by 3.6% in the year to May, while Bristol, "
            "where the typical property sells for more than half a million pounds, saw a drop of "
            "2.3%.",
            "Bristol saw a drop of 2.3%",
        ),
        (
            "Sales in the South West grew by 4.2%, while Oslo, where the average house sells for "
            "more than a third of a million pounds, recorded a decline of 0.3%.",
            "Oslo recorded a decline of 0.3%",
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
        (
            "Most of those who sailed are Eritrean or Malian, and a tenth are women travelling "
            "alone.",
            "Most of those who sailed are travelling alone",
        ),
        (
            "He noted that three surveys carried out in May in the town of Ley had shown 40 houses "
            "at risk.",
            "Three surveys carried out in May in the town of Ley",
        ),
    ],
)  # fmt: skip
def test_it_is_not_stated(text: str, claim: str) -> None:
    assert claim not in statements(text)


def test_who_is_named_said_it() -> None:
    text = "The mill shut in May. According to its owner, Lena Quist, two workers were furious."
    found = propose(text, engine="semantic", language="en")
    assert {c.attributed_to for c in found if "furious" in c.statement} == {None, "Lena Quist"}
