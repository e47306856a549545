"""Asides between commas that a helping verb ends."""

from __future__ import annotations

import pytest

from workbench.propose.tree.commas import asides
from workbench.propose.tree.tokens import tokenize


def cut(text: str) -> list[tuple[str, str]]:
    words = tokenize(text, 0, len(text))
    return [(" ".join(w.form for w in words[a.first : a.last + 1]), a.relation)
            for a in asides(words)]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The mill, which has stood empty since a fire in 2011, will be sold.",
            [("which has stood empty since a fire in 2011", "acl:relcl")],
        ),
        (
            "The board, set up in 1998, has met twice.",
            [("set up in 1998", "acl")],
        ),
        (
            "Lumo, the maker of the lamps, did not answer.",
            [("the maker of the lamps", "appos")],
        ),
        ("In May, the council, a body of nine, was dissolved.", []),
        ("The mill, which has stood empty, and the weir belong to the town.", []),
        ("She sold a barn, a cart, a plough.", []),
    ],
)
def test_only_asides_that_certainly_end_are_cut(text: str, found: list[tuple[str, str]]) -> None:
    assert cut(text) == found


def test_ten_thousand_commas_take_no_time_to_speak_of() -> None:
    text = "A, which " * 10_000
    assert cut(text) == []
