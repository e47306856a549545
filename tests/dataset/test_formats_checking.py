"""What fact-checking research and publishers read: labels, evidence and its sets, JSON-LD."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from dataset_example import SOURCE, SOURCE_ID, Example, evidence, usual
from test_formats_tools import lines, written

MET, FEE = "The harbour board met in May", "The fee rose by 4%"


def loaded(file: Path, features: Any) -> list[dict[str, Any]]:
    """A file of JSON as `datasets` reads it with the published features."""
    datasets = pytest.importorskip("datasets")
    found = datasets.load_dataset(
        "json",
        data_files=str(file),
        split="train",
        features=features,
        cache_dir=str(file.parent / "cache"),
    )
    return list(found)


def test_fever_leads_to_the_sentences(tmp_path: Path) -> None:
    path, export = written("fever", tmp_path)
    claims = {claim["claim"]: claim for claim in lines(path / "claims.jsonl")}
    (page,) = lines(path / "wiki-pages" / "wiki-001.jsonl")
    sentences = dict(line.split("\t", 1) for line in page["lines"].split("\n"))
    assert list(claims) == [MET, FEE]
    assert claims[FEE]["label"] == "SUPPORTS"
    sets = [[(row[2], sentences[str(row[3])]) for row in one] for one in claims[FEE]["evidence"]]
    assert sets == [
        [(SOURCE_ID, "The fee rose by 4%.")],
        [(SOURCE_ID, "Two piers were closed in May.")],
    ]
    ((null,),) = claims[MET]["evidence"]
    assert null[1:] == [None, None, None]
    assert export.losses.left_out == {
        "claim that nobody decided": 1,
        "claim whose reviewers disagree": 1,
        "claim that was discarded": 1,
        "claim whose verdict (not-checkable) is no label of fever": 1,
        "evidence of another stance than the label's": 1,
    }
    assert export.losses.mapped == {"verdict without evidence: the set is empty": 1}


def test_fever_keeps_only_whole_sets(tmp_path: Path) -> None:
    example = Example()
    claim = example.claim("rose by 4%")
    pieces = [
        evidence("The fee rose by 4%"),
        evidence("Two piers were closed", source_id="f" * 64, id="other"),
        evidence("board minutes are public. Two piers", set_no=2),
    ]
    example.review(claim, "anna", "verified", evidence=pieces)
    path, export = written("fever", tmp_path, example)
    (found,) = lines(path / "claims.jsonl")
    assert [[row[3] for row in one] for one in found["evidence"]] == [[0, 1]]
    assert export.losses.left_out == {
        "evidence in a source whose text is not held": 1,
        "evidence of a set that is not whole": 1,
    }


def test_fever_loads_with_the_published_features(tmp_path: Path) -> None:
    datasets = pytest.importorskip("datasets")
    path, _ = written("fever", tmp_path)
    pages = loaded(
        path / "wiki-pages" / "wiki-001.jsonl",
        datasets.Features(dict.fromkeys(("id", "text", "lines"), datasets.Value("string"))),
    )
    assert pages[0]["text"] == SOURCE
    found = [json.loads(line) for line in (path / "claims.jsonl").read_text("utf-8").splitlines()]
    assert {type(claim["id"]) for claim in found} == {int}
    assert all(claim["id"] < 2**53 for claim in found)


def test_scifact_loads_with_its_corpus(tmp_path: Path) -> None:
    datasets = pytest.importorskip("datasets")
    path, export = written("scifact", tmp_path)
    corpus = loaded(
        path / "corpus.jsonl",
        datasets.Features(
            {
                "doc_id": datasets.Value("int64"),
                "title": datasets.Value("string"),
                "abstract": datasets.Sequence(datasets.Value("string")),
                "structured": datasets.Value("bool"),
            }
        ),
    )
    by_id = {document["doc_id"]: document for document in corpus}
    claims = {claim["claim"]: claim for claim in lines(path / "claims.jsonl")}
    fee = claims[FEE]
    ((document, rationales),) = fee["evidence"].items()
    assert fee["cited_doc_ids"] == [int(document)]
    abstract = by_id[int(document)]["abstract"]
    found = [([abstract[n] for n in one["sentences"]], one["label"]) for one in rationales]
    assert found == [
        (["The fee rose by 4%."], "SUPPORT"),
        (["Two piers were closed in May."], "SUPPORT"),
    ]
    assert claims[MET]["evidence"] == {}
    assert export.losses.left_out["evidence of another stance than the label's"] == 1


def test_averitec_loads_with_its_features(tmp_path: Path) -> None:
    datasets = pytest.importorskip("datasets")
    path, export = written("averitec", tmp_path)
    text = datasets.Value("string")
    answer = dict.fromkeys(("answer", "answer_type", "source_url", "source_medium"), text)
    features = {
        **dict.fromkeys(("claim", "label", "justification", "claim_date", "speaker"), text),
        "required_reannotation": datasets.Value("bool"),
        **dict.fromkeys(("original_claim_url", "fact_checking_article"), text),
        **dict.fromkeys(("reporting_source", "location_ISO_code"), text),
        "claim_types": [text],
        "fact_checking_strategies": [text],
        "questions": [{"question": text, "answers": [answer]}],
    }
    met, fee = loaded(path, datasets.Features(features))
    assert (met["claim"], met["label"], met["claim_date"]) == (MET, "Supported", "30-4-2026")
    assert met["justification"] == "line one\nline two"
    assert [a["answer"] for q in fee["questions"] for a in q["answers"]] == [
        "The fee rose by 4%",
        "The board minutes are public",
        "Two piers were closed",
    ]
    assert export.losses.mapped == {
        "alternative set of evidence: its pieces stand among the others": 1,
        "evidence without a question: the question is empty": 3,
    }


def test_liar_loads_with_its_fourteen_columns(tmp_path: Path) -> None:
    datasets = pytest.importorskip("datasets")
    example = usual()
    odd = example.claim("two piers “for good”", statement='"For\tgood", she said\nof two')
    example.review(odd, "anna", "conflicting-evidence")
    path, export = written("liar", tmp_path, example)
    columns = (
        "id label statement subject speaker job state party a b c d e context".split()  # noqa: SIM905
    )
    found = list(
        datasets.load_dataset(
            "csv",
            data_files=str(path),
            delimiter="\t",
            column_names=columns,
            split="train",
            cache_dir=str(tmp_path / "cache"),
        )
    )
    assert [(row["statement"], row["label"]) for row in found] == [
        (MET, "true"),
        ('“For good", she said of two', "half-true"),
        (FEE, "true"),
    ]
    assert {row["context"] for row in found} == {"Harbour"}
    assert found[0]["subject"] == "harbour,東京"
    mapped = "quotation mark at the head of a cell, which is “"
    assert export.losses.mapped == {mapped: 1}


MOTIVATIONS = (
    *("assessing", "classifying", "commenting", "describing"),
    *("highlighting", "linking", "tagging", "questioning"),
)
SCHEMA = {"@vocab": "https://schema.org/", "@base": None}
ANNO = {
    "oa": "http://www.w3.org/ns/oa#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "as": "http://www.w3.org/ns/activitystreams#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": {"@type": "@id", "@id": "@id"},
    "type": {"@type": "@id", "@id": "@type"},
    **{
        name: f"oa:{name}"
        for name in (
            "Annotation SpecificResource TextualBody TextPositionSelector TextQuoteSelector".split()  # noqa: SIM905
        )
    },
    "AnnotationPage": "as:OrderedCollectionPage",
    "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
    "Person": "foaf:Person",
    "Software": "as:Application",
    "nickname": "foaf:nick",
    "name": "foaf:name",
    "body": {"@type": "@id", "@id": "oa:hasBody"},
    "target": {"@type": "@id", "@id": "oa:hasTarget"},
    "source": {"@type": "@id", "@id": "oa:hasSource"},
    "selector": {"@type": "@id", "@id": "oa:hasSelector"},
    "creator": {"@type": "@id", "@id": "dcterms:creator"},
    "modified": {"@id": "dcterms:modified", "@type": "xsd:dateTime"},
    "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
    "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"},
    **{
        name: f"oa:{name}"
        for name in [
            "assessing",
            "classifying",
            "commenting",
            "describing",
            "highlighting",
            "linking",
            "tagging",
            "questioning",
        ]
    },
    "value": "rdf:value",
    "format": "dc:format",
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
}


def expanded(path: Path) -> Any:
    """A JSON-LD file as PyLD reads it; the contexts come from here and not from the net."""
    jsonld = pytest.importorskip("pyld.jsonld")
    contexts = {"https://schema.org": SCHEMA, "http://www.w3.org/ns/anno.jsonld": ANNO}

    def load(url: str, _options: Any = None) -> dict[str, Any]:
        document = {"@context": contexts[url]}
        return {"contextUrl": None, "documentUrl": url, "document": document}

    return jsonld.expand(json.loads(path.read_bytes()), {"documentLoader": load})


def test_claim_reviews_have_what_schema_org_requires(tmp_path: Path) -> None:
    path, export = written("claimreview", tmp_path, _six_steps())
    found = expanded(path)
    assert len(found) == 2
    schema = "https://schema.org/"
    for review in found:
        assert review["@type"] == [f"{schema}ClaimReview"]
        for name in ("claimReviewed", "url", "author", "reviewRating", "itemReviewed"):
            assert review[f"{schema}{name}"]
    ratings = [review[f"{schema}reviewRating"][0] for review in found]
    names = [rating[f"{schema}alternateName"][0]["@value"] for rating in ratings]
    values = [rating[f"{schema}ratingValue"][0]["@value"] for rating in ratings]
    assert (names, values) == (["mostly true", "pants on fire"], [5, 1])
    assert {r[f"{schema}bestRating"][0]["@value"] for r in ratings} == {6}
    claim = found[0][f"{schema}itemReviewed"][0]
    assert claim[f"{schema}author"][0][f"{schema}name"][0]["@value"] == "Ann Bell"
    citation = found[1][f"{schema}citation"][0]
    assert citation[f"{schema}text"][0]["@value"] == "Two piers were closed"
    assert export.losses.left_out == {"claim without a label (open)": 1}


def _six_steps() -> Example:
    example = Example(scheme="politifact")
    example.review(example.claim(MET), "anna", "mostly-true")
    closed = example.claim("closed two piers")
    proof = [evidence("Two piers were closed", stance="refutes")]
    example.review(closed, "anna", "pants-on-fire", evidence=proof)
    example.claim("rose by 4%")
    return example


def test_web_annotations_select_the_text(tmp_path: Path) -> None:
    path, export = written("webannotation", tmp_path)
    (page,) = expanded(path)
    oa = "http://www.w3.org/ns/oa#"
    items = page["http://www.w3.org/ns/activitystreams#items"][0]["@list"]
    names = [item["@id"] for item in items]
    assert len(set(names)) == len(names) == 11
    texts = {"https://example.org/harbour": usual().text, "https://example.org/minutes": SOURCE}
    for item in items:
        target = item[f"{oa}hasTarget"][0]
        text = texts[target[f"{oa}hasSource"][0]["@id"]]
        place, quote = target[f"{oa}hasSelector"]
        assert place["@type"] == [f"{oa}TextPositionSelector"]
        start, end = (int(place[f"{oa}{name}"][0]["@value"]) for name in ("start", "end"))
        assert text[start:end] == quote[f"{oa}exact"][0]["@value"]
    bodies = [body for item in items for body in item[f"{oa}hasBody"]]
    linked = [body for body in bodies if f"{oa}hasSource" in body]
    assert len(linked) == 4
    assert {body[f"{oa}hasSource"][0]["@id"] for body in linked} <= set(names)
    assert export.losses.mapped == {"alternative set of evidence, which is a tag": 1}
