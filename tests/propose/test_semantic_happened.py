"""Verbs without an object, and what a reporter does besides reporting."""

from __future__ import annotations

import pytest
from stated import statements

pytest.importorskip("onnxruntime", reason="the extra semantic")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "A lorry carrying chemicals overturned in Ley on Monday.",
            "A lorry carrying chemicals overturned in Ley on Monday",
        ),
        (
            "A train travelling from Ley to Halden derailed early on Monday.",
            "A train travelling from Ley to Halden derailed early on Monday",
        ),
        (
            "Protests sparked by the killing spread to Halden.",
            "Protests sparked by the killing spread to Halden",
        ),
        (
            "The road was closed after a lorry carrying chemicals overturned, spilling its load.",
            "A lorry carrying chemicals spilled its load",
        ),
        (
            "More than 300 homes were destroyed and 12 people killed, including three "
            "firefighters, in what officials called the worst fire in the state's history.",
            "More than 300 homes were destroyed",
        ),
        ("The mayor was arrested and his house searched.", "The mayor's house was searched"),
        ("Nearly half of nurses said they were tired.", "Nearly half of nurses were tired"),
    ],
)
def test_it_happened(text: str, claim: str) -> None:
    assert claim in statements(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The president said he would not resign and accused the judges of plotting.",
            "The president accused the judges of plotting",
        ),
        ("The union said the offer was an insult and vowed to go on.", "The union vowed to go on"),
        (
            "The firm said sales had fallen and warned of job cuts.",
            "The firm warned of job cuts",
        ),
        (
            "The firm said it would close the mill and cut 400 jobs.",
            "The firm would cut 400 jobs",
        ),
        (
            "The minister said the law would help families and protect children.",
            "The law would protect children",
        ),
        (
            "Police said the man had been arrested and charged with murder.",
            "The man had been charged with murder",
        ),
    ],
)
def test_who_reports_does_it_or_says_it(text: str, claim: str) -> None:
    assert claim in statements(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Oe would never buy a house built on sand.", "A house was built on sand"),
        ("The council may buy a mill built in 1850.", "The council may buy a mill built"),
    ],
)
def test_nothing_is_told_of_what_there_may_not_be(text: str, claim: str) -> None:
    assert claim not in statements(text)
