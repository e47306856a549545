"""The base engine on sentences of each construction."""

from __future__ import annotations

import pytest

from workbench.propose import Candidate, propose


def found(text: str) -> list[Candidate]:
    """All candidates that the queue shows."""
    return [c for c in propose(text, engine="rules", language="en") if c.kind != "phrase"]


def statements(text: str) -> list[str]:
    return [c.statement for c in found(text) if c.kind == "clause"]


def test_coordinated_verbs_share_their_subject() -> None:
    text = "The NATO-Russia Council was revived in 2016 and met regularly until 2019."
    first, second = found(text)
    assert first.quote == "The NATO-Russia Council was revived in 2016"
    assert second.quote == "met regularly until 2019"
    assert second.statement == "The NATO-Russia Council met regularly until 2019"
    assert [text[a:b] for a, b in second.parts] == ["The NATO-Russia Council", second.quote]
    assert second.sentence == text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Ministers praised the Corvane forum, which was set up in 2004 but has not met since.",
            ["Ministers praised the Corvane forum", "The Corvane forum was set up in 2004",
             "The Corvane forum has not met since"],
        ),
        (
            "Jens Lund, the alliance's secretary-general, met the mayor on Monday.",
            ["Jens Lund met the mayor on Monday", "Jens Lund is the alliance's secretary-general"],
        ),
        (
            "The bomb exploded near the station, killing four people and injuring 20.",
            ["The bomb exploded near the station", "The bomb killed four people",
             "The bomb injured 20"],
        ),
        ("If the dam fails, the town will flood.", ["If the dam fails, the town will flood"]),
        (
            "The men were questioned and released on Friday.",
            ["The men were questioned", "The men were released on Friday"],
        ),
        (
            "The foundation will restore the hall and open a museum in 2026.",
            ["The foundation will restore the hall", "The foundation will open a museum in 2026"],
        ),
        ("The firm has never paid the fine.", ["The firm has never paid the fine"]),
        ("It was the mayor who sold the land.", ["It was the mayor who sold the land"]),
        (
            "The club opened in May 2012 in Derby, Ohio, and closed on June 3, 2019.",
            ["The club opened in May 2012 in Derby, Ohio", "The club closed on June 3, 2019"],
        ),
        (
            "Two sheds stand in the yard, which the city bought in 2017 and divided into 48 lots.",
            ["Two sheds stand in the yard", "The city bought the yard in 2017",
             "The city divided the yard into 48 lots"],
        ),
        (
            "Ann Hale, a former judge who took over the office in 2020, will leave in May.",
            ["Ann Hale will leave in May", "Ann Hale is a former judge",
             "Ann Hale took over the office in 2020"],
        ),
        (
            "Ann Hale, who led the study and whose mother was a nurse, left in May.",
            ["Ann Hale left in May", "Ann Hale led the study", "Ann Hale's mother was a nurse"],
        ),
        (
            "The tank, through which 40,000 litres leaked every day, was sold in May.",
            ["The tank was sold in May", "40,000 litres leaked every day through the tank"],
        ),
        (
            "The firm was ordered to open its store within a year and to pay a fine.",
            ["The firm was ordered to open its store within a year",
             "The firm was ordered to pay a fine"],
        ),
        (
            "Had the vote been tied, the motion would have fallen.",
            ["Had the vote been tied, the motion would have fallen"],
        ),
        (
            "Two engineers were given suspended sentences and fined 40,000 dollars each.",
            ["Two engineers were given suspended sentences",
             "Two engineers were fined 40,000 dollars each"],
        ),
        (
            "Flu cases rose to 8,200 in May, twice as many as a year before.",
            ["Flu cases rose to 8,200 in May"],
        ),
        (
            "More than 12,000 people fled as the river burst its banks, sweeping away two bridges.",
            ["More than 12,000 people fled as the river burst its banks",
             "The river swept away two bridges"],
        ),
        (
            "The firm, now owned by a bank, agreed in 2020 to pay.",
            ["The firm agreed in 2020 to pay", "The firm is now owned by a bank"],
        ),
        (
            "The hall cannot be sold, and those who were ill were left out.",
            ["The hall cannot be sold", "Those who were ill were left out"],
        ),
    ],
)  # fmt: skip
def test_statements(text: str, wanted: list[str]) -> None:
    assert sorted(statements(text)) == sorted(wanted)


@pytest.mark.parametrize(
    "text",
    [
        "Will the minister resign?",
        "I think we can hope that relations will improve.",
        "The senator should resign.",
        "Stop the cuts now!",
        "We hope that the talks will succeed.",
        "We will make every effort to win.",
        "This is a disgrace.",
        "“Who will pay for the hall?” asked its owner, Ann Hale.",
    ],
)
def test_no_clause_from_questions_hopes_and_wishes(text: str) -> None:
    assert statements(text) == []


def test_said_and_saying_are_two_claims() -> None:
    saying, said = found("Anna Berg said that the van had been stolen.")
    assert (saying.kind, saying.statement) == (
        "attribution",
        "Anna Berg said that the van had been stolen",
    )
    assert (said.kind, said.attributed_to) == ("clause", "Anna Berg")
    assert said.statement == "The van had been stolen"


@pytest.mark.parametrize(
    "text",
    [
        "“The van was stolen,” Anna Berg said on Monday.",
        "“The van was stolen,” said Anna Berg on Monday.",
        'Anna Berg said: "The van was stolen."',
        "“The van,” Anna Berg said, “was stolen.”",
        "The van was stolen, Anna Berg said.",
        "According to Anna Berg, the van was stolen.",
        "The van was stolen, according to Anna Berg.",
    ],
)
def test_every_form_of_reported_speech(text: str) -> None:
    candidates = found(text)
    assert [c.statement for c in candidates if c.kind == "clause"] == ["The van was stolen"]
    assert [c.attributed_to for c in candidates if c.kind == "clause"] == ["Anna Berg"]
    assert [c.kind for c in candidates].count("attribution") == 1


def test_a_quotation_goes_on_over_sentences() -> None:
    text = "“The van was stolen,” Anna Berg said. “The keys were lost.”"
    assert [(c.statement, c.attributed_to) for c in found(text) if c.kind == "clause"] == [
        ("The van was stolen", "Anna Berg"),
        ("The keys were lost", "Anna Berg"),
    ]


def test_pronoun_is_filled_in_only_where_one_person_can_be_meant() -> None:
    sure = "Ines Faro joined the party in 1998. She has led it since 2016."
    assert statements(sure)[1] == "Ines Faro has led it since 2016"
    open_ = "Ines Faro met Ruth Amsel in 1998. She has led the party since 2016."
    assert statements(open_)[1] == "She has led the party since 2016"
    assert found(sure)[1].quote == "She has led it since 2016"


def test_condition_is_never_dropped() -> None:
    text = "The mine will close in May unless the strike ends, the union said."
    (claim,) = [c for c in found(text) if c.kind == "clause"]
    assert claim.statement == "The mine will close in May unless the strike ends"
    assert claim.attributed_to == "The union"


def test_nothing_comes_from_furniture() -> None:
    text = "The road reopened in May.\n\nREAD MORE: The tunnel opened in June.\n\nIt rained."
    start = text.index("READ MORE")
    end = text.index("\n\nIt")
    candidates = propose(text, engine="rules", furniture=[(start, end, "link")])
    assert candidates
    assert not any(c.start < end and c.end > start for c in candidates)


def test_dateline_is_no_part_of_the_claim() -> None:
    first = found(
        "KELDA (NorNews) - The bank raised its rate on Thursday, to the surprise of all."
    )[0]
    assert first.quote.startswith("The bank")


def test_attribution_by_pronoun_gets_the_name() -> None:
    text = "Mayor Nils Aker sold the hall in 2020. He said the roof had fallen in."
    saying = next(c for c in found(text) if c.kind == "attribution")
    assert saying.statement == "Nils Aker said the roof had fallen in"


def test_pieces_of_a_clause_are_phrases_and_no_span_comes_twice() -> None:
    text = "The film was shown in Kell on Monday and in Derwick on Friday, Anna Berg said."
    candidates = propose(text, engine="rules", language="en")
    phrases = [c.statement for c in candidates if c.kind == "phrase"]
    assert "The film was shown in Kell" in phrases
    spans = [(c.start, c.end) for c in candidates]
    assert len(spans) == len(set(spans))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Ann Berg said that the van had been stolen and that the keys were lost.",
            ["The van had been stolen", "The keys were lost"],
        ),
        (
            "Ann Berg told reporters the van had been stolen.",
            ["The van had been stolen"],
        ),
        (
            "“The van was stolen,” Ann Berg said, adding that the keys were lost.",
            ["The van was stolen", "The keys were lost"],
        ),
        (
            "“The van was stolen. The keys were lost,” said Ann Berg, a nurse who saw it.",
            ["The van was stolen", "The keys were lost"],
        ),
        (
            "Ann Berg pointed out that the van would be replaced by May.",
            ["The van would be replaced by May"],
        ),
    ],
)
def test_all_that_was_said_is_attributed(text: str, wanted: list[str]) -> None:
    said = [c for c in found(text) if c.kind == "clause" and c.attributed_to == "Ann Berg"]
    assert [c.statement for c in said] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "“If it worked for one ward, that would be wonderful,” Ann Oe said.",
        "“I’d love the town to keep it,” Ann Oe said.",
        "“I hope that the talks will succeed,” Ann Berg said.",
        "Ann Berg said that the talks must go on.",
        "“I am convinced that the door should stay open,” Ann Berg said.",
    ],
)
def test_who_hopes_or_demands_makes_no_claim(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The mill has debts. It was sold in May.", "The mill was sold in May"),
        ("Two nurses left. They had worked at night.", "Two nurses had worked at night"),
        ("The mill was bought by Norlake. It paid 3 million.", "Norlake paid 3 million"),
        ("The firm said it would pay 3 million.", "The firm would pay 3 million"),
        ("The union met in May. Its leader left in June.", "The union's leader left in June"),
        ("The city has 40 shops. Two thirds of them sell books.",
         "Two thirds of the shops sell books"),
        ("“I was elected by 61 votes,” said Ann Berg.", "Ann Berg was elected by 61 votes"),
    ],
)  # fmt: skip
def test_what_a_pronoun_stands_for(text: str, wanted: str) -> None:
    assert wanted in statements(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mill has debts. It was clear that the roof had fallen in.",
        "The mill has debts. It was the mayor who sold the land.",
        "The mill has debts. It rained in May.",
        "Ines Faro met Ruth Amsel. She left in May.",
    ],
)
def test_a_pronoun_that_may_stand_for_something_else_is_left(text: str) -> None:
    assert not any(s.startswith(("The mill", "Ines", "Ruth")) for s in statements(text)[1:])


def test_items_below_a_colon_are_claims_and_other_short_lines_are_not() -> None:
    text = (
        "The council decided on three points in the night of Monday to Tuesday:\n\n"
        "• The pool closes on 4 March\n• The library gets 3 million crowns\n\n"
        "The mayor was absent from the vote on the budget.\n\nThe pool closes"
    )
    assert statements(text)[:2] == [
        "The pool closes on 4 March",
        "The library gets 3 million crowns",
    ]
    assert "The pool closes" not in statements(text)


def test_items_of_a_list_are_claims_where_they_are_clauses() -> None:
    text = (
        "The board published its plans on Monday. They say:\n"
        "– The pool closes on 4 March\n– The library gets 3 million crowns\n\n"
        "The agency has:\n– treated 40 people\n– opened two wards\n"
    )
    found = [c.statement for c in propose(text, engine="rules") if c.kind == "clause"]
    assert "The pool closes on 4 March" in found
    assert "The library gets 3 million crowns" in found
    assert not any(s == "treated 40 people" or s == "opened two wards" for s in found)
