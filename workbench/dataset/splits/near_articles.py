"""Pairs of articles that share much of their text: reprints, agency copy, later versions.

Runs of five words are hashed, a quarter of the hashes is kept (Broder, "On the resemblance and
containment of documents", 1997), and two articles are near-duplicates when half of what is kept of
the shorter one is in the longer one too. Short texts are compared word by word instead.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable
from zlib import crc32

from workbench.dataset.splits.near_texts import Pair, near_texts
from workbench.dataset.splits.tokens import tokens

RUN = 5  # words
KEPT = 4  # one hash of so many
CONTAINED = 0.5
SHORT = 60  # words; fewer hashes than that leaves would tell little
_ALL = (1 << 28) - 1  # slots that are counted in, at most
COMMONPLACE = 200  # a run in more articles than this is boilerplate


def near_articles(texts: Iterable[str]) -> list[Pair]:
    """The pairs of near-duplicate articles, by index; read once, in order.

    The score is the share of the shorter article that is in the longer one (estimated), or the
    similarity of the words for texts under 60 words.
    """
    sketches: list[array[int]] = []
    short: list[tuple[int, str]] = []
    for index, text in enumerate(texts):
        words = tokens(text)
        if len(words) < SHORT:
            short.append((index, text))
        sketches.append(_sketch(words))
    pairs = {(p.left, p.right): p.score for p in _of_sketches(sketches)}
    for pair in near_texts(text for _, text in short):
        pairs[short[pair.left][0], short[pair.right][0]] = pair.score
    return sorted(Pair(left, right, score) for (left, right), score in pairs.items())


def _sketch(words: list[str]) -> array[int]:
    """The hashes that are kept of a text, each once; none of a short one."""
    if len(words) < SHORT:
        return array("I")
    joined = [" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1)]
    hashes = (crc32(run.encode("utf-8", "surrogatepass")) for run in joined)
    return array("I", sorted({value for value in hashes if value % KEPT == 0}))


def _of_sketches(sketches: list[array[int]]) -> list[Pair]:
    again = _Again(sketches)
    holders: dict[int, array[int]] = {}
    pairs = []
    for index, sketch in enumerate(sketches):
        shared: Counter[int] = Counter()
        for value in filter(again.may, sketch):
            before = holders.setdefault(value, array("I"))
            if len(before) < COMMONPLACE:
                shared.update(before)
                before.append(index)
        for other, number in shared.items():
            score = number / min(len(sketch), len(sketches[other]))
            if score >= CONTAINED:
                pairs.append(Pair(other, index, min(1.0, score)))
    return pairs


class _Again:
    """Which hashes may stand in two sketches or more: most do not, and need no room in an index.

    A byte for several hashes is shared by chance, which costs room and changes no result.
    """

    def __init__(self, sketches: list[array[int]]) -> None:
        self._mask = (1 << (8 * sum(map(len, sketches))).bit_length()) - 1 & _ALL
        self._times = times = bytearray(self._mask + 1)
        for sketch in sketches:
            for value in sketch:
                at = value // KEPT & self._mask
                if times[at] < 2:
                    times[at] += 1

    def may(self, value: int) -> bool:
        """Whether another sketch may have this hash."""
        return self._times[value // KEPT & self._mask] > 1
