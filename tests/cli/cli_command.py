"""The command line, run in this process."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from workbench.cli import main
from workbench.text.display import safe


class Ended(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str


Command = Callable[..., Ended]


def settle(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in this folder, as anna, with no store named."""
    monkeypatch.chdir(folder)
    monkeypatch.delenv("WORKBENCH_DB", raising=False)
    monkeypatch.setenv("WORKBENCH_REVIEWER", "anna")


def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs a command; whatever it prints must be harmless to a terminal."""

    def run(*words: str | Path) -> Ended:
        monkeypatch.setattr(sys, "argv", ["workbench", *map(str, words)])
        with pytest.raises(SystemExit) as ended:
            main.run()
        out, err = capsys.readouterr()
        assert safe(out, keep="\n") == out
        assert safe(err, keep="\n") == err
        assert isinstance(ended.value.code, int)
        return Ended(ended.value.code, out, err)

    return run
