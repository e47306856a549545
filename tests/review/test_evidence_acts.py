"""Citing evidence: what is kept, what is asked, what is refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import add_article
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text as sql

from db import evidence as stored
from db import sources as stored_sources
from db.engine import Database
from db.integrity.prove import verify
from db.rows import Evidence
from workbench.ingest.document import document
from workbench.review.evidence.citable import LATE, OWN
from workbench.review.evidence.places import QuoteUnsettledError
from workbench.review.evidence.sources import add_source
from workbench.review.outcome import ReviewError
from workbench.review.session import Session

MINUTES = (
    "The harbour board met on 3 May 2018 in the old customs house.\r\n\r\n"
    "It closed two piers. “The fee rises by 4%,” said the chair — nobody objected. "
    "It closed two piers again in June."
)
REPORT = "A café owner said the board’s fee had risen by 5% since 2017. 👩‍🚀 Nothing else changed."


@pytest.fixture
def held(session: Session) -> dict[str, str]:
    known = {"minutes": (MINUTES, "2018-06-01"), "report": (REPORT, "2031-01-01")}
    ids = {}
    for name, (text, published) in known.items():
        url = f"https://example.org/{name}"
        found = document(text, name, title=name, url=url, published=published)
        ids[name] = str(add_source(session.database, found).source_id)
    with session.database.write() as connection:
        connection.execute(sql("UPDATE article SET published = '2020-02-03'"))
    return ids


def pieces(session: Session, claim: int = 1) -> tuple[Evidence, ...]:
    review = session.items([claim])[0].review
    return review.evidence if review is not None else ()


@pytest.fixture
def sound(database: Database) -> Iterator[None]:
    yield
    assert list(verify(database)) == []


@pytest.mark.usefixtures("sound")
def test_a_cited_span_is_the_sources_own_text(session: Session, held: dict[str, str]) -> None:
    start = MINUTES.index("It closed")
    session.cite(1, held["minutes"], start - 3, start + 21, "supports", question="When?")
    (piece,) = pieces(session)
    assert piece.quote == MINUTES[piece.start : piece.end] == "It closed two piers."
    assert (piece.check, piece.stance, piece.question) == ("verbatim", "supports", "When?")
    assert (piece.url, piece.flags) == ("https://example.org/minutes", ())


@pytest.mark.usefixtures("sound")
def test_a_pasted_quote_is_found_in_whatever_source(session: Session, held: dict[str, str]) -> None:
    session.cite_quote(1, 'the  fee rises by 4%," said the chair - nobody', "refutes")
    (piece,) = pieces(session)
    assert piece.check == "typographic" and piece.source_id == held["minutes"]
    assert piece.quote == "The fee rises by 4%,” said the chair — nobody"


@pytest.mark.usefixtures("sound", "held")
def test_a_wrong_year_is_asked_about_and_the_sources_words_are_kept(session: Session) -> None:
    with pytest.raises(QuoteUnsettledError, match="2019") as asked:
        session.cite_quote(1, "The harbour board met on 3 May 2019 in the old", "supports")
    assert asked.value.reason == "differs" and "2018" in asked.value.places[0].text
    assert pieces(session) == ()
    session.cite_quote(
        1, "The harbour board met on 3 May 2019 in the old", "supports", confirmed=True
    )
    (piece,) = pieces(session)
    assert piece.check == "confirmed" and "3 May 2018" in piece.quote
    assert any("2019" in flag and flag.startswith("differs: ") for flag in piece.flags)


@pytest.mark.usefixtures("sound", "held")
def test_a_quote_whose_edge_cuts_a_fact_is_asked_about(session: Session) -> None:
    with pytest.raises(QuoteUnsettledError, match="5 in the quote, 5%") as asked:
        session.cite_quote(1, "the board’s fee had risen by 5", "supports")
    assert asked.value.reason == "differs" and asked.value.places[0].kind == "typographic"
    session.cite_quote(1, "the board’s fee had risen by 5", "supports", confirmed=True)
    (piece,) = pieces(session)
    assert (
        piece.check == "typographic" and "differs: 5 in the quote, 5% in the source" in piece.flags
    )


@pytest.mark.usefixtures("sound")
def test_several_places_and_short_quotes_ask_which(session: Session, held: dict[str, str]) -> None:
    with pytest.raises(QuoteUnsettledError) as several:
        session.cite_quote(1, "It closed two piers", "supports")
    assert several.value.reason == "several"
    spans = [(place.start, place.end) for place in several.value.places]
    assert len(spans) == 2 and all(MINUTES[a:b] == "It closed two piers" for a, b in spans)
    with pytest.raises(QuoteUnsettledError) as short:
        session.cite_quote(1, "customs", "supports")
    assert short.value.reason == "short"
    place = several.value.places[1]
    session.cite(1, place.document_id, place.start, place.end, "supports")
    assert pieces(session)[0].start == MINUTES.rindex("It closed")
    assert held["minutes"] == pieces(session)[0].source_id


@pytest.mark.usefixtures("sound", "held")
def test_a_quote_of_words_that_no_passage_is_found_by_is_found_still(session: Session) -> None:
    text = "It was not re-\nopened until 2016. No more is known."
    add_source(session.database, document(text, "broken"))
    with pytest.raises(QuoteUnsettledError, match="2018 in the quote, 2016 in the source"):
        session.cite_quote(1, "It was not reopened until 2018", "supports")


@pytest.mark.usefixtures("sound", "held")
def test_what_no_source_says_is_refused(session: Session) -> None:
    with pytest.raises(QuoteUnsettledError, match="no source says this") as absent:
        session.cite_quote(
            1, "Penguins nest under the northern lighthouse", "supports", confirmed=True
        )
    assert absent.value.reason == "absent" and pieces(session) == ()


@pytest.mark.usefixtures("sound", "held")
def test_the_article_under_review_is_looked_in_last(session: Session) -> None:
    session.cite_quote(1, "raised the mooring fee by 4%", "context")
    (piece,) = pieces(session)
    assert piece.flags == (OWN,) and piece.quote == "raised the mooring fee by 4%"


@pytest.mark.parametrize(
    ("quote", "reason"),
    [
        ("The fee\x1b[31m rises", "control character"),
        ("the old\x00customs house", "control character"),
        ("x" * 6000, "at most 5,000"),
        (" \n ", "empty"),
    ],
)
def test_what_cannot_be_a_quote_is_one_line(
    session: Session, held: dict[str, str], quote: str, reason: str
) -> None:
    with pytest.raises(ReviewError, match=reason) as refused:
        session.cite_quote(1, quote, "supports")
    assert len(str(refused.value).splitlines()) == 1 and "\x1b" not in str(refused.value)
    assert session.history(1) == [] and held


def test_a_span_with_control_characters_is_refused(session: Session) -> None:
    hostile = "The board \x1b]52;c;aGk=\x07 met in May, the paper says."
    made = add_source(session.database, document(hostile, "h"))
    with pytest.raises(ReviewError, match="control character"):
        session.cite(1, str(made.source_id), 0, 30, "supports")


def test_no_source_no_stance_no_span(session: Session, held: dict[str, str]) -> None:
    minutes = held["minutes"]
    with pytest.raises(ReviewError, match="no source"):
        session.cite(1, "0" * 64, 0, 5, "supports")
    with pytest.raises(ReviewError, match="stance"):
        session.cite(1, minutes, 0, 5, "proves")
    for start, end in ((-1, 5), (0, len(MINUTES) + 1), (9, 3)):
        with pytest.raises(ReviewError, match="outside"):
            session.cite(1, minutes, start, end, "supports")
    with pytest.raises(ReviewError, match="set"):
        session.cite(1, minutes, 0, 5, "supports", set_no=0)
    with pytest.raises(ReviewError, match="no claim"):
        session.cite(99, minutes, 0, 5, "supports")
    assert session.history(1) == []


@pytest.mark.usefixtures("sound")
def test_late_evidence_and_ones_own_article_are_flagged(
    session: Session, held: dict[str, str], article_seq: int
) -> None:
    session.cite(1, held["report"], 0, 20, "refutes")
    session.cite(1, session.article(article_seq).id, 0, 27, "context")
    session.cite_url(1, "https://example.org/new", "supports", published="2021-01-01")
    session.cite_url(1, "https://example.org/old", "supports", published="2019-01-01")
    assert [piece.flags for piece in pieces(session)] == [(LATE,), (OWN,), (LATE,), ()]
    assert LATE in session.cite(2, held["report"], 0, 20, "supports").message


@pytest.mark.usefixtures("sound")
def test_an_address_alone_is_not_held(session: Session) -> None:
    session.cite_url(1, " https://example.org/x?y=1 ", "context", question="Who?")
    (piece,) = pieces(session)
    assert (piece.check, piece.url, piece.quote) == ("not held", "https://example.org/x?y=1", "")
    for bad in ("example.org", "javascript:alert(1)", "http://", "https://a b", "https://a\x1bb"):
        with pytest.raises(ReviewError, match="address"):
            session.cite_url(1, bad, "context")


@pytest.mark.usefixtures("sound")
def test_a_piece_is_changed_in_its_place_and_taken_away(
    session: Session, held: dict[str, str]
) -> None:
    session.cite(1, held["minutes"], 0, 28, "supports")
    session.cite(1, held["report"], 0, 20, "supports")
    first, second = pieces(session)
    session.restance(1, first.id, "refutes")
    session.set_question(1, first.id, "  When did\nit meet? ")
    session.move_to_set(1, first.id, 2)
    changed, other = pieces(session)
    assert (changed.id, changed.stance, changed.set_no) == (first.id, "refutes", 2)
    assert changed.question == "When did it meet?" and other == second
    session.uncite(1, first.id)
    assert pieces(session) == (second,)
    for act in (
        lambda: session.uncite(1, first.id),
        lambda: session.restance(2, second.id, "refutes"),
    ):
        with pytest.raises(ReviewError, match="no such evidence"):
            act()


@pytest.mark.usefixtures("sound")
def test_undo_and_redo(session: Session, held: dict[str, str]) -> None:
    session.cite(1, held["minutes"], 0, 28, "supports")
    (piece,) = pieces(session)
    session.restance(1, piece.id, "refutes")
    session.uncite(1, piece.id)
    assert session.undo().message == "undone: evidence off"
    assert pieces(session)[0].stance == "refutes"
    session.undo()
    assert pieces(session) == (piece,)
    session.undo()
    assert pieces(session) == () and session.items([1])[0].review is None
    for _ in range(3):
        session.redo()
    assert pieces(session) == ()


@pytest.mark.usefixtures("sound")
def test_the_last_evidence_is_used_again(session: Session, held: dict[str, str]) -> None:
    with pytest.raises(ReviewError, match="no earlier evidence"):
        session.reuse_last(1)
    session.cite(1, held["report"], 0, 20, "refutes", question="How much?")
    session.reuse_last(2)
    (first,), (again,) = pieces(session, 1), pieces(session, 2)
    assert again.id != first.id and again._replace(id=first.id, at=first.at) == first
    with pytest.raises(ReviewError, match="no earlier evidence"):
        session.reuse_last(2)
    with pytest.raises(ReviewError, match="already"):
        session.reuse(2, first)
    with pytest.raises(ReviewError, match="no earlier evidence"):
        Session(session.database, "ben").reuse_last(2)


@pytest.mark.usefixtures("sound")
def test_evidence_is_blind(session: Session, held: dict[str, str]) -> None:
    session.cite(1, held["minutes"], 0, 28, "supports")
    other = Session(session.database, "ben")
    assert pieces(other) == () and other.history(1) == []
    other.cite(1, held["minutes"], 0, 28, "refutes")
    assert [piece.stance for piece in pieces(session)] == ["supports"]
    with session.database.read() as connection:
        found = stored.by_claims(connection, [1, 2])
        hers = stored.by_claims(connection, [1, 2], "ben")
    assert sorted(found) == [(1, "anna"), (1, "ben")] and list(hers) == [(1, "ben")]


DAMAGE = {
    "quote": ("UPDATE review_evidence SET quote = 'It met'", "does not say so"),
    "span": ('UPDATE review_evidence SET "end" = 9999', "outside its source"),
    "stance": ("UPDATE review_evidence SET stance = 'refutes'", "differs from the events"),
    "gone": ("DELETE FROM review_evidence", "differs from the events"),
    "orphan": ("DELETE FROM review", "belongs to no review"),
    "text": (
        "DROP TRIGGER source_text_no_update; UPDATE source_text SET text = replace(text, '3', '4')",
        "not the one that was added",
    ),
    "guard": ("DROP TRIGGER source_text_no_update", "texts of sources could be changed"),
    "source": ("DELETE FROM source_text; DELETE FROM source", "is not there"),
    "passage": ('UPDATE passage SET "end" = 9999', "outside the text"),
}


@pytest.mark.parametrize("kind", DAMAGE)
def test_each_kind_of_damage_is_named(
    kind: str, session: Session, database: Database, held: dict[str, str]
) -> None:
    session.cite(1, held["minutes"], 0, 28, "supports")
    assert list(verify(database)) == []
    statements, reason = DAMAGE[kind]
    with database.write() as connection:
        for statement in statements.split("; "):
            on_table = "TRIGGER" in statement and not database.is_sqlite
            connection.execute(sql(statement + (" ON source_text" if on_table else "")))
    problems = [f"{p.where} {p.what}" for p in verify(database)]
    assert any(reason in problem for problem in problems), problems


TEXTS = st.text(
    st.sampled_from("ab é—“\r\n👩\u200d🚀日本.\u0301ﬁ "), min_size=3, max_size=60
).filter(str.strip)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=TEXTS, data=st.data())
def test_any_span_of_any_source_is_kept_exactly(
    text: str, data: st.DataObject, session: Session
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    made = add_source(session.database, document(text, "x"))
    if not text[start:end].strip():
        return
    before = pieces(session)
    try:
        session.cite(1, str(made.source_id), start, end, "context")
    except ReviewError as error:
        assert "already" in str(error)
        return
    piece = pieces(session)[-1]
    assert len(pieces(session)) == len(before) + 1
    assert piece.quote == text[piece.start : piece.end] == text[start:end].strip()
    assert start <= (piece.start or 0) and (piece.end or 0) <= end
    with session.database.read() as connection:
        assert stored_sources.text(connection, str(made.source_id)) == text


def test_a_claim_of_another_article_has_its_own_date(
    session: Session, held: dict[str, str], tmp_path: Path
) -> None:
    other = add_article(session.database, "A later text. The fee rose.", ["The fee rose"])
    with session.database.write() as connection:
        connection.execute(
            sql("UPDATE article SET published = '2032-01-01' WHERE seq = :seq"), {"seq": other}
        )
    session.cite(1, held["report"], 0, 20, "refutes")
    claim = session.queue()[-1]
    session.reuse_last(claim)
    assert pieces(session, 1)[0].flags == (LATE,) and pieces(session, claim)[0].flags == ()
    assert tmp_path.exists()
