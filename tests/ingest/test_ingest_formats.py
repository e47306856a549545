"""Each format: the text exactly, what the file says of it, and the rows that are broken."""

import hashlib
import json
from pathlib import Path

import pytest

from workbench.ingest.document import Document
from workbench.ingest.errors import IngestError
from workbench.ingest.read import read
from workbench.ingest.reader import Columns

BODY = "The council approved the ferry line on Monday, after a debate of nine hours."


def one(path: Path, **options: object) -> Document:
    found = list(read([path], **options))  # type: ignore[arg-type]
    assert len(found) == 1
    assert isinstance(found[0], Document), str(found[0])
    return found[0]


def split(path: Path, **options: object) -> tuple[list[Document], list[str]]:
    found = list(read([path], **options))  # type: ignore[arg-type]
    documents = [item for item in found if isinstance(item, Document)]
    return documents, [str(item) for item in found if isinstance(item, IngestError)]


def save(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_text_is_kept_exactly(tmp_path: Path) -> None:
    text = f"\r\n Ferry 🚢 approved\r\n\r\n{BODY}\t \r\nא\u0301 e\u0301\r\n\r\n"
    document = one(save(tmp_path / "a.txt", text))
    assert document.text == text
    assert document.title == "Ferry 🚢 approved"
    assert document.newline == "crlf"
    assert document.id == hashlib.sha256(text.encode()).hexdigest()
    assert document.origin == str(tmp_path / "a.txt")
    piece = document.furniture[0]
    assert text[piece.start : piece.end] == "Ferry 🚢 approved"


@pytest.mark.parametrize(
    ("text", "form"),
    [("a\nb\n", "lf"), ("a\r\nb", "crlf"), ("a\rb", "cr"), ("a\nb\r\n", "mixed"), ("a", "none")],
)
def test_newline_form(tmp_path: Path, text: str, form: str) -> None:
    document = one(save(tmp_path / "a.txt", text))
    assert (document.text, document.newline) == (text, form)


def test_headline_that_stands_twice_is_title_and_repeat(tmp_path: Path) -> None:
    document = one(save(tmp_path / "a.txt", f"Ferry approved\n\nFerry approved\n\n{BODY}\n"))
    assert document.title == "Ferry approved"
    assert [piece.kind for piece in document.furniture] == ["title", "repeat"]


def test_recognised_encoding_is_recorded(tmp_path: Path) -> None:
    text = "Le conseil a adopté le budget après une séance très animée, à l'école des élèves.\n"
    document = one(save(tmp_path / "a.txt", text.encode("latin-1")))
    assert document.text == text
    assert document.encoding == "cp1252"
    assert document.meta == {"encoding": "recognised"}


def test_markdown_keeps_its_source_and_marks_its_markup(tmp_path: Path) -> None:
    text = (
        '---\ntitle: "A third ferry"\ndate: 2021-05-03\nauthor: Jane Doe\n---\n\n'
        f"# Ferry approved\n\n{BODY}\n\n![The ferry](ferry.png)\n\n"
        "```\nnot a claim\n```\n\nThe cost\n--------\n\n"
        f"It costs **4 million** euros, the mayor said.[^1]\n\n* * *\n\n[home]: https://x.example\n"
    )
    document = one(save(tmp_path / "a.md", text))
    assert document.text == text
    assert (document.title, document.published) == ("A third ferry", "2021-05-03")
    assert document.author == "Jane Doe"
    pieces = [(piece.kind, text[piece.start : piece.end]) for piece in document.furniture]
    assert [(kind, quote.split("\n")[0]) for kind, quote in pieces] == [
        ("markup", "---"),
        ("heading", "# Ferry approved"),
        ("caption", "![The ferry](ferry.png)"),
        ("markup", "```"),
        ("heading", "The cost"),
        ("markup", "* * *"),
        ("markup", "[home]: https://x.example"),
    ]
    assert pieces[3][1].endswith("```")


def test_markdown_title_from_the_first_heading(tmp_path: Path) -> None:
    assert one(save(tmp_path / "a.md", f"Ferry\n=====\r\n\r\n{BODY}")).title == "Ferry"
    assert one(save(tmp_path / "b.md", f"## Ferry ##\n\n{BODY}")).title == "Ferry"
    assert one(save(tmp_path / "c.md", f"{BODY}\n```\nnever closed")).title is None


PAGE = """<!DOCTYPE html><html lang="fr-FR"><head><meta charset="{charset}">
<title>Ferry approved - The Post</title><meta property="og:title" content="Ferry approved">
<meta name="author" content="Jane Doe"><link rel="canonical" href="https://post.example/ferry">
<meta property="article:published_time" content="2021-05-03T10:14:00Z"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Ferry approved</h1><p>{body}</p>
<p>“L’été 🚢 commence,” she said &amp; smiled. The first ferry will run from June, it says.</p>
<p>READ MORE: Council votes</p></article><footer>© 2021</footer></body></html>"""


def test_html_main_text_and_what_the_page_says(tmp_path: Path) -> None:
    page = PAGE.format(charset="windows-1252", body=BODY).replace("🚢 ", "")
    document = one(save(tmp_path / "a.html", page.encode("cp1252")))
    assert document.encoding == "cp1252"
    assert BODY in document.text
    assert "“L’été commence,” she said & smiled." in document.text
    assert "Home" not in document.text
    assert (document.title, document.published) == ("Ferry approved", "2021-05-03")
    assert (document.author, document.url) == ("Jane Doe", "https://post.example/ferry")
    assert document.language == "fr"
    kinds = {document.text[p.start : p.end]: p.kind for p in document.furniture}
    assert kinds == {"Ferry approved": "title", "READ MORE: Council votes": "link"}


def test_html_emoji_and_a_page_without_much(tmp_path: Path) -> None:
    document = one(save(tmp_path / "a.html", PAGE.format(charset="utf-8", body=BODY)))
    assert "🚢" in document.text
    assert one(save(tmp_path / "b.htm", "<p>Short text.</p>")).text.strip() == "Short text."
    _, errors = split(save(tmp_path / "c.html", "<html><body></body></html>"))
    assert errors == [f"{tmp_path / 'c.html'}: has no main text"]


@pytest.mark.parametrize(
    "written", ["\x1b", "&#27;", "&#x1B;", "&#0027", "&#x1b ", "&#8;", "&#12;", "&#65534;"]
)
def test_html_control_characters_are_dropped_however_written(tmp_path: Path, written: str) -> None:
    page = f"<p>The hall was built in 1953.<script>a</script> And{written} more.</p>"
    document = one(save(tmp_path / "a.html", page))
    assert " ".join(document.text.split()) == "The hall was built in 1953. And more."


def test_html_other_references_stay(tmp_path: Path) -> None:
    page = "<p>The hall &#x201C;Nord&#8221; caf&#233 cost &#128;5 in all.</p>"
    assert one(save(tmp_path / "a.html", page)).text.strip() == (
        "The hall “Nord” café cost €5 in all."
    )


def test_html_without_its_extra_names_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "trafilatura", None)
    _, errors = split(save(tmp_path / "a.html", "<p>Text.</p>"))
    assert len(errors) == 1
    assert "pip install '.[html]'" in errors[0]


def test_json_lines(tmp_path: Path) -> None:
    rows = [
        {"id": 7, "headline": "Ferry", "body": BODY, "link": "https://x.example", "views": 3},
        {"claim": "The Earth is flat 🌍", "claimant": "A Person", "date": "3 May 2021"},
    ]
    lines = "\n".join(json.dumps(row) for row in rows)
    documents, errors = split(save(tmp_path / "a.jsonl", f"\ufeff{lines}\n\n"))
    assert errors == []
    first, second = documents
    assert (first.text, first.title, first.external_id) == (BODY, "Ferry", "7")
    assert (first.url, first.meta) == ("https://x.example", {"views": "3"})
    assert first.origin == f"{tmp_path / 'a.jsonl'}:1"
    assert (second.text, second.speaker) == ("The Earth is flat 🌍", "A Person")
    assert second.published == "2021-05-03"


def test_bad_lines_of_json_are_named_and_the_rest_goes_in(tmp_path: Path) -> None:
    lines = [
        b'{"text": "one"}',
        b'{"text": ',
        b'"a string"',
        b'{"text": 5}',
        b'{"title": "no text"}',
        b'{"text": "\\ud83d"}',
        b'{"text": "caf\xe9"}',
        b'{"text": ""}',
        b'{"text": "x", "title": "\\ude00"}',
        b"[" * 100_000,
        b'{"text": "two", "date": "05/03/2021"}',
    ]
    documents, errors = split(save(tmp_path / "a.jsonl", b"\r\n".join(lines)))
    assert [document.text for document in documents] == ["one", "two"]
    assert documents[1].meta == {"date": "05/03/2021"}
    assert [error.split(": ")[0].rsplit(":", 1)[1] for error in errors] == [
        str(n) for n in range(2, 11)
    ]
    said = ["not JSON", "not a JSON object", "not a string", "no column with the text"]
    said += ["half of a character (U+D83D)", "in doubt", "holds no text", "in 'title'", "nested"]
    assert all(words in error for words, error in zip(said, errors, strict=True))


def test_json_array_and_other_encodings(tmp_path: Path) -> None:
    documents, _ = split(save(tmp_path / "a.json", ' [{"text": "one"}, 3, {"text": "two"}]'))
    assert [document.origin[-3:] for document in documents] == ["[1]", "[3]"]
    wide = '{"text": "été"}\n{"text": "zwei"}'.encode("utf-16")
    documents, _ = split(save(tmp_path / "b.jsonl", wide))
    assert [(d.text, d.encoding) for d in documents] == [("été", "utf-16"), ("zwei", "utf-16")]
    latin = save(tmp_path / "c.jsonl", '{"text": "été"}'.encode("latin-1"))
    assert one(latin, encoding="latin-1").text == "été"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv(tmp_path: Path, delimiter: str) -> None:
    rows = [
        ["Article ID", "Headline", "Text", "Published At", "party"],
        ["a1", "Ferry", f'"{BODY}\r\n\r\nHe said ""yes""; and, no\ttab 🚢"', "2021-05-03", "x"],
        ["a2", "", "Short", "", ""],
    ]
    content = "\r\n".join(delimiter.join(row) for row in rows)
    documents, errors = split(save(tmp_path / "a.csv", content))
    assert errors == []
    first, second = documents
    assert first.text == f'{BODY}\r\n\r\nHe said "yes"; and, no\ttab 🚢'
    assert (first.external_id, first.title, first.published) == ("a1", "Ferry", "2021-05-03")
    assert first.meta == {"party": "x"}
    assert first.newline == "crlf"
    assert first.origin.endswith("a.csv:2")
    assert (second.text, second.title, second.origin[-6:]) == ("Short", None, ".csv:5")


def test_bad_rows_of_csv_are_named_and_the_rest_goes_in(tmp_path: Path) -> None:
    content = 'id,text\n1,one\n2,two,too many\n3\n\n4,\n5,"never closed\n6,six\n7,"x"y\n8,eight\n'
    documents, errors = split(save(tmp_path / "a.csv", content))
    assert [document.text for document in documents] == ["one", "six", "eight"]
    assert [error.split(": ")[0].rsplit(":", 1)[1] for error in errors] == list("34679")


def test_csv_field_of_a_megabyte(tmp_path: Path) -> None:
    import csv

    limit = csv.field_size_limit()
    text = "A long claim. " * 80_000
    assert one(save(tmp_path / "a.csv", f"text\n{text}\n")).text == text
    assert csv.field_size_limit() == limit


def test_columns_that_are_missing_or_named(tmp_path: Path) -> None:
    path = save(tmp_path / "a.csv", "nr,Wortlaut,wer\n1,Die Fähre fährt.,Voss\n")
    _, errors = split(path)
    assert errors == [
        f"{path}: has no column with the text; its columns are nr, Wortlaut, wer; "
        "name it with --text-column"
    ]
    document = one(path, columns=Columns(text="Wortlaut", speaker="wer", id="nr"))
    assert (document.text, document.speaker) == ("Die Fähre fährt.", "Voss")
    assert document.external_id == "1"
    _, errors = split(path, columns=Columns(text="Text"))
    assert "has no column 'Text'; its columns are nr, Wortlaut, wer" in errors[0]


def test_csv_in_another_encoding(tmp_path: Path) -> None:
    text = "Совет города утвердил новый мост через реку, и мэр сказал, что поезда пойдут в мае."
    document = one(save(tmp_path / "a.csv", f'text,id\n"{text}",1\n'.encode("cp1251")))
    assert (document.text, document.encoding) == (text, "cp1251")
    assert document.meta == {"encoding": "recognised"}


def test_csv_of_a_header_alone(tmp_path: Path) -> None:
    path = save(tmp_path / "a.csv", "id,text\n")
    assert split(path) == ([], [f"{path}: has a header and no rows"])


def test_a_damaged_pdf_is_refused_plainly(tmp_path: Path) -> None:
    for name in ("a.pdf", "scan"):
        _, errors = split(save(tmp_path / name, b"%PDF-1.7\n\x00\x01"))
        assert len(errors) == 1
        assert "is a damaged PDF" in errors[0]
