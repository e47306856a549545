"""The Python in README and docs does what it says."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[2]
_BLOCK = re.compile(r"^```python\n(.*?)^```", re.DOTALL | re.MULTILINE)


def _blocks(path: Path) -> list[str]:
    return _BLOCK.findall(path.read_text(encoding="utf-8"))


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
