"""How well an engine's candidates agree with gold claims of our own.

``python tests/propose/quality_measure.py HALF [ENGINE] [--show]`` with the halves ``dev`` and
``held`` (paragraphs), ``news_dev``, ``news_more``, ``news_third``, ``news_fourth``,
``news_fifth``, ``news_seventh``, ``news_held``, ``news_blind``, ``news_sixth``, ``news_eighth`` and
``news_ninth`` (whole articles as scraped). The halves held, blind, sixth, eighth and ninth print
totals alone, so that nobody tunes on them; ``--show`` lists what another half got wrong.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from workbench.propose import Candidate, propose

FOLDER = Path(__file__).with_name("quality")
HALVES = (
    "dev",
    "held",
    "news_dev",
    "news_more",
    "news_third",
    "news_fourth",
    "news_fifth",
    "news_held",
    "news_blind",
    "news_sixth",
    "news_seventh",
    "news_eighth",
    "news_ninth",
)
ENOUGH = 0.6  # token Jaccard of a candidate's span or parts with the gold claim
NOT_FURNITURE = ("opinion",)  # marked so that it is told, but a matter of worth
Readings = tuple[set[int], set[int]]
_WORD = re.compile(r"\w+")
_LEADING = ("after", "at", "before", "by", "during", "for", "from", "in", "last", "on", "since")


@dataclass
class Figures:
    """Counts over one half of the set; the rates are shares in [0, 1]."""

    gold: int = 0
    found: int = 0
    candidates: int = 0
    matched: int = 0
    equal: int = 0
    subjects: int = 0
    right_subjects: int = 0
    stray: int = 0
    furniture: Counter[str] = field(default_factory=Counter)
    by_construction: dict[str, list[int]] = field(
        default_factory=lambda: defaultdict(lambda: [0, 0])
    )
    notes: list[str] = field(default_factory=list, repr=False)  # what nobody is to read by chance

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

    @property
    def from_furniture(self) -> int:
        """Candidates from lines that are no article, and from questions, hopes, exhortations."""
        return sum(n for kind, n in self.furniture.items() if kind not in NOT_FURNITURE)

    def totals(self) -> str:
        return (
            f"recall {self.recall:.3f}  candidates for each claim {self.per_claim:.2f} "
            f"({self.candidates - self.matched} of {self.candidates} match no claim)  "
            f"statement {self.statements:.3f}  subject {self.right_subjects}/{self.subjects}  "
            f"furniture {self.from_furniture}  where no claim is {self.stray}"
        )

    def lines(self) -> list[str]:
        rows = [self.totals()]
        for name, (found, gold) in sorted(self.by_construction.items()):
            rows.append(f"  {name:22} {found}/{gold}")
        rows.extend(f"  from {kind:17} {n}" for kind, n in sorted(self.furniture.items()))
        return rows


def items(half: str) -> list[dict[str, Any]]:
    lines = (FOLDER / f"{half}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def plain(statement: str) -> list[str]:
    return _WORD.findall(statement.lower().replace("’", "'"))


def tokens(text: str, pieces: list[tuple[int, int]]) -> set[int]:
    return {m.start() for a, b in pieces for m in _WORD.finditer(text, a, b)}


def readings(text: str, candidate: Candidate) -> Readings:
    """The tokens of a candidate's span, and those of its parts."""
    return tokens(text, [(candidate.start, candidate.end)]), tokens(text, list(candidate.parts))


def overlap(candidate: Readings, gold: set[int]) -> float:
    return max(len(ours & gold) / len(ours | gold) for ours in candidate)


def shown(text: str, engine: str, language: str | None) -> list[Candidate]:
    """What the queue shows of an engine's candidates: clauses and attributions."""
    found = propose(text, engine=engine, language=language)
    return [c for c in found if c.kind != "phrase"]


def measure(half: str, engine: str) -> Figures:
    """Figures of an engine on one of `HALVES`."""
    figures = Figures()
    for item in items(half):
        text = item["text"]
        # A whole article is proposed as the program does it: its language is recognised.
        found = shown(text, engine, None if "furniture" in item else "en")
        figures.candidates += len(found)
        figures.stray += len(found) if not item["claims"] else 0
        ours = [readings(text, c) for c in found]
        matched: set[int] = set()
        for claim in item["claims"]:
            matched |= _one(figures, text, claim, found, ours)
        figures.matched += len(matched)
        _furniture(figures, item, found)
        figures.notes.extend(f"+ {c.statement}" for i, c in enumerate(found) if i not in matched)
    return figures


def _one(
    figures: Figures,
    text: str,
    claim: dict[str, Any],
    found: list[Candidate],
    ours: list[Readings],
) -> set[int]:
    """Count one gold claim; which of the candidates it matches."""
    start = claim.get("start", text.rindex(claim["quote"]))
    gold = tokens(text, [(start, start + len(claim["quote"]))])
    wanted = wordings(claim)
    shares = [overlap(candidate, gold) for candidate in ours]
    ranked = sorted(
        (
            (share, plain(c.statement) in wanted, c.statement)
            for share, c in zip(shares, found, strict=True)
        ),
        key=lambda row: (row[0] >= ENOUGH, row[1], row[0]),
    )
    share, equal, statement = ranked[-1] if ranked else (0.0, False, "")
    hit = share >= ENOUGH
    figures.gold += 1
    figures.found += hit
    figures.equal += hit and equal
    counts = figures.by_construction[claim["construction"]]
    counts[0] += hit
    counts[1] += 1
    subjects = subjects_elsewhere(claim)
    if subjects:
        figures.subjects += 1
        right = hit and any(begins(plain(statement), subject) for subject in subjects)
        figures.right_subjects += right
        if hit and not right:
            figures.notes.append(f"! {claim['statement']}  << {statement}")
    if not (hit and equal):
        figures.notes.append(f"{'~' if hit else '-'} {claim['statement']}  << {statement}")
    return {i for i, s in enumerate(shares) if s >= ENOUGH}


def wordings(claim: dict[str, Any]) -> list[list[str]]:
    """The statements that are right: the gold one, its variants, each with each right subject."""
    statements = [plain(s) for s in (claim["statement"], *claim.get("also", ()))]
    subjects = [plain(s) for s in claim.get("subject", ())]
    swapped = [
        [*other, *words[len(subject) :]]
        for words in statements
        for subject in subjects
        for other in subjects
        if words[: len(subject)] == subject
    ]
    return statements + swapped


def subjects_elsewhere(claim: dict[str, Any]) -> list[list[str]]:
    """The right subjects of a claim whose subject is not in its quote, else none.

    Articles name them under ``subject``. In paragraphs it is the statement's first two words,
    when the quote does not begin with them.
    """
    if "start" in claim:
        return [plain(subject) for subject in claim.get("subject", ())]
    first = plain(claim["statement"])[:2]
    return [] if first == plain(claim["quote"])[:2] else [first]


def begins(statement: list[str], subject: list[str]) -> bool:
    """Whether a statement begins with a subject, articles and an adjunct in front aside."""
    subject, statement = bare(subject), bare(statement)
    starts = range(len(statement)) if statement[:1] and statement[0] in _LEADING else range(1)
    return any(statement[i : i + len(subject)] == subject for i in starts)


def bare(words: list[str]) -> list[str]:
    return words[1:] if words[:1] and words[0] in ("a", "an", "the") else words


def _furniture(figures: Figures, item: dict[str, Any], found: list[Candidate]) -> None:
    """Count candidates that touch a marked line, or lie mostly in a question, hope or the like."""
    text = item["text"]
    for candidate in found:
        ours = tokens(text, [(candidate.start, candidate.end)])
        kinds = [k for a, b, k in item.get("furniture", ()) if ours & tokens(text, [(a, b)])]
        for a, b, kind in item.get("talk", ()):
            if 2 * len(ours & tokens(text, [(a, b)])) > len(ours):
                kinds.append(kind)
        if kinds:
            figures.furniture[kinds[0]] += 1
            figures.notes.append(f"# {kinds[0]}: {candidate.statement}")


def main(arguments: list[str]) -> str:
    """What the command prints."""
    half, *rest = [a for a in arguments if a != "--show"]
    figures = measure(half, rest[0] if rest else "auto")
    if half.endswith(("held", "blind", "sixth", "eighth", "ninth")):
        return figures.totals()
    notes = figures.notes if "--show" in arguments else []
    return "\n".join([*figures.lines(), *notes])


if __name__ == "__main__":
    import sys

    if len(sys.argv) < 2 or sys.argv[1] not in HALVES:
        sys.exit(f"which half? {', '.join(HALVES)}")
    print(main(sys.argv[1:]))
