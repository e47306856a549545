"""What "it" goes back to over whole paragraphs, and "which" over a phrase."""

from __future__ import annotations

import pytest

pytest.importorskip("onnxruntime")
pytest.importorskip("tokenizers")

from workbench.propose import propose


def statements(text: str) -> list[str]:
    found = propose(text, engine="semantic", language="en", furniture=())
    return [c.statement for c in found if c.kind != "phrase"]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "A lorry hit a train on Monday. The crash killed nine people.\n\nThe line was "
            "built in 1911.\n\nIt was the deadliest rail accident in the region since 1988.",
            "The crash was the deadliest rail accident in the region since 1988",
        ),
        (
            "The fire at Tarn Tower is out. Two people have died. It started in a flat.",
            "The fire started in a flat",
        ),
        (
            "Records indicate that no more than 40 boats ever sailed. Most of them were rented.",
            "Most of the 40 boats were rented",
        ),
        (
            "Libraries in Ley and Otter Green, which lent 4,000 books in May, will shut.",
            "Libraries in Ley and Otter Green lent 4,000 books in May",
        ),
        (
            "Talks between the union and the port, which began in March, have failed.",
            "Talks between the union and the port began in March",
        ),
    ],
)
def test_it_goes_back_to_what_happened_and_which_to_the_whole(text: str, claim: str) -> None:
    assert claim in statements(text), statements(text)


def test_where_two_things_happened_it_is_neither() -> None:
    text = "The fire is out. The strike goes on. Two people have died. It started in May."
    assert not any("started in May" in s and s[:2] != "It" for s in statements(text))


def test_a_crash_owns_nothing() -> None:
    text = "The crash happened at dawn as the train left Kell. Two of its cars fell on their side."
    assert not any("crash's" in line for line in statements(text))
