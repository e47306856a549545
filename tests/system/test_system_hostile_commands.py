"""Hostile texts through every command that prints: nothing of them reaches the terminal raw."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from hostile import CORPUS, MARKUP, OSC_0, OSC_52, leaks
from hostile_store import GUIDELINES, write_files, write_rows
from ptyrun import Terminal, command, ended

import workbench as package
from workbench.text.display import safe


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the store in it; nobody changes it but by reviewing."""
    place = tmp_path_factory.mktemp("hostile")
    write_rows(place)
    code, raw = ended(place, "import", "rows.jsonl")
    assert (code, leaks(raw)) == (0, [])
    (place / "guide.md").write_text(GUIDELINES, encoding="utf-8")
    code, raw = ended(place, "init", "--guidelines", "guide.md")
    assert (code, leaks(raw)) == (0, [])
    return place


def test_spans_are_exact_and_texts_are_kept_as_they_came(folder: Path) -> None:
    with package.open(folder / "workbench.db") as store:
        texts = {article.id: store.text(article.id) for article in store.articles()}
        assert sorted(texts.values()) == sorted(CORPUS.values())
        claims = list(store.claims())
        assert len({claim.article_id for claim in claims}) > len(CORPUS) * 2 // 3
        for claim in claims:
            text = texts[claim.article_id]
            assert text[claim.start : claim.end] == claim.quote
            assert text[claim.sentence_start : claim.sentence_end] == claim.sentence
            assert all(0 <= start < end <= len(text) for start, end in claim.parts)
        assert store.verify() == []


def test_files_are_read_or_named(tmp_path: Path) -> None:
    paths = write_files(tmp_path)
    code, raw = ended(tmp_path, "import", ".")
    assert code in (0, 1)
    assert leaks(raw) == []
    with package.open(tmp_path / "workbench.db") as store:
        texts = {store.text(article.id) for article in store.articles()}
    assert texts <= set(CORPUS.values())
    assert {CORPUS[name] for name in ("markup", "bidi", "crlf", "cr")} <= texts
    for path in paths:
        code, raw = ended(tmp_path, "propose", path, "--engine", "rules")
        assert leaks(raw) == []
        assert b"Traceback" not in raw


@pytest.mark.parametrize(
    "words",
    [
        ("propose", "rows.jsonl"),
        ("propose", "rows.jsonl", "--json"),
        ("propose",),
        ("import", "rows.jsonl", "--json"),
        ("status",),
        ("status", "--json"),
        ("verify",),
        ("export", "out.jsonl"),
        ("export", "out.csv"),
        ("export", "/dev/stdout", "--format", "jsonl"),
        ("export", f"no{OSC_52}folder/[/nope]", "--format", "jsonl"),
        ("history", f"{OSC_52}"),
        ("status", "--db", f"{OSC_0}.db"),
        ("review", f"{OSC_0}[/nope].txt"),
        (f"{OSC_52}[/nope]",),
        ("import", "--text-column", f"{OSC_0}[/nope]", "rows.jsonl"),
        ("review", "--reviewer", f"a{OSC_0}"),
    ],
    ids=lambda words: safe("-".join(words)).encode("ascii", "replace").decode(),
)
def test_what_a_command_prints_is_harmless(folder: Path, words: tuple[str, ...]) -> None:
    _code, raw = ended(folder, *words)
    assert raw
    assert leaks(raw) == []
    assert b"Traceback" not in raw


def test_the_line_mode_is_harmless(folder: Path) -> None:
    claims = 2 * len(CORPUS)
    lines = ["list", "articles", "guide", "help", "1"]
    lines += [f"tag a{OSC_52}b", f"tag {MARKUP[1]}{MARKUP[2]}", f"note {OSC_52}{MARKUP[2]}\x9b1m"]
    lines += [f"tag \u202e{''.join(MARKUP)}", f"reword {OSC_0}\u2067{MARKUP[1]}", "undo", "redo"]
    lines += [f"search {OSC_52}", f"search {MARKUP[2]}", "search", f"{OSC_0}", f"go {OSC_0}"]
    lines += [f"add {OSC_52} 3", *["next"] * claims, "show", "quit"]
    (folder / "lines.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    plainly = f"{shlex.join(command('review', '--plain'))} < lines.txt"
    with Terminal(["/bin/sh", "-c", plainly], folder) as terminal:
        assert terminal.end() == 1  # some of the lines cannot be obeyed
        raw = bytes(terminal.raw)
    assert b"Traceback" not in raw
    assert leaks(raw) == []
    for words in (
        ("history",),
        ("history", "--json"),
        ("status",),
        ("export", "o.csv"),
        ("verify",),
    ):
        code, raw = ended(folder, *words)
        assert code == 0
        assert leaks(raw) == []
