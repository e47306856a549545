"""What the pointer is told of words besides their states: their kind, how far apart they are."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

BACK, NEAR, FAR, KINDS = 8, 8, 9, 5  # sizes of the network's tables
_FORMS = (
    ("he", "his", "him", "himself"),
    ("she", "her", "hers", "herself"),
    ("it", "its", "itself"),
    ("they", "their", "them", "theirs", "themselves"),
)
_KIND = {form: kind for kind, forms in enumerate(_FORMS) for form in forms}


def kind_of(low: str) -> int:
    """0 to 3 for "he", "she", "it" and "they" in all their cases, 4 for another word."""
    return _KIND.get(low, KINDS - 1)


def apart(back: Sequence[int]) -> NDArray[np.int64]:
    """For each two words, [2, w, w]: how many sentences lie between, and which range of words.

    ``back``: how many sentences before the last each word stands. Of sentences, the last number
    stands for a second word after the first.
    """
    sentences = np.array(back, dtype=np.int64)
    words = np.arange(len(sentences))
    steps = words[:, None] - words[None, :]
    near = np.clip(sentences[None, :] - sentences[:, None], 0, NEAR - 2)
    far = (np.log2(np.maximum(np.abs(steps), 1)) * 1.5).astype(np.int64)
    return np.stack([np.where(steps < 0, NEAR - 1, near), np.minimum(far, FAR - 1)])
