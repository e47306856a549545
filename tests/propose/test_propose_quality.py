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
    [("dev", 0.98, 0.97, 0.97), ("held", 0.96, 0.91, 0.97)],
)
def test_rules_keep_their_floors(
    half: str, recall: float, statements: float, subject: float
) -> None:
    figures = _measuring().measure(half, "rules")
    shown = figures.totals()
    assert figures.recall >= recall, shown
    assert figures.statements >= statements, shown
    assert figures.subject >= subject, shown
    assert figures.per_claim <= 1.2, shown
    assert figures.stray == 0, shown


@pytest.mark.parametrize(
    ("half", "engine", "recall", "per_claim", "statements", "subjects", "furniture"),
    [
        ("news_dev", "rules", 0.84, 1.7, 0.67, 51, 1),
        ("news_more", "rules", 0.83, 1.4, 0.67, 48, 1),
        ("news_third", "rules", 0.80, 1.4, 0.60, 78, 3),
        ("news_fourth", "rules", 0.73, 1.4, 0.58, 53, 5),
        ("news_fifth", "rules", 0.82, 1.9, 0.67, 73, 2),
        ("news_seventh", "rules", 0.80, 1.2, 0.54, 680, 18),
        ("news_held", "rules", 0.74, 1.6, 0.52, 33, 4),
        ("news_blind", "rules", 0.80, 1.8, 0.59, 38, 6),
        ("news_sixth", "rules", 0.71, 1.4, 0.51, 82, 8),
        ("news_ninth", "rules", 0.77, 1.3, 0.51, 174, 15),
        ("news_ninth", "semantic", 0.86, 1.6, 0.55, 200, 16),
        ("news_eighth", "rules", 0.79, 1.2, 0.54, 226, 8),
        ("news_dev", "semantic", 0.92, 2.1, 0.70, 58, 5),
        ("news_held", "semantic", 0.88, 2.0, 0.67, 49, 11),
        ("news_blind", "semantic", 0.92, 2.1, 0.68, 45, 9),
        ("news_sixth", "semantic", 0.85, 1.6, 0.64, 103, 12),
        ("news_eighth", "semantic", 0.88, 1.4, 0.62, 262, 11),
    ],
)
def test_articles_do_not_get_worse(
    half: str,
    engine: str,
    recall: float,
    per_claim: float,
    statements: float,
    subjects: int,
    furniture: int,
) -> None:
    """Floors against a step back only: what was met when they were written, less a margin."""
    if engine == "semantic":
        pytest.importorskip("onnxruntime")
        pytest.importorskip("tokenizers")
    figures = _measuring().measure(half, engine)
    shown = figures.totals()
    assert figures.recall >= recall, shown
    assert figures.per_claim <= per_claim, shown
    assert figures.statements >= statements, shown
    assert figures.right_subjects >= subjects, shown
    assert figures.from_furniture <= furniture, shown


def test_the_set_is_sound() -> None:
    measuring = _measuring()
    items = [item for half in ("dev", "held") for item in measuring.items(half)]
    claims = [(item, claim) for item in items for claim in item["claims"]]
    assert len(items) >= 66
    assert len(claims) >= 200
    assert all(claim["quote"] in item["text"] for item, claim in claims)
    constructions = {claim["construction"] for _, claim in claims}
    assert len(constructions) >= 15


def _pieces(item: dict[str, Any]) -> list[tuple[int, int, str]]:
    return [*map(tuple, item["furniture"]), *map(tuple, item["talk"])]


@pytest.mark.parametrize(
    ("half", "articles", "claims"),
    [
        ("news_dev", 5, 100),
        ("news_more", 8, 200),
        ("news_third", 8, 200),
        ("news_fourth", 8, 200),
        ("news_fifth", 12, 300),
        ("news_held", 5, 100),
        ("news_blind", 6, 150),
        ("news_sixth", 12, 300),
        ("news_seventh", 48, 1500),
        ("news_eighth", 14, 450),
        ("news_ninth", 13, 400),
    ],
)
def test_the_articles_are_sound(half: str, articles: int, claims: int) -> None:
    measuring = _measuring()
    items = measuring.items(half)
    assert len(items) == articles
    assert sum(len(item["claims"]) for item in items) >= claims
    for item in items:
        text, gold = item["text"], item["claims"]
        assert item["genre"]
        assert len({(c["start"], c["quote"]) for c in gold}) == len(gold)
        assert len({c["statement"] for c in gold}) == len(gold)
        for claim in gold:
            end = claim["start"] + len(claim["quote"])
            assert text[claim["start"] : end] == claim["quote"], claim
            assert claim["construction"] and claim["statement"].strip() == claim["statement"]
            elsewhere = measuring.subjects_elsewhere(claim)
            statement = measuring.plain(claim["statement"])
            assert not elsewhere or any(measuring.begins(statement, s) for s in elsewhere), claim
            assert not any(a < end and claim["start"] < b for a, b, _ in _pieces(item)), claim
        assert all(0 <= a < b <= len(text) and kind for a, b, kind in _pieces(item))
