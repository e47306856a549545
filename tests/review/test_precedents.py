"""Earlier verdicts near a claim: what is shown to whom, what it means, and taking it over."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from conftest import add_article

from db import assignments
from db.engine import Database
from db.integrity.prove import verify
from workbench.ingest.document import document
from workbench.match.claimreview.files import Item
from workbench.match.collection.add import add
from workbench.review import project
from workbench.review.beside.look import Beside
from workbench.review.beside.precedent import Precedent, alarmed, label_for, of_label, stand
from workbench.review.evidence.sources import add_source
from workbench.review.schemes import PRESETS, preset
from workbench.review.session import ReviewError, Session

FIRST = "The quarry employs 40 people. The mill closed in 1987."
SECOND = "The quarry employs 40 people, the owner said. The mill closed in 1978."
QUARRY, MILL = "The quarry employs 40 people", "The mill closed in 1987"
LATER = "The mill closed in 1978"


@pytest.fixture
def store(database: Database) -> Iterator[Database]:
    """Claims 1 and 2 in an article, 3 and 4 in another: 3 says what 1 says, 4 not what 2 says."""
    add_article(database, FIRST, (QUARRY, MILL))
    add_article(database, SECOND, (QUARRY, LATER))
    yield database


def near(database: Database, claim: int, reviewer: str = "ada") -> list[Precedent]:
    return Beside(Session(database, reviewer), "words").precedents(claim).precedents


def told(found: list[Precedent]) -> list[tuple[int | None, str, str, str]]:
    return [(one.seq, one.verdict, one.by, one.standing) for one in found]


def test_own_decisions_stand_beside_claims_that_say_the_same_or_differ(store: Database) -> None:
    session = Session(store, "ada")
    looking = Beside(session, "words")
    assert looking.precedents(3).precedents == []
    session.decide(1, "verified")
    session.decide(2, "refuted")
    assert told(looking.precedents(3).precedents) == [(1, "verified", "you", "same")]
    (mill,) = looking.precedents(4).precedents
    assert (mill.standing, mill.reason) == ("differs", "1978 here, 1987 there")
    session.undo()
    assert looking.precedents(4).precedents == [], "what was undone is no verdict"
    assert looking.precedents(1).precedents == [], "a claim is not its own precedent"


def test_blind_reviewers_see_of_others_what_is_adjudicated(store: Database) -> None:
    ben, lena = Session(store, "ben"), Session(store, "lena")
    ben.decide(1, "verified")
    assert near(store, 3) == []
    lena.take_side(1, "ben", "the register says so")
    assert told(near(store, 3)) == [(1, "verified", "adjudicated", "same")]
    project.init(store, reviewer="lena", blind=False)
    ben.decide(2, "refuted")
    assert told(near(store, 4)) == [(2, "refuted", "ben", "differs")]


def test_leads_see_what_is_not_settled(store: Database) -> None:
    Session(store, "ben").decide(1, "verified")
    project.init(store, reviewer="lena", leads=["lena"])
    assert told(near(store, 3, "lena")) == [(1, "verified", "ben", "same")]
    assert near(store, 3, "ada") == []


def test_what_would_tell_the_answer_of_a_claim_still_to_come_is_not_shown(store: Database) -> None:
    ada, lena = Session(store, "ada"), Session(store, "lena")
    lena.control(1, "refuted")
    assert near(store, 3) == [], "a control claim that she has not decided"
    ada.decide(1, "verified")
    assert told(near(store, 3)) == [(1, "refuted", "adjudicated", "same")]
    ada.decide(2, "refuted")
    assert len(near(store, 4)) == 1
    with store.write() as connection:
        assignments.hold(connection, "ada", [2], assignments.RECHECK)
    assert near(store, 4) == [], "a claim that came back to her"


def test_the_opposite_verdict_on_the_same_claim_is_an_alarm(store: Database) -> None:
    session = Session(store, "ada")
    session.decide(1, "verified")
    session.decide(2, "verified")
    assert not near(store, 3)[0].opposite
    session.decide(3, "refuted")
    session.decide(4, "refuted")
    assert near(store, 3)[0].opposite and near(store, 1)[0].opposite
    assert not near(store, 4)[0].opposite, "another year is another claim"
    session.decide(3, "conflicting-evidence")
    assert not near(store, 3)[0].opposite


def test_before_a_verdict_there_is_an_alarm_where_earlier_ones_oppose_each_other() -> None:
    one = Precedent(
        "checked", "a", None, "s", "v", None, "supported", "x", None, None, 0.9, "same", ""
    )
    other = one._replace(id="b", polarity="refuted")
    assert [p.opposite for p in alarmed([one, other], "unknown")] == [True, True]
    assert [p.opposite for p in alarmed([one, other], "supported")] == [True, False]
    apart = other._replace(standing="differs")
    assert not any(p.opposite for p in alarmed([one, apart], "unknown"))


@pytest.mark.parametrize(
    ("mine", "theirs", "standing"),
    [
        ("The mill closed in 1987", "The mill closed in 1987.", "same"),
        ("The mill was shut in 1987", "The mill closed in 1987", "same"),
        ("The mill closed in 1987", "The mill did not close in 1987", "differs"),
        ("The mill closed in 1987", "The mill closed in 1990", "differs"),
        ("The mill made 900 sacks in 1987", "The mill made 1,100 sacks in 1988", "differs"),
        ("Unemployment rose to 5% in 2018", "Unemployment rose to 5% in 2019", "differs"),
        ("The treaty was signed by six states", "The treaty has 48 articles", "near"),
        ("The union called a strike", "The union has 12,000 members", "near"),
    ],
)
def test_facts_tell_whether_two_claims_say_the_same(mine: str, theirs: str, standing: str) -> None:
    from workbench.match.collection.memory import differing

    assert stand(mine, theirs, differing(mine, theirs, 0.99))[0] == standing


def test_every_preset_says_which_labels_support_and_refute() -> None:
    for name in PRESETS:
        labels = preset(name).labels
        assert {"supported", "refuted"} <= {of_label(label) for label in labels}, name
    steps = {label.id: of_label(label) for label in preset("politifact").labels}
    assert steps["mostly-false"] == "refuted" and steps["half-true"] == "mixed"


def test_a_verdict_is_translated_where_one_label_alone_says_it() -> None:
    default, steps = preset("default"), preset("politifact")
    assert label_for(default, "False", "refuted") == "refuted"
    assert label_for(default, "Verified", "supported") == "verified"
    assert label_for(default, "Legend", "unknown") is None
    assert label_for(steps, "Incorrect", "refuted") is None, "three labels refute"
    assert label_for(steps, "Pants on fire", "refuted") == "pants-on-fire"


def test_taking_over_a_verdict_records_where_it_is_from(store: Database) -> None:
    session = Session(store, "ada")
    session.decide(1, "verified")
    looking = Beside(session, "words")
    outcome = session.take_verdict(3, looking.precedents(3).precedents[0])
    assert outcome.message.startswith("verified, taken over")
    (event,) = session.history(3)
    assert event.payload["taken_from"]["id"] == session.items([1])[0].claim.id
    assert looking.precedents(3).taken["by"] == "you"
    session.decide(3, "verified")
    assert looking.precedents(3).taken == {}, "a verdict of her own replaces it"
    assert list(verify(store)) == []


def test_a_verdict_that_no_label_says_is_refused(store: Database) -> None:
    add(store, [Item(QUARRY, verdict="Legend", publisher="Old Tales")])
    session = Session(store, "ada")
    with pytest.raises(ReviewError, match="no single verdict here says “Legend”"):
        session.take_verdict(1, near(store, 1)[0])
    assert session.history(1) == []


def test_taking_over_evidence_is_one_act(store: Database) -> None:
    add_source(store, document("The register lists 40 employees of the quarry. Two left.", "r"))
    session = Session(store, "ada")
    session.decide(1, "verified")
    session.cite_quote(1, "40 employees of the quarry", "supports")
    session.cite_url(1, "https://example.org/register", "context")
    precedent = near(store, 3)[0]
    session.take_evidence(3, precedent)
    review = session.items([3])[0].review
    assert review is not None and review.verdict is None
    assert [(p.quote, p.stance) for p in review.evidence] == [
        ("40 employees of the quarry", "supports"),
        ("", "context"),
    ]
    with pytest.raises(ReviewError, match="cited here already"):
        session.take_evidence(3, precedent)
    session.undo()
    assert session.items([3])[0].review is None
    assert list(verify(store)) == []


def test_a_check_without_a_link_has_no_evidence(store: Database) -> None:
    add(store, [Item(QUARRY, verdict="True", polarity="supported")])
    session = Session(store, "ada")
    with pytest.raises(ReviewError, match="has no evidence"):
        session.take_evidence(1, near(store, 1)[0])


def test_contradictions_show_what_the_reviewer_is_shown(store: Database) -> None:
    ada, ben = Session(store, "ada"), Session(store, "ben")
    looking = Beside(ada, "words")
    (found,) = looking.related(2)
    assert found.contradicts and found.item.claim.seq == 4
    assert found.relation.reason == "1987 here, 1978 there" and found.title == "T"
    assert [one.contradicts for one in looking.related(1)] == [False]
    start = FIRST.index(MILL)
    added = ben.add_claim(1, start, start + len(MILL) - 1).added
    assert len(added) == 1
    assert [one.item.claim.seq for one in looking.related(4)] == [2], "ben's claim is ben's"
    ada.reword(2, "The mill closed in 1978")
    assert not looking.related(4)[0].contradicts, "her own wording counts"
