"""Whom a pronoun never means."""

from __future__ import annotations

import pytest
from stated import statements

pytest.importorskip("onnxruntime", reason="the extra semantic")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("“He was a lovely man,” said Jean Moss.", "Jean Moss was a lovely man"),
        ("His lawyer, Ann Pole, said he was innocent.", "Ann Pole was innocent"),
        ("He died of cancer, said his brother, Tim.", "Tim died of cancer"),
        ("The judge told Hale he had shown no remorse.", "The judge had shown no remorse"),
        ("He worked as a teacher until he retired.", "The teacher retired"),
        (
            "As chairman, he oversaw the sale of the ferry.",
            "As chairman, chairman oversaw the sale",
        ),
        ("Judge Alan Pike told Moss he would serve two years.", "Alan Pike would serve"),
        ("Magistrate Jo Lee said Leck had lied. He must pay £200.", "Jo Lee must pay"),
        ("Brown had visited his mother until she was taken into a home.", "Brown was taken"),
        ("It makes tons of copper, and its dividend will be halved.", "Copper's dividend"),
        (
            "Wexalt sold its soap unit, Lumo, to a rival. It had bought it in 2011.",
            "Wexalt's soap unit had bought",
        ),
        (
            "Captain Oren Dow and two of his men died when their jet crashed near Ley.",
            "Oren Dow's jet",
        ),
        (
            "The Liberals lost 11 seats. They blame the press, but their own pollster says they "
            "ran a poor campaign.",
            "The Liberals' own pollster ran",
        ),
        ("Dunn and his firm were fined 3m crowns. They had lied.", "The 3m crowns had lied"),
        ("Fog is expected by noon, but it will stay cold.", "Fog will stay cold"),
    ],
)
def test_it_is_not_written_for_a_pronoun(text: str, wrong: str) -> None:
    assert not any(line.startswith(wrong) for line in statements(text))


def test_who_is_asked_to_help_him_is_not_who_speaks() -> None:
    text = "Ian Farrow said the defendant had persuaded the widow to lend him £140,000."
    assert not any("Ian Farrow £140,000" in line for line in statements(text))


def test_his_lawyer_speaks_of_who_was_named_before() -> None:
    text = "John Hill was arrested. His lawyer, Ann Pole, said he was innocent."
    assert "John Hill was innocent" in statements(text)
