"""Precision and recall on our own pairs of statements; `pytest -s` shows them."""

import json
from pathlib import Path

import pytest

from workbench.match.consistency.judge import StatementIndex, pairs, relate

PAIRS = [
    json.loads(line)
    for line in Path(__file__).with_name("consistency.jsonl").read_text("utf-8").splitlines()
]


def figures(half: str, kind: str) -> tuple[float, float, int]:
    """Precision, recall and number of one kind in one part."""
    rows = [row for row in PAIRS if row["half"] == half]
    said = [getattr(relate(row["left"], row["right"]), "kind", "unrelated") for row in rows]
    hits = sum(s == kind == row["relation"] for s, row in zip(said, rows, strict=True))
    wanted = sum(row["relation"] == kind for row in rows)
    return hits / max(1, said.count(kind)), hits / wanted, wanted


@pytest.mark.parametrize(
    ("half", "kind", "precision", "recall"),
    [
        ("dev", "contradicts", 0.96, 0.93),
        ("dev", "agrees", 0.93, 0.93),
        ("held", "contradicts", 0.92, 0.91),
        ("held", "agrees", 0.9, 0.7),
        ("later", "contradicts", 0.95, 0.85),
        ("later", "agrees", 0.95, 0.85),
    ],
)
def test_floors(half: str, kind: str, precision: float, recall: float) -> None:
    found = figures(half, kind)
    line = f"{half} {kind}: precision {found[0]:.2f}, recall {found[1]:.2f} of {found[2]}"
    print(line)
    assert found[0] >= precision and found[1] >= recall, line


def test_the_set_is_sound() -> None:
    assert len(PAIRS) >= 120
    assert len({(row["left"], row["right"]) for row in PAIRS}) == len(PAIRS)
    assert {row["relation"] for row in PAIRS} == {"contradicts", "agrees", "unrelated"}


@pytest.mark.parametrize("row", PAIRS[::3], ids=lambda row: row["left"][:30])
def test_the_order_of_two_statements_does_not_matter(row: dict[str, str]) -> None:
    one, other = relate(row["left"], row["right"]), relate(row["right"], row["left"])
    assert getattr(one, "kind", None) == getattr(other, "kind", None)


def test_the_reason_names_what_differs() -> None:
    found = relate(
        "The NATO-Russia Council met regularly until 2019",
        "The NATO-Russia Council has not met since 2017",
    )
    assert found is not None and found.kind == "contradicts"
    assert "not" in found.reason and "2019" in found.reason and "2017" in found.reason


def test_who_is_meant_must_be_known() -> None:
    assert relate("He died in 1914 in Hallum", "He died in 1886 in Hallum") is None


def test_pairs_finds_what_relate_finds() -> None:
    statements = [row[side] for row in PAIRS for side in ("left", "right")]
    found = {(i, j): r.kind for i, j, r in pairs(statements)}
    for at, row in enumerate(PAIRS):
        relation = relate(row["left"], row["right"])
        assert found.get((2 * at, 2 * at + 1)) == (relation.kind if relation else None)


def test_related_statements_of_one() -> None:
    index = StatementIndex(["Rents rose in 2019.", "The ferry sank.", "Rents fell in 2019."])
    assert [(at, r.kind) for at, r in index.related("Rents fell in 2019.")] == [(0, "contradicts")]


def test_many_statements_on_one_thing_are_compared_with_few() -> None:
    statements = [f"The ferry of Hallum carried {n} passengers." for n in range(600)]
    index = StatementIndex(statements)
    assert max(len(index.candidates(at)) for at in range(0, 600, 50)) <= 15 * 60
    assert next(iter(pairs(statements)))[2].kind == "contradicts"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The mill number 1 cost 1 million euros", "The mill number 2 cost 2 million euros"),
        ("Bus No. 3 carried 300 passengers", "Bus No. 5 carried 500 passengers"),
        ("Bus No 3 was late in Hallum", "Bus No 5 was late in Hallum"),
        ("Route 5 was closed for 3 days", "Route 7 was closed for 4 days"),
        ("Page 12 of the report names the mill", "Page 14 of the report names the mill"),
        ("Reactor 1 is running again", "Reactor 2 is not running again"),
        ("Mill number 1 was closed by the town", "The mill was closed by the town"),
    ],
)
def test_a_number_that_names_a_thing_counts_nothing(left: str, right: str) -> None:
    assert relate(left, right) is None
    assert relate(right, left) is None


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Mill number 1 cost 1 million euros", "Mill number 1 cost 2 million euros"),
        ("Mill number 1 cost 1 million euros", "Mill number one cost 2 million euros"),
        ("The council members number 300", "The council members number 500"),
        ("Across the district 300 homes burned", "Across the district 500 homes burned"),
    ],
)
def test_numbers_of_the_same_thing_still_disagree(left: str, right: str) -> None:
    found = relate(left, right)
    assert found is not None and found.kind == "contradicts"
