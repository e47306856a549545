"""Near-duplicate claims: time as claims grow, and recall against comparing each with each.

    python -m benchmarks.near_duplicates [--claims 100000]

The claims are generated: word frequencies fall as in prose (Zipf), a tenth are copies of an
earlier claim with one word changed. The baseline of the same run is the comparison of each with
each on a small set, which also gives the recall; of many claims some are compared with all others.
"""

from __future__ import annotations

import argparse
import itertools
import random
import resource
import time
from collections.abc import Iterable

from rapidfuzz import fuzz

from workbench.dataset.splits.joined import Groups
from workbench.dataset.splits.near_texts import ALIKE, LETTERS, SAME, Pair, near_texts
from workbench.dataset.splits.tokens import Bags

VOCABULARY = 40_000
SAMPLE = 3_000
PROBES = 200  # claims that are compared with all others of a large set


def claims(number: int, seed: int = 1) -> list[str]:
    """Generated claims of 5 to 15 words."""
    draw = random.Random(seed)
    words = [f"w{i}" for i in range(VOCABULARY)]
    weights = list(itertools.accumulate(1 / (i + 1) for i in range(VOCABULARY)))
    made: list[str] = []
    for _ in range(number):
        if made and draw.random() < 0.1:
            text = draw.choice(made).split()
            text[draw.randrange(len(text))] = draw.choice(words)
        else:
            text = draw.choices(words, cum_weights=weights, k=draw.randrange(5, 16))
        made.append(" ".join(text))
    return made


def brute_force(texts: list[str], asking: Iterable[int] | None = None) -> set[tuple[int, int]]:
    """The same measure on every pair, or on those of some claims with all others."""
    bags = Bags(texts)
    sizes = [bags.size(index) for index in range(len(bags))]
    held = [frozenset(bags[index]) for index in range(len(bags))] if asking is None else bags
    found = set()
    for left in range(len(bags)) if asking is None else asking:
        own, size, words = frozenset(bags[left]), sizes[left], bags.words(bags[left])
        for right in range(left + 1 if asking is None else 0, len(bags)):
            shared = len(own.intersection(held[right]))
            score = shared / (size + sizes[right] - shared)
            if score < ALIKE or left == right:
                continue
            if score >= SAME or fuzz.ratio(words, bags.words(bags[right])) >= LETTERS:
                found.add((min(left, right), max(left, right)))
    return found


def recall(truth: set[tuple[int, int]], found: Iterable[Pair], number: int) -> float:
    """The share of true pairs that stand in one group: of equal texts only one is paired."""
    groups = Groups(number)
    for pair in found:
        groups.join(pair.left, pair.right)
    return sum(groups.of(left) == groups.of(right) for left, right in truth) / len(truth)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=100_000)
    wanted = parser.parse_args().claims
    sample = claims(SAMPLE)
    began = time.perf_counter()
    truth = brute_force(sample)
    each = (time.perf_counter() - began) / (SAMPLE * (SAMPLE - 1) / 2)
    share = recall(truth, near_texts(sample), SAMPLE)
    print(
        f"{SAMPLE:,} claims: {len(truth):,} pairs, recall {share:.3f}; {each * 1e6:.2f} µs a pair"
    )
    for number in (wanted // 10, wanted):
        texts = claims(number)
        began = time.perf_counter()
        found = near_texts(texts)
        took = time.perf_counter() - began
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        brute = each * number * (number - 1) / 2
        print(f"{number:,} claims: {len(found):,} pairs in {took:.1f} s, {peak} MB with the texts;")
        print(f"  brute force {brute:,.0f} s", flush=True)
        truth = brute_force(texts, range(0, number, number // PROBES))
        print(f"  {len(truth)} pairs of {PROBES} claims, recall {recall(truth, found, number):.3f}")


if __name__ == "__main__":
    main()
