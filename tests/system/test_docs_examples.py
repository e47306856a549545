"""The Python in README and docs does what it says."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

from workbench.review.scheme_file import read
from workbench.review.schemes import RESERVED_KEYS

_ROOT = Path(__file__).resolve().parents[2]
_BLOCK = re.compile(r"^```(python|toml)\n(.*?)^```", re.DOTALL | re.MULTILINE)


def _blocks(path: Path, language: str = "python") -> list[str]:
    found = _BLOCK.findall(path.read_text(encoding="utf-8"))
    return [block for name, block in found if name == language]


@pytest.mark.parametrize("path", sorted((_ROOT / "docs").glob("*.md")), ids=lambda p: p.stem)
def test_sessions_in_the_docs_print_what_they_show(path: Path) -> None:
    parser, runner = doctest.DocTestParser(), doctest.DocTestRunner(verbose=False)
    for number, block in enumerate(_blocks(path)):
        if ">>>" in block:
            runner.run(parser.get_doctest(block, {}, f"{path.name} {number}", str(path), 0))
    assert runner.failures == 0


def test_the_readme_prints_what_its_comments_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (block,) = _blocks(_ROOT / "README.md")
    exec(compile(block, "README.md", "exec"), {"__name__": "readme"})
    said = re.findall(r"^# (\d.*)$", block, re.MULTILINE)
    assert said
    assert capsys.readouterr().out.splitlines() == said
    assert (tmp_path / "claims.jsonl").stat().st_size > 0


def test_the_scheme_of_the_page_can_be_used(tmp_path: Path) -> None:
    (block,) = _blocks(_ROOT / "docs" / "schemes.md", "toml")
    path = tmp_path / "ours.toml"
    path.write_text(block, encoding="utf-8")
    scheme = read(path)
    assert [label.id for label in scheme.labels] == ["right", "wrong", "open"]


def test_the_page_names_the_letters_that_the_screen_keeps() -> None:
    page = (_ROOT / "docs" / "schemes.md").read_text(encoding="utf-8")
    found = re.search(r"keeps these letters for\s+itself: `([a-z ]+)` and `([A-Z ]+)`", page)
    assert found is not None
    assert {*found[1].split(), *found[2].split()} == RESERVED_KEYS
