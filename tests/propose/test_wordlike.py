"""Words of a text with marks on its letters, or with what colours a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.propose import propose
from workbench.propose.rules.tokens import tokenize as ruled
from workbench.propose.tree.tokens import tokenize
from workbench.text.wordlike import wordlike

_TEXT = "Zoe\u0308 Muller said the mu\u0308nicipal port employs 320 people."


@given(st.text(max_size=60))
def test_it_is_as_long_as_the_text(text: str) -> None:
    found = wordlike(text, 0, len(text))
    assert found is None or (len(found) == len(text) and found != text)


@given(st.text(alphabet="ab 1\u0308\u0301", max_size=40))
def test_no_word_begins_with_a_mark_on_a_letter(text: str) -> None:
    for word in tokenize(text, 0, len(text)):
        assert text[word.start : word.end] == word.form
        before = text[: word.start].rstrip("\u0308\u0301")[-1:]
        assert not (word.form[0] in "\u0308\u0301" and before.isalpha())


def test_a_word_keeps_its_marks() -> None:
    assert "mu\u0308nicipal" in [w.form for w in tokenize(_TEXT, 0, len(_TEXT))]
    assert "mu\u0308nicipal" in ruled(_TEXT, 0, len(_TEXT)).words


@pytest.mark.parametrize("engine", ["rules", "semantic"])
def test_a_claim_begins_with_a_letter(engine: str) -> None:
    if engine == "semantic":
        pytest.importorskip("onnxruntime")
        pytest.importorskip("tokenizers")
    found = propose(_TEXT, engine=engine, language="en")
    assert "The mu\u0308nicipal port employs 320 people" in [c.statement for c in found]
    assert all(c.quote[0].isalnum() for c in found)


def test_terminal_codes_are_no_words() -> None:
    text = "The \x1b[31mred\x1b[0m minister raised taxes in May."
    assert [w.form for w in tokenize(text, 0, len(text))][:3] == ["The", "red", "minister"]
