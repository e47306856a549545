"""Overlap, leases, fixed sets: each claim goes to K reviewers, and to no more."""

import threading
from collections.abc import Callable, Iterator

import pytest
from conftest import TEXT, add_article
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from places import blank

from db import assignments, identity, reviews
from db.engine import Database
from db.integrity.prove import verify
from db.rows import Filter
from workbench.review import assignment, project
from workbench.review.project import open_project
from workbench.review.session import ReviewError, Session

QUOTES = [TEXT[start : start + 9] for start in range(0, 36, 3)]


@pytest.fixture
def twelve(database: Database) -> Database:
    add_article(database, TEXT, QUOTES)
    return database


def overlap(database: Database, k: int, **more: float) -> None:
    project.init(database, reviewer="lena", overlap=k, **more)  # type: ignore[arg-type]


def decided(database: Database) -> dict[int, list[str]]:
    with database.read() as connection:
        held = reviews.by_claims(connection, range(1, 40))
    return {
        seq: [r.reviewer for r in found if r.verdict or r.discarded] for seq, found in held.items()
    }


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[float], None]]:
    """Lets minutes pass for leases."""
    passed = 0.0
    later = assignments.later
    monkeypatch.setattr(assignments, "later", lambda minutes: later(minutes + passed))
    monkeypatch.setattr(identity, "now", lambda: later(passed))

    def wait(minutes: float) -> None:
        nonlocal passed
        passed += minutes

    yield wait


def test_without_overlap_everybody_reviews_everything(twelve: Database) -> None:
    anna, ben = Session(twelve, "anna"), Session(twelve, "ben")
    assert anna.next_open() == ben.next_open() == 1
    anna.decide(1, "verified")
    ben.decide(1, "refuted")
    with twelve.read() as connection:
        assert assignments.overview(connection) == []


def test_two_reviewers_never_get_the_same_claim(twelve: Database) -> None:
    overlap(twelve, 1)
    anna, ben = Session(twelve, "anna"), Session(twelve, "ben")
    first, second = anna.next_open(), ben.next_open()
    assert first == 1 and second == 7  # anna holds half of what was free
    assert list(ben.queue()) == list(range(7, 13))
    with pytest.raises(ReviewError, match="another reviewer has this claim"):
        ben.decide(1, "verified")
    with pytest.raises(ReviewError, match="another reviewer has this claim"):
        ben.tag(2, "mine")
    assert ben.history(1) == []
    anna.decide(1, "verified")
    assert anna.next_open(after=1) == 2


@pytest.mark.parametrize("k", [1, 2, 3])
def test_each_claim_gets_exactly_k_reviews(twelve: Database, k: int) -> None:
    overlap(twelve, k)
    sessions = [Session(twelve, name) for name in ("anna", "ben", "carol", "dora")]
    here: dict[str, int | None] = {}
    while True:
        moved = False
        for session in sessions:
            seq = session.next_open(after=here.get(session.reviewer))
            if seq is not None:
                session.decide(seq, "verified")
                here[session.reviewer], moved = seq, True
        if not moved:
            break
    assert {seq: len(names) for seq, names in decided(twelve).items()} == dict.fromkeys(
        range(1, 13), k
    )
    assert all(session.counts().open == 0 for session in sessions)
    assert list(verify(twelve)) == []


def test_a_lease_that_its_holder_left_comes_back(
    twelve: Database, clock: Callable[[float], None]
) -> None:
    overlap(twelve, 1)
    anna, ben = Session(twelve, "anna"), Session(twelve, "ben")
    assert anna.next_open() == 1
    clock(29)
    assert ben.next_open() == 7
    clock(2)
    ben.decide(1, "verified")
    with pytest.raises(ReviewError, match="another reviewer"):
        anna.decide(1, "refuted")
    assert anna.next_open() == 2


def test_acting_renews_the_leases(twelve: Database, clock: Callable[[float], None]) -> None:
    overlap(twelve, 1)
    anna, ben = Session(twelve, "anna"), Session(twelve, "ben")
    anna.next_open()
    for _ in range(4):
        clock(20)
        anna.note(3, "still at it")
    with pytest.raises(ReviewError, match="another reviewer"):
        ben.decide(2, "verified")


def test_leaving_gives_the_leases_back(twelve: Database) -> None:
    overlap(twelve, 1)
    anna, ben = Session(twelve, "anna"), Session(twelve, "ben")
    anna.next_open()
    anna.release()
    assert ben.next_open() == 1


def test_a_note_takes_a_lease(twelve: Database) -> None:
    overlap(twelve, 1)
    anna, ben = Session(twelve, "anna"), Session(twelve, "ben")
    anna.note(9, "mine")
    with pytest.raises(ReviewError, match="another reviewer"):
        ben.decide(9, "verified")
    assert 9 not in ben.queue()


def test_redo_cannot_bring_one_review_too_many(twelve: Database) -> None:
    overlap(twelve, 1)
    anna, ben = Session(twelve, "anna"), Session(twelve, "ben")
    anna.decide(1, "verified")
    anna.undo()
    anna.release()
    ben.decide(1, "refuted")
    with pytest.raises(ReviewError, match="another reviewer"):
        anna.redo()
    ben.undo()
    ben.release()
    anna.redo()
    assert decided(twelve)[1] == ["anna"]
    assert list(verify(twelve)) == []


def test_ones_own_claims_and_decisions_stay_ones_own(twelve: Database) -> None:
    overlap(twelve, 1)
    anna = Session(twelve, "anna")
    start = TEXT.index("Café")
    seq = anna.add_claim(1, start, start + 11).added[0]
    anna.decide(1, "verified")
    anna.decide(1, "refuted")
    assert {1, seq} <= set(anna.queue())
    assert seq not in Session(twelve, "ben").queue()


def test_filters_bound_what_is_leased(twelve: Database) -> None:
    add_article(twelve, "Fees rose by 4% in June.", ["Fees rose by 4%"], title="Fees")
    overlap(twelve, 1)
    anna = Session(twelve, "anna")
    assert anna.next_open(Filter(article_seq=2)) == 13
    anna.decide(13, "verified")
    assert anna.next_open(Filter(article_seq=2)) is None
    assert anna.next_open(Filter(search="nothing such")) is None


def test_a_fixed_set_is_all_that_its_reviewer_is_shown(twelve: Database) -> None:
    lead, anna = Session(twelve, "lena"), Session(twelve, "anna")
    assert lead.assign("anna", [3, 5]) == 2
    assert lead.assign("anna", [5, 8]) == 1
    assert list(anna.queue()) == [3, 5, 8]
    assert (anna.next_open(after=5), anna.counts().claims) == (8, 3)
    assert len(Session(twelve, "ben").queue()) == 12
    overlap(twelve, 1)
    assert 5 not in Session(twelve, "ben").queue()
    with pytest.raises(ReviewError, match="another reviewer"):
        Session(twelve, "ben").decide(5, "verified")
    anna.decide(5, "verified")
    assert lead.unassign("anna") == 3
    assert 8 in Session(twelve, "ben").queue() and 5 not in Session(twelve, "ben").queue()
    project.init(twelve, reviewer="lena", leads=["lena"])
    with pytest.raises(ReviewError, match="only leads assign claims here: lena"):
        Session(twelve, "anna").assign("anna", [1])


def test_a_fixed_set_is_what_the_events_say(twelve: Database) -> None:
    lead = Session(twelve, "lena")
    lead.assign("anna", [3, 5])
    project.init(twelve, reviewer="lena", overlap=2)
    assert Session(twelve, "anna").next_open() == 3
    assert list(verify(twelve)) == []
    with twelve.write() as connection:
        assignments.release(connection, "anna", [5], assignments.FIXED)
        assignments.hold(connection, "anna", [6], assignments.FIXED)
    found = sorted(problem.what for problem in verify(twelve))
    assert found == ["no event gave it", "was given, and is not stored"]


def test_evidence_keeps_to_the_slots_and_is_judged_beyond_them(twelve: Database) -> None:
    anna, ben = Session(twelve, "anna"), Session(twelve, "ben")
    anna.decide(1, "refuted")
    anna.cite_url(1, "https://example.org/minutes", "refutes")
    overlap(twelve, 2)
    assert ben.sufficiency_queue() == []  # she may still decide it herself
    overlap(twelve, 1)
    with pytest.raises(ReviewError, match="another reviewer"):
        ben.cite_url(1, "https://example.org/other", "supports")
    (asked,) = ben.sufficiency_queue()
    ben.judge_sufficiency(asked.claim, asked.of, True)
    ben.undo()
    with twelve.read() as connection:
        assert assignments.overview(connection) == []
    assert list(verify(twelve)) == []


def test_order_by_disagreement_tells_no_verdict(twelve: Database) -> None:
    anna, ben, carol = (Session(twelve, name) for name in ("anna", "ben", "carol"))
    for seq in (4, 6, 9):
        anna.decide(seq, "verified")
        ben.decide(seq, "refuted" if seq != 6 else "verified")
    ben.discard(9)
    anna.decide(2, "verified")
    wanted = Filter(order="disagreement")
    assert list(carol.queue(wanted))[:3] == [4, 9, 1]
    assert carol.next_open(wanted) == 4
    assert carol.next_open(wanted, after=4) == 9
    assert carol.next_open(wanted, after=9) == 1
    assert carol.previous_open(wanted, 1) == 9
    assert all(item.review is None for item in carol.items(carol.queue(wanted)))
    overlap(twelve, 3)
    assert carol.next_open(wanted) == 4


def test_control_claims_go_to_everybody(twelve: Database) -> None:
    lead = Session(twelve, "lena")
    for seq in (2, 11):
        lead.control(seq, "refuted", "settled beforehand")
    overlap(twelve, 1, controls=0.2)
    anna, ben = Session(twelve, "anna"), Session(twelve, "ben")
    assert "20% of your claims were decided beforehand" in anna.guidelines()
    for session in (anna, ben):
        here = None
        while (here := session.next_open(after=here)) is not None:
            session.decide(here, "refuted")
    found = decided(twelve)
    assert found[2] == found[11] == ["anna", "ben"]
    assert all(len(names) == 1 for seq, names in found.items() if seq not in (2, 11))
    with twelve.read() as connection:
        assert assignments.most_reviews(connection) == 1


def test_claims_come_back_without_the_first_verdict(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assignment, "RECHECK_GAP", 4)
    add_article(database, TEXT, QUOTES)
    project.init(database, reviewer="lena", recheck=0.25)
    anna = Session(database, "anna")
    assert "25% of your claims come back" in anna.guidelines()
    for seq in range(1, 8):
        outcome = anna.decide(seq, "verified")
        anna.tag(seq, "first")
        if len(outcome.changed) > 1:
            break
    back = anna.next_open(after=seq)
    assert back is not None and back < seq and outcome.changed == (seq, back)
    assert anna.items([back])[0].review is None
    assert anna.history(back) == []
    assert back in anna.queue(Filter(state="open"))
    assert back not in anna.queue(Filter(state="decided"))
    assert back not in anna.queue(Filter(verdict="verified"))
    counts = anna.counts()
    assert counts.decided == seq - 1
    with pytest.raises(ReviewError, match="takes a verdict, and nothing else"):
        anna.note(back, "hm")
    anna.decide(back, "refuted")
    review = anna.items([back])[0].review
    assert review is not None and (review.verdict, review.tags) == ("verified", ("first",))
    assert anna.counts().decided == seq
    assert anna.next_open(after=seq) == seq + 1
    anna.undo()
    assert anna.items([back])[0].review is None
    anna.redo()
    assert list(verify(database)) == []
    from workbench.review.agreement import agreement

    steady = agreement(database).rechecks
    assert [(row.reviewer, row.claims, row.share) for row in steady] == [("anna", 1, 0.0)]


def test_both_checks_are_off_by_default(twelve: Database) -> None:
    anna = Session(twelve, "anna")
    for seq in range(1, 13):
        assert anna.decide(seq, "verified").changed == (seq,)
    assert anna.next_open() is None
    assert anna.guidelines() == anna.scheme.guidelines.rstrip()


@pytest.mark.parametrize("k", [1, 2])
def test_reviewers_at_the_same_time(twelve: Database, target: str, k: int) -> None:
    overlap(twelve, k)
    names = ["anna", "ben", "carol", "dora", "emil"]
    trouble: list[BaseException] = []
    start = threading.Barrier(len(names))

    def work(name: str) -> None:
        try:
            session = Session(open_project(target), name)
            start.wait(30)
            here: int | None = None
            while (seq := session.next_open(after=here)) is not None:
                session.decide(seq, "verified")
                if seq % 3 == 0:
                    session.undo()
                    session.redo()
                here = seq
            session.close()
        except BaseException as error:  # shown by the assertion below
            trouble.append(error)
            start.abort()

    threads = [threading.Thread(target=work, args=(name,)) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert trouble == []
    found = decided(twelve)
    assert max(len(people) for people in found.values()) == k
    last = Session(twelve, "zoe")  # whatever was free again for a moment is left for others
    here = None
    while (here := last.next_open(after=here)) is not None:
        last.decide(here, "verified")
    assert list(verify(twelve)) == []


steps = st.lists(
    st.tuples(
        st.sampled_from(["anna", "ben", "carol"]),
        st.sampled_from(["next", "next", "decide", "discard", "note", "undo", "redo", "leave"]),
        st.integers(1, 4),
    ),
    max_size=30,
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=steps, k=st.integers(1, 2))
def test_no_run_of_acts_gives_a_claim_more_than_k_reviews(
    steps: list[tuple[str, str, int]], k: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    database = open_project(blank(tmp_path_factory.mktemp("any") / "s.db"))
    add_article(database, TEXT, QUOTES[:4])
    overlap(database, k)
    for name, step, seq in steps:
        try:
            act(Session(database, name), step, seq)
        except ReviewError:
            continue
        assert all(len(names) <= k for names in decided(database).values())
    assert list(verify(database)) == []
    database.close()


def act(session: Session, step: str, seq: int) -> None:
    if step == "next":
        found = session.next_open(after=seq)
        if found is not None:
            session.decide(found, "verified")
    elif step == "decide":
        session.decide(seq, "refuted")
    elif step == "note":
        session.note(seq, "n")
    elif step == "leave":
        session.release()
    elif step == "discard":
        session.discard(seq)
    else:
        getattr(session, step)()


def test_a_tagged_claim_can_be_split_where_claims_are_shared(twelve: Database) -> None:
    overlap(twelve, 1)
    anna = Session(twelve, "anna")
    anna.tag(1, "money")
    anna.split(1, TEXT.index(QUOTES[0]) + 4)
    new = [item for item in anna.items(range(13, 15)) if item.review is not None]
    assert [item.review.tags for item in new if item.review] == [("money",), ("money",)]
    assert list(verify(twelve)) == []
