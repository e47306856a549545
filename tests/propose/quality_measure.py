"""How well an engine's candidates agree with gold claims of our own."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from workbench.propose import Candidate, propose

FOLDER = Path(__file__).with_name("quality")
ENOUGH = 0.6  # token Jaccard of a candidate's span or parts with the gold claim
_WORD = re.compile(r"\w+")


@dataclass
class Figures:
    """Counts over one half of the set; the rates are shares in [0, 1]."""

    gold: int = 0
    found: int = 0
    candidates: int = 0
    equal: int = 0
    subjects: int = 0
    right_subjects: int = 0
    stray: int = 0
    by_construction: dict[str, list[int]] = field(
        default_factory=lambda: defaultdict(lambda: [0, 0])
    )
    notes: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return self.found / self.gold

    @property
    def per_claim(self) -> float:
        return self.candidates / self.gold

    @property
    def statements(self) -> float:
        """Share of the gold claims found with the gold statement, case and marks aside."""
        return self.equal / self.gold

    @property
    def subject(self) -> float:
        """Share of claims whose subject stands elsewhere that are found with that subject."""
        return self.right_subjects / self.subjects

    def lines(self) -> list[str]:
        rows = [
            f"recall {self.recall:.3f}  candidates for each claim {self.per_claim:.2f}  "
            f"statement {self.statements:.3f}  subject {self.right_subjects}/{self.subjects}  "
            f"where no claim is {self.stray}"
        ]
        for name, (found, gold) in sorted(self.by_construction.items()):
            rows.append(f"  {name:22} {found}/{gold}")
        return rows


def items(half: str) -> list[dict[str, Any]]:
    lines = (FOLDER / f"{half}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def plain(statement: str) -> list[str]:
    return _WORD.findall(statement.lower().replace("’", "'"))


def tokens(text: str, pieces: list[tuple[int, int]]) -> set[int]:
    return {m.start() for a, b in pieces for m in _WORD.finditer(text, a, b)}


def overlap(text: str, candidate: Candidate, gold: set[int]) -> float:
    best = 0.0
    for pieces in ([(candidate.start, candidate.end)], list(candidate.parts)):
        ours = tokens(text, pieces)
        best = max(best, len(ours & gold) / len(ours | gold))
    return best


def measure(half: str, engine: str) -> Figures:
    """Figures of an engine on ``dev`` or ``held``; phrases are left out, as in the queue."""
    figures = Figures()
    for item in items(half):
        text = item["text"]
        found = [c for c in propose(text, engine=engine, language="en") if c.kind != "phrase"]
        figures.candidates += len(found)
        figures.stray += len(found) if not item["claims"] else 0
        for claim in item["claims"]:
            _one(figures, text, claim, found)
    return figures


def _one(figures: Figures, text: str, claim: dict[str, str], found: list[Candidate]) -> None:
    start = text.rindex(claim["quote"])
    gold = tokens(text, [(start, start + len(claim["quote"]))])
    wanted = plain(claim["statement"])
    ranked = sorted(
        ((overlap(text, c, gold), plain(c.statement) == wanted, c.statement) for c in found),
        key=lambda row: (row[0] >= ENOUGH, row[1], row[0]),
    )
    share, equal, shown = ranked[-1] if ranked else (0.0, False, "")
    hit = share >= ENOUGH
    figures.gold += 1
    figures.found += hit
    figures.equal += hit and equal
    counts = figures.by_construction[claim["construction"]]
    counts[0] += hit
    counts[1] += 1
    if wanted[:2] != plain(claim["quote"])[:2]:
        figures.subjects += 1
        figures.right_subjects += hit and plain(shown)[:2] == wanted[:2]
    if not (hit and equal):
        figures.notes.append(f"{'~' if hit else '-'} {claim['statement']}  << {shown}")


if __name__ == "__main__":
    import sys

    result = measure(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "auto")
    print("\n".join([*result.lines(), *(result.notes if sys.argv[1] == "dev" else [])]))
