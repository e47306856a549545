"""Checked claims in a store, and the collection that searches them."""

from __future__ import annotations

from threading import Event

import pytest

from db import checked
from db.engine import Database
from workbench.encoder import available
from workbench.match.claimreview.files import Item
from workbench.match.collection.add import add
from workbench.match.collection.stored import Collection

ITEMS = [
    Item("The Old Bridge was closed to lorries in 2016.", "Is the Old Bridge closed?", "True"),
    Item("The harbour ferry carried 40,000 passengers in 2018.", None, "False", "refuted"),
    Item(
        "Rents in the city rose by 12 percent within a year.", "Did rents rise?", external_id="r1"
    ),
]
semantic = pytest.mark.skipif(not available(), reason="the extra 'semantic' is not installed")


def found(collection: Collection, text: str) -> list[str]:
    return [match.claim.statement for match in collection.search(text, 3)]


def test_adding_twice_adds_nothing(database: Database) -> None:
    assert add(database, ITEMS) == (3, 0)
    assert add(database, [*ITEMS, ITEMS[0]]) == (0, 4)
    moved = ITEMS[0]._replace(origin="another file")
    assert add(database, [moved, ITEMS[0]._replace(verdict="False")]) == (1, 1)
    with database.read() as connection:
        assert checked.count(connection) == 4
        assert checked.counts(connection, ["bridg", "ferri", "nothing"]) == {"bridg": 2, "ferri": 1}


def test_a_claim_is_found_as_soon_as_it_is_added(database: Database) -> None:
    collection = Collection(database, "words")
    assert collection.search("the old bridge and its lorries") == []
    add(database, ITEMS[:1])
    assert found(collection, "the old bridge and its lorries") == [ITEMS[0].statement]
    add(database, ITEMS[1:])
    assert found(collection, "40,000 took the ferry")[0] == ITEMS[1].statement
    match = collection.search("rents rose")[0]
    assert (match.id, match.claim.title) == ("r1", "Did rents rise?")


def test_nothing_is_stored_where_a_claim_fails(database: Database) -> None:
    broken = [*ITEMS, ITEMS[0]._replace(statement=None)]  # type: ignore[arg-type]
    with pytest.raises(Exception, match=r"."):
        add(database, broken)
    with database.read() as connection:
        assert checked.count(connection) == 0
        assert checked.counts(connection, ["bridg"]) == {}


def test_claims_that_came_in_by_another_way_are_entered_when_they_are_searched(
    database: Database,
) -> None:
    add(database, ITEMS[:1])
    row = ITEMS[1]._asdict() | {"id": "merged", "added_at": "2020-01-01"}
    with database.write() as connection:
        checked.add(connection, [row])
    assert found(Collection(database, "words"), "40,000 took the ferry") == [ITEMS[1].statement]
    add(database, ITEMS[2:])
    with database.read() as connection:
        assert checked.counts(connection, ["ferri", "rent"]) == {"ferri": 1, "rent": 1}


def test_words_of_many_claims_go_into_several_blocks(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checked, "_FULL", 4)
    for number in range(11):
        add(database, [Item(f"Pier {number} has a crane.")])
    with database.read() as connection:
        blocks = [len(weights) for _, _, weights in checked.postings(connection, ["crane"])]
        assert checked.counts(connection, ["crane"]) == {"crane": 11}
    assert sorted(blocks) == [3, 4, 4]
    assert found(Collection(database, "words"), "the crane of pier 7")[0] == "Pier 7 has a crane."


def test_the_index_in_the_store_gives_the_scores_of_the_index_in_memory(
    database: Database,
) -> None:
    from workbench.match.collection.memory import MemoryCollection

    add(database, ITEMS)
    memory = MemoryCollection("words")
    memory.add([(i, item.statement, item.title) for i, item in enumerate(ITEMS)])
    text = "The ferry and the bridge were closed to lorries within a year"
    stored = [(m.claim.statement, m.score) for m in Collection(database, "words").search(text)]
    assert stored == [(m.statement, m.score) for m in memory.search(text)]


@semantic
def test_vectors_are_made_later_and_used_when_they_are_there(database: Database) -> None:
    add(database, ITEMS)
    collection = Collection(database, "semantic")
    assert collection.engine == "words"
    collection.load()
    assert collection.engine == "semantic"
    meant = "Heavy goods vehicles may no longer cross the historic crossing."
    before = {match.claim.statement: match.score for match in collection.search(meant)}
    assert collection.missing() == 3
    assert collection.make_vectors() == 3
    assert (collection.missing(), collection.make_vectors()) == (0, 0)
    after = collection.search(meant)
    assert after[0].claim.statement == ITEMS[0].statement
    assert after[0].score != before.get(ITEMS[0].statement)
    assert found(collection, "40,000 took the ferry")[0] == ITEMS[1].statement
    add(database, [Item("The tram runs all night.")])
    assert found(collection, "a tram at night")[0] == "The tram runs all night."


@semantic
def test_making_vectors_can_be_stopped(database: Database) -> None:
    add(database, ITEMS)
    stop = Event()
    stop.set()
    collection = Collection(database, "semantic")
    assert collection.make_vectors(stop=stop) == 0
    assert collection.missing() == 3


def test_counts_of_all_words_are_given_up_to_a_number(database: Database) -> None:
    add(database, [Item("The dam was built in 1998."), Item("The dam was raised by a metre.")])
    with database.read() as connection:
        some = checked.counts(connection, ["dam", "metr"])
        every = checked.all_counts(connection, 100)
        assert some == {"dam": 2, "metr": 1}
        assert {word: every[word] for word in some} == some
        assert checked.all_counts(connection, len(every) - 1) == {}
