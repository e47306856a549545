"""What "I" of a quotation did, has or does, told of who speaks."""

from __future__ import annotations

import pytest
from stated import statements

pytest.importorskip("onnxruntime", reason="the extra semantic")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("“I showed the clerk the leaflet,” Anna Dunn said.",
         "Anna Dunn showed the clerk the leaflet"),
        ("“I put it in the fridge,” Dunn told the Echo.", "Dunn put it in the fridge"),
        ("“I work for 88,000 people,” the mayor said.", "The mayor works for 88,000 people"),
        ("“I have two cows and I love them,” the farmer said.", "The farmer has two cows"),
        ("“I own 340 such lamps and sell one a month,” Carla Pike said.",
         "Carla Pike sells one a month"),
        ("“I'm working at the mill,” said the carpenter.", "The carpenter is working at the mill"),
    ],
)  # fmt: skip
def test_who_speaks_is_told_of(text: str, claim: str) -> None:
    assert claim in statements(text)


@pytest.mark.parametrize(
    "text",
    [
        "“I have no idea,” Anna Dunn said.",
        "“I have to ask him,” Anna Dunn said.",
        "“I feel sick about it,” Anna Dunn said.",
        "“I am leaving,” the letter read.",
    ],
)
def test_what_is_felt_or_written_is_not(text: str) -> None:
    assert not any(
        line.startswith(("Anna Dunn has", "Anna Dunn feels", "The letter is"))
        for line in statements(text)
    )
