"""Leads settle what reviewers disagree on; gold labels follow from events."""

import pytest
from conftest import TEXT, add_article
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from places import blank
from sqlalchemy import text

from db import gold as stored
from db.engine import Database
from db.integrity.prove import verify
from db.rows import Gold
from workbench.review import project
from workbench.review.project import open_project
from workbench.review.session import ReviewError, Session


@pytest.fixture
def team(database: Database, article_seq: int) -> dict[str, Session]:
    """Claim 1: two of three agree. Claim 2: all agree. Claim 3: all differ."""
    sessions = {name: Session(database, name) for name in ("anna", "ben", "carol")}
    for name, labels in {
        "anna": ("verified", "refuted", "verified"),
        "ben": ("verified", "refuted", "refuted"),
        "carol": ("refuted", "refuted", None),
    }.items():
        for seq, label in enumerate(labels, start=1):
            if label is None:
                sessions[name].discard(seq)
            else:
                sessions[name].decide(seq, label)
    return sessions


@pytest.fixture
def lead(team: dict[str, Session], database: Database) -> Session:
    project.init(database, reviewer="lena", leads=["lena"])
    return Session(database, "lena")


def gold_of(database: Database, seq: int) -> Gold | None:
    with database.read() as connection:
        return stored.of_claims(connection, [seq]).get(seq)


def test_disagreements_come_worst_first(lead: Session) -> None:
    assert lead.disagreements() == [3, 1]
    assert lead.disagreements("article") == [1, 3]
    assert lead.unanimous() == [2]
    with pytest.raises(ReviewError, match="no order 'size'"):
        lead.disagreements("size")


def test_a_case_shows_all_reviews_side_by_side(team: dict[str, Session], lead: Session) -> None:
    team["ben"].note(1, "see the minutes")
    case = lead.case(1)
    assert [(r.reviewer, r.verdict) for r in case.reviews] == [
        ("anna", "verified"),
        ("ben", "verified"),
        ("carol", "refuted"),
    ]
    assert case.reviews[1].note == "see the minutes"
    assert not case.unanimous and case.gold is None
    assert lead.case(2).unanimous


def test_taking_a_side_is_an_event_and_no_review(lead: Session, database: Database) -> None:
    lead.take_side(1, "carol", "the minutes say so")
    found = gold_of(database, 1)
    assert found is not None and found.settled
    assert (found.verdict, found.how, found.side) == ("refuted", "side", "carol")
    assert found.reason == "the minutes say so"
    assert lead.disagreements() == [3]
    assert lead.counts().decided == 0
    assert [e.kind for e in lead.history(1)] == ["adjudicated"]
    assert list(verify(database)) == []
    with pytest.raises(ReviewError, match="dora has not decided"):
        lead.take_side(1, "dora")


def test_a_third_verdict_needs_a_reason_and_a_label(lead: Session, database: Database) -> None:
    with pytest.raises(ReviewError, match="needs a reason"):
        lead.third(3, "verified", "  ")
    with pytest.raises(ReviewError, match="no verdict 'maybe'"):
        lead.third(3, "maybe", "because")
    lead.third(3, "not-enough-evidence", "no source is open")
    found = gold_of(database, 3)
    assert found is not None
    assert (found.verdict, found.how) == ("not-enough-evidence", "third")
    lead.third(3, None, "an opinion")
    found = gold_of(database, 3)
    assert found is not None and found.discarded and found.verdict is None


def test_unanimous_claims_are_settled_in_one_act(
    team: dict[str, Session], lead: Session, database: Database
) -> None:
    team["carol"].decide(1, "verified")
    assert lead.settle_unanimous() == 2
    assert [gold_of(database, seq) is not None for seq in (1, 2, 3)] == [True, True, False]
    assert lead.settle_unanimous() == 0
    assert list(verify(database)) == []
    outcome = lead.undo()
    assert outcome.message == "undone: 2 decisions"
    assert [gold_of(database, seq) for seq in (1, 2, 3)] == [None, None, None]
    lead.redo()
    found = gold_of(database, 2)
    assert found is not None and (found.verdict, found.how) == ("refuted", "unanimous")
    assert list(verify(database)) == []


def test_fewer_reviews_than_the_overlap_are_not_settled(
    team: dict[str, Session], database: Database
) -> None:
    project.init(database, reviewer="lena", leads=["lena"], overlap=4)
    lead = Session(database, "lena")
    assert lead.settle_unanimous() == 0
    assert lead.settle_unanimous(min_reviews=3) == 1


def test_two_votes_settle_where_two_are_wanted(lead: Session, database: Database) -> None:
    project.init(database, reviewer="lena", leads=["lena", "mona", "nina"], votes=2)
    lena, mona, nina = (Session(database, name) for name in ("lena", "mona", "nina"))
    assert "1 of 2 votes" in lena.take_side(1, "anna").message
    found = gold_of(database, 1)
    assert found is not None and not found.settled
    assert 1 in mona.disagreements()
    mona.take_side(1, "carol")
    found = gold_of(database, 1)
    assert found is not None and not found.settled and len(found.votes) == 2
    nina.take_side(1, "ben")
    found = gold_of(database, 1)
    assert found is not None and found.settled and found.verdict == "verified"
    assert 1 not in mona.disagreements()
    mona.undo()
    nina.undo()
    found = gold_of(database, 1)
    assert found is not None and not found.settled
    project.init(database, reviewer="lena", votes=1)
    found = gold_of(database, 1)
    assert found is not None and found.settled
    assert list(verify(database)) == []


def test_only_leads_settle_where_leads_are_named(team: dict[str, Session], lead: Session) -> None:
    ben = Session(lead.database, "ben")
    for act in (
        ben.disagreements,
        ben.settle_unanimous,
        lambda: ben.case(1),
        lambda: ben.take_side(1, "anna"),
        lambda: ben.third(1, "verified", "so"),
        lambda: ben.control(1, "verified"),
    ):
        with pytest.raises(ReviewError, match="only leads settle claims here: lena"):
            act()


def test_without_named_leads_a_reviewer_sees_what_she_has_decided(
    team: dict[str, Session], database: Database
) -> None:
    dora = Session(database, "dora")
    assert dora.disagreements() == [3, 1]  # she reviews nothing
    dora.decide(1, "verified")
    assert dora.disagreements() == [1]
    with pytest.raises(ReviewError, match="decide this claim yourself first"):
        dora.case(3)
    project.init(database, reviewer="dora", blind=False)
    assert Session(database, "dora").disagreements() == [3, 1]


def test_a_lead_may_settle_a_claim_that_a_reviewer_added(
    team: dict[str, Session], lead: Session, article_seq: int, database: Database
) -> None:
    start = TEXT.index("Café")
    seq = team["anna"].add_claim(article_seq, start, start + 11).added[0]
    with pytest.raises(ReviewError, match="no claim"):
        lead.case(seq)
    team["anna"].decide(seq, "verified")
    lead.take_side(seq, "anna")
    assert list(verify(database)) == []


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        ("UPDATE gold SET verdict = 'verified'", "verdict is 'verified'"),
        ("DELETE FROM gold", "not stored"),
        ("INSERT INTO gold SELECT 3, verdict, scheme, discarded, how, control, side, reason,"
         " settled, votes, decided_at FROM gold", "no event settled it"),
    ],
)  # fmt: skip
def test_verify_names_a_wrong_gold_label(
    lead: Session, database: Database, damage: str, reason: str
) -> None:
    lead.take_side(1, "carol")
    with database.write() as connection:
        connection.execute(text(damage))
    assert any(p.kind == "gold" and reason in p.what for p in verify(database))


steps = st.lists(
    st.tuples(
        st.sampled_from(["lena", "mona"]),
        st.sampled_from(["side", "third", "discard", "bulk", "control", "undo", "redo", "votes"]),
        st.integers(1, 3),
    ),
    max_size=15,
)


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=steps)
def test_any_run_of_decisions_replays_equal(
    steps: list[tuple[str, str, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    database = open_project(blank(tmp_path_factory.mktemp("any") / "s.db"))
    add_article(database, TEXT, ["The harbour board met in May", "closed two piers", "the board"])
    for name in ("anna", "ben"):
        for seq in (1, 2, 3):
            differs = seq == 3 and name == "ben"
            Session(database, name).decide(seq, "refuted" if differs else "verified")
    for name, step, seq in steps:
        try:
            act(Session(database, name), step, seq)
        except ReviewError:
            continue
    assert list(verify(database)) == []
    database.close()


def act(session: Session, step: str, seq: int) -> None:
    if step == "side":
        session.take_side(seq, "ben")
    elif step in ("third", "discard"):
        session.third(seq, "refuted" if step == "third" else None, "so")
    elif step == "control":
        session.control(seq, "verified")
    elif step == "votes":
        project.init(session.database, reviewer=session.reviewer, votes=seq)
    else:
        getattr(session, "settle_unanimous" if step == "bulk" else step)()
