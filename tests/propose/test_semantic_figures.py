"""Results, shares, prices and other numbers: what hangs on them, and what they hang on."""

from __future__ import annotations

import pytest

pytest.importorskip("onnxruntime")
pytest.importorskip("tokenizers")

from stated import statements


@pytest.mark.parametrize(
    ("line", "said"),
    [
        # a past tense that was read as a participle
        ("A third bid of 612p came last month but was quietly rejected by the Norvik board.",
         ["A third bid of 612p came last month",
          "A third bid of 612p was quietly rejected by the Norvik board"]),
        ("The landslide buried nine climbers, of whom three were found alive.",
         ["The landslide buried nine climbers", "Three of the nine climbers were found alive"]),
        ("The bill passed by 72 votes to 41, with six abstentions.",
         ["The bill passed by 72 votes to 41, with six abstentions"]),
        # so many of a whole
        ("More than 30 of the 54 bridges inspected had failed safety checks.",
         ["More than 30 of the 54 bridges inspected had failed safety checks"]),
        ("Twice as many girls as boys applied for the 60 places.",
         ["Twice as many girls as boys applied for the 60 places"]),
        ("The plant makes about 90,000 vans a year, 70% of which are exported.",
         ["The plant makes about 90,000 vans a year", "70% of about 90,000 vans are exported"]),
        ("Just 28% of those eligible voted, the lowest turnout since 1922.",
         ["Just 28% of those eligible voted"]),
        ("The lake rose a quarter on last year and is now up a third.",
         ["The lake is now up a third"]),
        # results
        ("World No. 4 Ines Prado beat Julia Marsh 6-3, 7-5 in the final in Ley.",
         ["World No. 4 Ines Prado beat Julia Marsh 6-3, 7-5 in the final in Ley"]),
        ("Ardmore were bowled out for 142 and lost by 88 runs.",
         ["Ardmore were bowled out for 142", "Ardmore lost by 88 runs"]),
        ("The holders were beaten 28-10 by Ardmore, their heaviest defeat since 2005.",
         ["The holders were beaten 28-10 by Ardmore"]),
        ("Robin Haas beat Alex Blik 7-5, 3-6, 6-2 to level the series.",
         ["Robin Haas beat Alex Blik 7-5, 3-6, 6-2 to level the series"]),
        # what is done to the second group, too
        ("Four people had been killed and 11 others injured when a tram left the rails.",
         ["Four people had been killed", "11 others had been injured"]),
        ("At least 14 people were killed and more than 50 wounded in the attack.",
         ["At least 14 people were killed", "More than 50 were wounded in the attack"]),
        ("Ann Oe was jailed for six months and fined $4,000.",
         ["Ann Oe was jailed for six months", "Ann Oe was fined $4,000"]),
        # measures
        ("The suspect is described as white, 6ft 2in tall and in his 40s.",
         ["The suspect is described as white, 6ft 2in tall and in his 40s"]),
        ("The number of flights was down a third on last year.",
         ["The number of flights was down a third"]),
        ("Workers have taken the ferry and lead the march.",
         ["Workers have taken the ferry", "Workers lead the march"]),
        # cut short no more
        ("The DAX 40 closed down 0.4% at 15,210.",
         ["The DAX 40 closed down 0.4% at 15,210"]),
        ("Only one in 8 of the 900 claims received since 2017 was upheld.",
         ["Only one in 8 of the 900 claims received since 2017 was upheld"]),
        ("In 1998, 42% of the town had no bus.", ["In 1998, 42% of the town had no bus"]),
    ],
)  # fmt: skip
def test_what_numbers_belong_to(line: str, said: list[str]) -> None:
    found = statements(line)
    assert [one for one in said if one not in found] == []


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("The offer values Norvik at £1.8bn, a premium of 30% to Monday's price.",
         "Norvik at £1.8bn is"),
        ("Mara Quill finished third, three minutes behind the winner, Aster Dulic.",
         "Aster Dulic is three minutes"),
        ("The river peaked at 5.1 metres, 20cm below the level reached in 2009.", "The level was"),
        ("Ana Dulic held the seat with a majority of 212 votes, down from 6,104 in 2019.",
         "Ana Dulic was down"),
        ("The Greens won 31 of the 90 seats, up from 12 in 2018.", "seats was up"),
        ("A poll by Datum put support for the mayor at 41%, down four points since May.",
         "The poll by Datum is down"),
        ("Aro has gone nine matches without a goal, his longest drought since joining Ley.",
         "drought joined"),
        ("Norland's economy shrank by 0.2% between April and June, its second contraction.",
         "June is"),
    ],
)  # fmt: skip
def test_what_numbers_do_not_say(line: str, wrong: str) -> None:
    assert not [one for one in statements(line) if wrong in one]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("An offer made by Tolven but rejected by the board has been renewed.",
         ["An offer made by Tolven but rejected by the board has been renewed"]),
        ("The players injured in the crash and treated at the scene have gone home.",
         ["The players injured in the crash and treated at the scene have gone home"]),
        ("The paintings were stolen in 1990 and lost in a fire.",
         ["The paintings were stolen in 1990"]),
        ("The level set by the ministry was too high.",
         ["The level set by the ministry was too high"]),
        ("The house stands two miles behind the church.",
         ["The house stands two miles behind the church"]),
        ("Experts value the painting at £3m, a record for the artist.",
         ["Experts value the painting at £3m"]),
        ("The vote of 61-38 was the closest since 2010.",
         ["The vote of 61-38 was the closest since 2010"]),
    ],
)  # fmt: skip
def test_what_looks_alike_stays(line: str, said: list[str]) -> None:
    assert [one for one in said if one not in statements(line)] == []
