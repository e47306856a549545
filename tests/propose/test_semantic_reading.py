"""What the network that reads a pronoun's sentence with those before it says."""

from __future__ import annotations

import pytest

pytest.importorskip("onnxruntime")
pytest.importorskip("tokenizers")

import numpy as np

from workbench.encoder.apart import FAR, KINDS, NEAR, apart, kind_of
from workbench.propose.semantic.reading import UNREAD, Reading
from workbench.propose.tree.parse import parse
from workbench.propose.tree.tree import Tree

FIRST = "Karl Brandner met Anne Morel in Kell on Friday."
SECOND = "She had arrived by train."
TEXT = f"{FIRST} {SECOND}"


def trees() -> list[list[Tree]]:
    spans = [(0, len(FIRST)), (len(FIRST) + 1, len(TEXT))]
    return [[tree] for tree in parse(TEXT, spans) if tree is not None]


def test_a_woman_is_likelier_she_than_a_man() -> None:
    places = [[TEXT.index("Karl")], [TEXT.index("Anne")]]
    odds, none = Reading(trees()).meant(TEXT.index("She"), places)
    assert odds[1] > odds[0]
    assert np.exp(odds).sum() + np.exp(none) == pytest.approx(1, abs=1e-4)


def test_a_phrase_that_was_not_read_is_hardly_meant() -> None:
    odds, _ = Reading(trees()).meant(TEXT.index("She"), [[TEXT.index("Anne")], [], [9999]])
    assert odds[1:].tolist() == [UNREAD, UNREAD]


def test_a_pronoun_that_was_not_read_means_nothing() -> None:
    odds, none = Reading(()).meant(3, [[0], [1]])
    assert odds.tolist() == [UNREAD, UNREAD]
    assert none == 0


def test_kinds_of_words() -> None:
    assert [kind_of(w) for w in ("his", "her", "it", "them")] == [0, 1, 2, 3]
    assert kind_of("council") == KINDS - 1


def test_distances_stay_within_the_tables() -> None:
    near, far = apart([9] * 300 + [0] * 300)
    assert near[599, 0] == NEAR - 2
    assert near[0, 1] == NEAR - 1
    assert near[1, 0] == 0
    assert far.max() == FAR - 1
