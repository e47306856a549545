"""Verb forms of statements that are made from participles."""

from __future__ import annotations

import pytest

from workbench.propose.inflect import base_of_ing, past

FORMS = """
noting note noted
capping cap capped
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
""".strip().splitlines()


@pytest.mark.parametrize("line", FORMS)
def test_participle_to_base_to_past(line: str) -> None:
    participle, base, before = line.split()
    assert base_of_ing(participle) == base
    assert past(base) == before
