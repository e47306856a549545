"""Offsets on any text, and texts that are no articles."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from workbench.propose import UnknownEngineError, check_worthiness, engine_name, propose

_SOME = (
    'The council met and was , . ; : “ ” " ( ) who which that said in 2016 if although Anna had '
    "never killing based - – ' n't can't U.S. 👩‍👩‍👧 e\u0301 \u202e \u2028 שלום 中文 [b] "
    "whose whom of one people by 30 $ than more to he she it not a"
)
WORDS = st.sampled_from([*_SOME.split(" "), "\r\n", "\n\n"])


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=120))
@example("Blend of whom people call Arl their home.")  # a part of nothing before it
@example("Oe met the man, whose was not released.")  # an owner of nothing
@example("Oe said she took it, killed she stands by it.")  # a subject within the predicate
def test_spans_are_exact(text: str) -> None:
    for candidate in propose(text, engine="rules", language="en"):
        assert text[candidate.start : candidate.end] == candidate.quote
        assert text[candidate.sentence_start : candidate.sentence_end] == candidate.sentence
        assert candidate.quote.strip() == candidate.quote != ""
        assert candidate.statement.strip()
        assert 0 <= candidate.worth <= 1
        for start, end in candidate.parts:
            assert 0 <= start < end <= len(text)
        assert all(a[1] <= b[0] for a, b in pairwise(candidate.parts))


@pytest.mark.parametrize("text", ["", " \n ", "...!?", "—", "((((", "“" * 50])
def test_nothing_in_nothing(text: str) -> None:
    assert propose(text, engine="rules") == []


@pytest.mark.parametrize(
    "text",
    [
        "[" * 10_000 + "a" + "]" * 10_000,
        "and " * 250_000,
        "x" * 1_000_000,
        "The man said that " * 20_000,
        ", which" * 50_000,
        "." * 1_000_000,
    ],
    ids=["brackets", "and", "one word", "that", "which", "stops"],
)
def test_strange_texts_get_an_answer(text: str) -> None:
    assert isinstance(propose(text, engine="rules", language="en"), list)


def test_line_ends_do_not_move_spans() -> None:
    text = (
        "Intro 👩‍👩‍👧 text was here.\r\n\r\n"
        "The long road over the mountain reopened in May and closed in June.\r\n"
    )
    quotes = [c.quote for c in propose(text, engine="rules", language="en")]
    assert "closed in June" in quotes
    assert all("\n" not in c.statement for c in propose(text, engine="rules", language="en"))


def test_other_languages_get_whole_sentences() -> None:
    text = "Der Rat wurde 2016 wieder einberufen und hat sich bis 2019 nicht mehr getroffen."
    (candidate,) = propose(text)
    assert candidate.quote == text
    assert candidate.statement == text[:-1]
    assert engine_name(language="de") == ("sentences", "1")


def test_engines_have_names() -> None:
    assert engine_name("rules") == ("rules", "16")
    with pytest.raises(UnknownEngineError):
        engine_name("crystal ball")


def test_numbers_are_worth_more_than_thanks() -> None:
    number, thanks, question = check_worthiness(
        [
            "Unemployment rose to 8.2 percent in 2012.",
            "Thank you very much, I hope you will enjoy it.",
            "What do you think we should do?",
        ]
    )
    assert 1 >= number > 0.7 > 0.3 > thanks >= 0
    assert question < 0.3
    assert check_worthiness([]) == []


@pytest.mark.parametrize("engine", ["rules", "sentences"])
def test_half_a_character_is_kept_as_it_is(engine: str) -> None:
    text = "The mill \ud800 was sold in 2016 and closed in 2019."
    found = propose(text, engine=engine, language="en")
    assert found
    assert all(text[c.start : c.end] == c.quote for c in found)
    assert any("\ud800" in c.quote for c in found)


LINKED = (
    "The bridge was shut in 2022 for repairs. It was opened again in May.\n\n"
    "• Ward survives rebellion over rail fares\n\n"
    "• ‘We have been abandoned’: the town cut in two\n\n"
    "• Timeline: How the scheme fell apart\n\n"
    "The detour costs its members 9 million a year.\n"
)


def test_a_list_of_headlines_states_nothing() -> None:
    found = [c.statement for c in propose(LINKED, engine="rules", language="en")]
    assert any("detour" in line for line in found)
    assert not [s for s in found if "Ward" in s or "abandoned" in s or "scheme" in s]


def test_a_list_of_facts_does() -> None:
    text = LINKED.replace("‘We have been abandoned’: the town", "The town was").replace(
        "Timeline: How the scheme fell apart", "The scheme cost 40 million"
    )
    found = [c.statement for c in propose(text, engine="rules", language="en")]
    assert "The scheme cost 40 million" in found
