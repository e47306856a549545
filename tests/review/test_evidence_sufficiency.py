"""Whether another's evidence is enough, asked without telling whose it is."""

from __future__ import annotations

import json
from typing import Any

import pytest

from db import evidence as stored
from db.integrity.prove import verify
from workbench.ingest.document import document
from workbench.review.evidence.sources import add_source
from workbench.review.outcome import ReviewError
from workbench.review.project import init
from workbench.review.session import Session

TEXT = "The harbour board met on 3 May in the old customs house. It closed two piers."


@pytest.fixture
def source(session: Session) -> str:
    put(session, "overlap", 1)
    return str(add_source(session.database, document(TEXT, "minutes")).source_id)


def put(session: Session, name: str, value: object) -> None:
    given: dict[str, Any] = {name: value}
    init(session.database, reviewer="lena", **given)


def decided(session: Session, source: str, claim: int = 1) -> None:
    session.cite(claim, source, 0, 28, "supports")
    session.decide(claim, "verified")


def test_one_answer_is_recorded_and_asked_once(session: Session, source: str) -> None:
    decided(session, source)
    ben = Session(session.database, "ben")
    (asked,) = ben.sufficiency_queue()
    assert (asked.claim, asked.verdict) == (1, "verified")
    assert [piece.quote for piece in asked.evidence] == [TEXT[:28].strip()]
    assert ben.judge_sufficiency(1, asked.of, True).message.startswith("evidence enough")
    assert ben.sufficiency_queue() == []
    with session.database.read() as connection:
        (made,) = stored.judgements(connection)
    assert (made.reviewer, made.of, made.sufficient) == ("ben", asked.of, True)
    assert list(verify(session.database)) == []


def test_nobody_is_told_whose_it_is(session: Session, source: str) -> None:
    decided(session, source)
    ben = Session(session.database, "ben")
    (asked,) = ben.sufficiency_queue()
    ben.judge_sufficiency(1, asked.of, False)
    told = repr(asked) + json.dumps([event.payload for event in ben.history(1)])
    assert "anna" not in told
    assert session.sufficiency_queue() == []


def test_without_verdict_or_evidence_there_is_nothing_to_judge(
    session: Session, source: str
) -> None:
    session.cite(1, source, 0, 28, "supports")
    session.decide(2, "verified")
    ben = Session(session.database, "ben")
    assert ben.sufficiency_queue() == []
    with pytest.raises(ReviewError, match="changed"):
        ben.judge_sufficiency(1, "0" * 32, True)


def test_a_change_is_asked_about_again(session: Session, source: str) -> None:
    decided(session, source)
    ben = Session(session.database, "ben")
    (asked,) = ben.sufficiency_queue()
    ben.judge_sufficiency(1, asked.of, False)
    session.cite(1, source, 28, 56, "supports")
    (again,) = ben.sufficiency_queue()
    assert again.of != asked.of and len(again.evidence) == 2
    with pytest.raises(ReviewError, match="changed"):
        ben.judge_sufficiency(1, asked.of, True)
    assert list(verify(session.database)) == []


def test_undo_takes_a_judgement_back(session: Session, source: str) -> None:
    decided(session, source)
    ben = Session(session.database, "ben")
    (asked,) = ben.sufficiency_queue()
    ben.judge_sufficiency(1, asked.of, True)
    assert ben.undo().message == "undone: judgement of evidence"
    assert ben.sufficiency_queue() == [asked]
    assert ben.items([1])[0].review is None
    ben.redo()
    assert ben.sufficiency_queue() == []
    assert list(verify(session.database)) == []


def test_who_judged_gives_no_first_verdict(session: Session, source: str) -> None:
    put(session, "overlap", 0)
    put(session, "blind", False)
    decided(session, source)
    decided(session, source, 2)
    ben = Session(session.database, "ben")
    ben.decide(2, "refuted")
    for asked in ben.sufficiency_queue():
        ben.judge_sufficiency(asked.claim, asked.of, True)
    with pytest.raises(ReviewError, match="would not be your own"):
        ben.decide(1, "verified")
    ben.decide(2, "verified")
    assert ben.items([1])[0].review is None


def test_verdicts_that_are_still_to_come_are_not_disturbed(session: Session, source: str) -> None:
    put(session, "overlap", 2)
    decided(session, source)
    ben, cleo = Session(session.database, "ben"), Session(session.database, "cleo")
    assert ben.sufficiency_queue() == [] == cleo.sufficiency_queue()
    ben.decide(1, "refuted")
    assert [asked.claim for asked in ben.sufficiency_queue()] == [1]
    assert [asked.claim for asked in cleo.sufficiency_queue()] == [1]


def test_where_everybody_decides_nobody_is_shown_what_she_has_to_decide(
    session: Session, source: str
) -> None:
    put(session, "overlap", 0)
    decided(session, source)
    decided(session, source, 2)
    ben = Session(session.database, "ben")
    assert ben.sufficiency_queue() == []
    ben.decide(2, "refuted")
    assert [asked.claim for asked in ben.sufficiency_queue()] == [2]
    put(session, "leads", ["lena"])
    lena = Session(session.database, "lena")
    assert [asked.claim for asked in lena.sufficiency_queue()] == [1, 2]


def test_a_claim_that_a_reviewer_added_stays_hers(
    session: Session, source: str, article_seq: int
) -> None:
    seq = session.add_claim(article_seq, 0, 11).added[0]
    decided(session, source, seq)
    assert Session(session.database, "ben").sufficiency_queue() == []
