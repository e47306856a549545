"""The articles that models may learn from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HALVES = ("news_dev", "news_more", "news_third", "news_fourth", "news_fifth", "news_seventh")
FOLDS = 8  # of articles, each left out in turn


def articles(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each article of the halves that may be read: its half and number, and what is marked."""
    for half in HALVES:
        lines = (folder / f"{half}.jsonl").read_text("utf-8").splitlines()
        for number, line in enumerate(lines):
            yield f"{half} {number}", json.loads(line)
