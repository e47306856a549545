"""Shapes of real news sentences: names, ranks and datelines, and what belongs to which of them."""

from __future__ import annotations

import re

import pytest

pytest.importorskip("onnxruntime")
pytest.importorskip("tokenizers")

from stated import statements


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
            "A few of the new ones - Blue Oris, Sarr Corporation and Spake - are notable for "
            "not having "
            "been on the list.",
            [
                "A few of the new ones - Blue Oris, Sarr Corporation and Spake - are notable "
                "for not "
                "having been on the list"
            ],
        ),
        (
            "The probe has found evidence of such plumes from Arva, which is thought to hold a "
            "sea.",
            ["Arva is thought to hold a sea"],
        ),
        (
            "Oe is fighting extradition to the United States, which accuses him of spying.",
            ["The United States accuses Oe of spying"],
        ),
        (
            "The firm is cutting costs, including jobs at Meldup, which it acquired in 2017.",
            ["The firm acquired Meldup in 2017"],
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
        (
            "The results look OK, but the stock was down 5% in May.",
            ["The stock was down 5% in May"],
        ),
        (
            "Lorry sales are down 2.6 percent, while van sales are down 12.3 percent.",
            ["Lorry sales are down 2.6 percent", "Van sales are down 12.3 percent"],
        ),
        (
            "“Our sales rose by 3 percent in May,” chairman, owner and president Carl Menk said in "
            "a note.",
            [
                "Chairman, owner and president Carl Menk said in a note: “Our sales rose by 3 "
                "percent in May”"
            ],
        ),
        (
            "A 43-year-old man, after having changed his pillows, began to feel tired, and was "
            'diagnosed with "feather lung," according to a new case report.',
            [
                "According to a new case report, a 43-year-old man, after having changed his "
                "pillows, began to feel tired, and was diagnosed with feather lung"
            ],
        ),
        (
            "Arvi has revealed the second model in its e-tor range, with the 2020 Arvi e-tor "
            "making "
            "its debut at the Ley Show.",
            ["The 2020 Arvi e-tor made its debut at the Ley Show"],
        ),
        (
            "The unions said more than 15,000 people registered for the rally.",
            ["More than 15,000 people registered for the rally"],
        ),
        (
            "Mr Webb took the girl as she was walking in a park at 6:38 p.m. on Saturday, May 18.",
            ["The girl was walking in a park at 6:38 p.m. on Saturday, May 18"],
        ),
        (
            "He hoped for talks between his government and the Talibar, who have long refused to "
            "meet.",
            ["The Talibar have long refused to meet"],
        ),
        (
            "Now, the cursed keyboard with butterflies is all but dead.",
            ["Now, the cursed keyboard with butterflies is all but dead"],
        ),
        (
            "Anas Haq, the younger brother of the deputy leader, Siraj Haq, who heads the network, "
            "was freed.",
            ["Siraj Haq heads the network"],
        ),
        (
            "He was admitted to hospital on Saturday, where he has been given pills to fight the "
            "disease.",
            ["He has been given pills to fight the disease in hospital"],
        ),
        (
            "The band will kick off the tour in June in Palm Beach, FL, the first stop of 30 "
            "cities "
            "including Ley and Kest.",
            ["Palm Beach is the first stop of 30 cities including Ley and Kest"],
        ),
        (
            "An Ardian reporter's source inside the Ruk camp, a Corvian refugee who feared for her "
            "life, said that the claim is not true.",
            ["An Ardian reporter's source inside the Ruk camp is a Corvian refugee"],
        ),
        (
            "Taylor did not know that he was suffering from bird lung, a disease in which lungs "
            "become inflamed as the result of dust.",
            ["Bird lung is a disease in which lungs become inflamed as the result of dust"],
        ),
        (
            "So-called neo-banks have been all the rage in Arvia for the past few years.",
            ["So-called neo-banks have been all the rage in Arvia for the past few years"],
        ),
        (
            "“I've tried to work this out through my team but have not been able to resolve "
            "anything,” Ida Lund said in May.",
            ["Ida Lund has not been able to resolve anything"],
        ),
        (
            "Clerks alleged that no checks were made from 10:30 p.m. Aug. 9 to 6:30 a.m. on the "
            "next "
            "day.",
            ["No checks were made from 10:30 p.m. Aug. 9 to 6:30 a.m. on the next day"],
        ),
    ],
)
def test_it_is_told(text: str, claims: list[str]) -> None:
    assert set(claims) <= set(statements(text))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Kest, OR, United States: Getting to the lake, while not easy, has been done.", "^Kest"),
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
        ("People are most at risk when the lofts are cleaned out in spring.", "^The lofts"),
        (
            "Accounts are often free, and the shops will let you borrow $50 before they start "
            "charging "
            "a fee.",
            "^The shops start",
        ),
        ("The firm failed at mending its keyboard so it used the old one.", "firm mended"),
        (
            "However, shortly after news broke on Monday that the two firms had come to a deal "
            "on the "
            "songs, Lund Films denied that it had settled with the label.",
            "^Shortly news|Films However",
        ),
        (
            "The run will mark the first time the foursome will tour together in nearly 25 years.",
            "^The foursome will",
        ),
        (
            "His refusal to say which side he would be on in a vote was also met with laughter.",
            "^Which",
        ),
        (
            "Regular pricing will start at 71,350 euro ($78,770) with deliveries from spring 2020.",
            r"euro \$",
        ),
        (
            "For me, the good thing about this work is not only the first direct sight of water "
            "above "
            "the moon, but also the lack of it in the south.",
            "not only the first direct sight of water( above the moon)?$",
        ),
        (
            "The film had been cut to show Lund failing to answer, when, in fact, she responded.",
            "in fact$|responded that",
        ),
        (
            "The patient was kept in Kest, the agency said, citing the board of health.",
            "patient cited",
        ),
        (
            "The US welcomed the exchange, saying the hostages had suffered from their ordeal.",
            "^The exchange said",
        ),
        (
            "“At no time did Lund Films agree to, create or distribute a statement with the "
            "label,” "
            "the firm said in May.",
            "did create",
        ),
        (
            "His hobby was playing the guitar in a band, and nothing indicated that he was ill in "
            "May.",
            "^He was ill",
        ),
        (
            "Lower prices mean that shops may choose to buy fewer goods from Arvia, thereby "
            "hurting "
            "the port.",
            "hurt the port",
        ),
        (
            "The incident comes after two other patients from the province were quarantined at a "
            "hospital in Ley after suffering from the plague.",
            "^The incident comes$",
        ),
        ("Kelli Oe 6 steals.", "steals"),
        (
            "But when Dr. Owen Lund, a lung doctor at the Ley Infirmary in Kest, took a look, he "
            "disagreed and performed a more detailed scan.",
            "look disagreed|was took",
        ),
        (
            "It’ll feature a new mode, activated when the driver shifts to the left.",
            "was activated|^The driver",
        ),
        (
            "Mayor Ida Lund said she hoped residents would come to see this was the only choice.",
            "hoped",
        ),
        (
            "Rustam Ilya expressed confidence that the friendly ties would be strengthened.",
            "confidence",
        ),
        (
            "“I am optimistic about what the two teams can achieve,” Hollis Tran said.",
            "optimistic",
        ),
        ("Drivers who used the road on Sunday are urged to check their cameras.", "urged"),
        ("“We call on the politicians to leave the bank in peace,” Peter Oszto said.", "call on"),
        ("“Dame Ann will be much missed,” the mayor said.", "missed"),
    ],
)
def test_it_is_not_told(text: str, wrong: str) -> None:
    found = statements(text)
    assert not any(re.search(wrong, statement) for statement in found), found


def test_he_is_the_man_whose_doctor_speaks() -> None:
    text = "Jan Lund was taken ill in May. His doctor said he had caught it from the pillows."
    assert "Jan Lund had caught it from the pillows" in statements(text)
