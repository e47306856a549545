"""What a speaker goes on to say, what is foretold, and what somebody learnt."""

from __future__ import annotations

import pytest

pytest.importorskip("onnxruntime")
pytest.importorskip("tokenizers")

from workbench.propose import Candidate, propose
from workbench.propose.semantic.added import part_added
from workbench.propose.tree.tokens import tokenize


def found(text: str) -> list[Candidate]:
    made = propose(text, engine="semantic", language="en", furniture=())
    return [c for c in made if c.kind != "phrase"]


def statements(text: str, kind: str = "clause") -> list[str]:
    return [c.statement for c in found(text) if c.kind == kind]


def test_what_is_added_is_said_by_the_same_speaker() -> None:
    text = "“We have paid the bills,” said Ruth Oduya, adding that work was going on at two sites."
    assert statements(text, "attribution") == [
        "Ruth Oduya said: “We have paid the bills”",
        "Ruth Oduya added that work was going on at two sites",
    ]
    said = {c.statement: c.attributed_to for c in found(text) if c.kind == "clause"}
    assert said["Work was going on at two sites"] == "Ruth Oduya"


def test_a_quotation_that_is_added_leaves_what_was_said_before_it() -> None:
    text = 'The harbour board said it was taking legal advice, adding: "We have 40 lawyers."'
    assert statements(text, "attribution") == [
        "The harbour board said it was taking legal advice",
        "The harbour board added: “We have 40 lawyers”",
    ]
    assert "The harbour board was taking legal advice" in statements(text)


def test_all_that_is_added_goes_with_its_own_subject() -> None:
    text = (
        "Ann Oe argued for a fine, saying that her client had no record, had repaid £900 "
        "and was ill."
    )
    assert statements(text)[1:] == [
        "Ann Oe's client had no record",
        "Ann Oe's client had repaid £900",
        "Ann Oe's client was ill",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The board closed the pool, adding that it would reopen.",  # nobody is told to speak
        "“He came, adding that he was late,” she said.",  # inside the quotation
        "He said he would come, adding to the crowd.",
    ],
)
def test_what_is_not_added_to_a_saying_stays(text: str) -> None:
    tokens = tokenize(text, 0, len(text))
    assert part_added(tokens, inside=False) == (tokens, None)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The forecast warned that the river could rise by two metres.",
         "The river could rise by two metres"),
        ("The town had drawn up a second plan, which would have closed the street.",
         "A second plan would have closed the street"),
        ("Visitors were let into the tower at noon.", "Visitors were let into the tower at noon"),
        ("Prosecutors allege that Bram Hale broke into the school in May.",
         "Bram Hale broke into the school in May"),
        ("The clerk noticed that three letters had been opened.", "Three letters had been opened"),
        ("That night, 30 men reached the bridge.", "That night, 30 men reached the bridge"),
        ("The union said in a statement that it was reviewing the deal.",
         "The union was reviewing the deal"),
        ("The company added that 85% of the shops in its chain pay no rent.",
         "85% of the shops in the company's chain pay no rent"),
        ("The Tern Dockers Union, which represents a third of the staff, learned of it by radio.",
         "The Tern Dockers Union represents a third of the staff"),
        ("Three of its nine wagons derailed and a fourth rolled into a ditch.",
         "Three of its nine wagons derailed"),
        ("Police say the van hit a bus, having missed the turn.", "The van had missed the turn"),
    ],
)  # fmt: skip
def test_it_is_a_claim(text: str, claim: str) -> None:
    assert any(c.lower() == claim.lower() for c in statements(text)), statements(text)


@pytest.mark.parametrize(
    "text",
    [
        "Let us hope that somebody was listening.",
        "Let's have some honesty.",
        "He said it could be worse.",
        "Failing kidneys cause tiredness, in which case the naps would be a consequence.",
        "A petition signed by 8,400 people.",
        "The town had no second plan, which would have closed the street.",
    ],
)
def test_it_is_none(text: str) -> None:
    first = ("Failing kidneys", "The town had no")
    told = [s for s in statements(text) if not s.startswith(first)]
    assert told == []


def test_an_impersonal_it_is_nobody() -> None:
    text = "The ministry met the envoys. It was stressed that trade had grown by 4%."
    made = propose(text, engine="semantic", language="en", furniture=())
    assert not any("ministry was stressed" in c.statement for c in made)


def test_no_piece_says_the_opposite() -> None:
    text = "He said that she had never patented the lamp that she built in 1968."
    made = propose(text, engine="semantic", language="en", furniture=())
    told = [c.statement for c in made if "patented" in c.statement]
    assert told and all("never patented" in line for line in told)
