"""A project gets another scheme, or other leads, while work is under way or done already."""

from __future__ import annotations

import pytest

from db.engine import Database
from db.integrity.prove import verify
from workbench.review import project
from workbench.review.project import ProjectError
from workbench.review.schemes import Scheme, preset
from workbench.review.session import ReviewError, Session

SET_ANEW = "settings were changed elsewhere"


def give(database: Database, scheme: Scheme) -> None:
    project.init(database, reviewer="root", scheme=scheme)


def test_no_verdict_of_a_scheme_that_is_no_more_in_force(
    session: Session, database: Database
) -> None:
    give(database, preset("fever"))
    with pytest.raises(ReviewError, match=SET_ANEW):
        session.decide(1, "refuted")
    assert session.history(1) == []
    session.look_again()
    assert session.decide(1, "refutes").changed == (1,)
    assert session.history(1)[0].payload == {"label": "refutes", "scheme": "fever@1"}


def test_what_is_no_rule_of_the_work_stops_nobody(session: Session, database: Database) -> None:
    project.init(database, reviewer="root", guidelines="Read slowly.", about={"title": "Ours"})
    assert session.decide(1, "refuted").changed == (1,)


def test_who_is_no_lead_any_more_settles_nothing(session: Session, database: Database) -> None:
    session.decide(1, "refuted")
    lead = Session(database, "lena")
    project.init(database, reviewer="root", leads=["ben"])
    with pytest.raises(ReviewError, match=SET_ANEW):
        lead.take_side(1, "anna")


def test_a_scheme_has_all_labels_that_an_undo_can_bring_back(
    session: Session, database: Database
) -> None:
    session.decide(1, "refuted")
    session.decide(1, "verified")
    session.discard(1)
    with pytest.raises(ProjectError, match="lacks labels that verdicts use: refuted, verified"):
        give(database, preset("fever"))


def test_a_scheme_has_all_labels_that_leads_gave(session: Session, database: Database) -> None:
    session.discard(1)
    Session(database, "lena").third(1, "conflicting-evidence", "the minutes differ")
    with pytest.raises(ProjectError, match="lacks labels that verdicts use: conflicting-evidence"):
        give(database, preset("fever"))


def test_a_verdict_that_was_undone_keeps_no_scheme_away_and_is_not_done_again(
    session: Session, database: Database
) -> None:
    session.decide(1, "refuted")
    session.undo()
    give(database, preset("fever"))
    session.look_again()
    with pytest.raises(ReviewError, match="the scheme has no verdict 'refuted' any more"):
        session.redo()
    assert session.items([1])[0].review is None
    assert list(verify(database)) == []
