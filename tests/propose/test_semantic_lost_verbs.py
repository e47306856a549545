"""What is told of a noun, though a day, a place or another noun stands nearer."""

from __future__ import annotations

import pytest
from stated import statements

pytest.importorskip("onnxruntime", reason="the extra semantic")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "On Monday a man who had been held since May was freed.",
            "On Monday a man who had been held since May was freed",
        ),
        (
            "A woman missing since Sunday was found dead in a river.",
            "A woman missing since Sunday was found dead in a river",
        ),
        (
            "In 2021 a report that found faults in nine tunnels called for new fans.",
            "In 2021 a report that found faults in nine tunnels called for new fans",
        ),
        (
            "The court upheld the ban, ending a battle that had lasted three years and clearing "
            "the way for the dam.",
            "The court cleared the way for the dam",
        ),
        (
            "A law that Oe passed in 2021, which curbs judges' powers, is disputed.",
            "A law curbs judges' powers",
        ),
        (
            "The cost of switching off turbines, which came to 310m crowns last year, is borne "
            "by customers.",
            "The cost of switching off turbines came to 310m crowns last year",
        ),
        (
            "Born in Lower Ellery, the third of six children, Ravinder Coyle left school at 15.",
            "Ravinder Coyle is the third of six children",
        ),
        (
            "A slump in truck sales, which dropped 14% in the third quarter and 9% in the "
            "second, hurt Norrvik.",
            "A slump in truck sales hurt Norrvik",
        ),
        (
            "Born in Halden, the capital of Norland, Ann Oe studied law.",
            "Halden is the capital of Norland",
        ),
        ("The shop opened before May was over.", "The shop opened before May was over"),
        ("Oe runs a firm that is buying mills and selling farms.", "A firm is selling farms"),
        (
            "Oe bought the mill in 1998, which had stood empty for years.",
            "The mill had stood empty for years",
        ),
    ],
)
def test_it_is_told_of_its_noun(text: str, claim: str) -> None:
    assert claim in statements(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("A man who had been held since May was freed.", "May was freed"),
        ("The firm was fined in 2015, which led to a review.", "2015 led to a review"),
        ("Born in Ley, the son of a miner, Tom Oe sold cars.", "Ley is the son of a miner"),
    ],
)
def test_no_day_or_town_does_it(text: str, claim: str) -> None:
    assert claim not in statements(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Forty miners died, 12 of them on Monday.", "12 of the forty miners died on Monday"),
        (
            "The police arrested 40 people, 12 of them in Ley.",
            "12 of the 40 people were arrested in Ley",
        ),
        (
            "The police arrested 40 people, most of them from Ley.",
            "Most of the 40 people were from Ley",
        ),
        ("The group has 40 shops, 12 of them in Ley.", "12 of the 40 shops are in Ley"),
    ],
)
def test_what_befell_all_befell_a_part(text: str, claim: str) -> None:
    assert claim in statements(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Researchers who tested 300 samples of rice bought in shops in nine countries found "
            "arsenic in half of them.",
            "Researchers were bought in shops in nine countries",
        ),
        (
            "One in four children lives in a home where nobody works, up from one in five in 2010.",
            "Nobody is up from one in five in 2010",
        ),
        (
            "More than half of voters, who were asked in May, back the plan.",
            "Half of voters were asked in May",
        ),
        (
            "Oe was found guilty after a trial at which the jury heard that he had been drinking.",
            "The jury heard that Oe had been drinking at a trial",
        ),
    ],
)
def test_no_noun_is_told_of_another_or_cut(text: str, claim: str) -> None:
    assert claim not in statements(text)
