"""The rules over trees hold on any tree: a parser can be wrong in every way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("onnxruntime")
pytest.importorskip("tokenizers")

from workbench.propose import propose
from workbench.propose.semantic import engine
from workbench.propose.tree.parse import label_names
from workbench.propose.tree.tokens import Word
from workbench.propose.tree.tree import Tree

_FORMS = """
Ann Oe Corvane said that who , the mill was sold and “ ” closed . which whose not in 2019 ( ) ’s if
while of by to 30 $ million percent he it they their police told called named help all both one two
mayor is are has will may n't about after when what or but - — : ; than more made rose Monday June
"""
WORDS = st.lists(st.sampled_from(_FORMS.split()), min_size=1, max_size=30).map(" ".join)
PART = st.floats(0, 1, exclude_max=True)  # of all words, relations or tags: which one
CHANGES = st.lists(st.tuples(st.sampled_from(["head", "relation", "tag"]), PART, PART), max_size=8)


def _hangs_below(heads: Sequence[int], word: int, above: int) -> bool:
    while word >= 0 and word != above:
        word = heads[word]
    return word == above


def misread(tree: Tree, changes: Sequence[tuple[str, float, float]]) -> Tree:
    """The tree with other heads, relations and tags; it is a tree still."""
    names, count = label_names(), len(tree.words)
    heads, relations, fine = list(tree.heads), list(tree.relations), list(tree.fine)
    for what, where, which in changes:
        word, other = int(where * count), int(which * count)
        if what == "tag":
            fine[word] = names["fine"][int(which * len(names["fine"]))]
        elif heads[word] < 0:
            continue
        elif what == "relation":
            name = names["relations"][int(which * len(names["relations"]))]
            relations[word] = "dep" if name == "root" else name
        elif not _hangs_below(heads, other, word):
            heads[word] = other
    return replace(tree, heads=heads, relations=relations, fine=fine)


@settings(max_examples=200, deadline=None)
@given(WORDS, CHANGES)
def test_any_tree_gets_exact_spans(text: str, changes: list[tuple[str, float, float]]) -> None:
    parse = engine.parse_around

    def parse_wrongly(parts: Sequence[list[Word]], threads: int = 1) -> list[Tree | None]:
        return [t and misread(t, changes) for t in parse(parts, threads)]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "parse_around", parse_wrongly)
        found = propose(text, engine="semantic", language="en", furniture=())
    for c in found:
        assert text[c.start : c.end] == c.quote
        assert c.sentence_start <= c.start < c.end <= c.sentence_end
        assert c.statement.strip() == c.statement
        assert all(start < end for start, end in c.parts)
        assert all(a[1] <= b[0] for a, b in pairwise(c.parts))
