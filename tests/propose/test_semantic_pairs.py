"""Phrases for two or more: "both", "the two", "neither", "the latter", "Mr and Mrs Oe"."""

from __future__ import annotations

import pytest
from stated import statements

pytest.importorskip("onnxruntime", reason="the extra semantic")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Customs seized two yachts in Corran on Monday. Both were built in Genoa.",
            "The two yachts were built in Genoa",
        ),
        (
            "Anna Dunn and Carla Pike opened the mill in 1988. Both left in 2001.",
            "Anna Dunn and Carla Pike left in 2001",
        ),
        (
            "Anna Dunn met Carla Pike in Oslo on Friday. The two agreed to sell the mill.",
            "Anna Dunn and Carla Pike agreed to sell the mill",
        ),
        (
            "Anna Dunn and Carla Pike crossed the lake. The pair, who had "
            "trained for a year, raised £9,000.",
            "Anna Dunn and Carla Pike raised £9,000",
        ),
        (
            "Two women were found dead in a flat in Ley on Friday. Neither has been named.",
            "Neither of the two women has been named",
        ),
        (
            "Anna Dunn and Carla Pike own the mill. Neither has been seen since May.",
            "Neither Anna Dunn nor Carla Pike has been seen since May",
        ),
        (
            "Anna Dunn and Carla Pike founded the charity. The former died in May; the latter "
            "still chairs its board.",
            "Carla Pike still chairs the charity's board",
        ),
        (
            "Two brothers, Ali and Omar Haddad, have been charged with the theft. They deny it.",
            "Ali and Omar Haddad deny it",
        ),
        (
            "Mr and Mrs Halloran bought the farm from a man they had met online. He did "
            "not own it.",
            "The man did not own the farm",
        ),
        (
            "Mine owner Harald Koss and his company, Wexalt, were fined 3m crowns. They had "
            "ignored two warnings.",
            "Harald Koss and his company had ignored two warnings",
        ),
        (
            "Wexalt activists climbed the tower. They hung a banner from it, and six of them were "
            "arrested.",
            "Six of the Wexalt activists were arrested",
        ),
    ],
)
def test_several_are_named(text: str, claim: str) -> None:
    assert claim in statements(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The yard hired 40 welders and 12 cooks. Both were paid too little.",
            "Both were paid too little",
        ),
        (
            "Mr Dunn and two other men were jailed. The two had met in prison.",
            "The two had met in prison",
        ),
        (
            "Marconi has played for Parma, Lecce and Bari. The latter sold him in May.",
            "The latter sold Marconi in May",
        ),
        ("The deal expires in June. Both sides want a new one.", "Both sides want a new one"),
        ("Robin Dunn and Lee Park met. She resigned in May.", "She resigned in May"),
        (
            "Most of the others swam ashore, and they were met there by villagers.",
            "They were met there by villagers",
        ),
    ],
)
def test_who_is_not_certain_stays(text: str, claim: str) -> None:
    assert claim in statements(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("In a poll, 62% said they had lost money.", "62% had lost money"),
        ("Half of the drivers said they had paid twice.", "Half of the drivers had paid twice"),
        (
            "Only 12 percent of members said they had left and that they had been paid.",
            "Only 12 percent of members had been paid",
        ),
        ("A poll found that 62% said they had paid.", "62% said they had paid"),
        ("About two-thirds said they trusted the court.", "About two-thirds trusted the court"),
    ],
)
def test_they_are_the_share_that_says_it(text: str, claim: str) -> None:
    assert claim in statements(text)
