"""The interface for notebooks and scripts."""

from pathlib import Path

import pytest

import workbench


def test_from_text_to_dataset(tmp_path: Path) -> None:
    text = "The board was founded in 1911 and closed two piers in May. 👩‍🚀 It met in 2019."
    with workbench.open(tmp_path / "p.db") as store:
        article = store.add(text, title="Harbour", url="https://example.org/a")
        assert store.add(text) == article
        found = list(store.claims(article))
        assert found and all(text[c.start : c.end] == c.quote for c in found)
        assert found == list(store.claims())
        store.decide(found[0].id, "verified", reviewer="ben", tags=["port"], note="minutes")
        review = next(store.reviews())
        assert (review.reviewer, review.verdict, review.tags) == ("ben", "verified", ("port",))
        assert [event.kind for event in store.events()] == ["verdict", "tagged", "noted"]
        store.export(tmp_path / "out.jsonl")
        assert store.verify() == []
    queued = [claim for claim in found if claim.kind != "phrase"]  # phrases are shown to nobody
    assert queued
    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8").count("\n") == len(queued)


def test_bad_input_is_refused(tmp_path: Path) -> None:
    with workbench.open(tmp_path / "p.db") as store:
        with pytest.raises(ValueError, match="empty"):
            store.add(" \n")
        with pytest.raises(ValueError, match="surrogates"):
            store.add("lone \ud800 surrogate")
        with pytest.raises(KeyError):
            store.decide("no such claim", "verified")
    with pytest.raises(AttributeError):
        workbench.nothing  # noqa: B018


def test_propose_and_worth() -> None:
    text = "The NATO-Russia Council was revived in 2016 and met until 2019."
    found = [claim for claim in workbench.propose(text) if claim.kind == "clause"]
    assert found[1].quote == "met until 2019"
    assert found[1].statement == "The NATO-Russia Council met until 2019"
    high, low = workbench.check_worthiness(["Taxes rose by 12% in 2019.", "I love this song!"])
    assert 0 <= low < high <= 1
