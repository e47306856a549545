"""What happened besides, behind a comma, with a subject of its own."""

from __future__ import annotations

import pytest
from stated import statements

pytest.importorskip("onnxruntime", reason="the extra semantic")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Norvik drew 2-2 with Halden on Saturday, Tom Ley scoring twice in the last ten "
            "minutes.",
            "Tom Ley scored twice in the last ten minutes",
        ),
        (
            "The two sides signed a deal, the firm agreeing to pay £2m.",
            "The firm agreed to pay £2m",
        ),
        (
            "The two sides signed a deal, the firm agreeing to pay £2m.",
            "The two sides signed a deal",
        ),
        (
            "Scientists have found a way to make batteries last longer, according to a study "
            "published on Tuesday.",
            "A study was published on Tuesday",
        ),
    ],
)
def test_it_happened_besides(text: str, claim: str) -> None:
    assert claim in statements(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Oe will run in May, weather permitting.", "Weather will permit"),
        (
            "Oe thanked her coach, Ben Ley, saying he had saved her career.",
            "Ben Ley said he had saved her career",
        ),
        (
            "Scientists have found a way to make batteries last longer, according to a study "
            "published on Tuesday.",
            "Study was published on Tuesday",
        ),
    ],
)
def test_nothing_else_did(text: str, claim: str) -> None:
    assert claim not in statements(text)
