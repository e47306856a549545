"""Tags that stand in odd places, and the first person in what is quoted."""

from __future__ import annotations

import pytest

pytest.importorskip("onnxruntime")
pytest.importorskip("tokenizers")

from workbench.propose import propose


def stated(text: str, kind: str = "clause") -> list[str]:
    found = propose(text, engine="semantic", language="en", furniture=())
    return [c.statement for c in found if c.kind == kind]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "The blaze, which began in the cellar, spread to the roof, said Ivo Krall, a "
            "spokesman for the fire brigade.",
            "Ivo Krall said that the blaze, which began in the cellar, spread to the roof",
        ),
        (
            "The lender is in talks to sell its ships, two people familiar with the matter told "
            "the Courier.",
            "Two people familiar with the matter told the Courier that the lender is in talks to "
            "sell its ships",
        ),
    ],
)
def test_a_tag_is_found_behind_a_relative_clause_and_round_an_adjective(
    text: str, line: str
) -> None:
    assert stated(text, "attribution") == [line]
    assert not any("told the Courier" in s or s.startswith("The blaze said") for s in stated(text))


@pytest.mark.parametrize(
    "text",
    [
        "Ida Lund, who had left the party, said nothing.",
        "Ida Lund, who had worked there, wrote 212 cheques.",
    ],
)
def test_who_is_described_before_the_verb_is_its_subject(text: str) -> None:
    assert any(s.startswith("Ida Lund") and s.split()[-1] in text for s in stated(text))
    assert stated(text, "attribution") == []


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The bank has, the minister said, broken the law.", "The bank has broken the law"),
        ("The firm will, its chairman said, sell its ships.", "The firm will sell its ships"),
        ("The tower was, according to the police, empty.", "The tower was empty"),
    ],
)
def test_no_comma_is_left_between_a_helping_verb_and_its_verb(text: str, claim: str) -> None:
    assert claim in stated(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "“I rang Mrs Pell on the Monday and she told me the test was positive,” Mr Bray told "
            "the court.",
            "Pell told Bray the test was positive",
        ),
        (
            "“My doctor told me that the scan was clear,” Mr Ruud, 61, recalled.",
            "Ruud's doctor told him that the scan was clear",
        ),
    ],
)
def test_me_in_a_quotation_is_who_speaks(text: str, line: str) -> None:
    assert line in stated(text, "attribution")


def test_what_somebody_heard_or_saw_is_a_fact_and_what_they_know_is_not() -> None:
    heard = "“I heard two shots and saw a man run,” said Ines Falk."
    assert stated(heard) == ["Ines Falk heard two shots", "Ines Falk saw a man run"]
    assert stated("“I knew they would win,” said Ines Falk.") == []


def test_what_could_not_be_done_is_told_by_who_could_not() -> None:
    text = "“The samples were lost and we could not measure diet,” said Dr Ilse Sand."
    assert "We could not measure diet" in stated(text)
    assert stated("“We could measure diet,” said Dr Ilse Sand.") == []
