"""Earlier verdicts and contradictions in the line mode."""

from __future__ import annotations

from pathlib import Path

import pytest
from beside_store import beside_store
from test_plain_evidence import review


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return beside_store(tmp_path)


@pytest.fixture(autouse=True)
def _by_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.encoder.available", lambda: False)


def test_earlier_verdicts_are_listed_and_taken_over(store: Path) -> None:
    code, told = review(store, "c", "borrow 1", "take 1", "undo")
    assert code == 0
    assert "1. = same claim" in told and "link: https://example.org/ferry" in told
    assert "differs: 2011 here, 2013 there" in told
    assert "evidence 1: refutes, not held, set 1 · https://example.org/ferry" in told
    assert "refuted, taken over" in told and "undone: verdict" in told


def test_the_opposite_verdict_raises_an_alarm(store: Path) -> None:
    _, told = review(store, "1")
    assert "! opposite to an earlier verdict: False" in told
    _, told = review(store, "go 5", "2")
    assert "! opposite to an earlier verdict: verified · by you" in told


def test_contradictions_are_told_with_both_sentences(store: Path) -> None:
    code, told = review(store, "next", "C")
    assert code == 0
    assert "1. ⊥ contradicts" in told and "that: The council has not met since 2017" in told
    assert "until 2019 here, since 2017 there" in told


@pytest.mark.parametrize("line", ["take 1", "take x", "borrow 9"])
def test_what_was_not_listed_is_not_taken(store: Path, line: str) -> None:
    code, told = review(store, line)
    assert code == 1 and told.count("! ") == 1
