"""Work as other tools write it: units, old forms, missing fields, wrong offsets, encodings."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_importers_round_trip import held, taken

from db import claims, reviews
from db.engine import Database
from workbench.dataset import importers
from workbench.dataset.importers.item import Mark, WorkError
from workbench.dataset.importers.place import Place, Placer
from workbench.dataset.importers.take import Taker, WorkReport
from workbench.review.project import init
from workbench.review.schemes import preset

TEXT = "😀 Rents rose by 4% in May.\r\nThe city built 20 flats. The city built 20 flats."


def write(folder: Path, *values: Any, name: str = "in.jsonl") -> Path:
    path = folder / name
    path.write_text("".join(json.dumps(value) + "\n" for value in values), encoding="utf-8")
    return path


def quotes(database: Database) -> list[tuple[str, str | None, str]]:
    """(span's text, verdict, reviewer) of every review."""
    with database.read() as connection:
        by_seq = {claim.seq: claim.quote for page in claims.pages(connection) for claim in page}
        found = [(by_seq[r.claim_seq], r.verdict, r.reviewer) for r in reviews.every(connection)]
    return sorted(found)


def task(*spans: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"text": TEXT, "spans": list(spans), "answer": "accept", "_annotator_id": "ann", **more}


def span(quote: str, label: str = "verified", shift: int = 0, **more: Any) -> dict[str, Any]:
    start = TEXT.index(quote) + shift
    return {"start": start, "end": start + len(quote), "label": label, **more}


def test_wrong_offsets_are_searched_or_kept_aside(database: Database, tmp_path: Path) -> None:
    far = span("Rents rose by 4%", shift=7, text="Rents rose by 4%")
    near = span("The city built 20 flats", shift=23, text="The city built 20 flats")
    gone = span("Rents rose by 4%", text="Rents fell by 4%")
    outside = {"start": 900, "end": 950, "label": "verified"}
    report = taken(database, "prodigy", write(tmp_path, task(far, near, gone, outside)))
    second = TEXT.rindex("The city")
    assert {(row[2], row[3]) for row in held(database)} == {(2, 18), (second, second + 23)}
    assert report.searched == 2
    assert [(aside.reason, aside.raw) for aside in report.asides] == [
        ("the quote is not in the article's text", gone),
        ("no text at 900–950, and no quote to search", outside),
    ]


def test_what_cannot_be_read_is_kept_and_the_rest_goes_in(
    database: Database, tmp_path: Path
) -> None:
    path = write(tmp_path, task(span("Rents rose by 4%")))
    with path.open("ab") as out:
        out.write(b'{"text": "cut off\n')
        out.write(b"[1, 2]\n")
        out.write(json.dumps({"spans": []}).encode() + b"\n")
        out.write(json.dumps(task(answer="ignore")).encode() + b"\n")
        out.write(json.dumps(task(spans="none")).encode() + b"\n")
    report = taken(database, "prodigy", path)
    assert quotes(database) == [("Rents rose by 4%", "verified", "ann")]
    reasons = [aside.reason.split(":")[0] for aside in report.asides]
    assert reasons == [
        "is not JSON",
        "is not a JSON object",
        "has no text ('text')",
        "its answer is 'ignore'",
        "'spans' is not a list of spans",
    ]
    assert [aside.where.rpartition(":")[2] for aside in report.asides] == list("23456")


def test_lines_of_mixed_encodings(database: Database, tmp_path: Path) -> None:
    russian = "Цены на жильё выросли на четыре процента за последний год в столице."
    lines = [
        json.dumps({"text": "Die Größe.", "label": [], "reviewer": "a"}, ensure_ascii=False),
        json.dumps({"text": russian, "label": [[0, 4, "verified"]]}, ensure_ascii=False),
        json.dumps({"text": "ok", "label": []}),
    ]
    path = tmp_path / "mixed.jsonl"
    path.write_bytes(
        b"\n".join([lines[0].encode("utf-8"), lines[1].encode("cp1251"), lines[2].encode("utf-8")])
    )
    report = Taker(database, "doccano", reviewer="a").take(importers.get("doccano").read(path))
    assert report.encodings == {"utf-8", "cp1251"}
    assert quotes(database) == [("Цены", "verified", "a")]


def test_offsets_that_are_no_numbers_are_called_so(database: Database, tmp_path: Path) -> None:
    path = tmp_path / "odd.jsonl"
    marks = [{"start": 1e300, "end": 4, "label": "verified"}, {"label": "verified"}]
    path.write_text(json.dumps({"text": TEXT, "spans": marks, "_annotator_id": "ann"}))
    reasons = {aside.reason for aside in taken(database, "prodigy", path).asides}
    assert reasons == {"its start and end are not two whole numbers, and no quote to search"}


def test_a_damaged_line_is_kept_aside(database: Database, tmp_path: Path) -> None:
    path = tmp_path / "bad.jsonl"
    good = json.dumps(task(span("Rents rose by 4%")))
    path.write_bytes(b'{"text": "caf\xc3\xa9 \xff\xfe caf\xc3\xa9"}\n' + good.encode())
    report = taken(database, "prodigy", path)
    assert len(report.asides) == 1
    assert report.asides[0].reason.startswith("is not UTF-8")
    assert quotes(database) == [("Rents rose by 4%", "verified", "ann")]


def test_labels_are_verdicts_or_tags(database: Database, tmp_path: Path) -> None:
    path = write(
        tmp_path,
        task(
            span("Rents rose by 4%", "SUPPORTS"),
            span("The city built 20 flats", "STATISTIC"),
            span("in May", "Not Enough Evidence"),
            span("Rents", "claim"),
            span("4%", "WRONG"),
        ),
    )
    taker = Taker(database, "prodigy", labels={"wrong": "refuted"})
    report = taker.take(importers.get("prodigy").read(path))
    assert report.tags == {"STATISTIC"}
    assert {(row[0], row[1]) for row in quotes(database)} == {
        ("Rents rose by 4%", "verified"),
        ("The city built 20 flats", None),
        ("in May", "not-enough-evidence"),
        ("4%", "refuted"),
    }
    with pytest.raises(WorkError, match="no verdict 'nothing'"):
        Taker(database, "prodigy", labels={"x": "nothing"})


def test_tags_are_texts_and_numbers(database: Database, tmp_path: Path) -> None:
    tags = ["prices", 2019, None, True, ["a"], {"b": 1}, " "]
    taken(database, "prodigy", write(tmp_path, task(span("Rents rose by 4%", tags=tags))))
    with database.read() as connection:
        (found,) = reviews.every(connection)
    assert set(found.tags) == {"prices", "2019"}


def test_who_marked_but_decided_nothing_is_no_reviewer(database: Database, tmp_path: Path) -> None:
    path = write(tmp_path, task(span("Rents", "claim"), _annotator_id="bo"))
    assert taken(database, "prodigy", path).reviewers == set()
    path = write(tmp_path, task(span("Rents rose by 4%")))
    for _ in range(2):  # the second time adds nothing
        assert taken(database, "prodigy", path).reviewers == {"ann"}


def test_a_label_of_nobody_wants_a_reviewer(database: Database, tmp_path: Path) -> None:
    path = write(tmp_path, {"text": TEXT, "label": [[3, 8, "verified"], [3, 19, "claim"]]})
    report = taken(database, "doccano", path)
    assert [aside.reason for aside in report.asides] == [
        "names no reviewer: give one with --reviewer"
    ]
    assert report.claims == 1
    taker = Taker(database, "doccano", reviewer="mia")
    assert taker.take(importers.get("doccano").read(path)).asides == []
    assert quotes(database) == [("Rents", "verified", "mia")]


def test_two_reviewers_of_one_span_hold_one_claim(database: Database, tmp_path: Path) -> None:
    one = task(span("Rents rose by 4%"))
    two = task(span("Rents rose by 4%", "refuted"), _annotator_id="bo")
    report = taken(database, "prodigy", write(tmp_path, one, two))
    assert (report.claims, report.articles) == (1, 1)
    assert [row[1:] for row in quotes(database)] == [("refuted", "bo"), ("verified", "ann")]


def test_a_note_that_is_too_long_is_told_of(database: Database, tmp_path: Path) -> None:
    long = span("Rents rose by 4%", note="n" * 20_001)
    report = taken(database, "prodigy", write(tmp_path, task(long)))
    (aside,) = report.asides
    assert aside.reason == "the note is cut to 20,000 characters; the mark is taken"
    assert aside.raw == long
    assert quotes(database) == [("Rents rose by 4%", "verified", "ann")]


def test_a_rejected_task_discards(database: Database, tmp_path: Path) -> None:
    taken(database, "prodigy", write(tmp_path, task(span("Rents rose by 4%"), answer="reject")))
    with database.read() as connection:
        assert [review.discarded for review in reviews.every(connection)] == [True]


def test_doccano_entities_in_utf16(database: Database, tmp_path: Path) -> None:
    units = len("😀 ") + 1  # the emoji is two units
    entity = {"id": 1, "start_offset": units, "end_offset": units + 16, "label": "refuted"}
    path = write(tmp_path, {"id": 7, "text": TEXT, "entities": [entity], "relations": []})
    Taker(database, "doccano", reviewer="mia").take(importers.get("doccano").read(path))
    assert quotes(database) == [("Rents rose by 4%", "refuted", "mia")]


@pytest.mark.parametrize("shift", [0, 1])
def test_label_studio_of_both_units(database: Database, tmp_path: Path, shift: int) -> None:
    """Version 1.5 counts code points, those before counted UTF-16 units: the text tells."""
    start = 2 + shift
    region = {
        "id": "x1",
        "from_name": "ner",
        "to_name": "body",
        "type": "labels",
        "value": {
            "start": start,
            "end": start + 16,
            "text": "Rents rose by 4%",
            "labels": ["True"],
        },
    }
    annotation = {"completed_by": 3, "result": [region], "updated_at": "2026-05-01T08:00:00Z"}
    cancelled = {"completed_by": 4, "result": [region], "was_cancelled": True}
    path = tmp_path / "export.json"
    data = {"title": "Rents", "body": TEXT}
    path.write_text(json.dumps([{"id": 1, "data": data, "annotations": [annotation, cancelled]}]))
    report = Taker(database, "labelstudio", labels={"true": "verified"}).take(
        importers.get("labelstudio").read(path)
    )
    assert report.asides == []
    assert report.searched == 0
    assert quotes(database) == [("Rents rose by 4%", "verified", "user 3")]
    with database.read() as connection:
        (review,) = reviews.every(connection)
    assert review.decided_at == "2026-05-01T08:00:00.000000Z"


def test_brat_of_somebody_else(database: Database, tmp_path: Path) -> None:
    (tmp_path / "doc.txt").write_bytes(TEXT.encode())
    lines = [
        "T1\tREFUTES 2 18\tRents rose by 4%",
        "T2\tPerson 22 25;28 31\tMay The",
        "T3\tREFUTES 0 9\tno such words",
        "E1\tEvent:T1",
        "#1\tAnnotatorNotes T1\tsee p. 3",
        "*\tEquiv T1 T2",
    ]
    (tmp_path / "doc.ann").write_text("\n".join(lines) + "\n", encoding="utf-8")
    taker = Taker(database, "brat", reviewer="mia")
    report = taker.take(importers.get("brat").read(tmp_path / "doc.ann"))
    assert [aside.raw for aside in report.asides] == [lines[2]]
    assert quotes(database) == [
        ("May.\r\nThe", None, "mia"),
        ("Rents rose by 4%", "refuted", "mia"),
    ]
    assert {row[6] for row in held(database)} == {"see p. 3", ""}


def test_fever_claims(database: Database, tmp_path: Path) -> None:
    init(database, reviewer="lead", scheme=preset("fever"))
    evidence = [[[1, 2, "Harbour", 3], [1, 4, "Pier", 0]], [[5, 6, None, None]]]
    rows = [
        {"id": 1, "label": "SUPPORTS", "claim": "Piers were shut.", "evidence": evidence},
        {"id": 2, "label": "NOT ENOUGH INFO", "claim": "Fees rose.", "evidence": []},
        {"id": 3, "label": "REFUTES"},
    ]
    report = whole(database, "fever", write(tmp_path, *rows))
    assert [aside.reason for aside in report.asides] == ["has no claim ('claim')"]
    assert quotes(database) == [
        ("Fees rose.", "not-enough-info", "fever"),
        ("Piers were shut.", "supports", "fever"),
    ]
    notes = {row[6] for row in held(database)}
    assert notes == {"", "evidence: Harbour, sentence 3; Pier, sentence 0"}


def whole(database: Database, tool: str, path: Path) -> WorkReport:
    one = importers.get(tool)
    return Taker(database, tool, reviewer=one.reviewer).take(one.read(path))


def test_averitec_claims(database: Database, tmp_path: Path) -> None:
    answer = {
        "answer": "Yes",
        "answer_type": "Boolean",
        "boolean_explanation": "two of five",
        "source_url": "https://example.org/minutes",
    }
    row = {
        "claim": "Piers were shut.",
        "label": "Conflicting Evidence/Cherrypicking",
        "justification": "Two were.",
        "claim_date": "25-8-2020",
        "speaker": "Ann Bell",
        "questions": [{"question": "Were any shut?", "answers": [answer]}],
    }
    path = tmp_path / "dev.json"
    path.write_text(json.dumps([row]))
    report = whole(database, "averitec", path)
    assert report.asides == []
    assert quotes(database) == [("Piers were shut.", "conflicting-evidence", "averitec")]
    (kept,) = held(database)
    assert kept[6] == "Two were.\nWere any shut? — Yes: two of five (https://example.org/minutes)"
    assert whole(database, "averitec", path).events == 0


def test_what_is_no_file_of_the_tool(database: Database, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    for tool, path in (("brat", empty), ("prodigy", write(tmp_path))):
        with pytest.raises(WorkError):
            taken(database, tool, path)
    with pytest.raises(WorkError, match="there are averitec, brat"):
        importers.get("word")


@given(st.text(min_size=1), st.data())
def test_a_true_quote_is_placed_whatever_the_unit(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quote = text[start:end]
    if not quote.strip():
        return
    place = Placer(text).place(Mark(start, end, quote))
    assert place == Place(start, end, searched=False)
    units = [len(text[:at].encode("utf-16-le", "surrogatepass")) // 2 for at in (start, end)]
    in_units = Placer(text).place(Mark(*units, quote, unit="utf16"))
    assert isinstance(in_units, Place)
    assert text[in_units.start : in_units.end].split() == quote.split()
    lost = Placer(text).place(Mark(start + 10_000, end + 10_000, quote))
    assert isinstance(lost, Place)
    assert text[lost.start : lost.end] == quote


def test_cas_of_inception_in_a_zip(database: Database, tmp_path: Path) -> None:
    """Its own layers beside a custom one, as a project export packs them."""
    cassis = pytest.importorskip("cassis")
    types = cassis.TypeSystem()
    core = "de.tudarmstadt.ukp.dkpro.core.api"
    token = types.create_type(
        f"{core}.segmentation.type.Token", supertypeName="uima.tcas.Annotation"
    )
    entity = types.create_type(f"{core}.ner.type.NamedEntity", supertypeName="uima.tcas.Annotation")
    types.create_feature(entity, "value", "uima.cas.String")
    check = types.create_type("webanno.custom.Check", supertypeName="uima.tcas.Annotation")
    types.create_feature(check, "Rating", "uima.cas.String")
    cas = cassis.Cas(typesystem=types, sofa_string=TEXT, sofa_mime="text/plain")
    cas.add(token(begin=0, end=1))
    cas.add(entity(begin=2, end=7, value="TOPIC"))
    cas.add(check(begin=2, end=18, Rating="Refuted"))
    folder = tmp_path / "annotation" / "rents.txt"
    folder.mkdir(parents=True)
    with zipfile.ZipFile(folder / "mia.zip", "w") as archive:
        archive.writestr("mia.xmi", cas.to_xmi())
        archive.writestr("TypeSystem.xml", types.to_xml())
    with zipfile.ZipFile(folder / "bad.zip", "w") as archive:
        archive.writestr("bad.xmi", "<xmi")
        archive.writestr("TypeSystem.xml", types.to_xml())
    (folder / "worse.zip").write_bytes(b"no zip")
    report = taken(database, "cas", tmp_path)
    reasons = sorted(aside.reason.split(":")[0] for aside in report.asides)
    assert reasons == ["is not a CAS", "is not a zip file"]
    assert report.tags == {"TOPIC"}
    assert quotes(database) == [
        ("Rents", None, "mia"),
        ("Rents rose by 4%", "refuted", "mia"),
    ]
