"""Floors on our own quality set; ``python tests/propose/quality_measure.py dev`` shows more."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import Any

import pytest


def _measuring() -> Any:
    path = Path(__file__).with_name("quality_measure.py")
    spec = importlib.util.spec_from_file_location("quality_measure", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["quality_measure"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("half", "recall", "statements", "subject"),
    [("dev", 0.97, 0.95, 0.95), ("held", 0.94, 0.88, 0.93)],
)
def test_rules_keep_their_floors(
    half: str, recall: float, statements: float, subject: float
) -> None:
    figures = _measuring().measure(half, "rules")
    shown = "\n".join(figures.lines())
    assert figures.recall >= recall, shown
    assert figures.statements >= statements, shown
    assert figures.subject >= subject, shown
    assert figures.per_claim <= 1.2, shown
    assert figures.stray == 0, shown


def test_the_set_is_sound() -> None:
    measuring = _measuring()
    items = [item for half in ("dev", "held") for item in measuring.items(half)]
    claims = [(item, claim) for item in items for claim in item["claims"]]
    assert len(items) >= 66
    assert len(claims) >= 200
    assert all(claim["quote"] in item["text"] for item, claim in claims)
    constructions = {claim["construction"] for _, claim in claims}
    assert len(constructions) >= 15
