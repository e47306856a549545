"""Whose deed it was: subjects that a parser, a mark or a word order hides."""

from __future__ import annotations

import pytest

pytest.importorskip("onnxruntime")
pytest.importorskip("tokenizers")

from workbench.propose import propose


def statements(text: str) -> list[str]:
    found = propose(text, engine="semantic", language="en", furniture=())
    return [c.statement for c in found if c.kind != "phrase"]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The government has suffered its heaviest defeat of this parliament after 17 of its "
            "own deputies refused to back plans to sell the state railway.",
            "17 of the government's own deputies refused to back plans to sell the state railway",
        ),
        (
            "The bank lost the case after 40 of its own clients gave evidence.",
            "40 of the bank's own clients gave evidence",
        ),
        ("The club apologised after 12 of its fans were hurt.", "12 of the club's fans were hurt"),
        (
            "Aldbury will keep its name, its foundry at Leek and its management team.",
            "Aldbury will keep its name, its foundry at Leek and its management team",
        ),
        (
            "In a 40-page ruling published today, a panel of three judges found that the "
            "International Rowing Union (IRU) had exceeded its powers when it banned the club.",
            "The International Rowing Union banned the club",
        ),
        (
            "Half of the crew were students, according to the harbour master, Tomás Quell, who "
            "declared two days of mourning.",
            "Tomás Quell declared two days of mourning",
        ),
        (
            "Brandt argued the fund would be better spent on ferries, noting that the port "
            "employs one pilot.",
            "Brandt noted that the port employs one pilot",
        ),
        (
            "Ida Holm said she had emailed the port 14 times and gotten two replies.",
            "Ida Holm had gotten two replies",
        ),
        (
            "More than 6,000 people signed a petition against the closure, which was started by "
            "a rowing club.",
            "A petition against the closure was started by a rowing club",
        ),
        ("Biscuit maker Harrick's will cut 410 jobs.", "Biscuit maker Harrick's will cut 410 jobs"),
        (
            "The tunnel has been closed since Sunday. It will not reopen this week, the Roads "
            "Board says.",
            "The tunnel will not reopen this week",
        ),
        (
            "The council did not apologise, nor did it say when the pool would reopen.",
            "The council did not say when the pool would reopen",
        ),
        (
            "Nor has the firm paid its suppliers since May.",
            "The firm has not paid its suppliers since May",
        ),
        (
            "Another is that ageing pipes themselves cause rust, in which case the flood would be "
            "a consequence rather than a cause.",
            "Ageing pipes themselves cause rust",
        ),
        ("Neither was the mayor told of the plan.", "The mayor was not told of the plan"),
    ],
)
def test_the_right_one_did_it(text: str, claim: str) -> None:
    assert claim in statements(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("“Nobody asked us for a pier, nor did we offer one”, he said.", "Did we offer one"),
        (
            "The dam was approved before anyone had planned how the water would get there.",
            "Anyone had planned how the water would get there",
        ),
        ("Cllr Graham Tull (Con, Easby Moor) said the plan was lost.", "Con is Easby Moor"),
        (
            "Another 40 were led out by firefighters, the last of them after nine.",
            "Firefighters are the last of them after nine",
        ),
        (
            "The camps took 12,400 people last year, the lowest figure since 2019.",
            "Last year is the lowest figure since 2019",
        ),
        (
            "One possibility is that people who nap for a long time have undiagnosed sleep apnoea, "
            "a condition in which breathing stops during the night and which is thought to affect "
            "about one in seven adults.",
            "One possibility undiagnosed sleep apnoea is a condition",
        ),
        (
            "Council tax will rise by 4.99 per cent, which adds £87 a year to the bill.",
            "4.99 per cent adds £87 a year to the bill",
        ),
    ],
)
def test_what_nobody_stated_is_no_claim(text: str, wrong: str) -> None:
    found = statements(text)
    assert found
    assert wrong not in found


def test_a_condition_may_open_with_its_verb() -> None:
    line = "Had the vote been tied, the mayor would not have been allowed to vote"
    assert line in statements(line + ".")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The agency has a depot in Dorro. Two of its lorries were looted near Tamba.",
            "Two of the agency's lorries were looted near Tamba",
        ),
        (
            "Anna Lind is the fifth director. None of her predecessors stayed for a year.",
            "None of Anna Lind's predecessors stayed for a year",
        ),
        (
            "About 9,000 ballots arrived too late. Most of them came from Norland.",
            "Most of the about 9,000 ballots came from Norland",
        ),
        (
            "There was one alarm and it was ringing in the wrong block.",
            "The one alarm was ringing in the wrong block",
        ),
        (
            "A spokesman for Harrow Friends, which has gathered 3,900 names, declined to comment.",
            "Harrow Friends has gathered 3,900 names",
        ),
        (
            "Two men have been arrested, neither of whom was known to the police.",
            "Neither of the two men was known to the police",
        ),
        (
            "The company, Medilux Plus, had two clerks and was registered at a garage in Orlje.",
            "Medilux Plus was registered at a garage in Orlje",
        ),
        (
            "The work was paid for by Pulsa, which the authors say had no role in its design.",
            "Pulsa had no role in its design",
        ),
    ],
)
def test_whose_part_it_is_and_of_what_it_is_told(text: str, claim: str) -> None:
    assert claim in statements(text), statements(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The reports, the last of which dates from 2019, were lost.", "are the last of which"),
        (
            "Helicopters took out 87 people, most of them guests of the Hotel Anker, which was "
            "not damaged.",
            "87 people was",
        ),
    ],
)
def test_it_is_not_told_of_another_noun(text: str, wrong: str) -> None:
    assert not any(wrong in line for line in statements(text)), statements(text)


def test_the_speaker_of_a_relative_clause_has_a_name() -> None:
    text = "Hugo Brand, whose office had warned that revenue could fall by 3%, left."
    found = propose(text, engine="semantic", language="en", furniture=())
    said = next(c for c in found if c.statement == "Revenue could fall by 3%")
    assert said.attributed_to == "Hugo Brand's office"


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Among the dead was a 9-year-old boy, whose mother is being treated for burns.",
            "A 9-year-old boy's mother is being treated for burns",
        ),
        (
            "They met under a deal brokered by the United Atolls, whose envoys have led 15 such "
            "talks.",
            "The United Atolls' envoys have led 15 such talks",
        ),
        (
            "Arland and Kestria, neither of which meets the goal, had argued for a longer period.",
            "Neither of Arland and Kestria meets the goal",
        ),
        (
            "Talks broke down after the poisoning of a former agent in Salm, for which Arland "
            "blamed Kestria.",
            "Arland blamed Kestria for the poisoning of a former agent in Salm",
        ),
        (
            "The firm will build a plant in Lowmere, where work is due to begin in the autumn.",
            "Work is due to begin in the autumn in Lowmere",
        ),
        (
            "A poll found that 54% were in favour, compared with 31% in 2021; fewer than one in "
            "five backed the new draft.",
            "Fewer than one in five backed the new draft",
        ),
        (
            "The charity cares for 900 patients. It had to lay off 11 staff. Its chief executive, "
            "Tom Bell, left.",
            "Tom Bell is the charity's chief executive",
        ),
    ],
)
def test_whose_it_is_in_longer_sentences(text: str, claim: str) -> None:
    assert claim in statements(text), statements(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Margit Vest, then the commissioner for trade, opened the inquiry in 2021.",
            "Margit Vest was the commissioner for trade",
        ),
        (
            "Born in Bradley in 1931, the son of a tram driver, he won a scholarship to Camford.",
            "He won a scholarship to Camford",
        ),
        (
            "The largest, Tether, was launched in 2014 and has 143bn in circulation.",
            "The largest was launched in 2014",
        ),
        (
            "A third of them hid in caves and under boats rather than go south.",
            "A third of them hid in caves and under boats rather than go south",
        ),
        (
            "Orlen and Alda, both of which are under investigation, have to pay.",
            "Both Orlen and Alda are under investigation",
        ),
        (
            "Plans are being drawn up in Arland, Spania and Kestria, where the president has "
            "called for a limit.",
            "The president has called for a limit in Kestria",
        ),
        (
            "The league has charged Eversham with a breach. If found guilty, it could be fined.",
            "If found guilty, it could be fined",
        ),
        (
            "The jet had been grounded in March because of a fault, records seen by the Echo show.",
            "The jet had been grounded in March because of a fault",
        ),
        (
            "Norvida said revenue rose 69% in May, even though it took a charge of $4bn.",
            "Norvida took a charge of $4bn",
        ),
        (
            "Hannah Dugan, 65, who has sat on the court since 2016, denies it.",
            "Hannah Dugan has sat on the court since 2016",
        ),
        (
            "It was taken following a visit of a Kestrian delegation headed by Musa Orr.",
            "A Kestrian delegation was headed by Musa Orr",
        ),
    ],
)
def test_of_whom_it_is_told(text: str, claim: str) -> None:
    assert claim in statements(text), statements(text)


def test_he_is_nobody_who_was_named_by_the_way() -> None:
    text = (
        "President Aleks Korsak received the envoys. The decision was taken after a visit of a "
        "delegation headed by Musa Otieno. Speaking of trade, he expressed regret at the ban."
    )
    assert not any(line.startswith("Musa Otieno expressed") for line in statements(text))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The king will receive him in October, the first such visit since 2004.", "October is"),
        (
            "Arland spends 4.7% of its output on defence, the highest share in the region.",
            "Defence is",
        ),
        (
            "Nowak, a historian and former boxer who narrowly won in June, has vetoed 13 bills.",
            "boxer has",
        ),
        ("Scotland's only lynx, a female named Cardrona, died overnight.", "Scotland's lynx"),
        ("After the war the state paid for 11,000 houses, all built to one plan.", "paid the war"),
        ("Two engineers went on trial in Kelda on Friday, accused of theft.", "Friday was"),
    ],
)
def test_nothing_is_told_of_what_stands_near_by_chance(text: str, wrong: str) -> None:
    assert not any(wrong in line for line in statements(text)), statements(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "It was good, said Miriam Cole of Wessel Digs, which has been at the site since 2023.",
            "Wessel Digs has been at the site since 2023",
        ),
        (
            "A jury found the firm liable for the deaths of two men, who were crushed in 2022.",
            "Two men were crushed in 2022",
        ),
    ],
)
def test_who_and_which_are_not_the_same(text: str, claim: str) -> None:
    assert claim in statements(text), statements(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "Parliament rejected a bill, a defeat for Minister Ann Prieto, who had backed it.",
            ("A bill is a defeat", "A bill had"),
        ),
        ("They argued that it would cost 24 million and hurt small firms.", ("They hurt",)),
        ("Prieto, a lawyer from Galicia, said she would bring it back in May.", ("bring Galicia",)),
    ],
)
def test_no_bill_and_no_place_is_meant(text: str, wrong: tuple[str, ...]) -> None:
    assert not any(w in line for w in wrong for line in statements(text)), statements(text)
