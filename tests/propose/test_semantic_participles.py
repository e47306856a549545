"""Participles before, between and behind clauses, and verbs that share a subject or a helper."""

from __future__ import annotations

import pytest

from workbench import propose

pytest.importorskip("onnxruntime", reason="the extra semantic")


def told(text: str) -> dict[str, str]:
    """What the queue shows, and the words that a reader would underline."""
    found = propose(text, engine="semantic", language="en")
    return {c.statement: c.quote for c in found if c.kind != "phrase"}


@pytest.mark.parametrize(
    ("text", "statement", "quote"),
    [
        (
            "Made a baron in 1998, Piet Vos sat in the upper house for 20 years.",
            "Piet Vos was made a baron in 1998",
            "Made a baron in 1998",
        ),
        (
            "Questioned a third time in March, Olga Berit refused to answer.",
            "Olga Berit was questioned a third time in March",
            "Questioned a third time in March",
        ),
        (
            "Elected mayor in 2009, Rita Salo lost her seat four years later.",
            "Rita Salo was elected mayor in 2009",
            "Elected mayor in 2009",
        ),
        (
            "Crowned world champion twice, Ilse Brandt retired at 29.",
            "Ilse Brandt was crowned world champion twice",
            "Crowned world champion twice",
        ),
        (
            "Armed with axes, two men robbed a post office in Sorn on Friday.",
            "Two men were armed with axes",
            "Armed with axes",
        ),
        (
            "Wounded in the leg, Sgt Moor, 28, kept firing.",
            "Sgt Moor was wounded in the leg",
            "Wounded in the leg",
        ),
        (
            "Knighted in 2014 for services to medicine, Sir Paul Dray ran the trust for 11 years.",
            "Sir Paul Dray was knighted in 2014 for services to medicine",
            "Knighted in 2014 for services to medicine",
        ),
        (
            "First published in 1934, the novel has sold 11 million copies.",
            "The novel has sold 11 million copies",
            "the novel has sold 11 million copies",
        ),
        (
            "Last seen leaving a bar in Corfu, Mr Dale was reported missing on 3 July.",
            "Mr Dale was last seen leaving a bar in Corfu",
            "Last seen leaving a bar in Corfu",
        ),
        (
            "Fined twice for dumping waste and threatened with closure, the tannery has moved.",
            "The tannery was threatened with closure",
            "threatened with closure",
        ),
        (
            "Named chief executive last year, she runs the firm from Tallin.",
            "She was named chief executive last year",
            "Named chief executive last year",
        ),
        (
            "Ms Kerr, jailed for six years in 2017 and freed in 2021, now runs a charity.",
            "Ms Kerr was jailed for six years in 2017",
            "jailed for six years in 2017",
        ),
    ],
)
def test_what_was_done_to_the_subject(text: str, statement: str, quote: str) -> None:
    assert told(text).get(statement) == quote


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "Elected officials, police and nurses marched through Sorn on Sunday.",
            "Elected officials, police and nurses marched through Sorn on Sunday",
        ),
        (
            "Armed police, some on horseback, cleared the square.",
            "Armed police, some on horseback, cleared the square",
        ),
        (
            "Injured captain Timo Aalto, 34, will miss the final.",
            "Injured captain Timo Aalto, 34, will miss the final",
        ),
        (
            "Once built, the bridge will carry 9,000 cars a day.",
            "Once built, the bridge will carry 9,000 cars a day",
        ),
        ("Named after a saint, the town has 900 residents.", "The town is named after a saint"),
        ("Stolen cars, police said, were shipped to Arl.", "Stolen cars were shipped to Arl"),
        ("His shop closed in May and he moved to Sorn.", "His shop closed in May"),
    ],
)
def test_what_only_looks_like_it_stays(text: str, statement: str) -> None:
    assert statement in told(text)


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "They have asked the council twice and been turned down twice.",
            "They have been turned down twice",
        ),
        (
            "The tenants had complained to the owner and been told to wait.",
            "The tenants had been told to wait",
        ),
        ("The builder had been warned but not stopped.", "The builder had not been stopped"),
        ("The inn has not been closed but sold to a rival.", "The inn has been sold to a rival"),
        ("The boy was last seen on Friday and found dead on Sunday.",
         "The boy was found dead on Sunday"),
        (
            "The law would have banned smoking in cars and raised the age limit to 21.",
            "The law would have raised the age limit to 21",
        ),
        (
            "Two men have been arrested and three others questioned over the theft.",
            "Three others have been questioned over the theft",
        ),
        (
            "Two men are being held and a third questioned.",
            "A third is being questioned",
        ),
        (
            "Four people were killed and eleven injured when a wall collapsed in Batra.",
            "Eleven were injured when a wall collapsed in Batra",
        ),
        (
            "Twelve people have died and more than 60 been taken to hospital.",
            "More than 60 have been taken to hospital",
        ),
        (
            "The plant will be shut in 2026 and its 700 workers offered jobs elsewhere.",
            "The plant's 700 workers will be offered jobs elsewhere",
        ),
        ("Half of the flats have been sold and the rest let to students.",
         "The rest has been let to students"),
        ("Four men were jailed and one freed.", "One was freed"),
        # of their own
        ("Ten people were killed and thousands fled.", "Thousands fled"),
        ("The suspect was questioned and left the station at noon.",
         "The suspect left the station at noon"),
        ("The panel was consulted and found that the law was clear.",
         "The panel found that the law was clear"),
    ],
)  # fmt: skip
def test_a_second_verb_with_what_it_shares(text: str, statement: str) -> None:
    assert statement in told(text)


def test_nothing_without_what_it_shares() -> None:
    shown = told("He could have been fined and banned for a year.")
    assert "He banned for a year" not in shown


@pytest.mark.parametrize(
    ("text", "statement", "wrong"),
    [
        (
            "His licence revoked, Dr Mole moved to Malta in 2014.",
            "His licence was revoked",
            "His licence revoked",
        ),
        (
            "Their homes destroyed, 400 people are living in tents.",
            "400 people are living in tents",
            "Their homes destroyed are living in tents",
        ),
        (
            "With the roof gone and the windows smashed, the school was shut for a month.",
            "The windows were smashed",
            "The windows smashed",
        ),
        (
            "The firm is to be split in two, with the mines sold to a Chinese group.",
            "The firm is to be split in two",
            "The mines are sold to a Chinese group",
        ),
    ],
)
def test_a_participle_with_a_subject_of_its_own(text: str, statement: str, wrong: str) -> None:
    shown = told(text)
    assert statement in shown
    assert wrong not in shown


@pytest.mark.parametrize(
    ("text", "statement", "quote"),
    [
        (
            "The company raised its interim dividend, bringing the total for the year to 3 crowns.",
            "The total for the year was brought to 3 crowns",
            "bringing the total for the year to 3 crowns",
        ),
        (
            "Four more people were arrested, taking the number of arrests to 19.",
            "The number of arrests was taken to 19",
            "taking the number of arrests to 19",
        ),
        (
            "The firm will close 12 shops, bringing the total number of closures to 40.",
            "The total number of closures will be brought to 40",
            "bringing the total number of closures to 40",
        ),
    ],
)
def test_what_a_sum_came_to(text: str, statement: str, quote: str) -> None:
    assert told(text).get(statement) == quote


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "Overall, the number of arrests fell to 212, bringing it to its lowest since 2009.",
            "The number of arrests brought it to its lowest since 2009",
        ),
        (
            "Inflation slowed to 2.4 per cent in June, reflecting lower energy costs.",
            "Inflation reflected lower energy costs",
        ),
    ],
)
def test_what_a_change_did_is_not_told_of_the_thing(text: str, wrong: str) -> None:
    assert wrong not in told(text)


def test_what_the_subject_did_is_told_of_it() -> None:
    shown = told("The firm bought the mill in 2012, bringing it into profit within a year.")
    assert "The firm brought the mill into profit within a year" in shown
    assert "Sales beat forecasts" in told("Sales rose 9 per cent, beating forecasts.")
