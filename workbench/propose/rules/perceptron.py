"""The averaged perceptron that chooses between the tags that a word may have."""

from __future__ import annotations

import json
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

MODEL = Path(__file__).parents[1] / "data" / "tagger.json"
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))


class Model(NamedTuple):
    """``lexicon``: word → tags it was seen with; ``weights``: feature → tag → weight."""

    lexicon: dict[str, tuple[str, ...]]
    weights: dict[str, dict[str, int]]


@cache
def model() -> Model:
    """The fitted tagger, read once."""
    raw = json.loads(MODEL.read_text("utf-8"))
    return Model({w: tuple(tags.split()) for w, tags in raw["lexicon"].items()}, raw["weights"])


_AUX = {
    "have": "h", "has": "h", "had": "h", "having": "h", "'ve": "h", "is": "b", "are": "b",
    "was": "b", "were": "b", "be": "b", "been": "b", "being": "b", "'re": "b", "am": "b",
    "do": "d", "does": "d", "did": "d", "to": "t", "get": "b", "got": "b",
}  # fmt: skip


class State:
    """What is known of the sentence so far while its words are tagged from left to right."""

    __slots__ = ("aux", "before", "before2", "distance", "finite")

    def __init__(self) -> None:
        self.before = self.before2 = "^"
        self.finite = 0
        self.aux = "-"
        self.distance = 0

    def advance(self, lower: str, tag: str) -> None:
        """Take the tag of the next word in."""
        self.before2, self.before = self.before, tag
        if tag in FINITE:
            self.finite = 1
        elif tag in ("IN", "WDT", "WP", "WRB", "CC", ":", '"'):
            self.finite = 2 if self.finite else 0
        mark = "m" if tag == "MD" else _AUX.get(lower)
        if mark is not None:
            self.aux, self.distance = mark, 0
        elif self.aux != "-":
            self.distance += 1
            if tag not in ("RB", "PRP", "DT") and self.distance > 0:
                self.aux = "-"


Context = tuple[str, str, int, str, str, str]
"""Tags of the two words before, `State.finite`, the tags that this word and the next two may have.
"""


def features(i: int, low: list[str], cls: list[str], state: State) -> tuple[str, ...]:
    """What the perceptron sees of word ``i``; ``low`` and ``cls`` have two blanks at each end."""
    return (
        *_word_features(low[i], state.aux),
        "l" + low[i - 1],
        "r" + low[i + 1],
        *_of_context(_context(i, cls, state)),
    )


def _word_features(word: str, aux: str) -> tuple[str, ...]:
    return ("b", "w" + word, "s" + word[-3:], "a" + aux + word[-2:])


def _context(i: int, cls: list[str], state: State) -> Context:
    return state.before2, state.before, state.finite, cls[i], cls[i + 1], cls[i + 2]


def _of_context(context: Context) -> tuple[str, ...]:
    before2, before, finite, here, right, right2 = context
    return (
        "p" + before,
        "q" + before2 + "|" + before,
        "c" + right,
        "d" + right + "|" + right2,
        "e" + before + "|" + right,
        "m" + before + "|" + here,
        f"f{finite}" + here + before,
        "k" + here + "|" + right + "|" + before,
    )


def best_tag(i: int, low: list[str], cls: list[str], state: State, choice: tuple[str, ...]) -> str:
    """The tag with the highest sum of weights; of equals, the first."""
    scores = [
        sum(found)
        for found in zip(
            _around(_context(i, cls, state), choice),
            _of_word(low[i], state.aux, choice),
            _of_neighbour("l" + low[i - 1], choice),
            _of_neighbour("r" + low[i + 1], choice),
            strict=True,
        )
    ]
    return choice[scores.index(max(scores))]


Scores = tuple[int, ...]  # one for each tag of a choice


def _sums(seen: tuple[str, ...], choice: tuple[str, ...]) -> Scores:
    weights = model().weights
    known = [weights[feature] for feature in seen if feature in weights]
    return tuple([sum([weight.get(tag_, 0) for weight in known]) for tag_ in choice])


# What a feature adds depends on few things, and the same come again and again.
@lru_cache(maxsize=1 << 15)
def _around(context: Context, choice: tuple[str, ...]) -> Scores:
    return _sums(_of_context(context), choice)


@lru_cache(maxsize=1 << 15)
def _of_word(word: str, aux: str, choice: tuple[str, ...]) -> Scores:
    return _sums(_word_features(word, aux), choice)


@lru_cache(maxsize=1 << 15)
def _of_neighbour(feature: str, choice: tuple[str, ...]) -> Scores:
    return _sums((feature,), choice)
