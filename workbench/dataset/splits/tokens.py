"""Texts as bags of words, and bags as sorted runs of small integers."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterable, Iterator

_CJK = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
_TOKEN = re.compile(rf"\d+(?:[.,:]\d+)*|[{_CJK}]|[^\W\d_{_CJK}]+")


def tokens(text: str) -> list[str]:
    """The words and numbers of a text, folded; each ideograph is a word."""
    return _TOKEN.findall(unicodedata.normalize("NFKC", text).casefold())


class Bags:
    """Many bags of words, each a run of one array: rarest word first.

    A word that stands twice in a text is two tokens, so that a bag is a set. Tokens are numbered
    by how many bags hold them (then by first appearance), so a run in rising order begins with
    what tells most.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._flat = array("I")
        self._ends = array("Q", [0])
        self._names: list[str] = []
        self._fill(texts)
        self.frequency = self._rank()

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __getitem__(self, index: int) -> array[int]:
        return self._flat[self._ends[index] : self._ends[index + 1]]

    def size(self, index: int) -> int:
        """How many tokens a bag has."""
        return self._ends[index + 1] - self._ends[index]

    def words(self, bag: array[int]) -> str:
        """The words of a bag in the order of the alphabet, with blanks between them."""
        return " ".join(sorted(self._names[token] for token in bag))

    def _fill(self, texts: Iterable[str]) -> None:
        numbers: dict[str, int] = {}
        for text in texts:
            for token in _distinct(tokens(text)):
                number = numbers.setdefault(token, len(numbers))
                self._flat.append(number)
            self._ends.append(len(self._flat))
        self._names = [name.partition("\0")[0] for name in numbers]

    def _rank(self) -> array[int]:
        counts = array("I", bytes(4 * len(self._names)))
        for number in self._flat:
            counts[number] += 1
        order = sorted(range(len(counts)), key=counts.__getitem__)
        rank = array("I", bytes(4 * len(order)))
        for place, number in enumerate(order):
            rank[number] = place
        for low, high in zip(self._ends, self._ends[1:], strict=False):
            self._flat[low:high] = array("I", sorted(rank[n] for n in self._flat[low:high]))
        self._names = [self._names[number] for number in order]
        return array("I", [counts[number] for number in order])


def _distinct(words: list[str]) -> Iterator[str]:
    """The words, with the second "the" as another token than the first."""
    if len(set(words)) == len(words):
        yield from words
        return
    seen: dict[str, int] = {}
    for word in words:
        times = seen.get(word, 0)
        seen[word] = times + 1
        yield word if not times else f"{word}\0{times}"
