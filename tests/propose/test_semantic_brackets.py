"""Sentences are parsed around their brackets."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.propose.tree.tokens import tokenize

pytest.importorskip("onnxruntime")
pytest.importorskip("tokenizers")

from workbench.propose.tree.brackets import parse_around


def test_what_brackets_hold_hangs_on_the_noun_before_them() -> None:
    text = "The Corvane Bank (founded in Aldmoor in 1990) closed on Monday."
    tree = parse_around([tokenize(text, 0, len(text))])[0]
    assert tree is not None
    form = {w.form: i for i, w in enumerate(tree.words)}
    assert tree.heads[form["founded"]] == form["Bank"]
    assert tree.relations[form["founded"]] == "parataxis"
    assert tree.heads[form["closed"]] == -1
    assert tree.heads[form["Bank"]] == form["closed"]
    assert tree.heads[form["("]] == tree.heads[form[")"]] == form["founded"]


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet="ab ()[].,", min_size=1, max_size=40))
def test_any_brackets_give_one_tree_over_all_words(text: str) -> None:
    words = tokenize(text, 0, len(text))
    tree = parse_around([words])[0]
    if not words:
        assert tree is None
        return
    assert tree is not None
    assert tree.words == words
    assert tree.heads.count(-1) == 1
    for word in range(len(words)):
        seen = set()
        while word >= 0:
            assert word not in seen
            seen.add(word)
            word = tree.heads[word]


def test_sentences_keep_their_order() -> None:
    texts = ["Ann left (early).", "", "Ben stayed."]
    trees = parse_around([tokenize(t, 0, len(t)) for t in texts])
    assert [tree is not None and tree.words[0].form for tree in trees] == ["Ann", False, "Ben"]
