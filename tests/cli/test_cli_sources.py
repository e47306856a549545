"""`workbench sources`: adding, searching, listing."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from cli_command import Command, command, settle

from workbench.review.evidence import sources as adding

ROWS = [
    {
        "text": "The ferry carried 412 passengers on its first night. It was late.\n\nIt rained.",
        "url": "https://example.org/ferry",
        "publisher": "Harbour Post",
        "published": "3 March 2018",
        "retrieved": "2020-02-01",
        "title": "Night ferry",
    },
    {
        "text": "The board raised the fee \u001b[31mby 4%. Nobody objected.",
        "publisher": "\u202ePost",
    },
]


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    settle(tmp_path, monkeypatch)
    lines = "\n".join(json.dumps(row) for row in ROWS)
    (tmp_path / "rows.jsonl").write_text(lines, encoding="utf-8")
    return command(monkeypatch, capsys)


def pdf(text: str) -> bytes:
    """A PDF of one page, written by hand."""
    stream = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = io.BytesIO(), []
    out.write(b"%PDF-1.4\n")
    for number, body in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer\n<< /Size %d /Root 1 0 R >>\n" % (len(objects) + 1))
    out.write(b"startxref\n%d\n%%%%EOF\n" % start)
    return out.getvalue()


def test_sources_are_added_once_with_what_is_known_of_them(run: Command) -> None:
    assert "2 sources added, 0 known" in run("sources", "add", "rows.jsonl").out
    again = json.loads(run("sources", "add", "rows.jsonl", "--json").out)
    assert (again["added"], again["known"], len(again["source_ids"])) == (0, 2, 2)
    first = json.loads(run("sources", "list", "--json").out.splitlines()[0])
    assert (first["publisher"], first["published"]) == ("Harbour Post", "2018-03-03")
    assert (first["retrieved"], first["url"]) == ("2020-02-01", ROWS[0]["url"])
    assert "Night ferry" in run("sources", "list").out
    assert run("verify").code == 0


def test_search_gives_the_passage_and_the_likely_quote(run: Command) -> None:
    run("sources", "add", "rows.jsonl")
    found = json.loads(run("sources", "search", "412 passengers", "--json").out.splitlines()[0])
    text = str(ROWS[0]["text"])
    quote = found["quote"]
    assert text[quote["start"] : quote["end"]] == quote["text"]
    assert quote["text"] == "The ferry carried 412 passengers on its first night."
    assert text[found["start"] : found["end"]] == found["text"]
    assert "«The ferry carried 412" in run("sources", "search", "ferry passengers").out
    assert "nothing found" in run("sources", "search", "penguin").out


def test_search_in_one_source(run: Command) -> None:
    run("sources", "add", "rows.jsonl")
    ids = json.loads(run("sources", "add", "rows.jsonl", "--json").out)["source_ids"]
    assert "nothing found" in run("sources", "search", "ferry", "--source", ids[1][:8]).out
    assert "Night ferry" in run("sources", "search", "ferry", "--source", ids[0][:8]).out
    assert run("sources", "search", "ferry", "--source", "zz").code == 2


@pytest.mark.parametrize(
    "text", ['"', "ferry AND NOT (", "NEAR(ferry", "words:ferry*", "'; DROP TABLE source; --", "-"]
)
def test_no_character_of_a_query_is_an_operator(run: Command, text: str) -> None:
    run("sources", "add", "rows.jsonl")
    ended = run("sources", "search", text)
    assert ended.code == 0 and not ended.err
    assert ("Night ferry" in ended.out) == ("ferry" in text)
    assert run("verify").code == 0


def test_a_pdf_is_a_source_and_an_article(run: Command, tmp_path: Path) -> None:
    (tmp_path / "study.pdf").write_bytes(pdf("The marsh lost nine hectares in 2012."))
    assert run("sources", "add", "study.pdf").code == 0
    assert "«The marsh lost nine hectares" in run("sources", "search", "marsh hectares").out
    assert "1 article added" in run("import", "study.pdf").out


def test_what_is_no_source_is_one_line_and_nothing_is_stored(run: Command, tmp_path: Path) -> None:
    from pypdf import PdfReader, PdfWriter

    whole = pdf("A text.")
    locked, blank = PdfWriter(clone_from=PdfReader(io.BytesIO(whole))), PdfWriter()
    locked.encrypt("secret", algorithm="RC4-128")
    blank.add_blank_page(200, 200)
    for name, writer in (("locked", locked), ("blank", blank)):
        with (tmp_path / f"{name}.pdf").open("wb") as file:
            writer.write(file)
    (tmp_path / "broken.pdf").write_bytes(whole[: len(whole) // 2])
    lost = whole.replace(b"/Contents 4 0 R", b"/Contents 9 0 R")
    (tmp_path / "lost.pdf").write_bytes(lost)
    (tmp_path / "junk.pdf").write_bytes(b"%PDF-1.4\n\xff\x00junk")
    (tmp_path / "none.pdf").write_bytes(b"no pdf")
    reasons = {
        "locked": "encrypted",
        "blank": "without text",
        "broken": "damaged PDF",
        "lost": "damaged PDF",
        "junk": "damaged PDF",
        "none": "not a PDF",
    }
    for name, reason in reasons.items():
        for words in (("sources", "add"), ("import",)):
            ended = run(*words, f"{name}.pdf")
            assert ended.code == 2 and reason in ended.err.splitlines()[0], (name, ended)
        assert len(run("sources", "add", f"{name}.pdf").err.splitlines()) == 1
    assert not (tmp_path / "workbench.db").exists()


def test_a_source_that_is_too_long_is_refused(
    run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adding, "LONGEST", 1000)
    monkeypatch.setattr(adding, "LARGEST", 4000)
    (tmp_path / "long.txt").write_text("word " * 300, encoding="utf-8")
    (tmp_path / "huge.txt").write_text("word " * 3000, encoding="utf-8")
    assert run("sources", "add", "long.txt").code == 2
    assert not (tmp_path / "workbench.db").exists()
    ended = run("sources", "add", "long.txt", "huge.txt", "rows.jsonl")
    assert ended.code == 1 and "2 sources added" in ended.out
    assert "long.txt: holds 1,500 characters; a source has at most 1,000" in ended.err
    assert "huge.txt: has 15,000 bytes; at most 4,000 are read" in ended.err


def test_columns_of_other_names_can_be_named(run: Command, tmp_path: Path) -> None:
    (tmp_path / "odd.csv").write_text("stuff,when\nThe mill burnt down.,2020-01-02\n", "utf-8")
    refused = run("sources", "add", "odd.csv")
    assert refused.code == 2 and "--text-column" in refused.err
    named = ("--text-column", "stuff", "--date-column", "when")
    assert run("sources", "add", "odd.csv", *named).code == 0
    assert "2020-01-02" in run("sources", "list").out


def test_articles_of_the_project_are_searched_too(run: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The orchard covers nine hectares.", encoding="utf-8")
    run("import", "a.txt")
    run("sources", "add", "rows.jsonl")
    found = json.loads(run("sources", "search", "orchard", "--json").out)
    assert found["kind"] == "article"
