"""Words as the treebank cuts them: forms and offsets."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.propose.tree.tokens import LONGEST_WORD, tokenize
from workbench.text.wordlike import wordlike


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They didn't go.", "They did n't go ."),
        ("Ann’s boss can’t stay", "Ann ’s boss ca n’t stay"),
        ("the workers' 40-hour week", "the workers ' 40 - hour week"),
        ("It cost $3.5 million (5%).", "It cost $ 3.5 million ( 5 % ) ."),
        ("The U.S. and Mr. Oak met", "The U.S. and Mr. Oak met"),
        ("“No,” he said…", "“ No , ” he said …"),
        ("cannot", "can not"),
        ("Sens. Ann Oe and Messrs. Ray met", "Sens. Ann Oe and Messrs. Ray met"),
        ("Ley.Net sold its reps.", "Ley.Net sold its reps ."),
    ],
)
def test_words(text: str, words: str) -> None:
    assert [w.form for w in tokenize(text, 0, len(text))] == words.split()


@given(st.text(max_size=80))
def test_each_word_is_what_stands_at_its_offsets(text: str) -> None:
    words = tokenize(text, 0, len(text))
    assert all(text[w.start : w.end] == w.form and w.form.strip() for w in words)
    assert all(a.end <= b.start for a, b in itertools.pairwise(words))
    covered = sum(w.end - w.start for w in words)
    read = wordlike(text, 0, len(text)) or text  # without what colours a terminal
    assert covered == sum(not c.isspace() for c in read)


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "🙂\r\nOne ferry sank."
    assert tokenize(text, 3, len(text))[0] == ("One", 3, 6)


def test_a_long_run_is_cut() -> None:
    assert max(len(w.form) for w in tokenize("x" * 1000, 0, 1000)) == LONGEST_WORD
