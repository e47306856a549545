"""Whom an epithet stands for: "the Argentine", "the envoy", "the 54-year-old"."""

from __future__ import annotations

import pytest
from stated import statements

pytest.importorskip("onnxruntime", reason="the extra semantic")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Mateo Ruiz was sacked by Corran Rovers. The Argentine had been linked with a move to "
            "Spain.",
            "Mateo Ruiz had been linked with a move to Spain",
        ),
        (
            "Jon Ray sought refuge in the mission. The case was dropped because the Australian "
            "national stayed in London.",
            "Jon Ray stayed in London",
        ),
        (
            "Ambassador Ann Oe called President Karl Dunn. The envoy has served since 2010.",
            "Ann Oe has served since 2010",
        ),
        (
            "Striker Jon Ray joined Corran. The 23-year-old Norwegian striker scored nine goals.",
            "Jon Ray scored nine goals",
        ),
        (
            "Manager Jon Ray has left. The Scotsman's assistant, Karl Dunn, has not been paid.",
            "Jon Ray's assistant has not been paid",
        ),
        (
            "Mary Dunn vanished on Monday. The 27-year-old left her flat at noon, her mother said. "
            "The 27-year-old has brown hair.",
            "Mary Dunn has brown hair",
        ),
    ],
)
def test_an_epithet_is_named(text: str, claim: str) -> None:
    assert claim in statements(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Ann Oe was hit by a van. The driver fled.", "The driver fled"),
        ("Ann Oe, 31, was hit by a van. The 54-year-old driver fled.",
         "The 54-year-old driver fled"),
        ("Jon Ray was killed by his brother. The 43-year-old fled.", "The 43-year-old fled"),
        ("Jon Ray met Karl Dunn in Paris. The Frenchman left early.", "The Frenchman left early"),
        ("Ambassador Ann Oe met Ambassador Jon Ray. The envoy left early.", "The envoy left early"),
        ("Ann Oe met a Spanish minister in May. The Spaniard left early.",
         "The Spaniard left early"),
    ],
)  # fmt: skip
def test_who_may_be_another_stays_open(text: str, line: str) -> None:
    assert line in statements(text)
