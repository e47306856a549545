"""Statements of the rules on word lists that would be untrue to the text."""

from __future__ import annotations

import pytest

from workbench.propose import propose


def statements(text: str) -> list[str]:
    found = propose(text, engine="rules", language="en", furniture=())
    return [c.statement for c in found if c.kind != "phrase"]


def test_a_denied_infinitive_stays_denied() -> None:
    found = statements("The firm, choosing not to appeal, paid a fine of $4m.")
    assert "The firm chose not to appeal" in found


def test_a_wish_of_the_speaker_is_no_claim() -> None:
    text = (
        "A member of the board, wishing not to be named, said the dam had been ready since March."
    )
    assert not [s for s in statements(text) if "wish" in s]


@pytest.mark.parametrize(
    ("text", "tail"),
    [
        ("“There are holes in my ward,” he said, to laughter from the gallery.", "laughter"),
        ("“You stole from the dying,” Nakata told her, pausing before he went on.", "pausing"),
        ("“My son left the farm in May,” he says, and wades off to the gate.", "wades"),
    ],
)
def test_what_follows_the_tag_was_not_said(text: str, tail: str) -> None:
    found = statements(text)
    assert found
    for line in found:
        opened = line.find("“")
        assert opened < 0 or tail not in line[opened:], line
    assert not [line for line in found if line.startswith(("There", "My", "You")) and tail in line]


def test_it_is_not_what_speaks_of_it() -> None:
    text = (
        "The board runs three plants. It paid $4m to them last year, according to its own report."
    )
    found = statements(text)
    assert not [s for s in found if s.lower().startswith("its own report paid")]


def test_a_question_word_order_is_no_statement() -> None:
    found = statements("The dam was approved before anyone had planned how water would get there.")
    assert found
    assert not [s for s in found if s.startswith("Anyone")]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "“It was late,” said Dr Ilse Tarn, a physicist at the University of Ley, who led it.",
            "Dr Ilse Tarn led it",
        ),
        (
            "Cllr Bram Oduya (Con, Easby Moor), who was in charge until May, warned of the cost.",
            "Cllr Bram Oduya was in charge until May",
        ),
        (
            "Dr Amadi Orr, the agency's head of mission in Dorro, who returned on Saturday, left.",
            "Dr Amadi Orr returned on Saturday",
        ),
        (
            "The mayor of Lowmere, who took office in May, left.",
            "The mayor of Lowmere took office in May",
        ),
        (
            "Gas flows through two pipes, one of which has been shut since August.",
            "One of the two pipes has been shut since August",
        ),
        (
            "It followed 80 adults in Arl and Kest, none of whom had been ill.",
            "None of the 80 adults had been ill",
        ),
        (
            "Two of the guards, both of whom still work there, settled in 2020.",
            "Both of the guards still work there",
        ),
        (
            "Arland and Kestria, neither of which meets the goal, had argued for more time.",
            "Neither of Arland and Kestria meets the goal",
        ),
        (
            "Two men were held, neither of whom was known to the police.",
            "Neither of the two men was known to the police",
        ),
        (
            "She learned to draw from her brother’s books, and at 19 was taken on by the board.",
            "She at 19 was taken on by the board",
        ),
        (
            "Shares in Holm Bryggeri, which had gained a fifth this year, fell on Monday.",
            "Shares in Holm Bryggeri had gained a fifth this year",
        ),
        (
            "According to the ministry, which called it urgent in May, 480 doses were sent.",
            "480 doses were sent",
        ),
        (
            "The brewer closed its plant in May, decisions that its board put down to costs.",
            "The brewer closed its plant in May",
        ),
        ("He fears for a house in Kell, which has 400 people.", "Kell has 400 people"),
        (
            "The keeper, whose contract at Sundby ends in June, has been fined.",
            "The keeper's contract at Sundby ends in June",
        ),
        (
            "The surveys, the last of which dates from 2011, were lost.",
            "The last of the surveys dates from 2011",
        ),
        (
            "It took a charge of 4 million crowns in the third quarter, half of which was paid.",
            "Half of the charge of 4 million crowns was paid",
        ),
        (
            "The work was paid for by Pulsa, which the authors say had no role in it.",
            "Pulsa had no role in it",
        ),
        (
            "Sales fell because of new tariffs that Brodal said had cost the group 7 million.",
            "New tariffs had cost the group 7 million",
        ),
        (
            "The town paid for a new pool, which opened in May and employs about 30 people.",
            "A new pool employs about 30 people",
        ),
        (
            "The brewer said it will cut 40 jobs and close one of its plants.",
            "The brewer will close one of its plants",
        ),
    ],
)
def test_a_relative_clause_has_the_noun_that_it_is_about(text: str, claim: str) -> None:
    assert claim in statements(text), statements(text)


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
    ],
)
def test_a_counted_subject_says_whose_part_it_is(text: str, claim: str) -> None:
    assert claim in statements(text), statements(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The pass was closed in May. It will stay shut, the Roads Agency says.",
            "The pass will stay shut",
        ),
        (
            "The panel found that the union had erred when it suspended the club in May.",
            "The union suspended the club in May",
        ),
        (
            "Peat makes up 3% of the land, yet it emits a third of the gas, according to a study.",
            "Peat emits a third of the gas",
        ),
        (
            "Its master, Ewan Tarrie, told the court he had slept for three hours.",
            "Ewan Tarrie had slept for three hours",
        ),
        (
            "Mark Ober spoke first. For her part, Helena Brand announced a loan of 7 million.",
            "For her part, Helena Brand announced a loan of 7 million",
        ),
    ],
)
def test_a_pronoun_goes_on_with_what_was_told_of(text: str, claim: str) -> None:
    assert claim in statements(text), statements(text)


def test_a_denial_is_no_tag() -> None:
    text = "Velik was accused of having fuelled hatred before the attack, something he denies."
    assert not any("denies that" in line for line in statements(text))


@pytest.mark.parametrize(
    "text",
    [
        "Talks broke down after the killing of an agent in Salm, for which Arland blamed Kest.",
        "The deal ends as the ministry, under whose eye the police have been, changes its mind.",
        "The crash happened at dawn as the train left Kell. Two of its cars fell on their side.",
        "Corrin, most of whose 900 people live by the sea, blames the dredging.",
        "The storm grew faster than its models had said. More than 190 of them had been lost.",
    ],
)
def test_no_clause_gets_a_noun_that_is_not_its_own(text: str) -> None:
    wrong = ("blamed Kest for Salm", "ministry's eye", "of its models", "900", "crash's")
    assert not [s for s in statements(text) if any(w in s for w in wrong)]
