"""Shapes of real news sentences: names, ranks and datelines, and what belongs to which of them."""

from __future__ import annotations

import re

import pytest

pytest.importorskip("onnxruntime")
pytest.importorskip("tokenizers")

from workbench.propose import propose


def statements(text: str) -> list[str]:
    found = propose(text, engine="semantic", language="en")
    return [c.statement for c in found if c.kind != "phrase"]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Hamburg – Several thousand nurses surrounded the town hall on Tuesday.",
            ["Several thousand nurses surrounded the town hall on Tuesday"],
        ),
        (
            "Oslo (KNB Business) A fall in the price of tin has hit the mine.",
            ["A fall in the price of tin has hit the mine"],
        ),
        (
            "Sen. Ida Lund, D-Ore., visited the mill on Monday and argued that it needs a dam.",
            ["Sen. Ida Lund visited the mill on Monday"],
        ),
        (
            "The motion was about the death of former Speaker Rt. Hon. B. U. Lund.",
            ["The motion was about the death of former Speaker Rt. Hon. B. U. Lund"],
        ),
        (
            "Plug & Charge – which allows the car to pay by itself – will be enabled in 2020.",
            ["Plug & Charge allows the car to pay by itself"],
        ),
        (
            "Jonas Oe, president of Chapter & Verse, a Ley design agency, said he liked it.",
            ["Chapter & Verse is a Ley design agency"],
        ),
        (
            "The release came hours after the government freed three prisoners in Arl.",
            [
                "The release came hours after the government freed three prisoners in Arl",
                "The government freed three prisoners in Arl",
            ],
        ),
        (
            "The name of the bar is ‘Oxy Pure’.",
            ["The name of the bar is Oxy Pure"],
        ),
        (
            "The probe will orbit the moon in 2031, mapping the sea below its ice.",
            ["The probe will map the sea below its ice"],
        ),
        (
            "Omar Oe, a senior analyst at Starfor, the Texas-based think tank, left in May.",
            ["Starfor is the Texas-based think tank"],
        ),
        (
            "The jobs were lost, said Scott Pell, who heads the Alliance for Mills, a group that "
            "has praised the tariffs.",
            [
                "Scott Pell said that the jobs were lost",
                "The Alliance for Mills has praised the tariffs",
            ],
        ),
        (
            "A few of the new firms - Blue Oris, Sarr Corporation and Spake - are from Kest.",
            ["A few of the new firms - Blue Oris, Sarr Corporation and Spake - are from Kest"],
        ),
        (
            "The probe has found evidence of such plumes from Arva, which is thought to hold a "
            "sea.",
            ["Arva is thought to hold a sea"],
        ),
        (
            "Oe is fighting extradition to the United States, which accuses him of spying.",
            ["The United States accuses him of spying"],
        ),
        (
            "The firm is cutting costs, including jobs at Meldup, which it acquired in 2017.",
            ["The firm acquired Meldup in 2017"],
        ),
        (
            "Jonas Oe scored 20 of his season-high 31 points in the first half.",
            ["Jonas Oe scored 20 of his season-high 31 points in the first half"],
        ),
        (
            "Beth Pell said she knew little about Jonas Lund, but he left her with a good view of "
            "him. He was born in 1956.",
            ["Jonas Lund was born in 1956"],
        ),
        (
            "Jonas Lund said whether Carl Pell stays depends on the cases that he lost in May.",
            ["Carl Pell lost the cases in May"],
        ),
    ],
)
def test_it_is_told(text: str, claims: list[str]) -> None:
    assert set(claims) <= set(statements(text))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Kest, OR, United States: Getting to the lake has been done.", "^Kest"),
        ("The clerk said that Rep. Bo Hamm, R-Texas, left the hall.", "is R"),
        ("The crash comes a day after the militia swapped two hostages.", "a day$"),
        (
            "The store reported earnings that topped estimates as sales fell, sending "
            "shares lower.",
            "store sent",
        ),
        ("The crash came after the swap of May, raising hopes of a truce.", "raised hopes"),
        (
            "The two forms are bubonic and pneumonic - where the plague has spread to the lungs.",
            "^Where",
        ),
        ("Here’s the most recent data on drug seizures from the agency.", "."),
        ("Below are all the teams that qualified for the cup.", "^Below"),
        ("The following chart shows the value of the seizures in 2019.", "."),
        (
            "The new tariffs can cause delays, interrupting the supply of steel.",
            "tariffs interrupt",
        ),
    ],
)
def test_it_is_not_told(text: str, wrong: str) -> None:
    found = statements(text)
    assert not any(re.search(wrong, statement) for statement in found), found


def test_he_is_the_man_whose_doctor_speaks() -> None:
    text = "Jan Lund was taken ill in May. His doctor said he had caught it from the pillows."
    assert "Jan Lund had caught it from the pillows" in statements(text)
