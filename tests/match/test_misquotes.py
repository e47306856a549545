"""Misquotes of every kind and honest variants, each with what must be said of it."""

import json
from pathlib import Path

import pytest

from workbench.match.quote.find import check_quote, find_quote

ROWS = [
    json.loads(line)
    for line in Path(__file__).with_name("misquotes.jsonl").read_text("utf-8").splitlines()
]
SOURCES = {row["source"]: row["text"] for row in ROWS if "text" in row}
QUOTES = [row for row in ROWS if "quote" in row]


@pytest.mark.parametrize("source", SOURCES)
def test_each_is_judged_right(source: str) -> None:
    text, wrong = SOURCES[source], []
    for row in QUOTES:
        if row["source"] == source:
            found = check_quote(row["quote"], text)
            told = " ".join(difference.message for difference in found.differences).lower()
            if found.kind != row["kind"] or any(word.lower() not in told for word in row["told"]):
                wrong.append((row["quote"], found.kind, told))
    assert wrong == []


def test_the_set_has_every_outcome() -> None:
    assert len(QUOTES) >= 250
    assert {row["kind"] for row in QUOTES} == {"verbatim", "typographic", "fuzzy", "absent"}


def test_sentences_that_differ_in_a_word_are_all_offered() -> None:
    text = SOURCES["similar"]
    found = find_quote("The club won in 2016", text)
    assert [text[one.start : one.end] for one in found] == [
        "The club won in 2010",
        "The club won in 2012",
        "The club won in 2014",
        "The club did not win in 2016",
    ]
    assert found[0].places == 3
    assert [one.message for one in found[3].differences] == ["“not” only in the source"]
