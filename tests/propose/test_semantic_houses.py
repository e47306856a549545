"""For whom a speaker speaks: "we", "our members", "his client", "her country"."""

from __future__ import annotations

import pytest

pytest.importorskip("onnxruntime")
pytest.importorskip("tokenizers")

from workbench.propose import propose


def statements(text: str) -> list[str]:
    found = propose(text, engine="semantic", language="en", furniture=())
    return [c.statement for c in found if c.kind == "clause"]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            "Orvane rejected it. “We cancelled every policy last November,” said Corvane's chief "
            "executive, Ann Oe. “Our members have lost a fifth of their pay.”",
            ["Corvane cancelled every policy last November",
             "Corvane's members have lost a fifth of their pay"],
        ),
        (
            "“We’ve asked the lottery twice,” said Ann Oe, Corvane's managing director.",
            ["Corvane has asked the lottery twice"],
        ),
        (
            "“We are closing two of our mills,” said the chair of the union, Ann Oe.",
            ["The union is closing two of its mills"],
        ),
        (
            "A spokesman for Orbex said: “We closed two mills.” Belmar denied this. “We have paid "
            "for the damage,” a spokesman said.",
            ["Orbex closed two mills", "Belmar has paid for the damage"],
        ),
        (
            "A lawyer for Ravinder Coyle, Anselm Petrovic, said his client maintained his "
            "innocence.",
            ["Ravinder Coyle maintained his innocence"],
        ),
        (
            "Tomasz Redik, Oskavia's environment minister, rejected it, saying that his country "
            "had closed nine power stations.",
            ["Oskavia had closed nine power stations"],
        ),
    ],
)  # fmt: skip
def test_a_speaker_speaks_for_a_house(text: str, right: list[str]) -> None:
    found = statements(text)
    assert [line for line in right if line not in found] == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Norvel Lines was sanctioned in May. “We have the evidence,” Foreign Minister Ann Oe "
         "said.", "Norvel Lines has"),
        ("Orbex closed its mill in May. “We have arrested two men,” police spokesman Joe Ley "
         "said.", "Orbex has"),
        ("“We will close two mills,” said Corvane's director, Ann Oe. Both opened in 1950.",
         "Corvane will"),
        ("“We all have to change,” said Corvane's director, Ann Oe.", "Corvane "),
        ("“Our children have lost a year of school,” said the union's secretary, Ann Oe.",
         "The union's children"),
        ("Corvane's director, Ann Oe, said her country had closed nine mines.", "Corvane had"),
        ("“I have kept my seat and we are many,” said Ann Oe.", "Ann Oe is many"),
    ],
)  # fmt: skip
def test_what_is_not_certain_stays(text: str, wrong: str) -> None:
    found = statements(text)
    assert found
    assert [line for line in found if line.startswith(wrong)] == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Piotr Mazur and Lee Ley met in 2016. They spent three years collecting records.",
         "Piotr Mazur and Lee Ley spent three years collecting records"),
        ("Ravinder Coyle met Louise Ley at a fair. They married in 2010.",
         "Ravinder Coyle and Louise Ley married in 2010"),
        ("Ann Oe and her colleagues left in 2020.", "Ann Oe and her colleagues left in 2020"),
        ("“Haldis has not spoken to our trustees,” said Ann Oe. “It has not set out its plan.”",
         "Haldis has not set out its plan"),
        ("Philippa Rook left parliament in 2010. Her party's bill was rejected three times.",
         "Philippa Rook's party's bill was rejected three times"),
        ("Jens-Olof Karimi runs the mill. He sold it in May.",
         "Jens-Olof Karimi sold the mill in May"),
    ],
)  # fmt: skip
def test_who_is_meant(text: str, right: str) -> None:
    assert right in statements(text)
