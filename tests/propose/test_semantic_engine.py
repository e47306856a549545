"""The engine over trees: claims, offsets, bad input."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

pytest.importorskip("onnxruntime")
pytest.importorskip("tokenizers")

from workbench.propose import propose
from workbench.propose.candidate import Candidate
from workbench.propose.tree.parse import MOST_WORDS, available, parse


def found(text: str) -> list[Candidate]:
    return propose(text, engine="semantic", language="en", furniture=())


def statements(text: str) -> list[str]:
    return [c.statement for c in found(text) if c.kind != "phrase"]


def test_the_model_is_shipped() -> None:
    assert available()


def test_coordinated_verbs_share_the_subject() -> None:
    assert statements("The band cancelled its tour and refunded 9,000 tickets.") == [
        "The band cancelled its tour",
        "The band refunded 9,000 tickets",
    ]


def test_a_speech_tag_makes_two_claims() -> None:
    text = "The van had been stolen in Derwick, police said on Tuesday."
    saying, claim = (c for c in found(text) if c.kind != "phrase")
    assert saying.kind == "attribution"
    assert saying.statement == "Police said on Tuesday that the van had been stolen in Derwick"
    assert claim.statement == "The van had been stolen in Derwick"
    assert (claim.attributed_to or "").lower() == "police"


def test_a_condition_stays_with_its_clause() -> None:
    text = "If voters reject the budget, the town will sell its pool."
    assert statements(text) == ["If voters reject the budget, the town will sell its pool"]


def test_negation_stays_with_its_verb() -> None:
    assert statements("The mayor did not sign the contract.") == [
        "The mayor did not sign the contract"
    ]


@pytest.mark.parametrize(
    "text",
    ["Will the town sell its pool?", "We hope that the town keeps its pool.", "Sign up today!"],
)
def test_questions_hopes_and_commands_give_nothing(text: str) -> None:
    assert statements(text) == []


def check(text: str) -> None:
    for c in found(text):
        assert text[c.start : c.end] == c.quote
        assert text[c.sentence_start : c.sentence_end] == c.sentence
        assert c.sentence_start <= c.start < c.end <= c.sentence_end
        assert 0 <= c.worth <= 1
        assert c.statement.strip() == c.statement
        last = -1
        for start, end in c.parts:
            assert c.sentence_start <= start < end <= c.sentence_end
            assert start >= last
            last = end


_FORMS = """
Ann said that who , the mill was sold and “ ” closed . 🙂 é שלום which not in 2019 ( ) ’s if while
"""
WORDS = st.sampled_from([*_FORMS.split(), "e\u0301", "\r\n", " "])


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, max_size=25))
@example([".", "said", ",", "é", "said", "said", "é", "said"])  # a subject that is a mark
@example([".", "said", ",", "é", "said", "é", "said"])  # a saying without a speaker
@example([".", "in", "שלום", "Ann", ",", "said"])  # what hangs on the last word
@example(
    [
        "if",
        "\r\n",
        "”",
        ".",
        "é",
        "that",
        "é",
        "if",
        "who",
        "2019",
        "(",
        "if",
        "was",
        "while",
        "that",
        "said",
        "é",
        "said",
    ]
)  # a loop
def test_offsets_hold_on_any_words(words: list[str]) -> None:
    check(" ".join(words))


@pytest.mark.parametrize(
    "text", ["", " \n", "...!!!", "(" * 3000 + "a" + ")" * 3000, "word " * 2000, "x" * 20000]
)
def test_bad_input_gets_an_answer(text: str) -> None:
    check(text)


def test_too_long_or_empty_a_sentence_has_no_tree() -> None:
    text = "word " * (MOST_WORDS + 1)
    assert parse(text, [(0, len(text)), (0, 0), (0, 9)])[:2] == [None, None]
