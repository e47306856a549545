from collections.abc import Callable

import pytest
from conftest import TEXT, add_article
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.engine import Database
from db.integrity.prove import verify
from db.rows import Filter
from workbench.review.item import quote, span, state, statement
from workbench.review.project import open_project
from workbench.review.session import ReviewError, Session


def states(session: Session) -> list[str]:
    return [state(item) for item in session.items(session.queue())]


def test_verdict_is_there_for_the_next_process(session: Session, target: str) -> None:
    outcome = session.decide(2, "refuted")
    assert outcome.changed == (2,)
    again = Session(open_project(target), "anna")
    review = again.items([2])[0].review
    assert review is not None
    assert (review.verdict, review.scheme) == ("refuted", "default@1")
    again.close()


def test_unknown_verdict_changes_nothing(session: Session) -> None:
    with pytest.raises(ReviewError, match="no verdict 'maybe'"):
        session.decide(1, "maybe")
    assert session.history(1) == []


def test_undo_and_redo_over_restarts(session: Session, database: Database) -> None:
    session.decide(1, "verified")
    session.decide(1, "refuted")
    session.later(2)
    session.discard(3)
    for expected in (
        ["decided", "later", "open"],
        ["decided", "open", "open"],
        ["decided", "open", "open"],
        ["open", "open", "open"],
    ):
        Session(database, "anna").undo()
        assert states(session) == expected
    with pytest.raises(ReviewError, match="nothing to undo"):
        session.undo()
    for _ in range(4):
        Session(database, "anna").redo()
    assert states(session) == ["decided", "later", "discarded"]
    with pytest.raises(ReviewError, match="nothing to redo"):
        session.redo()
    assert list(verify(database)) == []


def test_new_act_ends_redo(session: Session) -> None:
    session.decide(1, "verified")
    session.undo()
    session.decide(2, "verified")
    with pytest.raises(ReviewError, match="nothing to redo"):
        session.redo()


def test_undo_takes_back_only_ones_own(session: Session, database: Database) -> None:
    session.decide(1, "verified")
    other = Session(database, "ben")
    with pytest.raises(ReviewError, match="nothing to undo"):
        other.undo()
    assert states(session) == ["decided", "open", "open"]


def test_blind(session: Session, database: Database, article_seq: int) -> None:
    session.decide(1, "verified")
    session.tag(1, "mine")
    session.add_claim(article_seq, TEXT.index("Café"), TEXT.index(" «"))
    other = Session(database, "ben")
    assert states(other) == ["open", "open", "open"]
    assert other.tags() == []
    assert other.history(1) == []
    with pytest.raises(ReviewError, match="no claim"):
        other.decide(4, "verified")


def test_added_claim_is_exact_and_trimmed(session: Session, article_seq: int) -> None:
    start, end = TEXT.index("👩‍🚀"), TEXT.index(" —")
    outcome = session.add_claim(article_seq, start - 2, end + 1)
    item = session.items(outcome.added)[0]
    assert item.claim.quote == TEXT[start:end] == "👩‍🚀 Café owners «protested»"
    assert TEXT[item.claim.start : item.claim.end] == item.claim.quote
    assert item.claim.sentence.startswith("👩‍🚀")
    again = session.add_claim(article_seq, start, end)
    assert again.added == () and again.focus == item.claim.seq


def test_undo_of_an_added_claim_hides_it_and_redo_brings_it_back(
    session: Session, article_seq: int
) -> None:
    seq = session.add_claim(article_seq, TEXT.index("Café"), TEXT.index(" «")).added[0]
    session.decide(seq, "verified")
    session.undo()
    assert session.undo().removed == (seq,)
    assert seq not in session.queue()
    session.redo()
    assert session.redo().changed == (seq,)
    assert seq in session.queue()


def test_empty_and_outside_spans_are_refused(session: Session, article_seq: int) -> None:
    gap = TEXT.index("\r\n")
    for start, end in ((gap, gap + 4), (5, 5), (-1, 4), (0, len(TEXT) + 1), (9, 3)):
        with pytest.raises(ReviewError, match="span"):
            session.add_claim(article_seq, start, end)
        with pytest.raises(ReviewError, match="span"):
            session.move_span(1, start, end)


def test_moved_span_is_hers_alone(session: Session, database: Database) -> None:
    session.move_span(1, 4, 17)
    mine = session.items([1])[0]
    assert span(mine) == (4, 17) and quote(mine, TEXT) == "harbour board"
    assert span(Session(database, "ben").items([1])[0]) == (0, 28)


def test_split_and_merge_are_one_act_each(session: Session, database: Database) -> None:
    session.tag(1, "board")
    outcome = session.split(1, TEXT.index("met"))
    halves = session.items(outcome.added)
    assert [half.claim.quote for half in halves] == ["The harbour board", "met in May"]
    assert all(half.review and half.review.tags == ("board",) for half in halves)
    assert states(session).count("discarded") == 1
    session.undo()
    assert states(session) == ["open", "open", "open"]
    merged = session.merge([1, 2])
    assert session.items(merged.added)[0].claim.quote.endswith("closed two piers")
    session.undo()
    assert len(session.queue()) == 3
    assert list(verify(database)) == []


def test_the_halves_of_a_split_merge_again(session: Session, database: Database) -> None:
    session.tag(1, "board")
    whole = session.items([1])[0].claim.quote
    first = 1
    for _ in range(3):  # of the candidate, then of the claim that came of merging
        halves = session.split(first, TEXT.index("met")).added
        session.decide(halves[0], "verified")
        (made,) = session.items(session.merge(halves).added)
        assert made.claim.quote == whole and made.review and made.review.tags == ("board",)
        assert state(made) == "open"
        first = made.claim.seq
    for _ in range(9):
        session.undo()
    assert states(session) == ["open", "open", "open"]
    assert list(verify(database)) == []


def test_split_at_the_edge_is_refused(session: Session) -> None:
    for at in (0, 28, 500):
        with pytest.raises(ReviewError, match="split"):
            session.split(1, at)


def test_the_next_claim_to_merge_with_is_the_next_of_the_article_that_is_kept(
    session: Session, database: Database
) -> None:
    add_article(database, "Another text stands here.", ["Another text"])
    session.discard(2)
    merged = session.merge_with_next(1)
    (made,) = session.items(merged.added)
    first, _, third = session.items([1, 2, 3])
    assert (made.claim.start, made.claim.end) == (first.claim.start, third.claim.end)
    session.undo()
    with pytest.raises(ReviewError, match="no next claim in the article"):
        session.merge_with_next(3)


def test_merge_over_articles_is_refused(session: Session, database: Database) -> None:
    add_article(database, "Another text stands here.", ["Another text"])
    with pytest.raises(ReviewError, match="same article"):
        session.merge([1, 4])
    with pytest.raises(ReviewError, match="two claims"):
        session.merge([1, 1])


def test_tags_notes_and_wording(session: Session) -> None:
    session.tag(1, "  local   politics ")
    session.tag(1, "budget")
    session.untag(1, "budget")
    session.note(1, "see the minutes")
    session.reword(1, "The harbour board met in May 2019")
    item = session.items([1])[0]
    assert item.review is not None
    assert item.review.tags == ("local politics",)
    assert item.review.note == "see the minutes"
    assert statement(item) == "The harbour board met in May 2019"
    assert state(item) == "open"
    for bad in ("", " \t", "x" * 61, "a\x1bb"):
        with pytest.raises(ReviewError, match="tag"):
            session.tag(1, bad)


def test_filters(session: Session, database: Database) -> None:
    other = add_article(database, "Fees rose by 4% in June.", ["Fees rose by 4%"])
    session.decide(1, "verified")
    session.tag(2, "piers")
    session.discard(3)
    assert list(session.queue(Filter(state="open"))) == [2, 4]
    assert list(session.queue(Filter(verdict="verified"))) == [1]
    assert list(session.queue(Filter(state="discarded"))) == [3]
    assert list(session.queue(Filter(tag="piers"))) == [2]
    assert list(session.queue(Filter(article_seq=other))) == [4]
    assert list(session.queue(Filter(search="FEE 4%"))) == [3, 4]
    assert list(session.queue(Filter(search="_"))) == []
    assert list(session.queue(Filter(proposer="nobody"))) == []
    assert session.next_open(after=2) == 4
    assert session.next_open(after=4) == 2
    assert session.previous_open(Filter(), 4) == 2


def test_a_search_knows_her_own_wording_and_nobody_elses(
    session: Session, database: Database
) -> None:
    session.reword(2, "The quay was rebuilt")
    assert list(session.queue(Filter(search="quay"))) == [2]
    assert list(Session(database, "somebody").queue(Filter(search="quay"))) == []


def test_proposers_of_the_whole_queue(session: Session, database: Database) -> None:
    first = session.proposers()
    session.add_claim(1, 0, 3)
    assert session.proposers() == sorted([*first, session.reviewer])
    assert Session(database, "somebody").proposers() == first


def test_counts_and_progress(session: Session) -> None:
    session.decide(1, "verified")
    session.later(2)
    counts = session.counts()
    assert (counts.claims, counts.decided, counts.later, counts.open) == (3, 1, 1, 2)
    progress = session.articles()[0]
    assert (progress.claims, progress.decided, progress.later) == (3, 1, 1)


def test_place(session: Session, article_seq: int, database: Database) -> None:
    assert session.place() is None
    session.keep_place(article_seq, 2)
    assert Session(database, "anna").place() == (article_seq, 2)


@pytest.mark.parametrize("name", ["", "   ", "a\x1b[31mb", "a\u202eb", "x" * 101])
def test_reviewer_names_are_checked(database: Database, name: str) -> None:
    with pytest.raises(ValueError, match="reviewer"):
        Session(database, name)


acts = st.lists(
    st.sampled_from(
        ["verified", "refuted", "later", "discard", "tag", "untag", "note", "move", "split", "add"]
        + ["merge", "undo", "redo"] * 2
    ),
    max_size=25,
)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=acts)
def test_any_run_of_acts_replays_equal(steps: list[str], new_store: Callable[[], str]) -> None:
    database = open_project(new_store())
    seq = add_article(database, TEXT, ["The harbour board met in May", "closed two piers"])
    session = Session(database, "anna")
    for number, step in enumerate(steps):
        claim = session.queue()[number % len(session.queue())]
        try:
            act(session, step, claim, seq, number)
        except ReviewError:
            continue
    assert list(verify(database)) == []
    snapshot = states(session)
    undone = 0
    while True:
        try:
            session.undo()
        except ReviewError:
            break
        undone += 1
    assert states(session) == ["open", "open"]
    for _ in range(undone):
        session.redo()
    assert states(session) == snapshot
    assert list(verify(database)) == []
    database.close()


def act(session: Session, step: str, claim: int, article: int, number: int) -> None:
    start, end = span(session.items([claim])[0])
    if step in ("verified", "refuted"):
        session.decide(claim, step)
    elif step in ("tag", "untag", "note"):
        getattr(session, step)(claim, f"t{number % 2}")
    elif step == "move":
        session.move_span(claim, start, max(start + 1, end - 1))
    elif step == "split":
        session.split(claim, start + (end - start) // 2)
    elif step == "add":
        session.add_claim(article, number, number + 9)
    elif step == "merge":
        session.merge(list(session.queue())[:2])
    else:
        getattr(session, step)(*([] if step in ("undo", "redo") else [claim]))
