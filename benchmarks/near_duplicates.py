"""Near-duplicate claims: time as claims grow, and recall against comparing each with each.

    python -m benchmarks.near_duplicates [--claims 100000]

The claims are generated: word frequencies fall as in prose (Zipf), a tenth are copies of an
earlier claim with one word changed. The baseline of the same run is the
comparison of each with each on a sample, which also gives the recall.
"""

from __future__ import annotations

import argparse
import itertools
import random
import resource
import time

from rapidfuzz import fuzz

from workbench.dataset.splits.near_texts import ALIKE, LETTERS, SAME, near_texts
from workbench.dataset.splits.tokens import Bags

VOCABULARY = 40_000
SAMPLE = 3_000


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


def brute_force(texts: list[str]) -> set[tuple[int, int]]:
    """The same measure on every pair."""
    bags = Bags(texts)
    sets = [frozenset(bags[i]) for i in range(len(bags))]
    words = [bags.words(bags[i]) for i in range(len(bags))]
    found = set()
    for left, right in itertools.combinations(range(len(texts)), 2):
        shared = len(sets[left] & sets[right])
        score = shared / (len(sets[left]) + len(sets[right]) - shared)
        if score >= SAME or (score >= ALIKE and fuzz.ratio(words[left], words[right]) >= LETTERS):
            found.add((left, right))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=100_000)
    wanted = parser.parse_args().claims
    sample = claims(SAMPLE)
    began = time.perf_counter()
    truth = brute_force(sample)
    each = (time.perf_counter() - began) / (SAMPLE * (SAMPLE - 1) / 2)
    pairs = {pair[:2] for pair in near_texts(sample)}
    print(f"{SAMPLE:,} claims: {len(truth):,} pairs, recall {len(pairs & truth) / len(truth):.3f},")
    print(f"  brute force {each * 1e6:.2f} µs a pair")
    for number in (wanted // 10, wanted):
        texts = claims(number)
        began = time.perf_counter()
        found = near_texts(texts)
        took = time.perf_counter() - began
        brute = each * number * (number - 1) / 2
        print(
            f"{number:,} claims: {len(found):,} pairs in {took:.1f} s; brute force {brute:,.0f} s"
        )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"peak memory {peak} MB, the texts included")


if __name__ == "__main__":
    main()
