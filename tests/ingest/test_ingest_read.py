"""Paths: folders, standard input, what is missing, and one bad file of a thousand."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from workbench.ingest.document import Document
from workbench.ingest.errors import IngestError
from workbench.ingest.read import count, read


def texts(found: object) -> list[str]:
    return [item.text if isinstance(item, Document) else f"! {item}" for item in found]  # type: ignore[attr-defined]


def test_one_bad_file_of_a_thousand_is_named(tmp_path: Path) -> None:
    for number in range(1000):
        (tmp_path / f"{number:04}.txt").write_text(f"Claim number {number}.")
    (tmp_path / "0500.txt").write_bytes(b"\x00\x01\x02\x00")
    found = list(read([tmp_path]))
    assert count([tmp_path]) == 1000
    assert [item.text for item in found if isinstance(item, Document)] == [
        f"Claim number {number}." for number in range(1000) if number != 500
    ]
    errors = [str(item) for item in found if isinstance(item, IngestError)]
    assert len(errors) == 1
    assert "0500.txt" in errors[0]


def test_a_reader_that_fails_stops_no_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("trafilatura")

    def fail(*_given: object, **_more: object) -> None:
        raise ValueError("no strings")

    monkeypatch.setattr("trafilatura.bare_extraction", fail)
    (tmp_path / "a.html").write_text("<p>One.</p>")
    (tmp_path / "b.txt").write_text("Two.")
    said = "cannot be read (ValueError in its reader); save it as plain text"
    assert texts(read([tmp_path])) == [f"! {tmp_path / 'a.html'}: {said}", "Two."]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
def test_what_is_no_regular_file_is_refused_unopened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_text("Two.")
    said = "is not a regular file; save what it gives in a file"
    refused = f"! {tmp_path / 'a.txt'}: {said}"
    assert texts(read([tmp_path])) == [refused, "Two."]
    assert texts(read([tmp_path / "a.txt"], format="text")) == [refused]
    assert texts(read(["/dev/zero"])) == [f"! /dev/zero: {said}"]


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="pipes have no numbers")
def test_a_pipe_that_the_shell_opened_is_read() -> None:
    reading, writing = os.pipe()
    os.write(writing, b"Three.\n")
    os.close(writing)
    try:
        assert texts(read([f"/dev/fd/{reading}"], largest=100)) == ["Three.\n"]
    finally:
        os.close(reading)


def test_folders_go_sorted_and_deep_without_hidden_and_unknown_files(tmp_path: Path) -> None:
    for name in ("b/z.txt", "b/a.MD", "a.txt", "c.txt", ".hidden.txt", ".git/x.txt", "d.bin"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"This is {name}.")
    (tmp_path / "loop").symlink_to(tmp_path)
    expected = ["a.txt", "c.txt", "b/a.MD", "b/z.txt"]
    assert texts(read([tmp_path])) == [f"This is {name}." for name in expected]
    assert count([tmp_path, tmp_path / "d.bin", "-", tmp_path / "gone"]) == 7
    assert texts(read([tmp_path / "d.bin"])) == ["This is d.bin."]


def test_missing_empty_and_unreadable(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "blank.txt").write_text(" \n\n")
    (tmp_path / "folder").mkdir()
    names = ["gone.txt", "empty.txt", "blank.txt", "folder"]
    found = texts(read([tmp_path / name for name in names]))
    said = ["is not there", "is empty", "is empty", "holds no file of a known kind"]
    assert len(found) == 4
    for line, name, words in zip(found, names, said, strict=True):
        assert line.startswith(f"! {tmp_path / name}: {words}")
    (tmp_path / "empty.csv").touch()
    assert texts(read([tmp_path / "empty.csv"])) == [f"! {tmp_path / 'empty.csv'}: is empty"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_file_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x")
    path.chmod(0)
    assert "Permission denied" in texts(read([path]))[0]


def test_dangling_link_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    assert texts(read([tmp_path]))[0].startswith(f"! {tmp_path / 'a.txt'}: cannot be read")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b'{"text": "one"}\n\n{"text": "two"}\n', ["one", "two"]),
        (b"  <!DOCTYPE html><html><body><p>Three.</p></body></html>", ["Three."]),
        (b"Just a text < that.\r\n", ["Just a text < that.\r\n"]),
        ("Été 🌍".encode("utf-16"), ["Été 🌍"]),
        (b"", ["! standard input: is empty"]),
    ],
)
def test_stdin_is_recognised(data: bytes, expected: list[str]) -> None:
    assert [text.rstrip("\n") for text in texts(read(["-"], stdin=io.BytesIO(data)))] == [
        text.rstrip("\n") for text in expected
    ]


def test_format_given(tmp_path: Path) -> None:
    stream = io.BytesIO(b"text;id\nOne;1\n")
    assert texts(read(["-"], stdin=stream, format="csv")) == ["One"]
    data = b'{"text": "one"}'
    assert texts(read(["-"], stdin=io.BytesIO(data), format="text")) == [data.decode()]
    with pytest.raises(IngestError, match="formats are csv, html, jsonl, markdown, pdf, text"):
        list(read(["-"], format="docx"))


def test_unknown_suffix_is_recognised_by_content(tmp_path: Path) -> None:
    path = tmp_path / "data.log"
    path.write_text('{"text": "one"}\n' * 10_000)
    assert texts(read([path])) == ["one"] * 10_000
    path.write_bytes(("é" * 70_000).encode())
    assert texts(read([path])) == ["é" * 70_000]


def test_reading_is_lazy(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One.")
    found = read([tmp_path / "a.txt", tmp_path / "b.txt"])
    assert texts([next(found)]) == ["One."]
    (tmp_path / "b.txt").write_text("Two.")
    assert texts(found) == ["Two."]


def test_file_name_that_is_no_unicode(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9\n.txt")
    path.write_text("One.")
    document = next(read([path]))
    assert isinstance(document, Document)
    document.origin.encode()
    path.write_text("")
    assert "\n" not in str(next(read([path])))


def test_import_is_light() -> None:
    code = (
        "import sys, workbench.ingest.read as r; r.by_suffix();"
        "print([m for m in ('trafilatura', 'lxml', 'charset_normalizer', 'sqlmodel', 'textual')"
        " if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
