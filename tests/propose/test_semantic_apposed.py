"""What is told beside a noun: appositions, states, parts, and clauses with "who" and "which"."""

from __future__ import annotations

import pytest

pytest.importorskip("onnxruntime")
pytest.importorskip("tokenizers")

from tests.propose.stated import statements


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("The diaries, the last of which dates from 1944, were sold on Friday.",
         "The last of the diaries dates from 1944"),
        ("The firm runs six quarries, the largest of which employs 240 people.",
         "The largest of the six quarries employs 240 people"),
        ("The board sold two farms, the proceeds of which went to the school.",
         "The proceeds of the two farms went to the school"),
        ("The abbey, part of which dates from the 12th century, is to be restored.",
         "Part of the abbey dates from the 12th century"),
        ("The tunnel, the cost of which has doubled since 2018, will open in May.",
         "The cost of the tunnel has doubled since 2018"),
        ("The club has 400 members, the vast majority of whom are over 70.",
         "The vast majority of the 400 members are over 70"),
        ("The letter, a copy of which was sent to the Echo, accuses three officers.",
         "A copy of the letter was sent to the Echo"),
    ],
)  # fmt: skip
def test_a_part_is_told_of_its_whole(text: str, statement: str) -> None:
    assert statement in statements(text)


def test_what_somebody_does_with_a_part_is_not_told_of_the_whole() -> None:
    found = statements("The bill, a version of which the Senate passed, would ban the drug.")
    assert not any("of which" in line for line in found)


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("The penalty, the heaviest ever imposed by the court, was announced in May.",
         "The penalty is the heaviest ever imposed by the court"),
        ("The dam, the tallest built in the country since 1960, cost 2 billion euros.",
         "The dam is the tallest built in the country since 1960"),
        ("The ruling, the first handed down under the new act, was read out in Dorne.",
         "The ruling is the first handed down under the new act"),
        ("Ashby, the worst affected of the four towns, lost 90 homes.",
         "Ashby was the worst affected of the four towns"),
        ("Doctors in Sarrow, the poorest of the nine districts, saw 90 cases.",
         "Sarrow is the poorest of the nine districts"),
        ("Leif Moen, the founder and largest shareholder of Fjordfisk, left on Monday.",
         "Leif Moen is the founder and largest shareholder of Fjordfisk"),
        ("The winner of the prize, Hungarian chemist Agota Rill, died on Sunday.",
         "Hungarian chemist Agota Rill is the winner of the prize"),
        ("Ida Lunde, an analyst at Norbank who covers the sector, expects a loss.",
         "Ida Lunde is an analyst at Norbank"),
    ],
)  # fmt: skip
def test_an_apposition_is_what_the_noun_is(text: str, statement: str) -> None:
    assert statement in statements(text)


def test_a_list_is_no_apposition() -> None:
    found = statements("Arlen, the coast and the islands have no power.")
    assert found == ["Arlen, the coast and the islands have no power"]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Shares in the bank, down 30 percent since March, fell again on Tuesday.",
         "Shares in the bank were down 30 percent since March"),
        ("The yacht, about 12 metres long, was found off Cape Torv.",
         "The yacht is about 12 metres long"),
        ("The quarry, 30 kilometres north of the city, supplies most of the gravel.",
         "The quarry is 30 kilometres north of the city"),
        ("The statue, worth an estimated 2 million euros, was stolen in 2016.",
         "The statue is worth an estimated 2 million euros"),
        ("The barge, full of cement, was drifting towards the bridge.",
         "The barge was full of cement"),
        ("The chapel, roofless since the storm of 2017, is to reopen at Easter.",
         "The chapel has been roofless since the storm of 2017"),
    ],
)  # fmt: skip
def test_a_state_between_commas_is_told_of_the_subject(text: str, statement: str) -> None:
    assert statement in statements(text)


@pytest.mark.parametrize(
    "text",
    [
        "The troops, late on Sunday, took the village.",
        "The bakery, unlike its rivals, made a profit.",
        "The inquiry, however, found nothing.",
        "Any change to the plan, especially related to the roof, could delay it.",
    ],
)
def test_what_is_no_state_is_not_told(text: str) -> None:
    assert not any(" is " in line or " was " in line for line in statements(text))


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Five hikers are still missing, among them two teenagers.",
         "Two teenagers are among the five hikers"),
        ("Five hikers are still missing, most of them students.",
         "Most of the five hikers are students"),
        ("The archive bought 320 maps, 90 of them drawn by the general's aide.",
         "90 of the 320 maps were drawn by the general's aide"),
        ("The accused, all of them former guards, deny the charges.",
         "All of the accused are former guards"),
        ("Forty sheds, half of them empty, will be torn down.",
         "Half of the forty sheds are empty"),
        ("Two women were held, one from Halden and the other from Brenn.",
         "One of the two women was from Halden and the other from Brenn"),
        ("Nine wagons, four carrying fuel, left the rails near Tarne.",
         "Four of the nine wagons were carrying fuel"),
    ],
)  # fmt: skip
def test_a_part_without_a_verb_is_told(text: str, statement: str) -> None:
    found = statements(text)
    assert statement in found
    assert not any(line.lower().startswith("them ") for line in found)


def test_a_part_under_a_condition_is_not_told() -> None:
    found = statements("If 60 people, most of them children, are moved, the camp will close.")
    assert not any(line.startswith("Most of") for line in found)


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("A study by the institute, which was published on Friday, found no link.",
         "A study by the institute was published on Friday"),
        ("The mill in Olst, which makes paper, will lose 80 jobs.", "The mill in Olst makes paper"),
        ("The hotel in Brenn, which is owned by a Dutch fund, has a new roof.",
         "The hotel in Brenn is owned by a Dutch fund"),
        ("The museum in Halden, which has a population of 9,000, is to close.",
         "Halden has a population of 9,000"),
        ("A survey by the council, which has 51 members, found little support.",
         "The council has 51 members"),
        ("The owner of the barge, who lives in Malta, has been charged.",
         "The owner of the barge lives in Malta"),
        ("He thanked the wife of the pilot, who is 44.", "The wife of the pilot is 44"),
        ("Timber goes mainly to Arlen and Kestria, which between them buy 60 percent.",
         "Arlen and Kestria between them buy 60 percent"),
        ("The film shows the moment in which the tram hits the bus.", "The tram hits the bus"),
        ("She moved to Corby in 1988, where she taught chemistry.",
         "She taught chemistry in Corby"),
    ],
)  # fmt: skip
def test_a_relative_clause_is_told_of_its_noun(text: str, statement: str) -> None:
    assert statement in statements(text)
