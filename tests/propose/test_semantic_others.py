"""What "him", "it" and "their" mean, where they are no subjects."""

from __future__ import annotations

import pytest
from stated import statements

pytest.importorskip("onnxruntime", reason="the extra semantic")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme sued Borel Inc over the patent in May. It says it has lost $3m because of it.",
         "Acme has lost $3m because of the patent"),
        ("Ann Oe met Jane Lund in Paris. She gave her the keys.",
         "Ann Oe gave Jane Lund the keys"),
        ("The mayor thanked the volunteers. They had worked all night, and he gave them breakfast.",
         "The mayor gave the volunteers breakfast"),
        ("Bo Lind was jailed for a year. His lawyer said the judge had misled him.",
         "The judge had misled Bo Lind"),
        ("The minister said the bill would pass. The opposition said it would vote against it.",
         "The opposition would vote against the bill"),
    ],
)  # fmt: skip
def test_it_is_told_who_is_meant(text: str, expected: str) -> None:
    assert expected in statements(text)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Joe Ley said Tom Oe had persuaded the widow to lend him £140,000.",
         "Tom Oe had persuaded the widow to lend him £140,000"),
        ("The strikes cost the port £2m. Delays have taken their toll on its crews.",
         "Delays have taken their toll on "),
        ("The pump failed in May. The firm told nobody about it.",
         "The firm told nobody about it"),
        ("A lawyer for Ravi Coyle, Ian Oe, said his client maintained his innocence.",
         "Ravi Coyle maintained his innocence"),
    ],
)  # fmt: skip
def test_what_is_not_sure_or_an_idiom_stays(text: str, kept: str) -> None:
    assert any(line.startswith(kept) for line in statements(text))
