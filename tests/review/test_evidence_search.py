"""Searching for evidence on a claim."""

from __future__ import annotations

import pytest
from conftest import TEXT
from sqlalchemy import text as sql

from workbench import encoder
from workbench.ingest.document import document
from workbench.review.evidence.meaning import Meaning
from workbench.review.evidence.searching import likely_quote
from workbench.review.evidence.sources import add_source
from workbench.review.outcome import ReviewError
from workbench.review.session import Session
from workbench.text.terms import query_terms, stem

MINUTES = (
    "Nothing was said of the weather. The board of the harbour met on 12 May. "
    "It was a long evening.\n\nThe mooring fee went up by 4%. Two piers were closed."
)
LATER = "In 2031 the harbour board did not meet in May."


@pytest.fixture
def ids(session: Session) -> dict[str, str]:
    made = {}
    for name, text, day in (("minutes", MINUTES, "2018-06-01"), ("later", LATER, "2031-06-01")):
        added = add_source(session.database, document(text, name, title=name, published=day))
        made[name] = str(added.source_id)
    with session.database.write() as connection:
        connection.execute(sql("UPDATE article SET published = '2020-02-03'"))
    return made


def test_the_statement_is_the_query_and_the_likely_quote_is_marked(
    session: Session, ids: dict[str, str]
) -> None:
    found = session.search_evidence(1, meaning=False)
    texts = {"minutes": MINUTES, "later": LATER, "T": TEXT}
    for one in found:
        text = texts[str(one.document.title)]
        assert text[one.start : one.end] == one.text
        assert one.start <= one.quote_start < one.quote_end <= one.end
    (best,) = [one for one in found if one.document.id == ids["minutes"] and one.start == 0]
    assert MINUTES[best.quote_start : best.quote_end] == "The board of the harbour met on 12 May."


def test_ones_own_article_comes_last_and_late_sources_are_marked(
    session: Session, ids: dict[str, str]
) -> None:
    found = session.search_evidence(1, meaning=False)
    assert found[-1].own_article and not found[0].own_article
    late = {one.document.id: one.late for one in found}
    assert late[ids["later"]] is True and late[ids["minutes"]] is False
    assert len(session.search_evidence(1, limit=1)) == 1


def test_own_words_and_one_source(session: Session, ids: dict[str, str]) -> None:
    found = session.search_evidence(1, "closed piers", source_ids=[ids["minutes"]])
    assert {one.document.id for one in found} == {ids["minutes"]}
    assert found[0].text.endswith("Two piers were closed.")
    assert session.search_evidence(1, "penguin") == []
    with pytest.raises(ReviewError, match="no claim"):
        session.search_evidence(99)


def test_what_is_found_can_be_cited_as_it_is_marked(session: Session, ids: dict[str, str]) -> None:
    one = session.search_evidence(3, "mooring fee", meaning=False)[0]
    session.cite(3, one.document.id, one.quote_start, one.quote_end, "supports")
    review = session.items([3])[0].review
    assert review is not None and review.evidence[0].quote == "The mooring fee went up by 4%."
    assert ids["minutes"] == review.evidence[0].source_id


@pytest.mark.skipif(not encoder.available(), reason="the extra semantic")
def test_a_word_that_a_line_breaks_is_found_whole(session: Session) -> None:
    columns = (
        "The wind farm was fin-\nished in May and delivers elec-\r\ntricity. It was not cheap."
    )
    add_source(session.database, document(columns, "columns", title="columns"))
    found = session.search_evidence(1, "electricity finished", meaning=False)
    assert [one.document.title for one in found] == ["columns"]
    assert columns[found[0].quote_start : found[0].quote_end].endswith("tricity.")


def test_meaning_finds_other_words(session: Session) -> None:
    texts = (
        "The price of anchoring a boat rose.",
        "The harbour rose in the morning mist.",
    )
    for text in texts:
        add_source(session.database, document(text, "x", title=text))
    query = "what a boat costs in the harbour: it rose"
    found = session.search_evidence(3, query)
    assert found[0].text == texts[0] and found[0].score > 0.5
    assert session.search_evidence(3, query) == found
    assert Meaning().rank("x", []) == []


LIKELY = (
    ("One thing. The fee rose by 4 percent in June. It rained.", "fee rose 4", 1, 2),
    ("The ferry sank. It had 412 passengers aboard.", "ferry with 412 passengers sank", 0, 2),
    ("No word of it here. Nor here.", "penguin", 0, 1),
)


@pytest.mark.parametrize(("text", "query", "first", "behind"), LIKELY)
def test_likely_quote(text: str, query: str, first: int, behind: int) -> None:
    start, end = likely_quote(text, [stem(term) for term in query_terms(query)])
    wanted = ". ".join(text.rstrip(".").split(". ")[first:behind]) + "."
    assert text[start:end] == wanted
