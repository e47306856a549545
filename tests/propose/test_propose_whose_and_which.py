"""Whose it is, and of which noun a clause is told; datelines and hyphens of an age."""

from __future__ import annotations

import pytest
from stated import statements

pytest.importorskip("onnxruntime", reason="the extra semantic")


@pytest.mark.parametrize(
    "dateline",
    [
        "THE HARLOW (Netherlands), June 18 (Continental Press) - ",
        "PORT AUBEL (Ardenia), 3 May 2024 (ANP) -- ",
        "Ostrava (Czech Republic), May 3 (Wire) – ",
    ],
)
def test_a_dateline_with_the_country_in_brackets(dateline: str) -> None:
    assert statements(f"{dateline}The mayor opened a bridge.") == ["The mayor opened a bridge"]


def test_a_place_with_its_country_is_no_dateline() -> None:
    assert statements("Harlow (Netherlands) won the cup.") == ["Harlow won the cup"]


def test_no_hyphen_of_an_age_stays_before_a_name() -> None:
    text = "The captain, Ben Oe, has been charged. If he signs, the 52-year-old must leave in May."
    assert "If he signs, Ben Oe must leave in May" in statements(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Helmets for riders, which the club was obliged to provide, were missing.",
            "The club was obliged to provide helmets for riders",
        ),
        (
            "Letters from voters, which the party ignored, were published.",
            "The party ignored letters from voters",
        ),
        (
            "A book about soldiers, which won a prize, was burned.",
            "A book about soldiers won a prize",
        ),
    ],
)
def test_which_is_no_person(text: str, told: str) -> None:
    assert told in statements(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Camps for migrants, who the army had detained, were closed.",
            "The army had detained migrants",
        ),
        ("Loans to insurers, which the state owns, were frozen.", "The state owns insurers"),
    ],
)
def test_who_they_are_and_which_firms(text: str, told: str) -> None:
    assert told in statements(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "She waited for hours. Coroner Mara Lund said neglect had contributed to her death.",
            "Mara Lund's death",
        ),
        ("He was found on Monday. Judge Alan Pike said his killing was brutal.", "Pike's killing"),
        ("Sheriff Alan Pike said his body had been found in a lake.", "Pike's body"),
        ("Tom Hale died in May. Alan Pike said his last words were of his dog.", "Pike's last"),
    ],
)
def test_who_tells_of_a_death_is_alive(text: str, wrong: str) -> None:
    assert not any(wrong in line for line in statements(text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Alan Pike said he had faked his death.", "Alan Pike had faked his death"),
        ("Alan Pike said his body was weak.", "Alan Pike's body was weak"),
        ("Alan Pike said his death sentence was unjust.", "Alan Pike's death sentence was unjust"),
    ],
)
def test_his_own_body_and_plans(text: str, told: str) -> None:
    assert told in statements(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The tomb held three jars, a mask made of gold and the skull of a horse.",
            "A mask was made of gold",
        ),
        ("She bought a coat made of wool and a hat.", "A coat was made of wool"),
        (
            "The boat held two spears, a comb made of elk antler and the bones of a dog.",
            "A comb was made of elk antler",
        ),
        ("A bridge built of stone and steel collapsed.", "A bridge was built of stone and steel"),
    ],
)
def test_what_is_listed_behind_a_material(text: str, told: str) -> None:
    assert told in statements(text)


@pytest.mark.parametrize(
    "own",
    [
        "Nearly a third of sellers lowered their asking price",
        "Most of the drivers lost their licences",
        "Some parents brought their children",
    ],
)
def test_what_a_share_of_people_own_is_theirs(own: str) -> None:
    assert own in statements(f"The firms were fined in May. {own}.")


def test_what_some_do_to_others_may_be_the_others() -> None:
    found = statements("The gangs fled. Some officers searched their cars.")
    assert found[-1] == "Some officers searched the gangs' cars"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "In the smaller of two trials, which enrolled 90 people, the drug failed.",
            "The smaller of two trials enrolled 90 people",
        ),
        (
            "The oldest of the three mills, which burned in May, was built in 1890.",
            "The oldest of the three mills burned in May",
        ),
        (
            "The first of the two ships, which carried grain, sank.",
            "The first of the two ships carried grain",
        ),
        (
            "The youngest of the sisters, whose husband is a judge, resigned.",
            "The husband of the youngest of the sisters is a judge",
        ),
        (
            "The best of the films, which were shown in Ley, won a prize.",
            "The films were shown in Ley",
        ),
    ],
)
def test_which_one_of_several(text: str, told: str) -> None:
    assert told in statements(text)
