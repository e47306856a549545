"""The bar: on terminals only, one line, gone at the end."""

import io

import pytest

from workbench.cli import progress
from workbench.text.display import cell_width, safe


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def drawn(stream: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setattr(progress, "PAUSE", 0)
    monkeypatch.setenv("COLUMNS", "50")
    with progress.Bar("reading") as bar:
        bar.show(1, 4, "\x1b]0;x\x07 字字字字字字字字字字字字字字字字")
        bar.show(9, 4)
        bar.show(0, 0)
    return stream.getvalue().split(progress.CLEAR)


def test_the_bar_keeps_to_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    before, first, second, third, after = drawn(Terminal(), monkeypatch)
    assert (before, after) == ("", "")
    assert first.startswith("reading ██████░░")
    assert cell_width(first) <= 49
    assert safe(first) == first
    assert second.count("█") == progress.CELLS
    assert third.count("░") == progress.CELLS


def test_no_bar_where_nobody_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    assert drawn(io.StringIO(), monkeypatch) == [""]
