"""Sympathy, thanks, slogans and appeals give no claim; deeds and rules in like words do."""

import pytest

from workbench.propose import propose
from workbench.propose.set_phrases import exhorts, says_no_fact

TALK = """
“Our thoughts and prayers are with the family at this hard time,” said Inspector Jo Hale.
Our hearts go out to all of them.
“Our thanks go to the parish,” Mair Pugh said.
“We send our deepest condolences to his wife and children,” the club said.
“We would like to thank the crews for all they did,” Mr Cole said.
“We apologise for any inconvenience caused,” a spokeswoman said.
“We call on the ministers to release them,” the group said.
“We ask that you keep them in your prayers,” the chief said.
“Enough is enough,” said the head of the union.
“God bless Ostrel,” he told the crowd.
“If only we had listened,” said the engineer.
“It's time for him to go,” said one backbencher.
“We need answers,” said the widow.
“What I want to know is why nobody told us,” said Karen Bly.
Ida Lund called on both sides to come to their senses.
There must be an inquiry.
The world must act now.
Only time will tell.
It remains to be seen whether the plan will work.
Drivers are urged to check their cameras and call the police, quoting reference 41 of 6 May.
Job seekers are advised to report such calls.
“Where was the guard?” one shopper wanted to know.
This comes as talks about the bridge go on.
The question is who pays for the bridge.
“The proof’s in the pudding,” the designer said.
Four years is a long time.
“We all miss Steve so much,” Mr Cole said.
“There will be a time when nobody buys tickets,” Mair Pugh said.
""".strip().splitlines()

DEEDS = """
The council urged drivers to avoid the bridge.
The union called on the minister to resign on Monday.
The mayor thanked the 400 volunteers who had searched for the girl.
“We apologised to the family on Monday,” the trust said.
“We need 40 more nurses,” said the director of the hospital.
There must be two doctors on each ward.
The move came after eleven hours of talks.
The question of the bridge is to be settled by a judge in May.
Four years passed before the bridge was opened.
We all missed the train that left at 8.14 on Monday.
May is the driest month in the valley.
The Lord Mayor opened the bridge on Monday.
Never again did the club win the league.
Ministers were asked to approve the deal on Friday.
Drivers are urged to avoid the bridge, which was built in 1911.
The bank asked the regulator to leave it in peace.
“Our thoughts are with the family, and the plant will stay shut until May,” Jo Hale said.
""".strip().splitlines()


@pytest.mark.parametrize("engine", ["rules", "semantic"])
@pytest.mark.parametrize("text", TALK)
def test_set_words_give_no_claim(text: str, engine: str) -> None:
    found = propose(text, engine=engine, language="en")
    assert not [c.statement for c in found if c.kind != "phrase"]


@pytest.mark.parametrize("text", DEEDS)
def test_deeds_in_like_words_give_claims(text: str) -> None:
    found = propose(text, engine="semantic", language="en")
    assert [c.statement for c in found if c.kind != "phrase"]
    assert not any(says_no_fact(c) for c in found if c.kind == "attribution")


@pytest.mark.parametrize(
    ("statement", "direct", "asked"),
    [
        ("The line must not be cut off", True, True),
        ("The line must not be cut off", False, True),
        ("Drivers must pay more", True, True),
        ("Drivers must pay more", False, False),
        ("Every driver must pay the charge from 1 May", True, False),
        ("The ship must leave the port within a day", True, False),
        ("The result should have been passed on", True, False),
        ("A report that he should go was burnt", True, False),
    ],
)
def test_what_is_only_asked_for(statement: str, direct: bool, asked: bool) -> None:
    assert exhorts(statement, direct=direct) is asked


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("“The line must not be cut off,” the minister said on Monday in Ostrel.", False),
        ("“The dam must be rebuilt by 2027,” the court said.", True),
        ("The regulator must approve the charges.", True),
    ],
)
def test_a_demand_that_somebody_makes_is_no_claim(text: str, kept: bool) -> None:
    found = propose(text, engine="semantic", language="en")
    assert bool([c for c in found if c.kind == "clause"]) is kept
