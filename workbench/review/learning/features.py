"""Texts as numbers: what the rules see in them, and their words."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from workbench.propose.worthiness import NAMES, features

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RULES = (*NAMES, "attribution", "phrase")
"""The columns of `rules`, before the last one: the rules' own score."""

PART, WHOLE, _VECTOR = 0.3, 2.0, 2.0
"""Scales of single rules, of their sum and of vectors: how readily each is believed.

Few decisions then change little of the rules' order; chosen by cross-validation on debates.
"""

SUM = 0.7
"""The slope of the rules' score over their sum, as in `worthiness`."""

MOST_WORDS = 5000
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+")
_LONGEST = 2000  # characters looked at


def rules(texts: Sequence[str], kinds: Sequence[str]) -> NDArray[np.float64]:
    """What each rule adds to a text's score, and the score: [n, len(RULES) + 1]."""
    import numpy as np

    column = {name: at for at, name in enumerate(RULES)}
    found = np.zeros((len(texts), len(RULES) + 1))
    for row, (text, kind) in enumerate(zip(texts, kinds, strict=True)):
        total = 0.0
        for name, weight in features(text):
            found[row, column[name]] = weight * PART
            total += weight
        if kind in column:
            found[row, column[kind]] = PART
        found[row, -1] = (SUM * total - 1.0) * WHOLE
    return found


def scaled(vectors: NDArray[Any]) -> NDArray[np.float64]:
    """Vectors as columns beside the rules."""
    import numpy as np

    return vectors.astype(np.float64) * _VECTOR


def words_of(text: str) -> Counter[str]:
    """Words and pairs of neighbours with their counts; every number is `0`."""
    found = [
        "0" if word[0].isdigit() else word.lower().replace("’", "'")
        for word in _WORD.findall(text[:_LONGEST])
    ]
    return Counter([*found, *map(" ".join, pairwise(found))])


def vocabulary(counts: Iterable[Counter[str]]) -> dict[str, float]:
    """The words of two texts or more, with their inverse document frequencies.

    At most the `MOST_WORDS` most frequent; in alphabetical order.
    """
    number = 0
    frequency: Counter[str] = Counter()
    for count in counts:
        number += 1
        frequency.update(count.keys())
    ranked = sorted(frequency.items(), key=lambda item: (-item[1], item[0]))[:MOST_WORDS]
    known = sorted((word, n) for word, n in ranked if n > 1)
    return {word: math.log((1 + number) / (1 + n)) + 1 for word, n in known}


def weighted(count: Counter[str], idf: dict[str, float]) -> dict[str, float]:
    """The weights of a text's known words: (1 + log count) × idf, to length 1 together."""
    found = {word: (1 + math.log(n)) * idf[word] for word, n in count.items() if word in idf}
    norm = math.sqrt(sum(value * value for value in found.values()))
    return {word: value / norm for word, value in sorted(found.items())}
