"""What people say and state nothing by, and the facts that they tell in like words."""

from __future__ import annotations

import pytest

from workbench.propose import propose

pytest.importorskip("onnxruntime", reason="the extra semantic")

TALK = """
“The fans were amazing,” said Munt.
“Every family deserves a warm home,” said Nora Pym.
“This decision is a slap in the face for miners,” said Gil Marr.
“There is no place for bullying in our school,” said Max Hollin.
“Everyone has the right to feel safe in their own home,” said Nora Pym.
“The ball is in their court now,” said the union.
“The lads gave everything,” said Munt.
“We stand by our decision,” said the club.
“We are aware of the issue,” said the firm.
“Safety is our top priority,” said the airline.
“She always had a smile on her face,” said a friend.
“This investment shows our confidence in the region,” said Ken Vorst.
“We have got to take our chances,” said Rod Bell.
“Nobody is above the law,” said the prosecutor.
This is the bridge news you need to know this Tuesday.
""".strip().splitlines()

FACTS = """
“The fans threw bottles at the bus,” said Munt.
“The law gives tenants a right to see the accounts,” said Ms Dult.
“The ball was in the net before the whistle,” said Munt.
“We pay more rent than our neighbours,” said the tenant.
“We sleep in the car,” said Una Vell.
“We are evacuating the hospital,” said Mr Orr.
“The firm showed the plans to the council in secret,” said Mr Dane.
“The fans waited for four hours,” said Leo Winn.
“The suspect is in custody,” said Ms Wold.
“This is the first strike at the yard since 1986,” said Ms Marr.
“They’re all under 14,” said Max Hollin.
“Dogs have to be kept on a lead,” said Max Hollin.
""".strip().splitlines()


def _clauses(line: str, engine: str) -> list[str]:
    return [c.statement for c in propose(line, engine=engine, language="en") if c.kind == "clause"]


@pytest.mark.parametrize("engine", ["rules", "semantic"])
@pytest.mark.parametrize("line", TALK)
def test_talk_gives_no_claim(line: str, engine: str) -> None:
    assert _clauses(line, engine) == []


@pytest.mark.parametrize("engine", ["rules", "semantic"])
@pytest.mark.parametrize("line", FACTS)
def test_a_fact_in_like_words_does(line: str, engine: str) -> None:
    assert _clauses(line, engine)


def test_what_is_alleged_has_who_alleges_it() -> None:
    line = "Ann Oe wrote to the council in May, alleging that the sale was unlawful."
    found = propose(line, engine="semantic", language="en")
    said = {c.statement: c.attributed_to for c in found if c.kind == "clause"}
    assert said["The sale was unlawful"] == "Ann Oe"


def test_where_it_is_while_it_is_there_is_not_said() -> None:
    assert _clauses("The probe will study the ice while it is there.", "semantic") == [
        "The probe will study the ice"
    ]


@pytest.mark.parametrize(
    "line",
    [
        "“Business needs certainty,” said Ken Vorst.",
        "“Hard work pays off,” said Munt.",
        "“Democracy is under attack,” said Ms Arden.",
        "“The world is watching,” said the president.",
    ],
)
def test_a_view_without_number_date_or_past_is_a_phrase(line: str) -> None:
    assert _clauses(line, "semantic") == []
