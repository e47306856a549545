"""A quote laid against a stretch of a source, word by word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from workbench.match.quote.tokens import LIGHT, Token, weight

Change = Literal["equal", "replace", "insert", "delete"]
LONG = 120  # tokens; a longer quote is laid by a faster, rougher way
GAP, DROP = 0.7, 1.6  # costs of a word that the quote leaves out and adds, against a wrong one
ALIKE = 0.7  # similarity in [0, 1] from which one word may be a misspelling of the other
NO_NUMBER = 0.5  # what it costs beside that a number stands for a word
STOPS = (".", "!", "?")
_OPS: dict[str, Change] = {
    "equal": "equal",
    "replace": "replace",
    "insert": "insert",
    "delete": "delete",
}


class WordChange(NamedTuple):
    """A run of words that are equal, or changed between the quote and the source.

    `op` tells what turns the quote into the source: "insert" is in the source alone, "delete" in
    the quote alone.
    """

    op: Change
    in_quote: str
    in_source: str


def place(quote: Sequence[Token], stretch: Sequence[Token]) -> tuple[int, int]:
    """The tokens [start, end) of a stretch that a quote fits best; empty when none does.

    A semi-global alignment: what stands before and behind the place costs nothing. Costs are
    those of `weight`; a word replaced by a similar one costs less.
    """
    one = [(at, token.text) for at, token in enumerate(quote) if not token.is_mark]
    other = [(at, token.text) for at, token in enumerate(stretch) if not token.is_mark]
    if not one or not other:
        return 0, 0
    words, source = [text for _, text in one], [text for _, text in other]
    start, end = _rough(words, source) if len(words) > LONG else _fit(words, source)
    if start >= end:
        return 0, 0
    return _within(set(words), stretch, other[start][0], other[end - 1][0] + 1)


def _within(
    quoted: Container[str], stretch: Sequence[Token], low: int, high: int
) -> tuple[int, int]:
    """Without a word or two of another sentence at either edge that the quote does not have."""
    for stray in (1, 2):
        edge = stretch[low : low + stray + 1]
        if high - low > stray + 1 and _strays(quoted, edge[:-1], edge[-1]):
            low += stray + 1
        edge = stretch[high - stray - 1 : high]
        if high - low > stray + 1 and _strays(quoted, edge[1:], edge[0]):
            high -= stray + 1
    return low, high


def _strays(quoted: Container[str], words: Sequence[Token], stop: Token) -> bool:
    """Whether words beside a full stop are all such that a quote does not have."""
    return stop.text in STOPS and all(word.text not in quoted for word in words)


def _fit(quote: Sequence[str], source: Sequence[str]) -> tuple[int, int]:
    """The slice of the source with the least cost (Sellers 1980, with weights)."""
    weights = [weight(word) for word in source]
    costs = [0.0] * (len(source) + 1)
    starts = list(range(len(source) + 1))
    for word in quote:
        drop = DROP * weight(word)
        last, last_start = costs[0], starts[0]
        costs[0] += drop
        left = costs[0]
        for at, rival in enumerate(source, 1):
            best, start = last, last_start
            if rival != word:
                best += _replacing(word, rival, drop / DROP, weights[at - 1])
                if word.isdigit() != rival.isdigit():
                    best += NO_NUMBER
            last, last_start = costs[at], starts[at]
            if last + drop < best:
                best, start = last + drop, last_start
            if left + GAP * weights[at - 1] < best:
                best, start = left + GAP * weights[at - 1], starts[at - 1]
            costs[at] = left = best
            starts[at] = start
    end = min(range(len(costs)), key=lambda at: (costs[at], at - starts[at]))
    return starts[end], end


def _replacing(word: str, rival: str, drop: float, take: float) -> float:
    """What it costs that one word stands for the other."""
    cost = (drop + take) / 2
    if len(word) > 3 and word[0] == rival[0] and alike(word, rival):
        return LIGHT * cost
    return cost


@lru_cache(16384)
def alike(word: str, rival: str) -> bool:
    """Whether one word may be a misspelling of the other."""
    from rapidfuzz.fuzz import ratio

    return bool(ratio(word, rival, score_cutoff=100 * ALIKE))


def _rough(quote: Sequence[str], source: Sequence[str]) -> tuple[int, int]:
    """The slice between the first and the last word that a longest alignment matches."""
    from rapidfuzz.distance import Levenshtein

    blocks = [op for op in Levenshtein.opcodes(quote, source) if op.tag == "equal"]
    if not blocks:
        return 0, 0
    first, last = blocks[0], blocks[-1]
    start = max(0, first.dest_start - first.src_start)
    end = min(len(source), last.dest_end + len(quote) - last.src_end)
    return start, end


def changes(
    quote_text: str, quote: Sequence[Token], source_text: str, source: Sequence[Token]
) -> tuple[WordChange, ...]:
    """The word difference between a quote and its place, in the words as they are written."""
    from rapidfuzz.distance import Levenshtein

    ops = Levenshtein.opcodes([token.text for token in quote], [token.text for token in source])
    return tuple(
        WordChange(
            _OPS[op.tag],
            _slice(quote_text, quote[op.src_start : op.src_end]),
            _slice(source_text, source[op.dest_start : op.dest_end]),
        )
        for op in ops
    )


def _slice(text: str, tokens: Sequence[Token]) -> str:
    return text[tokens[0].start : tokens[-1].end] if tokens else ""


def similarity(quote: Sequence[Token], source: Sequence[Token]) -> float:
    """How much of a quote stands in its place, in [0, 1]; words that only moved count half.

    Weights of equal words against those of all words of both sides.
    """
    from rapidfuzz.distance import Levenshtein

    one, other = [token.text for token in quote], [token.text for token in source]
    gone: Counter[str] = Counter()
    come: Counter[str] = Counter()
    equal = 0.0
    for op in Levenshtein.opcodes(one, other):
        left, right = one[op.src_start : op.src_end], other[op.dest_start : op.dest_end]
        if op.tag == "equal":
            equal += 2 * sum(map(weight, left))
            continue
        gone.update(left)
        come.update(right)
        if op.tag == "replace" and len(left) == len(right):
            for a, b in zip(left, right, strict=True):
                cost = _replacing(a, b, weight(a), weight(b))
                equal += weight(a) + weight(b) - 2 * cost
    moved = sum(weight(word) * count for word, count in (gone & come).items())
    total = sum(map(weight, one)) + sum(map(weight, other))
    return min(1.0, (equal + moved) / total) if total else 0.0
