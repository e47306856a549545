"""The numbers of the dashboard, against what reviewers did."""

import json

import pytest
from conftest import TEXT, add_article
from sqlalchemy import insert

from db import identity
from db.engine import Database
from db.fold.state import review
from workbench.review import dashboard as board_module
from workbench.review import project
from workbench.review.dashboard import dashboard
from workbench.review.session import Session


def test_an_empty_project_has_defined_numbers(database: Database) -> None:
    board = dashboard(database)
    assert (board.claims, board.reviewers, board.hours) == (0, [], [])
    assert board.seconds is None and board.per_hour is None
    assert board.alpha.why == "no claim has two reviews"
    json.dumps(board.as_json(), allow_nan=False)


def test_progress_labels_and_what_is_left(database: Database, article_seq: int) -> None:
    add_article(database, "Fees rose by 4% in June.", ["Fees rose by 4%"], title="Fees")
    project.init(database, reviewer="lena", overlap=2)
    anna, ben = Session(database, "anna"), Session(database, "ben")
    anna.decide(1, "verified")
    anna.tag(1, "harbour")
    anna.decide(2, "refuted")
    ben.decide(1, "verified")
    ben.decide(2, "verified")
    ben.discard(4)
    board = dashboard(database)
    states = [(a.title, a.claims, a.begun, a.complete, a.reviews) for a in board.articles]
    assert states == [("T", 3, 2, 2, 4), ("Fees", 1, 1, 0, 1)]
    assert board.labels == {"verified": 3, "refuted": 1} and board.discarded == 1
    assert board.tags == {"harbour": 1}
    assert [(p.reviewer, p.decided, p.discarded) for p in board.reviewers] == [
        ("anna", 2, 0),
        ("ben", 2, 1),
    ]
    assert (board.left.claims, board.left.reviews) == (2, 3)
    assert (board.left.disagreements, board.left.unanimous) == (1, 1)
    assert board.alpha.claims == 2
    assert sum(count for _, count in board.hours) == 5
    Session(database, "lena").settle_unanimous()
    board = dashboard(database)
    assert board.gold == {"unanimous": 1} and board.left.unanimous == 0
    assert board.articles[0].settled == 1
    json.dumps(board.as_json(), allow_nan=False)


def test_a_blind_viewer_gets_labels_of_what_she_has_decided(
    database: Database, article_seq: int
) -> None:
    Session(database, "anna").decide(1, "refuted")
    Session(database, "anna").tag(1, "mine")
    Session(database, "anna").discard(2)
    board = dashboard(database, viewer="ben")
    assert (board.labels, board.tags, board.discarded) == ({}, {}, 0)
    Session(database, "ben").decide(1, "verified")
    board = dashboard(database, viewer="ben")
    assert board.labels == {"refuted": 1, "verified": 1} and board.tags == {"mine": 1}


def test_pauses_are_no_work() -> None:
    times = [
        ("anna", f"2025-02-03T14:{minute:02}:{second:02}.000000Z")
        for minute, second in ((0, 0), (0, 10), (0, 30), (20, 0), (20, 6))
    ]
    gaps = board_module._gaps(times)
    assert gaps == {"anna": [10.0, 20.0, 6.0]}
    assert board_module._per_hour(gaps["anna"]) == pytest.approx(3600 * 3 / 36)


def test_other_reviewers_slots_count_once(database: Database, article_seq: int) -> None:
    project.init(database, reviewer="lena", overlap=1)
    with database.write() as connection:  # as after a merge: two reviews of a claim that wants one
        for name in ("anna", "ben"):
            connection.execute(
                insert(review).values(
                    claim_seq=1, reviewer=name, verdict="verified", scheme="default@1",
                    discarded=False, later=False, note="",
                    decided_at=identity.now(), updated_at=identity.now(),
                )
            )  # fmt: skip
    board = dashboard(database)
    assert (board.left.claims, board.left.reviews) == (2, 2)
    assert 1 in Session(database, "anna").queue()
    assert TEXT[:28] == Session(database, "anna").items([1])[0].claim.quote
