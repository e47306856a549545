"""Files of one project merged: in any order, in part, twice."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from conftest import TEXT, add_article
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text

from db import articles, claims, events, evidence, reviews
from db import settings as stored
from db.apart import opened_apart
from db.engine import Connection, Database, StoreError, open_database
from db.fold import state as projection
from db.integrity.prove import verify
from db.joining.copy import copy, copy_to_file
from db.joining.merge import OtherProjectError, merge
from db.schema import TABLES
from workbench.dataset.export import export
from workbench.review import project, schemes
from workbench.review.outcome import ReviewError
from workbench.review.project import open_project
from workbench.review.session import Session

QUOTES = ["The harbour board met in May", "closed two piers", "raised the mooring fee by 4%"]


def parted(database: Database, new_store: Callable[[], str], number: int) -> list[Database]:
    """Copies of a store, as colleagues have them."""
    made = [open_database(new_store()) for _ in range(number)]
    for one in made:
        copy(database, one)
    return made


def held(database: Database) -> dict[str, Any]:
    """All that must be the same, whatever the seqs."""
    with database.read() as connection:
        return {
            "events": list(events.every(connection)),
            "reviews": [r._replace(claim_seq=0) for r in reviews.every(connection)],
            "claims": [
                c._replace(seq=0, article_seq=0) for page in claims.pages(connection) for c in page
            ],
            "articles": sorted(a._replace(seq=0) for a in articles.every(connection)),
            "settings": stored.every(connection),
            "sets": sets(connection),
            "gold": told(connection, "gold"),
            "rechecks": told(connection, "recheck"),
            "judgements": sorted(j._replace(claim_seq=0) for j in evidence.judgements(connection)),
        }


def told(connection: Connection, name: str) -> list[str]:
    """The rows of a table of claims, by the ids of these."""
    table, claim = TABLES[name], TABLES["claim"]
    columns = [column for column in table.c if column.name != "claim_seq"]
    query = select(claim.c.id, *columns).where(claim.c.seq == table.c.claim_seq)
    return sorted(repr(tuple(row)) for row in connection.execute(query))


def sets(connection: Connection) -> list[tuple[str, str]]:
    found = connection.execute(
        text(
            "SELECT a.reviewer, c.id FROM assignment a JOIN claim c ON c.seq = a.claim_seq"
            " WHERE a.kind = 'fixed' ORDER BY 1, 2"
        )
    )
    return [(str(reviewer), str(claim_id)) for reviewer, claim_id in found]


def exported(database: Database, folder: Path) -> bytes:
    out = folder / f"out-{len(list(folder.iterdir()))}.jsonl"
    export(database, out, "jsonl")
    return out.read_bytes()


def test_work_of_two_is_united(session: Session, new_store: Callable[[], str]) -> None:
    mine, hers = session.database, parted(session.database, new_store, 1)[0]
    session.decide(1, "verified")
    ben = Session(hers, "ben")
    ben.decide(1, "refuted")
    ben.add_claim(1, TEXT.index("Café"), TEXT.index(" «"))
    add_article(hers, "Another text stands here.", ["Another text"])
    merged = merge(mine, hers)
    assert (merged.articles, merged.claims, merged.events, merged.conflicts) == (1, 2, 2, ())
    assert list(verify(mine)) == []
    assert Session(mine, "ben").counts().decided == 1
    assert len(Session(mine, "ben").queue()) == 5
    again = merge(mine, hers)
    assert (again.articles, again.claims, again.events, again.known) == (0, 0, 0, 2)
    hers.close()


def test_same_reviewer_on_the_same_claim_is_told(
    session: Session, new_store: Callable[[], str]
) -> None:
    session.decide(2, "verified")
    laptop = parted(session.database, new_store, 1)[0]
    there = Session(laptop, "anna")
    there.decide(1, "refuted")
    there.note(1, "the minutes say June")
    there.decide(2, "refuted")
    session.decide(1, "verified")
    merged = merge(session.database, laptop)
    assert len(merged.conflicts) == 1
    conflict = merged.conflicts[0]
    with laptop.read() as connection:
        claim_id = claims.by_seq(connection, [1])[1].id
    assert conflict[:3] == ("decision", claim_id, "anna")
    assert conflict.ours == {"verdict": "verified"}
    assert conflict.theirs == {"verdict": "refuted", "note": "the minutes say June"}
    kept = session.items([1])[0].review
    assert kept is not None and conflict.kept["verdict"] == kept.verdict
    assert {e.payload.get("label") for e in session.history(1)} >= {"verified", "refuted"}
    assert merge(session.database, laptop).conflicts == ()
    laptop.close()


def test_schemes_that_differ_are_told_and_the_last_is_in_force(
    session: Session, new_store: Callable[[], str]
) -> None:
    mine, hers = session.database, parted(session.database, new_store, 1)[0]
    project.init(mine, reviewer="anna", scheme=schemes.preset("fever"), overlap=2)
    project.init(hers, reviewer="ben", overlap=3)
    project.init(hers, reviewer="ben", scheme=schemes.preset("averitec"))
    merged = merge(mine, hers)
    assert [(c.kind, c.subject) for c in merged.conflicts] == [
        ("setting", "overlap"),
        ("setting", "scheme"),
    ]
    merge(hers, mine)
    assert project.settings(mine) == project.settings(hers)
    hers.close()


def test_same_article_imported_by_two_is_one(database: Database, new_store: Callable[[], str]):
    other = parted(database, new_store, 1)[0]
    add_article(database, TEXT, QUOTES[:2], title="One")
    add_article(other, TEXT, QUOTES[1:], title="Two")
    first = merge(database, other)
    second = merge(other, database)
    assert [c.kind for c in first.conflicts] == ["article"]
    assert (first.articles, first.claims, second.claims) == (0, 1, 1)
    assert held(database) == held(other)
    assert list(verify(database)) == list(verify(other)) == []
    other.close()


def test_another_project_is_refused_and_can_be_adopted(
    session: Session, new_store: Callable[[], str]
) -> None:
    other = open_project(new_store())
    add_article(other, "Another text stands here.", ["Another text"])
    Session(other, "ben").decide(1, "refuted")
    before = held(session.database)
    with pytest.raises(OtherProjectError, match="another project"):
        merge(session.database, other)
    assert held(session.database) == before
    assert merge(session.database, other, adopt=True).events == 1
    assert held(session.database)["settings"]["project"] == before["settings"]["project"]
    other.close()


def test_forged_event_is_refused_and_nothing_is_merged(
    session: Session, new_store: Callable[[], str]
) -> None:
    session.decide(1, "verified")
    other = parted(session.database, new_store, 1)[0]
    Session(other, "ben").decide(2, "refuted")
    with other.write() as connection:
        on = "" if other.is_sqlite else " ON event"
        connection.execute(text(f"DROP TRIGGER event_no_update{on}"))
        connection.execute(text("UPDATE event SET at = '1999' WHERE reviewer = 'anna'"))
    before = held(session.database)
    with pytest.raises(StoreError, match="changed by hand"):
        merge(session.database, other)
    assert held(session.database) == before
    other.close()


def test_file_is_only_read(session: Session, tmp_path: Path) -> None:
    file = tmp_path / "hers.db"
    copy_to_file(session.database, file)
    content = file.read_bytes()
    with opened_apart(str(file)) as other:
        assert merge(session.database, other).events == 0
    assert file.read_bytes() == content
    assert [p.name for p in tmp_path.glob("hers*")] == ["hers.db"]


def test_older_schema_is_brought_up_to_date_beside_the_file(
    session: Session, tmp_path: Path
) -> None:
    file = tmp_path / "old.db"
    session.decide(1, "verified")
    copy_to_file(session.database, file)
    old = open_database(file)
    with old.write() as connection:
        for table in ("recheck", "gold", "assignment"):
            connection.execute(text(f"DROP TABLE {table}"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0004'"))
    old.close()
    content = file.read_bytes()
    with opened_apart(str(file)) as other:
        assert merge(session.database, other).known == 1
    assert file.read_bytes() == content


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda content: content[: len(content) // 2], "damaged or cut off"),
        (lambda content: content[:4096], "damaged or cut off"),
        (lambda content: content[:8000] + b"\xff" * 9000 + content[17000:], "damaged or cut off"),
        (lambda _: b"", "holds no project"),
        (lambda _: b"a diary", "not a SQLite database"),
    ],
)
def test_bad_files_are_one_line(
    spoil: Callable[[bytes], bytes], reason: str, session: Session, tmp_path: Path
) -> None:
    file = tmp_path / "hers.db"
    copy_to_file(session.database, file)
    file.write_bytes(spoil(file.read_bytes()))
    with pytest.raises(StoreError, match=reason) as caught, opened_apart(str(file)) as other:
        merge(session.database, other)
    assert "\n" not in str(caught.value) and "aside" not in str(caught.value)


def test_newer_schema_is_refused(session: Session, tmp_path: Path) -> None:
    file = tmp_path / "new.db"
    copy_to_file(session.database, file)
    newer = open_database(file)
    with newer.write() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    newer.close()
    with pytest.raises(StoreError, match=r"new\.db: made by a newer"), opened_apart(str(file)):
        pass


STEPS = (
    *("verified", "refuted", "discard", "tag", "note", "move"),
    *("split", "add", "merge", "undo", "redo", "set", "gold", "give"),
    *("reword", "cite", "uncite", "judge", "later", "votes", "second"),
)
acts = st.lists(
    st.tuples(
        st.integers(0, 2),  # whose file
        st.sampled_from(["anna", "ben"]),
        st.sampled_from(STEPS),
        st.integers(0, 5),
    ),
    max_size=12,
)
order = st.lists(st.integers(0, 2), max_size=3)


@pytest.mark.sqlite
@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=acts, partly=order, which=st.sampled_from(list(permutations(range(3)))))
def test_any_order_gives_the_same_state(
    steps: list[tuple[int, str, str, int]],
    partly: list[int],
    which: tuple[int, ...],
    new_store: Callable[[], str],
    tmp_path: Path,
) -> None:
    base = open_project(new_store())
    add_article(base, TEXT, QUOTES)
    files = parted(base, new_store, 3)
    ends = parted(base, new_store, 2)
    for number, (file, reviewer, step, at) in enumerate(steps):
        if number == len(steps) // 2:
            for other in partly:  # some have taken over what others had done by then
                merge(files[0], files[other])
        act(Session(files[file], reviewer), step, at)
    for file in range(3):
        merge(ends[0], files[file])
    for file in (*which, *which):
        merge(ends[1], files[file])
    merge(files[1], ends[0])
    for database in (*ends, files[1]):
        assert list(verify(database)) == []
    assert held(ends[0]) == held(ends[1]) == held(files[1])
    assert exported(ends[0], tmp_path) == exported(ends[1], tmp_path)
    for database in (base, *files, *ends):
        database.close()


def test_files_and_servers_merge_alike(
    session: Session, new_store: Callable[[], str], tmp_path: Path
) -> None:
    """A SQLite file into the store, whatever that is, and back."""
    file = tmp_path / "hers.db"
    copy_to_file(session.database, file)
    hers = open_database(file)
    for number, step in enumerate(STEPS):
        act(Session(hers, "ben"), step, number % 3)
        act(session, step, (number + 1) % 3)
    merge(session.database, hers)
    merge(hers, session.database)
    assert held(session.database) == held(hers)
    assert exported(session.database, tmp_path) == exported(hers, tmp_path)
    assert list(verify(session.database)) == list(verify(hers)) == []
    hers.close()


def act(session: Session, step: str, at: int) -> None:
    with suppress(ReviewError):  # nothing to undo, or a claim that is there already
        try_act(session, step, at)


def try_act(session: Session, step: str, at: int) -> None:
    queue = session.queue()
    if not queue:
        return  # nothing is assigned to her any more
    claim = queue[at % len(queue)]
    item = session.items([claim])[0]
    start, end = item.claim.start, item.claim.end
    if step in ("verified", "refuted"):
        session.decide(claim, step)
    elif step in ("tag", "note"):
        getattr(session, step)(claim, f"t{at % 2}")
    elif step == "move":
        session.move_span(claim, start, max(start + 1, end - 1))
    elif step == "split":
        session.split(claim, start + (end - start) // 2)
    elif step == "add":
        session.add_claim(item.claim.article_seq, at, at + 9)
    elif step == "merge":
        session.merge(list(queue)[:2])
    elif step == "set":
        project.init(session.database, reviewer=session.reviewer, overlap=1 + at)
    elif step == "give":
        session.assign("ben", list(queue)[at % 2 : 2])
    elif step == "votes":
        project.init(session.database, reviewer=session.reviewer, votes=1 + at % 3)
    elif step == "second":
        with session.database.write() as connection:
            answer = {"label": "verified", "scheme": "default@1", "discarded": False}
            event = ("rechecked", item.claim.article_id, item.claim.id, answer)
            projection.append(connection, session.reviewer, [event])
    elif step == "reword":
        session.reword(claim, f"said otherwise {at}")
    elif step == "cite":
        session.cite(claim, item.claim.article_id, at, at + 12, "supports")
    elif step == "uncite":
        pieces = item.review.evidence if item.review else ()
        session.uncite(claim, pieces[0].id if pieces else "none")
    elif step == "judge":
        session.judge_sufficiency(claim, "ben", at % 2 == 0)
    elif step == "gold":
        with session.database.write() as connection:
            payload = {"label": "refuted", "scheme": "default@1", "discarded": False}
            more = {"how": "third", "side": None, "reason": "why not"}
            event = ("adjudicated", item.claim.article_id, item.claim.id, payload | more)
            projection.append(connection, session.reviewer, [event])
    else:
        getattr(session, step)(*([] if step in ("undo", "redo") else [claim]))
