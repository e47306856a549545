"""Misquotes in a long source: ``python -m benchmarks.quotes [SOURCE.txt] [--number N]``.

Quotes of 20 words are taken from a source of 1 MB and misquoted in 1 to 4 words (replaced, dropped,
added, swapped); half as many stand nowhere in it: words drawn from all over the source, or
quotes of another text with ``--absent``. Beside
``workbench.check_quote`` runs rapidfuzz's ``partial_ratio_alignment`` on lower-cased text, in the
same run. A place is right when its word Jaccard with the true one is at least 0.8, or when its
words are as near to the quote's (the text may repeat itself).
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein
from rapidfuzz.fuzz import partial_ratio_alignment

from benchmarks.generate import article
from workbench.match.quote.find import check_quote
from workbench.match.quote.index import SourceIndex
from workbench.text.words import words

WORDS, SIZE, RIGHT, CUTOFF = 20, 1_000_000, 0.8, 55
KINDS = ("replaced", "dropped", "added", "swapped")
OTHERS = [
    "lamp",
    "gravel",
    "seven",
    "Marsden",
    "quickly",
    "under",
    "refused",
    "violet",
    "Tuesday",
    "engine",
    "because",
    "whole",
]


class Misquote(NamedTuple):
    """A quote, where the words that it was made from stand, and what was done to it."""

    quote: str
    start: int
    end: int
    kind: str
    edits: int


def source(seed: int, size: int = SIZE) -> str:
    """A generated source of `size` code points."""
    pieces: list[str] = []
    while sum(map(len, pieces)) < size:
        pieces.append(article(seed + len(pieces), 500))
    return "\n".join(pieces)[:size]


def misquotes(text: str, number: int, chance: random.Random) -> list[Misquote]:
    """Random misquotes of a text, each kind and number of edits as often."""
    spans = words(text)
    made = []
    for at in range(number):
        kind, edits = KINDS[at % len(KINDS)], at // len(KINDS) % 4 + 1
        first = chance.randrange(len(spans) - WORDS)
        place = spans[first : first + WORDS]
        quote = _misquoted([text[a:b] for a, b in place], kind, edits, chance)
        made.append(Misquote(" ".join(quote), place[0][0], place[-1][1], kind, edits))
    return made


def _misquoted(quote: list[str], kind: str, edits: int, chance: random.Random) -> list[str]:
    places = sorted(chance.sample(range(0, len(quote) - 1, 2), edits), reverse=True)
    for at in places:
        if kind == "replaced":
            quote[at] = chance.choice(OTHERS)
        elif kind == "dropped":
            del quote[at]
        elif kind == "added":
            quote.insert(at, chance.choice(OTHERS))
        else:
            quote[at], quote[at + 1] = quote[at + 1], quote[at]
    return quote


def is_right(text: str, misquote: Misquote, found: tuple[int, int]) -> bool:
    """Whether a place is the true one, or one that is as near to the quote in its words."""
    if overlap(text, found, misquote[1:3]) >= RIGHT:
        return True
    quote = _words(misquote.quote)
    true = Levenshtein.distance(quote, _words(text[misquote.start : misquote.end]))
    return Levenshtein.distance(quote, _words(text[slice(*found)])) <= true


def _words(text: str) -> list[str]:
    return [text[a:b].lower() for a, b in words(text)]


def overlap(text: str, one: tuple[int, int], other: tuple[int, int]) -> float:
    """Word Jaccard of two spans of a text."""
    low = max(0, min(one[0], other[0]) - 50)
    spans = words(text, low, max(one[1], other[1]))
    a = {s for s in spans if s[0] >= one[0] and s[1] <= one[1]}
    b = {s for s in spans if s[0] >= other[0] and s[1] <= other[1]}
    return len(a & b) / len(a | b) if a | b else 0.0


Finder = Callable[[str], tuple[int, int] | None]


def by_rapidfuzz(text: str) -> Finder:
    """The finder that is compared with."""
    low = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)

    def find(quote: str) -> tuple[int, int] | None:
        found = partial_ratio_alignment(quote.lower(), low, score_cutoff=CUTOFF)
        return (found.dest_start, found.dest_end) if found else None

    return find


def by_workbench(index: SourceIndex) -> Finder:
    """Ours, with the source's index made before."""

    def find(quote: str) -> tuple[int, int] | None:
        found = check_quote(quote, index)
        return None if found.kind == "absent" else (found.start, found.end)

    return find


class Figures(NamedTuple):
    """Shares, and milliseconds for one quote."""

    right: float
    absent: float
    middle: float
    slowest: float


def measure(
    text: str, made: Sequence[Misquote], absent: Sequence[str], find: Finder
) -> tuple[Figures, dict[tuple[str, int], list[bool]]]:
    """One finder on all quotes."""
    times: list[float] = []
    right: dict[tuple[str, int], list[bool]] = {}
    refused = 0
    for misquote in made:
        found, took = _timed(find, misquote.quote)
        times.append(took)
        fits = found is not None and is_right(text, misquote, found)
        right.setdefault((misquote.kind, misquote.edits), []).append(fits)
    for quote in absent:
        found, took = _timed(find, quote)
        times.append(took)
        refused += found is None
    hits = [hit for group in right.values() for hit in group]
    figures = Figures(
        sum(hits) / len(hits),
        refused / len(absent),
        1000 * median(times),
        1000 * sorted(times)[int(0.99 * len(times))],
    )
    return figures, right


def _timed(find: Finder, quote: str) -> tuple[tuple[int, int] | None, float]:
    started = time.perf_counter()
    found = find(quote)
    return found, time.perf_counter() - started


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", nargs="?", type=Path, help="a text file; generated if left out")
    parser.add_argument("--absent", type=Path, help="a text file to take absent quotes from")
    parser.add_argument("--number", type=int, default=320, help="misquotes")
    parser.add_argument("--rapidfuzz", type=int, default=48, help="of them given to rapidfuzz, too")
    options = parser.parse_args()
    chance = random.Random(5)
    text = options.source.read_text("utf-8") if options.source else source(1)
    made = misquotes(text, options.number, chance)
    if options.absent:
        other = misquotes(options.absent.read_text("utf-8"), options.number // 2, chance)
        absent = [misquote.quote for misquote in other]
    else:
        spans = words(text)
        drawn = (chance.choices(spans, k=WORDS) for _ in range(options.number // 2))
        absent = [" ".join(text[a:b] for a, b in some) for some in drawn]
    first = [_timed(by_workbench(SourceIndex(text)), m.quote)[1] for m in made[:16]]
    index = SourceIndex(text)
    print(f"{len(text):,} code points")
    ours, detail = measure(text, made, absent, by_workbench(index))
    few = options.rapidfuzz
    theirs, _ = measure(text, made[:few], absent[: max(1, few // 2)], by_rapidfuzz(text))
    again, _ = measure(text, made[:few], absent[: max(1, few // 2)], by_workbench(index))
    print("| way | quotes | right place | absent refused | median ms | p99 ms |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for name, number, row in (
        ("check_quote", len(made), ours),
        ("check_quote, the same few", few, again),
        ("partial_ratio_alignment", few, theirs),
    ):
        print(
            f"| {name} | {number} + {number // 2} | {100 * row.right:.1f} % "
            f"| {100 * row.absent:.1f} % | {row.middle:.1f} | {row.slowest:.1f} |"
        )
    print(f"median time, rapidfuzz ÷ ours: {theirs.middle / again.middle:.0f}")
    print(f"the first quote in a source: median {1000 * median(first):.1f} ms")
    for (kind, edits), hits in sorted(detail.items()):
        print(f"{kind} {edits}: {sum(hits)} of {len(hits)}")


if __name__ == "__main__":
    main()
