from pathlib import Path

import pytest
from sqlalchemy import text

from db.backup import backup
from db.engine import Database, open_database
from db.integrity.prove import verify
from workbench.review.project import init
from workbench.review.session import Session

DAMAGE = {
    "quote": ("UPDATE claim SET quote = 'other' WHERE seq = 1", "is not its quote"),
    "span": ('UPDATE claim SET "end" = 99999 WHERE seq = 1', "outside the text"),
    "verdict": ("UPDATE review SET verdict = 'refuted'", "verdict is 'refuted'"),
    "tag": ("DELETE FROM review_tag", "tags differ"),
    "review": ("DELETE FROM review", "not stored"),
    "length": ("UPDATE article SET length = 3", "length 3"),
    "text": (
        "DROP TRIGGER text_no_update; UPDATE article_text SET text = text || '!'",
        "not the one that was imported",
    ),
    "trigger": ("DROP TRIGGER event_no_update", "trigger event_no_update"),
    "event": ("DROP TRIGGER event_no_delete; DELETE FROM event", "no event says so"),
    "worth": ("UPDATE claim SET worth = 7 WHERE seq = 1", "its worth is 7"),
    "sentence": ("UPDATE claim SET sentence_end = sentence_end - 1", "does not hold its span"),
}

SETTINGS = {
    "changed": ("UPDATE setting SET value = '[\"eve\"]' WHERE name = 'leads'", "leads is ['eve']"),
    "added": ("INSERT INTO setting(name, value) VALUES('overlap', '7')", "overlap is 7, and no"),
    "scheme": ("INSERT INTO setting(name, value) VALUES('scheme', '{\"x\": 1}')", "scheme is {"),
    "gone": ("DELETE FROM setting WHERE name = 'leads'", "leads is not stored"),
    "project": ("UPDATE setting SET value = '5' WHERE name = 'project'", "no id of a project"),
}


def test_sound_store_has_no_problems(session: Session, database: Database) -> None:
    session.decide(1, "verified")
    session.tag(1, "harbour")
    session.split(3, session.items([3])[0].claim.start + 6)
    session.undo()
    assert list(verify(database)) == []


@pytest.mark.parametrize("kind", DAMAGE)
def test_each_kind_of_damage_is_named(kind: str, session: Session, database: Database) -> None:
    session.decide(1, "verified")
    session.tag(1, "harbour")
    statements, reason = DAMAGE[kind]
    with database.write() as connection:
        for statement in statements.split("; "):
            connection.execute(text(_in_dialect(statement, database)))
    problems = list(verify(database))
    assert any(reason in f"{p.where} {p.what}" for p in problems), problems


@pytest.mark.parametrize("kind", SETTINGS)
def test_settings_are_what_the_events_say(kind: str, session: Session, database: Database) -> None:
    init(database, reviewer="leo", leads=["leo", "mia"], votes=2, blind=False)
    init(database, reviewer="leo", leads=["leo", "ida"], recheck=0.5)
    assert list(verify(database)) == []
    statement, reason = SETTINGS[kind]
    with database.write() as connection:
        connection.exec_driver_sql(statement)
    (problem,) = verify(database)
    assert reason in f"{problem.where} {problem.what}", problem


def test_a_claim_that_was_added_is_as_it_was_added(session: Session, database: Database) -> None:
    seq = session.add_claim(1, 4, 20).added[0]
    session.split(3, session.items([3])[0].claim.start + 6)
    assert list(verify(database)) == []
    with database.write() as connection:
        connection.execute(
            text("UPDATE claim SET statement = 'Something else.' WHERE seq = :seq"), {"seq": seq}
        )
    (problem,) = verify(database)
    assert problem.what == "is not as anna added it: statement"


@pytest.mark.sqlite
def test_torn_file_is_reported_not_raised(tmp_path: Path, session: Session) -> None:
    session.decide(1, "verified")
    copy = tmp_path / "copy.db"
    backup(session.database, copy)
    content = bytearray(copy.read_bytes())
    content[4096 * 3 : 4096 * 6] = b"\xff" * 4096 * 3
    copy.write_bytes(content)
    damaged = open_database(copy)
    assert list(verify(damaged))
    damaged.close()


@pytest.mark.sqlite
def test_backup_of_an_open_store_is_whole(tmp_path: Path, session: Session) -> None:
    session.decide(2, "refuted")
    copy = tmp_path / "copy.db"
    backup(session.database, copy)
    other = open_database(copy, create=False)
    assert list(verify(other)) == []
    assert Session(other, "anna").counts().decided == 1
    other.close()
    assert not (tmp_path / "copy.db.part").exists()


def _in_dialect(statement: str, database: Database) -> str:
    if statement.startswith("DROP TRIGGER") and not database.is_sqlite:
        return statement + (" ON article_text" if "text" in statement else " ON event")
    return statement
