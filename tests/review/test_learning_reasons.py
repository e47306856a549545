"""Reasons: what speaks for a claim, and only one's own decisions."""

import pytest
from conftest import add_article

from db.engine import Database
from workbench import encoder
from workbench.review.learning import learning
from workbench.review.session import Session

FEES = [f"The fee of pier {name} rose by 4% in May" for name in ("one", "two", "three", "four")]
THANKS = "We hope you enjoy tonight"
STORY = ". ".join((*FEES, THANKS)) + "."


@pytest.fixture
def anna(database: Database, monkeypatch: pytest.MonkeyPatch) -> Session:
    monkeypatch.setattr(encoder, "available", lambda: False)
    add_article(database, STORY, (*FEES, THANKS))
    return Session(database, "anna")


def test_rules_are_named_for_and_against(anna: Session) -> None:
    assert "number" in anna.why(1) and "against" not in anna.why(1)
    assert anna.why(5).startswith("against it: ") and "hope or promise" in anna.why(5)
    assert anna.why(99) == ""


def test_her_own_decisions_on_like_claims_are_counted(anna: Session) -> None:
    anna.decide(1, "verified")
    anna.decide(2, "refuted")
    anna.discard(3)
    anna.discard(5)
    assert anna.why(4).endswith("like 2 claims you kept and 1 you discarded")
    assert anna.why(1).endswith("like 1 claim you kept and 1 you discarded")
    assert "you" not in anna.why(5)


def test_a_reason_tells_nothing_of_another_reviewer(anna: Session, database: Database) -> None:
    ben = Session(database, "ben")
    before = ben.why(4)
    for seq in (1, 2, 3):
        anna.discard(seq)
    assert ben.why(4) == before
    assert "like" not in before


@pytest.mark.skipif(not learning.can_learn(), reason="needs the extra learn")
def test_a_learned_model_gives_the_reasons(anna: Session, database: Database) -> None:
    quotes = [f"{n} boats left" for n in range(20, 30)] + [f"I hope it is {n}" for n in "abcdef"]
    add_article(database, ". ".join(quotes), quotes)
    for at, _ in enumerate(quotes[:10]):
        anna.discard(6 + at)
    for at, _ in enumerate(quotes[10:]):
        anna.decide(16 + at, "verified")
    before = anna.why(20)
    assert "hope or promise" in before.partition("against it: ")[2]
    learned = learning.learn(database)
    assert learned.engine == "rules, words"
    ranked = anna.why(20)
    assert ranked.startswith("hope or promise"), "here it speaks for a claim"
    score = ranked.rpartition("learned score ")[2]
    assert "learned score" not in before
    assert 0.5 < float(score) <= 1, "it is like those that were kept"


def test_what_does_not_fit_is_left_out_and_the_likeness_stays(anna: Session) -> None:
    anna.decide(1, "verified")
    anna.discard(3)
    whole = anna.why(4)
    assert len(whole) > 60
    fitted = anna.why(4, 60)
    assert len(fitted) <= 60
    assert fitted.endswith("like 1 claim you kept and 1 you discarded")
    assert fitted.split(",")[0].split(";")[0] == whole.split(",")[0].split(";")[0]
    assert anna.why(4, 0), "one is told in any case"
    assert anna.why(5, 45).startswith("against it: speaking to somebody")
