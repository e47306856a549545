"""Two reviewers, then a lead, in the real program in a terminal."""

from __future__ import annotations

from pathlib import Path

import pytest
from ptyrun import ended, workbench

import workbench as package

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "rent-report.txt"


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
def test_two_review_and_a_lead_settles(tmp_path: Path, size: tuple[int, int]) -> None:
    db = tmp_path / "team.db"
    code, _ = ended(tmp_path, "--db", db, "init", "--overlap", "2", "--lead", "lena")
    assert code == 0
    for name, keys in (("anna", "111"), ("ben", "122")):
        words = ("--db", db, "review", SAMPLE, "--reviewer", name)
        with workbench(tmp_path, *words, size=size) as screen:
            screen.see("claims to decide", name)
            for done, key in enumerate(keys, start=1):
                screen.send(key)
                screen.match(rf"\b{done}/\d+")
            screen.send("A")
            screen.see("only leads settle claims here: lena")
            screen.send("q")
            assert screen.end() == 0
    lines = ended(tmp_path, "--db", db, "adjudicate", "--plain", "--reviewer", "lena")[1]
    assert b"2 disagreements; 1 claim that all agree on" in lines
    with workbench(tmp_path, "--db", db, "adjudicate", "--reviewer", "lena", size=size) as screen:
        screen.see("2 disagreements to settle", "1 anna", "2 ben", "✓ verified", "✗ refuted", "0/2")
        screen.send("2")
        screen.see("✓ gold: refuted", "1/2")
        screen.send("v")
        screen.see("your verdict")
        screen.send("not checkable", "enter")
        screen.see("because")
        screen.send("a forecast", "enter")
        screen.see("no disagreement waits for you", "2/2", "third: a forecast")
        screen.send("u")
        screen.see("✓ undone: decision", "1/2")
        screen.send("U")
        screen.see("✓ done again: decision", "2/2")
        screen.send("B")
        screen.see("Settle 1 claim that all reviewers agree on?")
        screen.send("y")
        screen.see("✓ 1 claim settled")
        screen.send("D")
        screen.see("Progress", "settled", "as of")
        screen.send("q")
        screen.see("third verdict")
        screen.send("q")
        assert screen.end() == 0
    with package.open(db) as store:
        assert store.verify() == []
        made = [(e.kind, e.payload.get("how")) for e in store.events() if e.reviewer == "lena"]
    assert made == [
        ("adjudicated", "side"),
        ("adjudicated", "third"),
        ("undone", None),
        ("redone", None),
        ("adjudicated", "unanimous"),
    ]
