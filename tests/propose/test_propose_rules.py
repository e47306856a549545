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
