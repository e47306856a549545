"""Statements of the rules on word lists that would be untrue to the text."""

from __future__ import annotations

import pytest

from workbench.propose import propose


def statements(text: str) -> list[str]:
    found = propose(text, engine="rules", language="en", furniture=())
    return [c.statement for c in found if c.kind != "phrase"]


def test_a_denied_infinitive_stays_denied() -> None:
    found = statements("The firm, choosing not to appeal, paid a fine of $4m.")
    assert "The firm chose not to appeal" in found


def test_a_wish_of_the_speaker_is_no_claim() -> None:
    text = (
        "A member of the board, wishing not to be named, said the dam had been ready since March."
    )
    assert not [s for s in statements(text) if "wish" in s]


@pytest.mark.parametrize(
    ("text", "tail"),
    [
        ("“There are holes in my ward,” he said, to laughter from the gallery.", "laughter"),
        ("“You stole from the dying,” Nakata told her, pausing before he went on.", "pausing"),
        ("“My son left the farm in May,” he says, and wades off to the gate.", "wades"),
    ],
)
def test_what_follows_the_tag_was_not_said(text: str, tail: str) -> None:
    found = statements(text)
    assert found
    for line in found:
        opened = line.find("“")
        assert opened < 0 or tail not in line[opened:], line
    assert not [line for line in found if line.startswith(("There", "My", "You")) and tail in line]


def test_it_is_not_what_speaks_of_it() -> None:
    text = (
        "The board runs three plants. It paid $4m to them last year, according to its own report."
    )
    found = statements(text)
    assert not [s for s in found if s.lower().startswith("its own report paid")]


def test_a_question_word_order_is_no_statement() -> None:
    found = statements("The dam was approved before anyone had planned how water would get there.")
    assert found
    assert not [s for s in found if s.startswith("Anyone")]
