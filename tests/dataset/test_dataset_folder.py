"""A dataset as a folder: proved as it was written, refused when anything in it is edited."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from conftest import add_article
from sqlalchemy import update

from db.engine import Database
from db.rows import Problem
from db.schema.core import ArticleRow, ClaimRow
from workbench.dataset.choice import Choice, ChoiceError, pseudonym
from workbench.dataset.export import ExportError, export
from workbench.dataset.folder.given import read_kept, read_sides
from workbench.dataset.folder.manifest import NAME, measured, sealed
from workbench.dataset.folder.plan import Split
from workbench.dataset.folder.verify import verify
from workbench.dataset.splits.assign import SplitError
from workbench.dataset.text_modes import MODES, TextMode
from workbench.review.beside.precedent import Precedent
from workbench.review.session import Session

STORIES = {
    "a": "The mill burned down in 1911 👩‍🚀. Forty families lost their work that winter.",
    "b": "A bridge was opened on Sunday.\r\nIt cost 4 million, the mayor said — twice the plan.",
    "c": "Café owners «protested» in Lund. The council closed two markets.",
    "d": "Officials say the mill burned down in 1911. Nobody was hurt.",
    "e": "市議会は五月に開かれた。予算は可決された。",
}
QUOTES = {
    "a": ["The mill burned down in 1911", "Forty families lost their work"],
    "b": ["A bridge was opened on Sunday", "It cost 4 million"],
    "c": ["«protested» in Lund", "The council closed two markets"],
    "d": ["the mill burned down in 1911", "Nobody was hurt"],
    "e": ["市議会は五月に開かれた"],
}
SPLIT = Split(shares="60/20/20", seed=3)


@pytest.fixture
def project(database: Database) -> Database:
    for name, text in STORIES.items():
        add_article(database, text, QUOTES[name], title=f"Story {name} <b>")
    anna, ben = Session(database, "anna"), Session(database, "ben")
    for claim in range(1, 8):
        anna.decide(claim, "verified" if claim % 2 else "refuted")
    for claim in range(1, 5):
        ben.decide(claim, "verified")
    anna.tag(1, "fire")
    anna.discard(8)
    return database


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def texts_of(stories: Mapping[Any, str]) -> Callable[[str], str | None]:
    from db.identity import article_id

    held = {article_id(text): text for text in stories.values()}
    return held.get


def problems(folder: Path, **more: Any) -> list[Problem]:
    return list(verify(folder, **more))


def edit(folder: Path, name: str, old: str, new: str, hashed: bool = True) -> None:
    """Edit a file of a dataset, and its hash with it, as somebody who knows would."""
    path = folder / name
    text = path.read_bytes().decode("utf-8")
    assert old in text
    path.write_bytes(text.replace(old, new, 1).encode("utf-8"))
    if hashed:
        values = json.loads((folder / NAME).read_text(encoding="utf-8"))
        values["files"] |= measured(folder, [path])
        (folder / NAME).write_bytes(sealed(values))


@pytest.mark.parametrize("format", ["jsonl", "csv", "parquet"])
@pytest.mark.parametrize("mode", MODES)
def test_what_was_written_is_sound(
    project: Database, tmp_path: Path, format: str, mode: str
) -> None:
    if format == "parquet":
        pytest.importorskip("pyarrow")
    out = tmp_path / "out"
    report = export(project, out, format, split=SPLIT, mode=TextMode(mode))
    assert sum(side["claims"] for side in report.splits.values()) == report.claims == 9
    assert problems(out) == []
    assert problems(out, texts=texts_of(STORIES)) == []
    shown = "".join(p.read_bytes().decode("utf-8", "replace") for p in out.rglob("*.*"))
    assert ("twice the plan" in shown) is (mode == "full")


def test_no_word_of_the_texts_is_shown_with_none(project: Database, tmp_path: Path) -> None:
    export(project, tmp_path / "out", split=Split(), mode=TextMode("none"))
    shown = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "out").rglob("*.*"))
    for word in ("mill", "bridge", "Lund", "市議会", "Story"):
        assert word not in shown


def test_who_spoke_is_not_shown_with_none(database: Database, tmp_path: Path) -> None:
    add_article(database, STORIES["a"], QUOTES["a"])
    with database.write() as connection:
        connection.execute(update(ArticleRow).values(speaker="Ada Lund"))
    for mode in ("full", "none"):
        out = tmp_path / mode
        export(database, out, split=Split(), mode=TextMode(mode))
        speakers = {row["speaker"] for row in rows(out / "claims.jsonl")}
        assert speakers == ({"Ada Lund"} if mode == "full" else {None})
        assert problems(out) == []


def test_spans_that_read_the_same_are_no_leak_where_no_statement_is(
    database: Database, tmp_path: Path
) -> None:
    stories = [
        "The choir of Arl sings on Sundays. It met regularly until 2019, when its leader left.",
        "Nine guilds made glass here. The oldest met regularly until 2019 above a tavern.",
        "A senate without power, it met regularly until 2019; nobody has missed it since then.",
        "Rowers train on the lake. Their club met regularly until 2019 and then lost its boats.",
    ]
    for text in stories:
        add_article(database, text, ["met regularly until 2019"], title=text[:9])
    with database.write() as connection:
        connection.execute(update(ClaimRow).values(statement=ClaimRow.id))
    out = tmp_path / "out"
    export(database, out, split=Split(shares="50/50"), mode=TextMode("none"))
    assert problems(out, texts=texts_of(dict(enumerate(stories)))) == []


def test_a_masked_text_keeps_every_offset(project: Database, tmp_path: Path) -> None:
    export(project, tmp_path / "out", split=Split(), mode=TextMode("masked"))
    for row in rows(tmp_path / "out" / "articles.jsonl"):
        text = texts_of(STORIES)(row["article"])
        assert text is not None
        for unit in ("utf-8", "utf-16-le", "utf-32-le"):
            assert len(row["text"].encode(unit)) == len(text.encode(unit))
    assert "Nobody was hurt" in str(rows(tmp_path / "out" / "articles.jsonl"))
    assert "Officials say" not in str(rows(tmp_path / "out" / "articles.jsonl"))


def test_near_duplicates_stand_on_one_side(project: Database, tmp_path: Path) -> None:
    for seed in range(8):
        out = tmp_path / str(seed)
        report = export(project, out, split=Split(shares="60/20/20", seed=seed))
        side = {row["title"][6]: row["split"] for row in rows(out / "articles.jsonl")}
        assert side["a"] == side["d"]
        assert report.joined["near-duplicate claim"] == 1


def test_what_was_taken_over_from_the_same_check_stands_on_one_side(
    project: Database, tmp_path: Path
) -> None:
    anna = Session(project, "anna")
    check = Precedent(
        kind="checked",
        id="c1",
        seq=1,
        statement="A bridge or a market",
        verdict="refuted",
        label="refuted",
        polarity="refuted",
        by="A desk",
        url=None,
        published=None,
        score=1.0,
        standing="same",
        reason="",
    )
    for claim in (3, 6):  # of the stories b and c
        anna.take_verdict(claim, check)
    for seed in range(8):
        out = tmp_path / str(seed)
        report = export(project, out, split=Split(shares="60/20/20", seed=seed))
        side = {row["title"][6]: row["split"] for row in rows(out / "articles.jsonl")}
        assert side["b"] == side["c"]
        assert report.joined["same checked claim"] == 1
    assert problems(tmp_path / "0") == []


def test_the_same_bytes_twice(project: Database, tmp_path: Path) -> None:
    made = [export(project, tmp_path / name, split=SPLIT).sha256 for name in ("one", "two")]
    assert made[0] == made[1]
    one, two = tmp_path / "one", tmp_path / "two"
    names = sorted(path.name for path in one.iterdir())
    assert names == sorted(path.name for path in two.iterdir())
    assert all((one / name).read_bytes() == (two / name).read_bytes() for name in names)


def test_a_leaking_split_by_hand_is_refused_with_the_pair(
    project: Database, tmp_path: Path
) -> None:
    export(project, tmp_path / "all", split=Split())
    by_title = {r["title"][6]: r["article"] for r in rows(tmp_path / "all" / "articles.jsonl")}
    file = tmp_path / "sides.jsonl"

    def given(**sides: str) -> Split:
        lines = [json.dumps({"article": by_title[k], "split": v}) for k, v in sides.items()]
        file.write_text("\n".join(lines), encoding="utf-8")
        return Split(by_hand=read_sides(file))

    with pytest.raises(SplitError, match=r"leaks.*near-duplicate claim: \w+ \(t\w+\) and \w+ \(t"):
        export(
            project,
            tmp_path / "out",
            split=given(a="train", b="train", c="test", d="test", e="test"),
        )
    assert not (tmp_path / "out").exists()
    sound = given(a="train", b="train", c="test", d="train", e="test")
    assert export(project, tmp_path / "out", split=sound).splits["test"]["articles"] == 2
    with pytest.raises(SplitError, match="names no side"):
        export(project, tmp_path / "out", split=given(a="train"))


EDITS = {
    "a verdict": ("claims.jsonl", '"label":"verified"', '"label":"refuted"'),
    "a quote": ("claims.jsonl", "Nobody was hurt", "Nobody was here"),
    "an offset": ("claims.jsonl", '"utf16_end":', '"utf16_end":1'),
    "a text": ("articles.jsonl", "twice the plan", "thrice the pla"),
    "a review": ("claims.jsonl", '"verdict":"verified"', '"verdict":"refuted"'),
    "the card": ("README.md", "9 claims", "8 claims"),
}


@pytest.mark.parametrize("what", EDITS)
def test_the_first_lie_is_found(project: Database, tmp_path: Path, what: str) -> None:
    name, old, new = EDITS[what]
    for hashed in (False, True):
        out = tmp_path / str(hashed)
        export(project, out, split=Split())
        edit(out, name, old, new, hashed)
        assert problems(out)


def test_a_claim_moved_to_another_side_is_found(project: Database, tmp_path: Path) -> None:
    out = tmp_path / "out"
    export(project, out, split=SPLIT)
    source = next(p for p in (out / "train.jsonl", out / "test.jsonl") if p.stat().st_size)
    target = out / "validation.jsonl"
    line = source.read_text(encoding="utf-8").split("\n")[0]
    target.write_text(target.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")
    values = json.loads((out / NAME).read_text(encoding="utf-8"))
    values["files"] |= measured(out, [target])
    (out / NAME).write_text(json.dumps(values), encoding="utf-8")
    assert {problem.kind for problem in problems(out)} >= {"split"}


def test_missing_and_foreign_files_are_named(project: Database, tmp_path: Path) -> None:
    out = tmp_path / "out"
    export(project, out, split=Split())
    (out / "articles.jsonl").unlink()
    (out / "more.txt").write_text("x")
    found = {(problem.where, problem.what) for problem in problems(out)}
    assert ("articles.jsonl", "is missing") in found
    assert ("more.txt", "is not named in the manifest") in found


def test_labels_of_the_majority_are_one_review(project: Database, tmp_path: Path) -> None:
    export(project, tmp_path / "m.jsonl", choice=Choice(labels="majority", decided=True))
    found = rows(tmp_path / "m.jsonl")
    assert all([len(r["reviews"]), r["reviews"][0]["verdict"]] == [1, r["label"]] for r in found)
    assert {r["label_by"] for r in found} == {"agreed"}
    assert len(found) == 5  # on two of the seven the reviewers differ
    export(project, tmp_path / "g.jsonl", choice=Choice(labels="gold", decided=True))
    assert rows(tmp_path / "g.jsonl") == []


def test_choices_narrow(project: Database, tmp_path: Path) -> None:
    for choice, number in (
        (Choice(verdicts=("refuted",)), 1),
        (Choice(tags=("fire",)), 1),
        (Choice(agreement=0.9), 6),
        (Choice(verbatim=True), 0),
    ):
        assert export(project, tmp_path / "out.jsonl", choice=choice).claims == number


@pytest.mark.parametrize("share", [float("nan"), -0.1, 1.5])
def test_what_is_no_share_is_refused(project: Database, tmp_path: Path, share: float) -> None:
    with pytest.raises(ChoiceError, match="goes from 0 to 1"):
        export(project, tmp_path / "out.jsonl", choice=Choice(agreement=share))
    assert list(tmp_path.glob("out*")) == []


def test_pseudonyms_are_stable_and_keyed(project: Database, tmp_path: Path) -> None:
    key, other = b"k" * 32, b"o" * 32
    out = tmp_path / "out"
    export(project, out, split=Split(), choice=Choice(key=key))
    shown = "".join(path.read_text(encoding="utf-8") for path in out.rglob("*.*"))
    assert "anna" not in shown
    assert pseudonym("anna", key) in shown != pseudonym("anna", other)
    assert problems(out) == []


def test_old_items_keep_their_side(project: Database, tmp_path: Path) -> None:
    export(project, tmp_path / "old", split=SPLIT)
    before = read_kept(tmp_path / "old")
    for number in range(30):
        text = f"Town {number * 7919} built well number {number * 104729} in spring."
        add_article(project, text, [text[:-1]])
    export(project, tmp_path / "new", split=SPLIT)
    after = read_kept(tmp_path / "new")
    assert {article: after[article] for article in before} == before
    kept = Split(shares="60/20/20", seed=99, kept=before)
    export(project, tmp_path / "kept", split=kept)
    again = read_kept(tmp_path / "kept")
    assert {article: again[article] for article in before} == before


def test_a_format_that_needs_texts_says_so(project: Database, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="holds texts"):
        export(project, tmp_path / "out", "brat", mode=TextMode("quotes"))


def test_the_folder_loads_with_its_card(project: Database, tmp_path: Path) -> None:
    datasets = pytest.importorskip("datasets")
    export(project, tmp_path / "out", "parquet", split=SPLIT)
    loaded = datasets.load_dataset(str(tmp_path / "out"), cache_dir=str(tmp_path / "cache"))
    assert sum(len(part) for part in loaded.values()) == 9
