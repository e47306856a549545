"""Who is meant: what follows a pronoun, what is quoted, "others", "the men", three of its ships."""

from __future__ import annotations

import pytest
from stated import statements

pytest.importorskip("onnxruntime", reason="the extra semantic")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Ann Lund leads the port. In her first interview in the post, Kira Moss even touched "
            "upon the strike.",
            "In her first interview in the post, Kira Moss even touched upon the strike",
        ),
        (
            "The judge is Mary Coyle. Upon hearing the news that she would be going on to the "
            "final, Ann Pell offered her seat to Karl Moss.",
            "Upon hearing the news that she would be going on to the final, Ann Pell offered her "
            "seat to Karl Moss",
        ),
        (
            "Tom Moss shared a film in May. The actor showed a film of his wife getting her first "
            "scan.",
            "The actor showed a film of his wife getting her first scan",
        ),
        (
            "Anna Lund voted for Ben Coyle. A former Karl Moss supporter, she is a voter back on "
            "the market since his departure from the race.",
            "Anna Lund is a voter back on the market since his departure from the race",
        ),
        (
            "The state renewed the temporary licence on Monday. It is the third 90-day extension "
            "of the licence.",
            "It is the third 90-day extension of the licence",
        ),
        ("Carl Moss said he is proud of the team.", "Carl Moss is proud of the team"),
        (
            "Troops fired on crowds in Corran. Pictures of casings left on the ground indicate "
            "that they used live rounds.",
            "Troops used live rounds",
        ),
        (
            "The bank renewed its licence. It is the largest lender in the city.",
            "The bank is the largest lender in the city",
        ),
        (
            "Tom Dunn resigned in May. In his absence, Carl Moss ran the club.",
            "In Tom Dunn's absence, Carl Moss ran the club",
        ),
        (
            "Anna Dunn and Kim Lund met in May. When Ann Lund met her husband, he was a nurse.",
            "Ann Lund met her husband",
        ),
    ],
)
def test_what_the_sentence_tells(text: str, claim: str) -> None:
    assert claim in statements(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Finance minister Ben Nassar said he was moved. The move was announced by Secretary "
            "of State Carl Mossley. Mossley said he trusted the court.",
            "Carl Mossley trusted the court",
        ),
        (
            "Dan Lund has largely been quiet, but the even wealthier Mark Coyle has drawn crowds "
            "as he steps toward a run of his own.",
            "The even wealthier Mark Coyle has drawn crowds as he steps toward a run of his own",
        ),
        (
            "Norvik has had a place in his heart since 1984, Carl Moss said, ever since he did an "
            "internship at the company.",
            "Carl Moss did an internship at the company",
        ),
        (
            "The announcement is the latest in a series of moves by Dunn's administration. "
            "Analysts say it will further embolden the movement.",
            "The announcement will further embolden the movement",
        ),
        (
            "Marsh fever is known for its effects on the lungs, as it causes dangerous infections.",
            "Marsh fever causes dangerous infections",
        ),
        (
            "Carl Moss was voted off. The exit came in light of Moss's announcement that his wife, "
            "Kim, had been hurt.",
            "Carl Moss's wife, Kim, had been hurt",
        ),
        (
            "“We had some issues. We had some service problems that did not make me feel good,” "
            "Karl Moss, Norvik's chairman, said on Tuesday.",
            "Norvik had some service problems that did not make me feel good",
        ),
    ],
)
def test_who_is_meant(text: str, claim: str) -> None:
    assert claim in statements(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Karl Moss and Tom Lund were seized in 2016. The men were flown out of Corran, "
            "according to a police source. Their release came after a deal.",
            "According to a police source, Karl Moss and Tom Lund were flown out of Corran",
        ),
        (
            "Karl Moss and Tom Lund were seized in 2016. The men were flown out of Corran. Their "
            "release came after a deal.",
            "Karl Moss and Tom Lund's release came after a deal",
        ),
        (
            "Karl Moss and Tom Lund were seized in 2016. Both men claimed that they were being "
            "treated well.",
            "Karl Moss and Tom Lund were being treated well",
        ),
        (
            "Karl Moss and Tom Lund were seized in 2016. The guards shot two men. The men had "
            "robbed a bank.",
            "The men had robbed a bank",
        ),
        ("Ann Moss and Tom Lund were seized. The men were freed.", "The men were freed"),
        (
            "Some local senators worry about the trial. Others fear that it could hurt their "
            "party.",
            "Other local senators fear that it could hurt their party",
        ),
        (
            "Karl Moss met Tom Lund at a fair. They both wept.",
            "Karl Moss and Tom Lund both wept",
        ),
        (
            "Cory Dunn, Ann Pell and Andrew Yates are the only members who voted for it. They "
            "left in May.",
            "Cory Dunn, Ann Pell and Andrew Yates left in May",
        ),
        (
            "The firm sacked the only nurses who had seen it. They were paid in May.",
            "They were paid in May",
        ),
        ("Some local fans wept and others cheered.", "Other local fans cheered"),
        ("The mayor left. Others stayed.", "Others stayed"),
        ("Some fans and players left. Others stayed.", "Others stayed"),
    ],
)
def test_several_who_were_named(text: str, claim: str) -> None:
    assert claim in statements(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The rebels swapped two hostages for three of their commanders held by the army.",
            "Three of the rebels' commanders were held by the army",
        ),
        (
            "It raises questions about the futures of some of the club's star players, including "
            "Lee Park, who have praised Moss.",
            "Some of the club's star players have praised Moss",
        ),
        (
            "Six of the firm's lorries, which were built in 1990, caught fire.",
            "Six of the firm's lorries were built in 1990",
        ),
        ("Police arrested two of the men who robbed the bank.", "The men robbed the bank"),
        ("Most of the workers hired in May left.", "The workers were hired in May"),
        ("One of its buses, which was full, crashed.", "One of its buses crashed"),
    ],
)
def test_no_more_than_are_told_of(text: str, claim: str) -> None:
    assert claim in statements(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Trader Karl Moss testified. “Envoy Tom Lund replied that ‘He is going to do it,’” "
            "Moss told the panel.",
            "Tom Lund is going to do it",
        ),
        (
            "Images of casings left on the ground indicate that they used live rounds.",
            "Images of casings left on the ground used live rounds",
        ),
        (
            "Cars and Moss’s boats are the only goods on sale that have not yet been seen by any "
            "of the buyers of the port. They are new.",
            "The only goods are new",
        ),
    ],
)
def test_who_is_not_meant(text: str, claim: str) -> None:
    assert claim not in statements(text)
