"""Clauses behind a noun, second verbs and lists: what hangs where, and what needs what follows."""

from __future__ import annotations

import pytest
from stated import statements

pytest.importorskip("onnxruntime", reason="the extra semantic")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Guards boarded the tram at the next stop and found a man bleeding, who was possibly "
            "the victim of a robbery.",
            "A man was possibly the victim of a robbery",
        ),
        (
            "Officials said divers had launched an operation to raise the wreck at one point that "
            "failed to reach it.",
            "An operation failed to reach the wreck",
        ),
        (
            "Kell settled it when he hit a shot at Matt Dorn that went in off the post.",
            "A shot went in off the post",
        ),
        (
            "The Orm rebels, however, claimed responsibility for shooting down the plane, which "
            "they said crashed in Lor province.",
            "The plane crashed in Lor province",
        ),
        (
            "Vell Motors had 3 GW of output, also evenly split between cells and modules.",
            "3 GW of output was evenly split between cells and modules",
        ),
        (
            "Police believe the thieves fled in a van, leaving the safe behind.",
            "The thieves left the safe behind",
        ),
        (
            "Dorn, a rich farmer Kell picked as his deputy in May, has resigned.",
            "Dorn is a rich farmer",
        ),
        (
            "A clip showing the dramatic moment a 9-year-old girl was saved by police was "
            "released on Monday.",
            "A 9-year-old girl was saved by police",
        ),
        (
            "The museum showed a picture of the house the couple bought in 1998.",
            "The couple bought the house in 1998",
        ),
        (
            "The number of shells fired at the town in May fell.",
            "Shells were fired at the town in May",
        ),
        (
            "They praised the hall on the grounds of Ley's Marden Centre, where the founder Ann Oe "
            "showed many films.",
            "The founder Ann Oe showed many films in Ley's Marden Centre",
        ),
        (
            "The club sold three of its players, who have won 40 caps, to Arl.",
            "Three of the club's players have won 40 caps",
        ),
        (
            "Medics found a boy lying in the road near a woman, who later died.",
            "A woman later died",
        ),
        (
            "Dorn sent a letter to the firm that built the mill.",
            "The firm built the mill",
        ),
        ("The union hit the firm, which the court said broke the law.", "The firm broke the law"),
        (
            "The company said it had hired a new chief, replacing Ann Oe, who left in May after a "
            "dispute with the board.",
            "Ann Oe left in May after a dispute with the board",
        ),
        (
            "Rescuers pulled a boy from the rubble of a house that collapsed on Sunday.",
            "A house collapsed on Sunday",
        ),
        ("Sales of the Orla 7, launched in May, have fallen.", "The Orla 7 was launched in May"),
        (
            "Shares in the firm, held by two brothers, were sold.",
            "Shares in the firm were held by two brothers",
        ),
        (
            "Soldiers fired on a car that failed to stop at a checkpoint, killing a woman and her "
            "son.",
            "Soldiers killed a woman and her son",
        ),
        (
            "The drug was given to 300 patients at three hospitals, of whom 40 died.",
            "40 of the 300 patients at three hospitals died",
        ),
    ],
)
def test_a_clause_is_told_of_its_own_noun(text: str, claim: str) -> None:
    assert claim in statements(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "Ministers are demanding answers from mills whose boilers burst in May, killing three "
            "workers.",
            "Ministers kill three workers",
        ),
        (
            "Jana is one of the country's most successful coaches having won 12 national titles.",
            "The country's most successful coaches had won 12 national titles",
        ),
        (
            "The gas company on whose board Ann Oe had a seat was fined on Monday.",
            "Ann Oe had a seat",
        ),
        (
            "It's a state where former mayor Ann Oe has held a big polling lead for months.",
            "Former mayor Ann Oe has held a big polling lead for months",
        ),
        (
            "The rebels swapped two hostages for three of its commanders held by the army.",
            "Its commanders were held by the army",
        ),
        (
            "The council plans a cut in bus fares from 3 crowns to 2 by 2030, helped by a state "
            "grant.",
            "The council was helped by a state grant",
        ),
        (
            "A long strike could result in the market losing hope of an early recovery in demand "
            "supported by government action.",
            "An early recovery in demand was supported by government action",
        ),
        (
            "The theft has always been stated as a fact based on two letters.",
            "A fact is based on two letters",
        ),
        (
            "Police say the fire may have begun after a lamp fell over in the hall.",
            "A lamp fell over in the hall",
        ),
        (
            "Kell has said he will be seen when the public is really paying attention.",
            "The public is really paying attention",
        ),
        (
            "The plan seems in line with another announced by the ministry in March, which aimed "
            "to introduce new rules.",
            "Another announced by the ministry in March aimed to introduce new rules",
        ),
    ],
)
def test_what_is_told_of_another_noun_or_of_none(text: str, wrong: str) -> None:
    assert wrong not in statements(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Consumer groups are urging the council to set rules for backup power and make the "
            "firms give details about outages.",
            "Consumer groups are urging the council to make the firms give details about outages",
        ),
        (
            "The outages were overly broad and carried out thoughtlessly.",
            "The outages were carried out thoughtlessly",
        ),
        ("The house is old and owned by a trust.", "The house is owned by a trust"),
        ("The talks were long and lasted until noon.", "The talks lasted until noon"),
        ("The film was badly received and flopped in May.", "The film flopped in May"),
        (
            "Malaria is one of three diseases caused by parasites.",
            "Three diseases are caused by parasites",
        ),
        (
            "Isolated cases often also appear in Arl, with up to a dozen people diagnosed "
            "annually.",
            "Up to a dozen people are diagnosed annually",
        ),
        (
            "Joe Kell scored to lead Ley past Arl, spoiling Ann Oe's return.",
            "Joe Kell spoiled Ann Oe's return",
        ),
        (
            "Those planned rules are yet to see the light of day.",
            "Those planned rules are yet to see the light of day",
        ),
        ("The bank would raise fees and cut 300 jobs.", "The bank would cut 300 jobs"),
        (
            "The firm, which had planned to open 20 shops this year, will now open five and shut "
            "three.",
            "The firm will shut three",
        ),
        (
            "Nurses, who have had no rise since 2015, and doctors plan to strike on Friday.",
            "Nurses and doctors plan to strike on Friday",
        ),
        (
            "She called the ruling, under which the firm must pay 3m crowns, a victory for "
            "patients.",
            "She called the ruling a victory for patients",
        ),
        (
            "Kell said the fire, believed to have been started by a cigarette, spread to three "
            "floors within minutes.",
            "The fire spread to three floors within minutes",
        ),
        (
            "Orla's $6.99-a-month service is stocked with films from Pell Studios and Arl Films.",
            "Orla's $6.99-a-month service is stocked with films from Pell Studios and Arl Films",
        ),
    ],
)
def test_verbs_keep_their_tense_and_their_helpers(text: str, claim: str) -> None:
    assert claim in statements(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Doctors urged the ministry to open more wards and hire 200 nurses.",
         "Doctors hire 200 nurses"),
        (
            "They found her hidden in a basket where he forced her to hide while threatening to "
            "kill her parents.",
            "They threatened to kill her parents",
        ),
        (
            "Dorn would usually leave the office before him, but always stop by his desk to swap "
            "notes.",
            "Dorn always stop by his desk to swap notes",
        ),
        ("The film was badly received and flopped in May.", "The film was flopped in May"),
        ("The plan would see 12 stations closed and 300 staff moved.", "300 staff moved"),
        (
            "The mayor unveiled a plan to build 400 homes by the river, funded by a loan from the "
            "state.",
            "400 homes were funded by a loan from the state",
        ),
        ("The mayor was cheered and returned to his seat.", "The mayor was returned to his seat"),
    ],
)  # fmt: skip
def test_nobody_does_what_another_is_asked_to_do(text: str, wrong: str) -> None:
    assert wrong not in statements(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Three countries where the disease still spreads are the Republic of Orm (ROO), "
            "Corvia, and Arl.",
            "Three countries where the disease still spreads are the Republic of Orm, Corvia, "
            "and Arl",
        ),
        (
            "Two hostages – an Arlian and a Corvian – who had been held by rebels since 2016 were "
            "freed on Tuesday.",
            "Two hostages – an Arlian and a Corvian – were freed on Tuesday",
        ),
        (
            "The council blamed the delay on a strike, a lack of staff and poor planning.",
            "The council blamed the delay on a strike, a lack of staff and poor planning",
        ),
        ("Ann Oe, the founder and main owner of the mill, resigned.",
         "Ann Oe is the founder and main owner of the mill"),
        ("Ley, the capital and largest city of Corvia, was hit.",
         "Ley is the capital and largest city of Corvia"),
        ("The wide-body plane, which was built in 2011, left Ley on Monday.",
         "The wide-body plane left Ley on Monday"),
    ],
)  # fmt: skip
def test_lists_and_marks_stay_whole(text: str, claim: str) -> None:
    assert claim in statements(text)


@pytest.mark.parametrize(
    ("text", "half"),
    [
        (
            "The council blamed the delay on a strike, a lack of staff and poor planning.",
            "A strike is a lack of staff and poor planning",
        ),
        (
            "The index has been rising at a time when worries about the economy are growing.",
            "The index has been rising at a time",
        ),
        (
            "The firm wants to help makers raise output from around 20% now to 24% by the end of "
            "the next decade.",
            "The firm wants to help makers raise output from around 20% now to 24%",
        ),
        (
            "The company cut the number of people who could be hit from a first estimate of about "
            "660,000.",
            "The company cut the number of people",
        ),
        (
            "The envoy accused the Orm Bank and the council of meddling in the vote.",
            "The envoy accused the Orm Bank",
        ),
        (
            "More than 600,000 people live in camps in east Orm and the Sull valley, beside the "
            "border.",
            "More than 600,000 people live in camps in east Orm",
        ),
        ("It is also a town where two other firms have struggled to win votes.",
         "It is also a town"),
    ],
)  # fmt: skip
def test_no_half_is_told(text: str, half: str) -> None:
    assert half not in statements(text)
