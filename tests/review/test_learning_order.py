"""The orders of the queue: `queue`, `next_open` and `previous_open` tell of the same one."""

import random

import pytest
from conftest import TEXT, add_article, claim_row
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from places import blank
from sqlalchemy import text

from db import claims, ranks
from db.engine import Database
from db.rows import Filter
from workbench.review import project
from workbench.review.session import Session

QUOTES = ("Nine", "piers", "were", "built", "in", "1911", "and", "two", "closed", "since")
STORY = f"{' '.join(QUOTES)}."


def order_by(database: Database, scores: dict[int, tuple[float, float]]) -> int:
    """Put an order in force."""
    with database.write() as connection:
        version = ranks.begin(connection)
        ranks.write(connection, version, [(seq, *both) for seq, both in scores.items()])
        assert ranks.switch(connection, version, b"", {})
    return version


def walk(session: Session, wanted: Filter) -> list[int]:
    """The queue by `next_open` alone, from the top to where it turns around."""
    found: list[int] = []
    at = session.next_open(wanted)
    while at is not None and at not in found:
        found.append(at)
        at = session.next_open(wanted, at)
    return found


def walk_back(session: Session, wanted: Filter, at: int) -> list[int]:
    found = [at]
    while (before := session.previous_open(wanted, found[-1])) is not None:
        found.append(before)
    return found


def test_before_anything_is_learned_the_proposers_scores_count(database: Database) -> None:
    add_article(database, STORY, QUOTES[:1])
    with database.write() as connection:
        rows = [claim_row(STORY, q) | {"article_seq": 1, "worth": w} for q, w in
                (("piers", 0.2), ("were", 0.9), ("built", 0.5))]  # fmt: skip
        claims.add(connection, rows)
    session = Session(database, "anna")
    assert list(session.queue()) == [1, 2, 3, 4]
    assert list(session.queue(Filter(order="worth"))) == [3, 1, 4, 2]
    assert list(session.queue(Filter(order="uncertainty"))) == [1, 4, 2, 3]


def test_equal_scores_stand_in_article_order_and_unscored_claims_last(database: Database) -> None:
    add_article(database, TEXT, ["closed two piers", "The harbour board met in May"])
    add_article(database, STORY, QUOTES[:3])
    order_by(database, dict.fromkeys((5, 3, 2, 1, 4), (0.4, 0.4)))
    with database.write() as connection:
        connection.execute(text("DELETE FROM rank WHERE claim_seq IN (2, 3)"))
    session = Session(database, "anna")
    for order in ("worth", "uncertainty"):
        assert list(session.queue(Filter(order=order))) == [1, 4, 5, 2, 3]
        assert walk(session, Filter(order=order)) == [1, 4, 5, 2, 3]
        assert walk_back(session, Filter(order=order), 3) == [3, 2, 5, 4, 1]


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 10**6), order=st.sampled_from(ranks.ORDERS))
def test_the_walk_is_the_list(
    seed: int, order: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    chance = random.Random(seed)
    path = blank(tmp_path_factory.mktemp("walk") / "store.db")
    database = project.open_project(path)
    for number in range(2):
        words = chance.sample(QUOTES, 4)
        add_article(database, f"{number}. {STORY}", words)
    seqs = range(1, 9)
    order_by(database, {s: (chance.choice((0.1, 0.5, 0.7)), chance.choice((0.2, 0.9))) for s in
                        seqs if chance.random() < 0.8})  # fmt: skip
    session = Session(database, "anna")
    for seq in seqs:
        if chance.random() < 0.4:
            session.decide(seq, "verified")
        elif chance.random() < 0.1:
            session.later(seq)
    wanted = Filter(order=order)
    listed = list(session.queue(wanted))
    assert sorted(listed) == list(seqs), "an order hides nothing"
    still = list(session.queue(wanted._replace(state="open")))
    assert still == [seq for seq in listed if seq in still]
    assert walk(session, wanted) == still
    if still:
        assert walk_back(session, wanted, still[-1]) == still[::-1]
    database.close()


def test_a_new_order_comes_into_force_whole_and_late_claims_have_a_place(
    database: Database,
) -> None:
    add_article(database, STORY, QUOTES[:4])
    session, wanted = Session(database, "anna"), Filter(order="worth")
    order_by(database, {1: (0.1, 0), 2: (0.2, 0), 3: (0.3, 0), 4: (0.4, 0)})
    with database.write() as connection:
        version = ranks.begin(connection)
        ranks.write(connection, version, [(1, 0.9, 0), (2, 0.8, 0), (99, 0.5, 0)])
    assert list(session.queue(wanted)) == [4, 3, 2, 1]
    with database.write() as connection:
        assert ranks.switch(connection, version, b"", {})
    assert list(session.queue(wanted)) == [1, 2, 3, 4]
    added = session.add_claim(1, STORY.index("1911"), len(STORY)).added[0]
    assert list(session.queue(wanted)) == [1, 2, 3, 4, added]
    assert walk(session, wanted) == [1, 2, 3, 4, added]


def test_an_older_order_does_not_replace_a_newer_one(database: Database) -> None:
    add_article(database, STORY, QUOTES[:2])
    with database.write() as connection:
        slow, quick = ranks.begin(connection), ranks.begin(connection)
        assert ranks.switch(connection, quick, b"quick", {"engine": "rules"})
        assert not ranks.switch(connection, slow, b"slow", {})
        ranks.write(connection, slow, [(1, 0.5, 0.5)])
        assert ranks.sweep(connection) == 3  # one of the slow order, two of the first
        assert ranks.sweep(connection) == 0
        kept = ranks.get(connection)
    assert kept is not None and (kept.state, kept.version) == (b"quick", quick)


def test_candidates_that_go_take_their_places_along(database: Database) -> None:
    add_article(database, STORY, QUOTES[:4])
    Session(database, "anna").decide(2, "verified")
    with database.write() as connection:
        assert claims.remove_untouched(connection, 1) == 3
        left = connection.execute(text("SELECT claim_seq FROM rank")).scalars().all()
    assert left == [2]


def test_phrases_are_in_the_queue_where_the_project_wants_them(database: Database) -> None:
    add_article(database, STORY, QUOTES[:2])
    with database.write() as connection:
        claims.add(connection, [claim_row(STORY, "were") | {"article_seq": 1, "kind": "phrase"}])
    session = Session(database, "anna")
    assert list(session.queue()) == [1, 2]
    assert session.counts().claims == 2
    assert list(session.queue(Filter(phrases=True))) == [1, 2, 3]
    assert project.init(database, reviewer="anna", phrases=True).phrases
    assert list(session.queue()) == [1, 2, 3]
    assert session.counts().claims == session.articles()[0].claims == 3
    project.init(database, reviewer="anna", phrases=False)
    assert list(session.queue()) == [1, 2]


def test_unaided_articles_show_her_own_claims_alone(database: Database) -> None:
    for number in range(60):
        add_article(database, f"{number}: {STORY}", QUOTES[:1])
    anna, ben = Session(database, "anna"), Session(database, "ben")
    everything = list(anna.queue())
    project.init(database, reviewer="anna", unaided=0.25)
    some = list(anna.queue())
    assert 30 < len(some) < 58, "about three quarters"
    assert some == list(ben.queue()), "the same for every reviewer"
    assert anna.counts().claims == len(some)
    bare = next(seq for seq in everything if seq not in some)
    own = anna.add_claim(bare, 4, 12).added[0]
    assert own in anna.queue() and own not in ben.queue()
    project.init(database, reviewer="anna", unaided=0.5)
    assert set(anna.queue()) - {own} < set(some), "a larger share keeps those of a smaller"
    project.init(database, reviewer="anna", unaided=1.0)
    assert list(anna.queue()) == [own]
    with pytest.raises(project.ProjectError, match="from 0 to 1"):
        project.init(database, reviewer="anna", unaided=1.5)
    project.init(database, reviewer="anna", unaided=0.0)
    assert len(anna.queue()) == 61
