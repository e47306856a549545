"""Learning from decisions: what it takes, what it makes, and that it decides nothing."""

import json
from pathlib import Path

import pytest
from conftest import add_article

from db import decisions, ranks
from db.engine import Database
from db.integrity.prove import verify
from db.rows import Filter
from workbench.review.learning import learning
from workbench.review.learning.examples import ExamplesError, read_file
from workbench.review.learning.learning import can_learn, learn, state
from workbench.review.learning.material import keep_examples
from workbench.review.learning.model import Model, train
from workbench.review.project import open_project
from workbench.review.session import Session

needs_learn = pytest.mark.skipif(not can_learn(), reason="needs the extra learn")

PLACES = ("Hallum", "Varnholm", "Sandvar", "Osterholt", "Karelmark", "Alder Bay", "Port Ellery")
TOLLS = [f"The toll at {place} is due" for place in PLACES]  # what these reviewers keep
COSTS = [f"In {1990 + n} {place} spent {n + 2} million crowns" for n, place in enumerate(PLACES)]
STORY = ". ".join((*TOLLS, *COSTS)) + "."


@pytest.fixture(autouse=True)
def without_vectors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learning.encoder, "available", lambda: False)


def fill(database: Database) -> Session:
    add_article(database, STORY, (*TOLLS, *COSTS))
    return Session(database, "anna")


def decide(session: Session, number: int = 6) -> None:
    """Against the rules: tolls are kept, costs are not."""
    for at in range(number):
        session.decide(at + 1, "verified")
        session.discard(at + 8)


@needs_learn
def test_the_order_follows_the_decisions_and_not_the_rules(database: Database) -> None:
    session = fill(database)
    worth = Filter(order="worth")
    decide(session)
    learned = learn(database)
    assert (learned.engine, learned.kept, learned.discarded) == ("rules, words", 6, 6)
    assert learned.changed and learned.average_precision is not None
    listed = list(session.queue(worth))
    assert sorted(listed) == list(session.queue())
    assert listed.index(7) < listed.index(14), "a toll that nobody decided is before a cost"
    assert set(listed[:7]) == set(range(1, 8))


@needs_learn
def test_the_same_events_give_the_same_bytes(database: Database, tmp_path: Path) -> None:
    decide(fill(database))
    learn(database)
    other = open_project(tmp_path / "other.db")
    session = fill(other)
    session.discard(3)
    session.undo()
    decide(session)
    learn(other)
    kept = []
    for store in (database, other):
        with store.read() as connection:
            model = ranks.get(connection)
            scores = ranks.scores(connection, range(1, 15))
        assert model is not None
        kept.append((model.state, model.meta["made_from"], scores))
    assert kept[0] == kept[1]
    loaded = Model.from_bytes(kept[0][0])
    assert loaded is not None and loaded.to_bytes() == kept[0][0]
    other.close()


@needs_learn
def test_learning_again_changes_nothing_until_something_is_decided(database: Database) -> None:
    session = fill(database)
    decide(session)
    first = learn(database)
    assert learn(database) == first._replace(changed=False)
    session.undo()
    assert learn(database).changed
    session.redo()
    again = learn(database)
    assert again.version > first.version and again.state == first.state


@needs_learn
def test_learning_decides_nothing(database: Database) -> None:
    session = fill(database)
    decide(session)
    before = [session.items(session.queue()), session.counts(), session.history(1)]
    learn(database)
    assert before == [session.items(session.queue()), session.counts(), session.history(1)]
    assert list(verify(database)) == []


@needs_learn
def test_a_decision_on_a_claim_does_not_give_that_claim_its_place(database: Database) -> None:
    session = fill(database)
    decide(session)
    session.discard(7)
    learn(database)
    with database.read() as connection:
        hidden = ranks.scores(connection, [7])[7]
    session.undo()
    session.decide(7, "verified")
    learn(database)
    with database.read() as connection:
        assert ranks.scores(connection, [7])[7] == hidden


def test_too_few_decisions_leave_the_rules(database: Database) -> None:
    session = fill(database)
    session.decide(1, "verified")
    learned = learn(database)
    assert (learned.engine, learned.state, state(database)) == ("rules", "", None)
    assert list(session.queue(Filter(order="worth"))) == list(session.queue())


def test_without_scikit_learn_the_order_is_the_rules(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(learning, "can_learn", lambda: False)
    decide(fill(database))
    learned = learn(database)
    assert (learned.engine, learned.kept, learned.claims) == ("rules", 6, 14)


def test_what_was_split_put_off_or_undone_is_no_decision(database: Database) -> None:
    session = fill(database)
    halves = session.split(1, STORY.index("Hallum")).added
    session.later(2)
    session.discard(3)
    session.undo()
    session.discard(4)
    own = session.add_claim(1, 4, 8).added[0]
    session.decide(5, "refuted")
    Session(database, "ben").discard(5)
    with database.read() as connection:
        found = decisions.every(connection)
        hers = decisions.every(connection, "ben")
    told = sorted((d.claim_seq, d.reviewer, d.kept) for d in found)
    added = [(seq, "anna", True) for seq in (*halves, own)]
    expected = [(4, "anna", False), (5, "anna", True), (5, "ben", False), *added]
    assert told == sorted(expected)
    assert [(d.claim_seq, d.kept) for d in hers] == [(5, False)]


@needs_learn
def test_examples_of_a_file_are_learned_from_and_kept(database: Database, tmp_path: Path) -> None:
    session = fill(database)
    path = tmp_path / "labels.jsonl"
    rows = [{"text": f"{t} there", "label": 1} for t in TOLLS[:6]]
    rows += [{"text": f"{t} again", "label": 0} for t in COSTS[:6]]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    keep_examples(database, read_file(path), path.name)
    learned = learn(database)
    assert (learned.examples, learned.source, learned.kept) == (12, "labels.jsonl", 0)
    assert set(list(session.queue(Filter(order="worth")))[:7]) == set(range(1, 8))
    assert state(database) is not None


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "needs texts"),
        (b'{"text": "a", "label": 1}\n', "needs texts"),
        (b'{"text": "a", "label": 1}\n{"text": "b"}\n', r":2: \"label\" must be"),
        (b'{"text": "a", "label": 0.5}', r":1: \"label\" must be"),
        (b'{"text": "a", "label": [1]}', r":1: \"label\" must be"),
        (b'{"text": " ", "label": 1}', ':1: has no "text"'),
        (b'["a"]', r"\[0\]: is not an object"),
        (b'[{"text": "a", "label": 1},\n{"text"]', "line 2: is not JSON"),
        (b"text,label\n", ":1.*is not JSON"),
        (b"\xff\xfe\x00", "not text in UTF-8"),
        (b"[" * 100_000, "is not JSON"),
    ],
)
def test_a_file_that_cannot_be_learned_from_is_one_line(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    path = tmp_path / "labels"
    path.write_bytes(content)
    with pytest.raises(ExamplesError, match=reason) as error:
        read_file(path)
    assert "\n" not in str(error.value)


def test_both_forms_of_a_file_are_read(tmp_path: Path) -> None:
    rows = [{"text": "a", "label": 1, "sentence_id": 3}, {"text": "b", "label": -1}] * 2
    lines, one = tmp_path / "a.jsonl", tmp_path / "b.json"
    lines.write_text("\n\n".join(map(json.dumps, rows)), encoding="utf-8-sig")
    one.write_text(json.dumps(rows, indent=1), encoding="utf-8")
    assert read_file(lines) == read_file(one)
    assert [(e.text, e.worth) for e in read_file(one)] == [("a", True), ("b", False)]


@needs_learn
def test_a_model_of_another_format_is_none() -> None:
    from workbench.review.learning.examples import Example

    examples = [Example(t, True) for t in TOLLS] + [Example(c, False) for c in COSTS]
    content = train(examples).to_bytes()
    assert Model.from_bytes(content.replace(b'"format":1', b'"format":0')) is None
    assert Model.from_bytes(b"") is None


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x85", "\x1c"])
def test_a_text_may_hold_what_python_calls_the_end_of_a_line(
    tmp_path: Path, separator: str
) -> None:
    lines = tmp_path / "labels.jsonl"
    rows = [{"text": f"4 mills{separator}closed", "label": 1}, {"text": "I hope", "label": 0}]
    written = [json.dumps(row, ensure_ascii=False) for row in rows]
    lines.write_text("\r\n".join(written), encoding="utf-8", newline="")
    assert [e.text for e in read_file(lines)] == [row["text"] for row in rows]
