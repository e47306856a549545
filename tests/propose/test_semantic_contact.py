"""Relative clauses without a pronoun, behind a preposition, or of "why" and "how"."""

from __future__ import annotations

import pytest
from stated import statements

from workbench import propose

pytest.importorskip("onnxruntime", reason="the extra semantic")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Oe argued that his fear of the police was why he had fled to the embassy.",
            "Oe argued that his fear of the police was why he had fled to the embassy",
        ),
        (
            "The firm sold its mills, to which Corvane holds the keys, in May.",
            "Corvane holds the keys to the firm's mills",
        ),
        (
            "The firm stopped Oe from playing her old hits, to which Corvane owns the rights.",
            "Corvane owns the rights to Oe's old hits",
        ),
        (
            "Oe was arrested in April for a call to the mayor's office, in which he said he'd "
            "shoot her.",
            "Oe said he'd shoot her",
        ),
        (
            "Oe praised the support the charity gives to children.",
            "The charity gives the support to children",
        ),
    ],
)
def test_the_noun_goes_where_it_belongs(text: str, claim: str) -> None:
    assert claim in statements(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Oe argued that his fear of the police was why he had fled to the embassy.",
            "Oe's fear of the police was why",
        ),
        ("Oe thanked the friends she could not visit.", "Oe could not visit"),
        ("Oe built a house his family did not like.", "Oe's family did not like"),
        (
            "Oe was arrested for a call he made to the mayor's office, in which he said he'd "
            "shoot her.",
            "A call he made to the mayor's office",
        ),
    ],
)
def test_no_clause_is_cut_from_its_noun(text: str, claim: str) -> None:
    assert claim not in statements(text)


def test_what_a_book_says_is_said_by_its_author() -> None:
    text = "Oe wrote a book in which she says that the mayor stole £2m."
    found = {c.statement: c.attributed_to for c in propose(text, engine="semantic", language="en")}
    assert found["The mayor stole £2m"] == "Oe"
