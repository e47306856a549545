"""What annotation tools read: each export in the tool's own library, or cut as the tool cuts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from dataset_example import ARTICLE_ID, TEXT, Example, usual

from workbench.dataset import formats
from workbench.dataset.view import Export


def written(name: str, folder: Path, example: Example | None = None) -> tuple[Path, Export]:
    """The example in a format, and the view with its losses."""
    export = (example or usual()).export()
    one = formats.get(name)
    path = folder / f"out{one.suffix}"
    if one.folder:
        path.mkdir()
    one.write(export, path)
    return path, export


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_bytes().decode("utf-8").split("\n") if line]


ANNA = {
    ("The harbour board met in May", "verified"),
    ("It closed two piers", "refuted"),
    ("rose by 4%", "verified"),
    ("the café\r\n\r\nlost its licence", "not-checkable"),
}
CANDIDATE = {("It closed two piers “for good”, 東京", "claim")}


def test_prodigy_spans_are_those_of_spacy(tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy")
    path, export = written("prodigy", tmp_path)
    tasks = {task.get("_annotator_id"): task for task in lines(path)}
    assert list(tasks) == ["anna", "ben@example.org", None]
    for task in tasks.values():
        doc = spacy.blank("en")(task["text"])
        assert doc.text == TEXT
        for span in task["spans"]:
            found = doc.char_span(
                span["start"], span["end"], span["label"], alignment_mode="expand"
            )
            assert span["text"] in found.text
    assert {(s["text"], s["label"]) for s in tasks["anna"]["spans"]} == ANNA
    assert {(s["text"], s["label"]) for s in tasks[None]["spans"]} == CANDIDATE
    assert "answer" not in tasks[None]
    assert tasks["anna"]["answer"] == "accept"
    assert tasks["anna"]["spans"][0]["tags"] == ["harbour", "東京"]
    assert export.losses.left_out == {
        "discard: the claim has no mark of this reviewer": 1,
        "parts of a statement that are not the claim's span": 1,
        "piece of evidence": 4,
    }


def test_doccano_offsets_cut_as_javascript_cuts(tmp_path: Path) -> None:
    path, _ = written("doccano", tmp_path)
    found = {}
    for example in lines(path):
        units = example["text"].encode("utf-16-le")
        cuts = {
            (units[2 * start : 2 * end].decode("utf-16-le"), label)
            for start, end, label in example["label"]
        }
        found[example["reviewer"]] = cuts
        assert [c["quote"] for c in example["claims"]] == [
            units[2 * start : 2 * end].decode("utf-16-le") for start, end, _ in example["label"]
        ]
    assert found["anna"] == ANNA
    assert found[None] == CANDIDATE


def test_label_studio_validates_the_tasks(tmp_path: Path) -> None:
    interface = pytest.importorskip("label_studio_sdk.label_interface")
    path, _ = written("labelstudio", tmp_path)
    config = interface.LabelInterface((path / "config.xml").read_text(encoding="utf-8"))
    config.validate()
    (task,) = json.loads((path / "tasks.json").read_bytes())
    assert config.validate_task({"data": task["data"]})
    assert len(task["annotations"]) == 2
    for annotation in task["annotations"]:
        assert config._validate_object(annotation, return_errors=True) == []
        assert config.validate_annotation(annotation)
    assert config.validate_prediction(task["predictions"][0], return_errors=True) == []
    assert not config.validate_annotation({"result": [{**_first(task), "from_name": "nothing"}]})
    anna, ben = task["annotations"]
    spans = [r["value"] for r in anna["result"] if r["type"] == "labels"]
    text = task["data"]["text"]
    assert {(text[s["start"] : s["end"]], s["labels"][0]) for s in spans} == ANNA
    assert "completed_by" not in anna
    assert ben["completed_by"] == {"email": "ben@example.org"}


def test_label_studio_converts_the_tasks(tmp_path: Path) -> None:
    converter = pytest.importorskip("label_studio_sdk.converter.converter")
    path, _ = written("labelstudio", tmp_path)
    tasks = json.loads((path / "tasks.json").read_bytes())
    stored = tmp_path / "stored.json"  # as the server keeps them: with numbers
    stored.write_text(json.dumps([{"id": n, **task} for n, task in enumerate(tasks)]))
    made = converter.Converter(str(path / "config.xml"), None)
    out = tmp_path / "conll"
    made.convert(str(stored), str(out), converter.Format.CONLL2003, is_dir=False)
    words = [line.split(" ") for line in (out / "result.conll").read_text("utf-8").splitlines()]
    tags = [(word[0], word[-1]) for word in words if len(word) == 4]
    assert ("The", "B-verified") in tags
    assert ("rose", "B-verified") in tags


def _first(task: dict[str, Any]) -> dict[str, Any]:
    region: dict[str, Any] = task["annotations"][0]["result"][0]
    return region


def test_cassis_reads_the_cas(tmp_path: Path) -> None:
    cassis = pytest.importorskip("cassis")
    path, export = written("cas", tmp_path)
    types = cassis.load_typesystem(path / "TypeSystem.xml")
    found = {}
    for file in sorted((path / ARTICLE_ID).iterdir()):
        cas = cassis.load_cas_from_xmi(file, typesystem=types)
        assert cas.sofa_string == TEXT
        claims = cas.select("webanno.custom.Claim")
        found[file.stem] = {(c.get_covered_text(), c.verdict) for c in claims}
    assert found["anna"] == ANNA
    assert sorted(found) == ["_candidates", "anna", "ben@example.org"]
    tags = [c.tags.elements for c in _claims(cassis, types, path, "anna") if c.tags]
    assert tags == [["harbour", "東京"]]
    assert export.losses.mapped == {}


def _claims(cassis: Any, types: Any, path: Path, name: str) -> Any:
    cas = cassis.load_cas_from_xmi(path / ARTICLE_ID / f"{name}.xmi", typesystem=types)
    return cas.select("webanno.custom.Claim")


def test_cas_keeps_offsets_where_xml_cannot_hold_a_character(tmp_path: Path) -> None:
    cassis = pytest.importorskip("cassis")
    example = Example(text="A\x07\x1b[2J bell 😀 rang.\x00")
    example.review(example.claim("bell 😀 rang"), "anna", "verified")
    path, export = written("cas", tmp_path, example)
    types = cassis.load_typesystem(path / "TypeSystem.xml")
    cas = cassis.load_cas_from_xmi(path / example.article.id / "anna.xmi", typesystem=types)
    (claim,) = cas.select("webanno.custom.Claim")
    assert claim.get_covered_text() == "bell 😀 rang"
    assert cas.sofa_string == "A\ufffd\ufffd[2J bell 😀 rang.\ufffd"
    assert export.losses.mapped == {"control character that XML cannot hold, which is U+FFFD": 3}


def test_brat_offsets_and_references(tmp_path: Path) -> None:
    path, export = written("brat", tmp_path)
    text = (path / "anna" / f"{ARTICLE_ID}.txt").read_bytes().decode("utf-8")
    assert text == TEXT
    ann = (path / "anna" / f"{ARTICLE_ID}.ann").read_bytes().decode("utf-8")
    rows = [line.split("\t") for line in ann.split("\n") if line]
    assert len(ann.splitlines()) == len(rows)
    entities = {}
    for id, kind, words in (row for row in rows if row[0].startswith("T")):
        pieces = [piece.split(" ") for piece in kind.split(" ", 1)[1].split(";")]
        assert words == " ".join(text[int(start) : int(end)] for start, end in pieces)
        entities[id] = (kind.split(" ")[0], words)
    verdicts = {
        (entities[row[1].split(" ")[1]][1], row[1].split(" ")[2])
        for row in rows
        if row[0][0] == "A"
    }
    assert verdicts == {(" ".join(quote.split("\r\n\r\n")), verdict) for quote, verdict in ANNA}
    (relation,) = [row for row in rows if row[0][0] == "R"]
    _, claim, part = relation[1].replace("Arg1:", "").replace("Arg2:", "").split(" ")
    assert entities[claim] == ("Claim", "rose by 4%")
    assert entities[part] == ("Part", "The fee rose by 4%")
    notes = [row for row in rows if row[1].startswith("AnnotatorNotes")]
    assert [row[2] for row in notes] == ["line one line two"]
    assert export.losses.mapped["piece of evidence, which is a note"] == 4


def test_seqeval_reads_conll(tmp_path: Path) -> None:
    seqeval = pytest.importorskip("seqeval.metrics.sequence_labeling")
    path, export = written("conll", tmp_path)
    sentences = [
        [line.split("\t") for line in block.split("\n") if line]
        for block in path.read_text(encoding="utf-8").split("\n\n")
    ]
    body = [rows for rows in sentences if rows and rows[0][0] != "-DOCSTART-"]
    for rows in body:
        assert all(TEXT[int(row[1]) : int(row[2])] == row[0] for row in rows)
    tags = [[row[-1] for row in rows] for rows in body]
    entities = seqeval.get_entities(tags)
    flat = [row for rows in body for row in [*rows, ["", "", "", "O"]]]
    found = {
        (TEXT[int(flat[first][1]) : int(flat[last][2])], label) for label, first, last in entities
    }
    assert found == {
        ("The harbour board met in May", "verified"),
        ("It closed two piers “for good”, 東京", "claim"),
        ("rose by 4%", "verified"),
        ("the café", "not-checkable"),
        ("lost its licence", "not-checkable"),
    }
    assert export.losses.left_out["claim over another"] == 1
    assert export.losses.mapped["claim over two sentences, which is two"] == 1


def test_spacy_reads_docbin(tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy")
    from spacy.training import Corpus

    path, export = written("spacy", tmp_path)
    (example,) = Corpus(path)(spacy.blank("en"))
    doc = example.reference
    assert doc.text == TEXT
    claims = {(span.text, span.label_) for span in doc.spans["claims"]}
    assert ("rose by 4%", "verified") in claims
    assert ("the café\r\n\r\nlost its licence", "not-checkable") in claims
    anna = {(span.text, span.label_) for span in doc.spans["reviewer:anna"]}
    assert anna == ANNA
    (met,) = [s for s in doc.spans["claims"] if s.text.startswith("The harbour")]
    assert doc.user_data["claims"][met.id_]["statement"] == "The harbour board met in May"
    assert doc.user_data["article"] == ARTICLE_ID
    widened = "claim whose edges are not those of tokens: moved to theirs"
    assert export.losses.mapped[widened] == 1
