"""Moving a mark within a passage, and reading around a place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.ingest.document import document
from workbench.review.evidence.citable import address_and_date
from workbench.review.evidence.marking import STEPS, moved
from workbench.review.evidence.sources import add_source
from workbench.review.outcome import ReviewError
from workbench.review.session import Session

TEXT = "It rained. The board met in 2018, the clerk wrote. Nobody objected."


@given(st.text(max_size=80), st.data())
def test_a_mark_stays_inside_its_passage_and_is_never_empty(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    for step in STEPS:
        found = moved(text, (start, end), step)
        if found is not None:
            assert 0 <= found[0] < found[1] <= len(text) and found != (start, end)


@pytest.mark.parametrize(
    ("begin", "step", "marked"),
    [
        ("The board met in 2018, the clerk wrote.", "next", "Nobody objected."),
        ("The board met in 2018, the clerk wrote.", "previous", "It rained."),
        ("It rained.", "previous", None),
        ("Nobody objected.", "next", None),
        ("The board met", "more", "The board met in 2018, the clerk wrote."),
        ("It rained. The board met", "less", "It rained."),
        ("It rained.", "less", None),
        ("met in", "end-right", "met in 2018"),
        ("met in 2018", "start-right", "in 2018"),
        ("met", "end-left", None),
        ("met in", "start-left", "board met in"),
    ],
)
def test_a_mark_moves_by_words_and_sentences(begin: str, step: str, marked: str | None) -> None:
    start = TEXT.index(begin)
    found = moved(TEXT, (start, start + len(begin)), step)
    assert (None if found is None else TEXT[slice(*found)]) == marked


def test_a_long_source_is_read_in_stretches(session: Session) -> None:
    text = "".join(f"The mill sold {number} sacks. " for number in range(20_000))
    source = str(add_source(session.database, document(text, "mill")).source_id)
    start = text.index("sold 9999 sacks")
    excerpt = session.excerpt(source, start, start + 15, around=300)
    assert text[excerpt.start :].startswith(excerpt.text) and len(excerpt.text) <= 615
    assert excerpt.text.split()[0] in ("The", "mill", "sold", "sacks.") or excerpt.text[0].isdigit()
    low, high, passage = excerpt.passage(start, start + 15)
    assert text[low:high] == passage and "sold 9999 sacks" in passage
    with pytest.raises(ReviewError, match="no source"):
        session.excerpt("0" * 64, 0, 1)


def test_a_quote_is_shown_with_its_own_paragraph(session: Session) -> None:
    text = "Before it all.\n\nThe fleet was sold in May 1887 for nothing.\n\nAfter it."
    add_source(session.database, document(text, "fleet"))
    sought = session.look_for_quote(1, "fleet was sold in May 1887")
    assert sought.reason == "" and [found.text for found in sought.found] == [
        "The fleet was sold in May 1887 for nothing."
    ]


def test_a_chosen_place_is_cited_as_it_was_found(session: Session) -> None:
    text = "The fleet was sold in May 1887 for nothing. The fleet was sold in May 1888 for more."
    add_source(session.database, document(text, "fleet"))
    sought = session.look_for_quote(1, "The fleet was sold in May 1889")
    assert sought.reason == "differs" and len(sought.places) > 1
    session.cite_place(1, sought.places[1], "refutes", set_no=2)
    review = session.items([1])[0].review
    assert review is not None
    (piece,) = review.evidence
    assert piece.check == "confirmed" and piece.set_no == 2 and "1889" in piece.flags[0]
    with pytest.raises(ReviewError, match="does not say that"):
        session.cite_place(1, sought.places[0]._replace(text="The fleet was lost"), "refutes")


def test_an_address_may_have_a_date_behind_it() -> None:
    assert address_and_date(" https://example.org/a ") == ("https://example.org/a", None)
    assert address_and_date("https://example.org/a 3 May 2019")[1] == "2019-05-03"
    with pytest.raises(ReviewError, match="date"):
        address_and_date("https://example.org/a soon")
