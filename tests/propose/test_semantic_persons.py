"""Whom "he" and "she" mean: the person in focus, and nobody where that is unsure."""

from __future__ import annotations

import pytest

pytest.importorskip("onnxruntime")
pytest.importorskip("tokenizers")

from workbench.propose import propose


def statements(text: str) -> list[str]:
    found = propose(text, engine="semantic", language="en", furniture=())
    return [c.statement for c in found if c.kind != "phrase"]


def test_whoever_the_relative_clause_is_about_is_she() -> None:
    text = (
        "Tess Okafor cheered. The party cannot win without Maud Berg, who says she has not decided."
    )
    assert "Maud Berg has not decided" in statements(text)


def test_a_person_named_in_the_clause_before_goes_first() -> None:
    text = (
        "Chief executive Nora Vik resigned on Monday. "
        "The mill was built by Edvard Holt; his grandson Per runs the sawmill."
    )
    assert "Edvard Holt's grandson Per runs the sawmill" in statements(text)


def test_a_person_called_by_where_he_is_from_is_not_taken_for_an_older_name() -> None:
    text = (
        "The coach, Ian Marr, praised Leif Dahl. The Icelander joined the club in 2018. "
        "His contract was extended in May."
    )
    assert not any("Marr's contract" in s for s in statements(text))


def test_with_two_persons_in_mind_and_none_in_focus_the_pronoun_stays() -> None:
    text = "Karl Brand met Tom Reyes in Oslo. The talks lasted nine hours. He left by train."
    assert "He left by train" in statements(text)


def test_an_office_stands_for_who_holds_it() -> None:
    text = "Transport Minister Ines Holm opened the tunnel. The minister also cut the toll by half."
    assert "Ines Holm also cut the toll by half" in statements(text)


def test_whose_daughter_it_is_tells_that_she_is_a_person() -> None:
    text = (
        "Kowalczyk, whose daughter was hurt in the attack, spoke first. She said the board failed."
    )
    found = propose(text, engine="semantic", language="en", furniture=())
    assert "Kowalczyk said the board failed" in [c.statement for c in found]
    assert "Kowalczyk" in [c.attributed_to for c in found]


def test_a_name_behind_two_titles_stays_in_one_piece() -> None:
    text = 'Det Insp Carol Whitlow led the inquiry. "A lady rang us about a dog," she recalled.'
    found = propose(text, engine="semantic", language="en", furniture=())
    assert "Det Insp Carol Whitlow" in [c.attributed_to for c in found]


def test_a_first_name_that_is_short_for_another_is_no_part_of_who_was_told() -> None:
    text = "Director Md Shafiul Azam Talukder told this correspondent that the dispute was settled."
    found = propose(text, engine="semantic", language="en", furniture=())
    assert not any(c.statement.endswith("this correspondent") for c in found)
    assert any((c.attributed_to or "").endswith("Talukder") for c in found)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Chief executive Ann Achebe told Radio Ley that the firm had run out of options.",
         "Chief executive Ann Achebe"),
        ("Defending, Oliver Tench said his client, a gambler, had lost his home and his name.",
         "Oliver Tench"),
        ("It draws on readings of 48 sites, explained its lead author, Ebba Oe of Ulv University.",
         "Ebba Oe"),
        ("The rule has been in force since 2015, Ann Oe noted, “and Kestrel made record profits”.",
         "Ann Oe"),
        ("Marang, independent since 1957, argued that the border had moved.", "Marang"),
    ],
)  # fmt: skip
def test_who_said_it_is_a_name_and_no_more(text: str, speaker: str) -> None:
    found = propose(text, engine="semantic", language="en", furniture=())
    assert {c.attributed_to for c in found if c.kind == "clause"} - {None} == {speaker}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Employees were told that layoffs will begin this week.", None),
        ("The staff were informed by Ann Oe that the mill would close.", "Ann Oe"),
    ],
)
def test_who_is_told_is_not_who_says_it(text: str, speaker: str | None) -> None:
    found = propose(text, engine="semantic", language="en", furniture=())
    assert [c.attributed_to for c in found if c.kind == "clause"] == [speaker]


def test_a_name_that_is_also_a_noun_keeps_its_capital() -> None:
    text = "The analyst Ken Doctor was asked. Doctor says the mill is shut. He left."
    found = propose(text, engine="semantic", language="en", furniture=())
    assert "Doctor" in [c.attributed_to for c in found]
    assert "doctor" not in [c.attributed_to for c in found]
