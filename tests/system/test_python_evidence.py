"""Sources and evidence from Python."""

from __future__ import annotations

from pathlib import Path

import pytest

import workbench
from workbench.review.evidence.places import QuoteUnsettledError

MINUTES = "The harbour board met on 3 May 2018. The fee rose by 4%. The fee rose by 4%."


def test_a_quote_is_cited_and_proved(tmp_path: Path) -> None:
    with workbench.open(tmp_path / "p.db") as store:
        store.add("The harbour board met in May 2018. It raised the fee.", published="2018-06-01")
        source = store.add_source(MINUTES, publisher="Port Office", published="2018-05-04")
        assert store.add_source(MINUTES) == source
        assert [one.publisher for one in store.sources()] == ["Port Office"]
        claim = next(store.claims())
        store.cite(claim.id, "board met on 3 May 2018", "supports", source=source, reviewer="anna")
        with pytest.raises(QuoteUnsettledError) as asked:
            store.cite(claim.id, "The fee rose by 4%", "supports")
        assert asked.value.reason == "several" and len(asked.value.places) == 2
        (review,) = store.reviews()
        (piece,) = review.evidence
        assert MINUTES[piece.start : piece.end] == piece.quote == "board met on 3 May 2018"
        assert store.verify() == []
        with pytest.raises(KeyError):
            store.cite("0" * 32, "board", "supports")
