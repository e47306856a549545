"""What "he", "it", "they", "its" and "the company" are written as, and where they stay."""

from __future__ import annotations

import pytest

pytest.importorskip("onnxruntime")
pytest.importorskip("tokenizers")

import numpy as np

from workbench.propose import propose
from workbench.propose.semantic.weighing import picked


def statements(text: str) -> list[str]:
    found = propose(text, engine="semantic", language="en", furniture=())
    return [c.statement for c in found if c.kind != "phrase"]


def test_a_pronoun_goes_on_with_the_subject_before_it() -> None:
    text = "The Harbour Council met on Monday. It approved a budget of 3 million crowns."
    assert "The Harbour Council approved a budget of 3 million crowns" in statements(text)


def test_a_person_is_written_by_name() -> None:
    text = "Mayor Nils Aker opened the bridge. He has led the town since 2015."
    assert "Nils Aker has led the town since 2015" in statements(text)


def test_of_two_persons_the_one_of_her_gender() -> None:
    text = "Karl Brandner met Anne Morel in Kell on Friday. She had arrived by train."
    assert "Anne Morel had arrived by train" in statements(text)


def test_two_who_may_be_meant_are_left_alone() -> None:
    text = "The book is about Karl Brandner and Peter Holm. He was born in 1920."
    assert "He was born in 1920" in statements(text)


def test_who_said_it_is_who_is_meant_in_it() -> None:
    text = "The Finnish Bank Union said it would seek talks with the management."
    assert "The Finnish Bank Union would seek talks with the management" in statements(text)


def test_a_spokeswoman_speaks_for_her_firm() -> None:
    text = "A spokeswoman for Northline said it had bought new buses in May."
    assert "Northline had bought new buses in May" in statements(text)


def test_what_was_owned_before_is_owned_again() -> None:
    text = "Vesely Group raised its prices twice. Its margin fell to 6.5 percent."
    assert "Vesely Group's margin fell to 6.5 percent" in statements(text)


def test_a_role_is_written_as_the_name_that_the_article_gave_it() -> None:
    text = "Norvik Bank, a Finnish lender, halved its profit. The lender closed 40 branches in May."
    assert "Norvik Bank closed 40 branches in May" in statements(text)


def test_nato_is_the_alliance() -> None:
    text = "NATO ministers met in May. The alliance suspended all cooperation in 2014."
    assert "NATO suspended all cooperation in 2014" in statements(text)


def test_it_that_stands_for_nothing_stays() -> None:
    text = "The race began in Lyon. It was the first time that a woman had won the stage."
    assert "It was the first time that a woman had won the stage" in statements(text)


def test_words_in_quotation_marks_are_not_about_the_sentence_before() -> None:
    text = "The mill closed in May. “It rained for nine days,” said Lena Fox."
    assert not any(s.startswith("The mill rained") for s in statements(text))


def test_i_is_the_speaker_where_the_verb_needs_no_change() -> None:
    text = "“I was elected by 61 votes,” said Tom Skerritt."
    assert "Tom Skerritt was elected by 61 votes" in statements(text)


def test_a_name_stands_for_his_lawyer() -> None:
    text = "Rui Tavares was acquitted. His lawyer, Ines Prado, praised the court."
    found = statements(text)
    assert "Ines Prado praised the court" in found
    assert "Ines Prado is Rui Tavares's lawyer" in found


def test_the_parts_stay_within_the_sentence() -> None:
    text = "The Harbour Council met on Monday. It approved a budget."
    for claim in propose(text, engine="semantic", language="en", furniture=()):
        for start, end in claim.parts:
            assert claim.sentence_start <= start < end <= claim.sentence_end


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("“I have kept the seat since 2016,” said Ann Rosen.", "Ann Rosen has kept the seat"),
        ("“I’m retired, and I sold my boat,” Ann Oe told them.", "Ann Oe sold her boat"),
        (
            "“It was cold,” Ann Rosen said. “There was a rope in it. I have dug for 26 years.”",
            "Ann Rosen has dug for",
        ),
    ],
)
def test_i_is_who_speaks(text: str, claim: str) -> None:
    assert any(line.startswith(claim) for line in statements(text)), statements(text)


def test_we_is_left_as_it_is() -> None:
    text = "“We have kept the mill,” said Ann Rosen."
    assert not any("Ann Rosen has" in line for line in statements(text))


def case(scores: list[float], silent: bool) -> int | None:
    return picked(np.array(scores, dtype=np.float32), silent)


def test_only_a_phrase_that_is_clearly_ahead_is_meant() -> None:
    assert case([0.1, 0.7, 0.2], silent=True) == 1
    assert case([0.1, 0.6, 0.55], silent=True) is None
    assert case([0.1, 0.6, 0.55], silent=False) == 1
    assert case([0.3, 0.1], silent=False) is None
    assert case([0.9], silent=True) == 0


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Brunn Steel, a rail maker, posted a profit. Analysts had expected less. The company "
            "has 90 mills.",
            "Brunn Steel has 90 mills",
        ),
        (
            "Brunn Steel, a rail maker, posted a profit. Norvik Bank called that a surprise. The "
            "company has 90 mills.",
            "The company has 90 mills",
        ),
        (
            "Brunn Steel, a rail maker, bought Arl Rail, a train operator. Prices rose. The "
            "company has 90 mills.",
            "The company has 90 mills",
        ),
    ],
)
def test_the_company_is_the_only_one_so_far(text: str, claim: str) -> None:
    assert claim in statements(text)
