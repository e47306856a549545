"""Verb forms of statements that are made from participles."""

from __future__ import annotations

import pytest

from workbench.propose.inflect import base_of_ing, past, possessive, takes_an

FORMS = """
noting note noted
capping cap capped
hyping hype hyped
scraping scrape scraped
joining join joined
describing describe described
rising rise rose
refusing refuse refused
aiming aim aimed
suing sue sued
dying die died
cancelling cancel cancelled
falling fall fell
adding add added
opening open opened
targeting target targeted
cycling cycle cycled
panicking panic panicked
submitting submit submitted
selling sell sold
outselling outsell outsold
outbidding outbid outbid
overseeing oversee oversaw
withholding withhold withheld
overcoming overcome overcame
relaying relay relayed
uniting unite united
expelling expel expelled
regretting regret regretted
winding wind wound
debuting debut debuted
aging age aged
browsing browse browsed
""".strip().splitlines()


@pytest.mark.parametrize("line", FORMS)
def test_participle_to_base_to_past(line: str) -> None:
    participle, base, before = line.split()
    assert base_of_ing(participle) == base
    assert past(base) == before


@pytest.mark.parametrize(
    ("word", "an"),
    [("effective", True), ("hour", True), ("MP", True), ("8,000", True), ("European", False),
     ("one-off", False), ("UN", False), ("useful", False), ("way", False)],
)  # fmt: skip
def test_the_article_goes_with_the_sound(word: str, an: bool) -> None:
    assert takes_an(word) is an


@pytest.mark.parametrize(
    ("name", "several", "expected"),
    [
        ("Ann Oe", False, "Ann Oe's"),
        ("Emirates", False, "Emirates's"),
        ("the headquarters", False, "the headquarters'"),
        ("the bus", False, "the bus's"),
        ("the nurses", True, "the nurses'"),
    ],
)
def test_an_owner_is_marked(name: str, several: bool, expected: str) -> None:
    assert possessive(name, several) == expected
