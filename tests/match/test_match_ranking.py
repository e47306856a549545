"""`workbench.match`: queries against a list of checked claims."""

import pytest

import workbench
from workbench.encoder import MissingExtraError, available
from workbench.match.collection.memory import MemoryCollection

CLAIMS = [
    ("bridge", "The Old Bridge was closed to lorries in 2016.", "Old Bridge closed?"),
    ("ferry", "The harbour ferry carried 40,000 passengers in 2018.", "How many took the ferry?"),
    ("rent", "Rents in the city rose by 12 percent within a year.", "Did rents rise by 12%?"),
    ("marsh", "The salt marsh lost half of its birds.", "Did the marsh lose its birds?"),
    ("school", "No new school was built under mayor Ilse Brandt.", "Schools under Ilse Brandt"),
]
ENGINES = [
    "words",
    pytest.param("semantic", marks=pytest.mark.skipif(not available(), reason="extra")),
]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Lorries may not use the Old Bridge since 2016", "bridge"),
        (
            "Our #HarbourFerry had 40,000 passengers!! https://t.co/x — Jo (@jo) May 3, 2019",
            "ferry",
        ),
        ("According to the tenants' union, rents rose 12 percent.", "rent"),
        ("Half of the birds of the salt marsh are gone.", "marsh"),
        ("Not one school. #shame — Ilse Brandt (@ilsebrandt) June 1, 2020", "school"),
    ],
)
def test_the_claim_meant_comes_first(engine: str, query: str, expected: str) -> None:
    ((first, *_),) = workbench.match([query], CLAIMS, k=3, engine=engine)
    assert first.id == expected
    assert 0 <= first.score <= 1


def test_another_year_is_said() -> None:
    ((first, *_),) = workbench.match(["The Old Bridge was closed to lorries in 2012."], CLAIMS)
    assert first.id == "bridge"
    assert any("2012" in d.message and "2016" in d.message for d in first.differences)


@pytest.mark.parametrize("engine", ENGINES)
def test_a_copy_stands_behind_the_record_that_was_stored_first(engine: str) -> None:
    said = 'The mayor called the plan "a gift" to the city.'
    claims = [*CLAIMS, ("first", said, "A gift?"), ("copy", said.replace('"', "'"), "A gift?")]
    ((*found,),) = workbench.match([said], claims, k=7, engine=engine)
    assert [match.id for match in found].index("first") == 0
    assert found[-1].id == "copy"


def test_the_same_claim_by_another_publisher_is_no_copy() -> None:
    said = "Rents in the city rose by 12 percent within a year."
    claims = [*CLAIMS, ("other", said, "Fact check: the city's rents")]
    ((*found,),) = workbench.match([said], claims, k=2, engine="words")
    assert {match.id for match in found} == {"rent", "other"}


def test_a_query_that_shares_nothing_finds_nothing_by_words() -> None:
    assert workbench.match(["zzz qqq", "", "…"], CLAIMS, engine="words") == [[], [], []]


def test_an_empty_collection_gives_empty_lists() -> None:
    assert workbench.match(["rents"], []) == [[]]


def test_a_collection_grows() -> None:
    collection = MemoryCollection("words")
    collection.add(CLAIMS[:2])
    assert collection.search("salt marsh birds") == []
    collection.add(CLAIMS[2:])
    assert collection.search("salt marsh birds")[0].id == "marsh"


def test_an_engine_that_is_not_there_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValueError, match="no engine is called 'magic'"):
        MemoryCollection("magic")
    monkeypatch.setattr("workbench.encoder.available", lambda: False)
    with pytest.raises(MissingExtraError):
        MemoryCollection("semantic")
    assert MemoryCollection("auto").engine == "words"


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("query", "near"),
    [
        ("The Old Bridge has been closed to lorries since 2016", True),
        ("The bridge club plays cards with friends each May", False),
        ("A mayor opened the new museum of buttons", False),
    ],
)
def test_the_best_that_there_is_need_not_be_near(engine: str, query: str, near: bool) -> None:
    ((first, *_),) = workbench.match([query], CLAIMS, engine=engine)
    assert first.near is near
