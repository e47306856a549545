"""What stands between commas, and what is neither said nor done though its words stand there."""

from __future__ import annotations

import pytest

from workbench import propose

pytest.importorskip("onnxruntime", reason="the extra semantic")


def told(text: str) -> dict[str, str | None]:
    """Who says each statement that the queue shows; None: nobody in the text."""
    found = propose(text, engine="semantic", language="en")
    return {c.statement: c.attributed_to for c in found if c.kind != "phrase"}


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("A former soldier, Mr Haas was elected in 2015.", "Mr Haas was elected in 2015"),
        ("A former soldier, Mr Haas was elected in 2015.", "Mr Haas is a former soldier"),
        (
            "Two brothers, Adam Deeb, 30, and Omar Deeb, 27, were jailed for life.",
            "Two brothers, Adam Deeb, 30, and Omar Deeb, 27, were jailed for life",
        ),
        ("The dog's owner, Carl Moss, 52, was fined £300.", "Carl Moss is the dog's owner"),
        (
            "The leader of the Reform Party, who was shot in the leg, is recovering.",
            "The leader of the Reform Party was shot in the leg",
        ),
        (
            "The driver of the lorry, a 52-year-old from Poland, was arrested.",
            "The driver of the lorry is a 52-year-old from Poland",
        ),
        (
            "Shares in the bank, Denmark's biggest lender, dropped 9%.",
            "The bank is Denmark's biggest lender",
        ),
        (
            "The blast came as the president, Joan Rask, was leaving the palace.",
            "Joan Rask was leaving the palace",
        ),
        (
            "More than 50 people, most of them women, have been arrested.",
            "More than 50 people have been arrested",
        ),
        (
            "Sir Ian Cole, head of MI5 until 2019, will lead the inquiry.",
            "Sir Ian Cole was head of MI5 until 2019",
        ),
        ("Mr Bade, mayor since 2016, is to resign.", "Mr Bade has been mayor since 2016"),
        ("The president, Ana Lukic, has signed the decree.", "Ana Lukic is the president"),
        (
            "The health minister, himself a doctor, urged people to stay at home.",
            "The health minister is himself a doctor",
        ),
        (
            "The river, once home to salmon and otters, has become an open sewer.",
            "The river was once home to salmon and otters",
        ),
        ("The hospital, opened in 1962, will be demolished.", "The hospital was opened in 1962"),
        ("The problem, she said, is a lack of money.", "The problem is a lack of money"),
        (
            "The treaty, which he said was void, was signed in 1998.",
            "The treaty was signed in 1998",
        ),
        (
            "It was the army, not the police, that fired first.",
            "The army fired first",
        ),
        (
            "He leaves a brother, Tom, with whom he ran the shop.",
            "He ran the shop with Tom",
        ),
        (
            "The company has 80 banks, of which more than 30 are owned by the state.",
            "More than 30 of the 80 banks are owned by the state",
        ),
        ("Bakers, many of whom work at night, want more.", "Many of the bakers work at night"),
        (
            "Detectives opened an inquiry after the body of a man was found in a canal.",
            "The body of a man was found in a canal",
        ),
        (
            "The bank said profits would fall and announced the closure of 40 branches.",
            "The bank announced the closure of 40 branches",
        ),
        (
            "Shares of Orbit outperformed those of its rivals, helped by strong demand.",
            "Shares of Orbit were helped by strong demand",
        ),
        ("The bomb killed Omar Saleh, a local commander.", "Omar Saleh was a local commander"),
        (
            "The deal, expected to close next year, is subject to approval.",
            "The deal is expected to close next year",
        ),
        (
            "It was a setback for the rocket, which the state hopes will fly in May.",
            "It was a setback for the rocket",
        ),
        ("She married only once, in 1952.", "She married only once, in 1952"),
    ],
)
def test_what_commas_part_is_told_of_the_right_thing(text: str, statement: str) -> None:
    assert statement in told(text)


@pytest.mark.parametrize(
    ("text", "untrue"),
    [
        ("The government neither confirmed nor denied it.", "The government denied it"),
        ("Rather than raising taxes, the state will borrow.", "The state raises taxes"),
        ("The ban will end once the virus has been beaten.", "The virus has been beaten"),
        ("The man is in court, as is his wife.", "The man is his wife"),
        ("No group said that it was behind the attack.", "It was behind the attack"),
        ("Nobody knows how many people died in the fire.", "How many people died in the fire"),
        ("Most goods imported from Arl face a tariff.", "Most goods were imported from Arl"),
        ("The rules apply to all airlines that fly there.", "All airlines fly there"),
        ("He apologised for what he called a mistake.", "He called a mistake"),
        ("It is the biggest leak we have ever had.", "We have ever had the biggest leak"),
        ("Rain is expected to spread east, causing delays.", "Rain causes delays"),
        (
            "The strike starts in May, meaning that trains stop.",
            "The strike means that trains stop",
        ),
        (
            "Sales fell to 8,000, compared with 11,000 in May.",
            "8,000 was compared with 11,000 in May",
        ),
        ("Others said so, but Arl has not.", "Arl has not"),
        ("Exports to Arl fell, while those to Kest rose in May.", "Those to Kest rose in May"),
        ("The drug had no effect on people who were ill.", "The drug had no effect on people"),
        ("No firm has done more to change it.", "No firm has done more"),
        ("Drinking water before eating a meal reduces hunger.", "Drinking water eats a meal"),
        ("The firm will buy Tevo, a deal that would create 300 jobs.", "Tevo is a deal"),
        (
            "They met in Geneva, their first talks since May.",
            "Geneva is their first talks since May",
        ),
        ("It reported 20 cases on Monday, bringing the total to 90.", "It brought the total to 90"),
        ("Sales fell in May, suggesting that people save more.", "People save more"),
        ("Rumours had spread that the vaccine caused fever.", "The vaccine caused fever"),
        ("There is no evidence to conclude that he had lied.", "He had lied"),
        ("She called it “a betrayal that shamed the nation”.", "A betrayal shamed the nation"),
        ("The army struck a site it said was used as a store.", "The army was used as a store"),
        ("Phones will no longer be allowed in class.", "Phones will be allowed in class"),
        ("The mayor declared the search over, two days after it.", "The mayor declared the search"),
    ],
)
def test_what_is_not_stated_is_no_claim(text: str, untrue: str) -> None:
    assert untrue not in told(text)


@pytest.mark.parametrize(
    ("text", "statement", "speaker"),
    [
        ("Two buses collided near Arl, but no injuries were reported.",
         "Two buses collided near Arl", None),
        ("Oil fell to $60; analysts warned of a glut.", "Oil fell to $60", None),
        ("The ministry said 12 soldiers had died; the rebels put the figure at 40.",
         "The rebels put the figure at 40", None),
        ("The ministry said 12 soldiers had died; the rebels put the figure at 40.",
         "12 soldiers had died", "The ministry"),
        ("Aspirin does little good, a study has found.", "Aspirin does little good", "A study"),
        ("It was revealed that the mayor had lied.", "The mayor had lied", None),
        ("Norsund will close two mines, it said.", "Norsund will close two mines", "Norsund"),
        ("Officers are looking for a driver who witnesses said fled the scene.",
         "A driver fled the scene", "witnesses"),
        ("The company, which regulators say misled its customers, declined to comment.",
         "The company misled its customers", "regulators"),
        ("Doctors told Tom that he might lose his leg, but six months later he was running again.",
         "Six months later Tom was running again", None),
        ("Anna Belling told the jury that the nurse had befriended Moss and asked for £5,000.",
         "The nurse asked for £5,000", "Anna Belling"),
        ("The judge told Moss that he had lied and ordered him to pay costs.",
         "The judge ordered Moss to pay costs", None),
        ("The minister said taxes would fall, while spending would rise.",
         "Spending would rise", "The minister"),
        ("The inquest was told that Mrs Abara had asked for a doctor.",
         "Mrs Abara had asked for a doctor", "The inquest"),
        ("A jury heard that Ann Oe had stolen £400.", "Ann Oe had stolen £400", "A jury"),
        ("The judge told him he had shown no remorse and sentenced him to a year in prison.",
         "The judge sentenced him to a year in prison", None),
        ("Fiona Galt said trading in May had been good, but cautioned that costs were high.",
         "Costs were high", "Fiona Galt"),
        ("Fishermen say they catch fewer cod, though scientists have found no decline.",
         "Scientists have found no decline", None),
    ],
)  # fmt: skip
def test_who_says_it(text: str, statement: str, speaker: str | None) -> None:
    found = told(text)
    assert statement in found
    assert found[statement] == speaker
