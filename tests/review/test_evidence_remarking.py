"""A pasted quote under a mark that was moved: its differences stay until they are left out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from workbench.match.quote.find import find_quote
from workbench.review.evidence.marking import moved
from workbench.review.evidence.places import Place, told_of
from workbench.review.evidence.remarking import differs, remarked

MISQUOTES = Path(__file__).parents[1] / "match" / "misquotes.jsonl"
SOURCE = "By law the port employs 320 people in the town. Nobody counts them."


def place_of(quote: str, source: str) -> Place:
    check = find_quote(quote, source, 1)[0]
    told = told_of(check.differences, check.words)
    text = source[check.start : check.end]
    return Place("s", check.start, check.end, text, check.kind, told, check.words)


@pytest.mark.parametrize("step", ["start-left", "end-right", "more"])
def test_no_difference_is_lost_when_more_is_marked(step: str) -> None:
    rows = [json.loads(line) for line in MISQUOTES.read_text("utf-8").splitlines()]
    texts = {row["source"]: row["text"] for row in rows if "text" in row}
    misquotes = [row for row in rows if row.get("kind") == "fuzzy"]
    lost = []
    for row in misquotes:
        source = texts[row["source"]]
        place = place_of(row["quote"], source)
        mark = moved(source, (place.start, place.end), step) or (place.start, place.end)
        if not differs(remarked(place, source, 0, mark)):
            lost.append(row["quote"])
    assert misquotes and lost == []


@pytest.mark.parametrize(
    ("quote", "marked", "told"),
    [
        ("the port employs 330 people", "the port employs 320 people in", "330 in the quote"),
        ("the port employs 330 people", "employs 320", "330 in the quote"),
        ("the port employs 330 people", "the port employs", None),
        ("the port employs 330 people", "in the town", None),
        ("never the port employs 320 people", "the port employs 320", "“never”"),
        ("the port employs 320 people", "the port employs 320 people in", None),
        ("port employs people in the town", "the port employs 320 people in", "320"),
    ],
)
def test_the_differences_are_those_of_the_words_that_are_marked(
    quote: str, marked: str, told: str | None
) -> None:
    start = SOURCE.index(marked)
    found = remarked(place_of(quote, SOURCE), SOURCE, 0, (start, start + len(marked)))
    if told is None:
        assert found is None
    else:
        assert found is not None and found.text == marked and found.kind == "fuzzy"
        assert told in "; ".join(found.told)


def test_offsets_are_those_of_the_document() -> None:
    place = place_of("the port employs 330 people", SOURCE)
    far = place._replace(start=place.start + 1000, end=place.end + 1000)
    found = remarked(far, SOURCE, 1000, (far.start - 1, far.end + 4))  # blanks are left out
    assert found is not None and (found.start, found.text) == (far.start, place.text + " in")
    assert found.told == place.told
