"""A whole review in the real program, in a terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from ptyrun import ended, workbench

import workbench as package

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "rent-report.txt"


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
def test_what_is_done_in_the_screen_is_in_the_store(tmp_path: Path, size: tuple[int, int]) -> None:
    with workbench(tmp_path, "review", SAMPLE, size=size) as screen:
        screen.see("claims to decide", "The average rent in Alder Bay", "anna")
        claims = int(screen.match(r"0/(\d+)")[1])
        screen.send("1")
        screen.see("✓ verified", f"1/{claims}")
        screen.send("t")
        screen.see("⏎ done")
        screen.send("policy", "enter")
        screen.see("✓ tagged policy")
        screen.send("n")
        screen.see("⏎ done")
        screen.send("see the yearbook", "enter")
        screen.see("✓ noted", "note: see the yearbook")
        screen.send("a")
        screen.see("choose words")
        screen.send("l", "l", " ", "l", "l", "enter")
        screen.see("✓ added")
        screen.send("u")
        screen.see("✓ undone: claim added")
        screen.send("U")
        screen.see("✓ done again: claim added")
        screen.send("2")
        screen.see("✓ refuted", f"2/{claims + 1}")
        screen.send("q")
        assert screen.end() == 0
    with package.open(tmp_path / "workbench.db") as store:
        assert store.verify() == []
        assert {event.reviewer for event in store.events()} == {"anna"}
        kinds = [event.kind for event in store.events()]
        expected = ["verdict", "tagged", "noted", "added", "undone", "redone", "verdict"]
        assert kinds == expected
        found = {claim.id: claim for claim in store.claims()}
        assert sum(claim.kind != "phrase" for claim in found.values()) == claims + 1
        (own,) = (claim for claim in found.values() if claim.origin == "reviewer")
        text = next(iter(store.articles()))
        assert store.text(text.id)[own.start : own.end] == own.quote
        held = {review.claim_id: review for review in store.reviews()}
        verdicts = sorted(str(review.verdict) for review in held.values())
        assert verdicts == ["None", "refuted", "verified"]
        assert held[own.id].verdict == "refuted"
        (noted,) = (review for review in held.values() if review.tags)
        assert (noted.tags, noted.note, noted.verdict) == (("policy",), "see the yearbook", None)


def test_what_was_decided_comes_out_of_the_export(tmp_path: Path) -> None:
    with workbench(tmp_path, "review", SAMPLE) as screen:
        screen.see("claims to decide")
        screen.send("1", "2", "x")
        screen.match(r"3/\d+")
        screen.send("q")
        assert screen.end() == 0
    assert ended(tmp_path, "export", "a.jsonl")[0] == 0
    assert ended(tmp_path, "export", "b.jsonl")[0] == 0
    first = (tmp_path / "a.jsonl").read_bytes()
    assert first == (tmp_path / "b.jsonl").read_bytes()
    rows = [json.loads(line) for line in first.decode().splitlines()]
    given = [review["verdict"] for row in rows for review in row["reviews"]]
    assert given == ["verified", "refuted", None]
    text = SAMPLE.read_text(encoding="utf-8")
    assert all(text[row["start"] : row["end"]] == row["quote"] for row in rows)


def test_undo_goes_on_after_a_restart(tmp_path: Path) -> None:
    with workbench(tmp_path, "review", SAMPLE) as screen:
        screen.see("claims to decide")
        screen.send("1", "2")
        screen.match(r"2/\d+")
        screen.send("q")
        assert screen.end() == 0
    with workbench(tmp_path, "review") as screen:
        screen.see("claims to decide")
        screen.send("u")
        screen.match(r"1/\d+")
        screen.send("u")
        screen.match(r"0/\d+")
        screen.send("u")
        screen.see("nothing to undo")
        screen.send("U", "U", "U")
        screen.see("nothing to redo")
        screen.match(r"2/\d+")
        screen.send("q")
        assert screen.end() == 0
    assert ended(tmp_path, "verify")[0] == 0


def test_the_place_is_kept_while_the_window_changes(tmp_path: Path) -> None:
    with workbench(tmp_path, "review", SAMPLE) as screen:
        screen.see("claims to decide")
        screen.send("j", "j", "j", "j")
        here = "The office counted"
        screen.match("›.*" + here)
        for size in ((80, 24), (250, 70), (60, 20), (120, 40)):
            screen.resize(*size)
            screen.match("›.*" + here)
        screen.send("q")
        assert screen.end() == 0
