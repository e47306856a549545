"""Any text: what each format writes, cut as its reader cuts, is the claim; and comes back."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from dataset_example import Example
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_formats_tools import lines, written

from workbench.dataset import importers
from workbench.dataset.importers.item import Item
from workbench.dataset.importers.place import Place, Placer
from workbench.text.words import trim

ODD = "a b😀👩‍👩‍👧é\u0301東京\r\n\t\x07\x1b\x85\u2028\u2029\ufeff\ufffe<&\"'\\;|%#_-=+@\u00ad.0"
TEXTS = st.text(
    st.sampled_from(ODD) | st.characters(codec="utf-8", exclude_characters="\x00"),
    min_size=1,
    max_size=60,
)
TOOLS = ["brat", "cas", "doccano", "labelstudio", "prodigy"]
Spans = set[tuple[int, int]]


@st.composite
def examples(draw: st.DrawFn) -> tuple[Example, Spans]:
    """An article with some claims of one reviewer, at any places that are not blank."""
    text = draw(TEXTS.filter(lambda text: text.strip("\ufeff \t\r\n")))
    example, spans = Example(text=text), set()
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        if text[start:end].strip() and (start, end) not in spans:
            spans.add((start, end))
            example.claim_at(start, end)
            example.review(len(example.rows) - 1, "anna", "verified")
    return example, spans


def exported(name: str, example: Example, use: Callable[[Path], Any]) -> Any:
    with tempfile.TemporaryDirectory() as folder:
        path, _ = written(name, Path(folder), example)
        return use(path)


@pytest.mark.parametrize("tool", TOOLS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made=examples())
def test_a_tool_gives_the_same_spans_back(tool: str, made: tuple[Example, Spans]) -> None:
    if tool == "cas":
        pytest.importorskip("cassis")
    example, spans = made
    if not spans:
        return
    items = exported(tool, example, lambda path: list(importers.get(tool).read(path)))
    (item,) = items
    assert isinstance(item, Item)
    held = example.text if tool != "cas" else item.text
    assert held is not None
    assert len(held) == len(example.text)
    if tool != "cas":
        assert item.text == example.text
    placer = Placer(held)
    places = [placer.place(mark) for mark in item.marks]
    assert all(isinstance(place, Place) for place in places), places
    found = {_trimmed(example.text, p.start, p.end) for p in places if isinstance(p, Place)}
    assert found == {_trimmed(example.text, *span) for span in spans}


def _trimmed(text: str, start: int, end: int) -> str:
    """The span's words: brat leaves line breaks at the edges of a span away."""
    return " ".join(text[start:end].split())


@settings(max_examples=60, deadline=None)
@given(made=examples())
def test_conll_tokens_are_those_of_the_text(made: tuple[Example, Spans]) -> None:
    example, _ = made

    def check(path: Path) -> None:
        rows = path.read_bytes().decode("utf-8").split("\n")
        for row in rows:
            if row and not row.startswith("-DOCSTART-\t"):
                token, start, end, tag = row.split("\t")
                assert example.text[int(start) : int(end)] == token
                assert tag in ("O", "B-verified", "I-verified")

    exported("conll", example, check)


@settings(max_examples=40, deadline=None)
@given(made=examples())
def test_spacy_keeps_the_text(made: tuple[Example, Spans]) -> None:
    spacy = pytest.importorskip("spacy")
    from spacy.tokens import DocBin

    example, spans = made

    def check(path: Path) -> None:
        (file,) = path.glob("*.spacy")
        docs = list(DocBin().from_disk(file).get_docs(spacy.blank("en").vocab))
        for doc in docs:
            assert doc.text == example.text
            found = {(s.start_char, s.end_char) for s in doc.spans["claims"]}
            for start, end in (trim(example.text, *span) for span in spans):
                assert any(a <= start and end <= b for a, b in found)

    exported("spacy", example, check)


@settings(max_examples=60, deadline=None)
@given(made=examples())
def test_web_annotations_of_any_text(made: tuple[Example, Spans]) -> None:
    example, spans = made

    def check(path: Path) -> None:
        found = set()
        for item in json.loads(path.read_bytes())["items"]:
            place, quote = item["target"]["selector"]
            assert example.text[place["start"] : place["end"]] == quote["exact"]
            found.add((place["start"], place["end"]))
        assert found == spans

    exported("webannotation", example, check)


@settings(max_examples=60, deadline=None)
@given(made=examples())
def test_lines_are_lines_and_rows_are_rows(made: tuple[Example, Spans]) -> None:
    example, spans = made
    assert exported("jsonl", example, lambda path: len(lines(path))) == len(spans)
    rows = exported("liar", example, lambda path: path.read_bytes().decode("utf-8").split("\n"))
    assert all(row.count("\t") == 13 for row in rows if row)
    assert len(rows) - 1 == len(spans)
