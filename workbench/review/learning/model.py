"""A model of check-worthiness: logistic regression over rules, words and vectors.

The rules' own score is one of its columns, so that it begins where the rules end. scikit-learn
fits it; what is fitted is a few numbers that score by themselves.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from workbench.review.learning.examples import Example
from workbench.review.learning.features import (
    RULES,
    rules,
    scaled,
    vocabulary,
    weighted,
    words_of,
)

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FORMAT = 1
FOLDS = 5
_DIGITS = 5  # of each weight are kept: what differs beyond them is noise of the arithmetic


@dataclass(frozen=True)
class Model:
    """Weights of the rules (see `RULES`; the last is their sum's), words and vector columns.

    Attributes:
        bias: What every score begins with.
        rules: Weight of each column of `features.rules`.
        words: Word → (its inverse document frequency, its weight).
        vector: Weight of each column of an encoder's vector; empty without one.
    """

    bias: float
    rules: tuple[float, ...]
    words: dict[str, tuple[float, float]]
    vector: tuple[float, ...] = ()

    def to_bytes(self) -> bytes:
        """The state: the same model, the same bytes."""
        state = {
            "format": FORMAT,
            "bias": self.bias,
            "rules": dict(zip((*RULES, "score"), self.rules, strict=True)),
            "words": {word: list(both) for word, both in self.words.items()},
            "vector": list(self.vector),
        }
        return json.dumps(state, sort_keys=True, separators=(",", ":")).encode()

    @staticmethod
    def from_bytes(state: bytes) -> Model | None:
        """The model of a state; None for one of another format or of other rules."""
        found = json.loads(state) if state else {}
        if found.get("format") != FORMAT or set(found["rules"]) != {*RULES, "score"}:
            return None
        return Model(
            float(found["bias"]),
            tuple(float(found["rules"][name]) for name in (*RULES, "score")),
            {word: (float(idf), float(weight)) for word, (idf, weight) in found["words"].items()},
            tuple(map(float, found["vector"])),
        )

    def scores(
        self, texts: Sequence[str], kinds: Sequence[str], vectors: NDArray[Any] | None
    ) -> NDArray[np.float64]:
        """How much each text is worth, in [0, 1]; 0.5 is the border between kept and discarded."""
        import numpy as np

        total = rules(texts, kinds) @ np.array(self.rules) + self.bias
        total += [self._of_words(words_of(text)) for text in texts]
        if self.vector and vectors is not None:
            total += scaled(vectors) @ np.array(self.vector)
        found: NDArray[np.float64] = 1 / (1 + np.exp(-np.clip(total, -30, 30)))
        return found.round(6)

    def _of_words(self, count: Counter[str]) -> float:
        known = {word: (1 + math.log(n), *self.words[word])
                 for word, n in count.items() if word in self.words}  # fmt: skip
        norm = math.sqrt(math.fsum((tf * idf) ** 2 for tf, idf, _ in known.values()))
        found = math.fsum(tf * idf * weight for tf, idf, weight in known.values())
        return found / norm if norm else 0.0


def train(
    examples: Sequence[Example],
    vectors: NDArray[Any] | None = None,
    weights: Sequence[float] | None = None,
) -> Model:
    """Fit a model; the same examples in the same order give the same model.

    Args:
        examples: What was kept and what was not; both must be there.
        vectors: A row for each example, or None to do without.
        weights: How much each example counts; all the same when not given.

    Raises:
        ImportError: scikit-learn, the extra `learn`, is not installed.
    """
    import numpy as np
    from scipy import sparse  # type: ignore[import-untyped]
    from sklearn.linear_model import LogisticRegression
    from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

    texts = [example.text for example in examples]
    counts = [words_of(text) for text in texts]
    idf = vocabulary(counts)
    column = {word: at for at, word in enumerate(idf)}
    seen = [weighted(count, idf) for count in counts]
    words = sparse.csr_matrix(
        (
            [value for row in seen for value in row.values()],
            [column[word] for row in seen for word in row],
            np.cumsum([0, *map(len, seen)]),
        ),
        shape=(len(texts), len(idf)),
    )
    dense = [rules(texts, [example.kind for example in examples])]
    if vectors is not None:
        dense.append(scaled(vectors))
    matrix = sparse.hstack([sparse.csr_matrix(np.hstack(dense)), words]).tocsr()
    labels = np.array([example.worth for example in examples])
    with threadpool_limits(1):  # sums of several threads come out differently each time
        fit = LogisticRegression(class_weight="balanced", max_iter=400, tol=1e-5)
        fit.fit(matrix, labels, None if weights is None else np.asarray(weights))
    found = [_kept(value) for value in fit.coef_[0]]
    of_rules, of_words = len(RULES) + 1, len(found) - len(idf)
    return Model(
        _kept(fit.intercept_[0]),
        tuple(found[:of_rules]),
        {w: (_kept(v), c) for (w, v), c in zip(idf.items(), found[of_words:], strict=True)},
        tuple(found[of_rules:of_words]),
    )


def _kept(value: float) -> float:
    return round(float(value), _DIGITS)


def fold_of(text: str) -> int:
    """The fold of a text in cross-validation; equal texts are in the same one."""
    return sha256(text.encode("utf-8", "surrogatepass")).digest()[0] % FOLDS


def cross_scores(
    examples: Sequence[Example],
    vectors: NDArray[Any] | None = None,
    weights: Sequence[float] | None = None,
) -> NDArray[np.float64]:
    """The scores of examples by models that have not seen them: five-fold cross-validation.

    Where the others of a fold are all kept or all discarded, its scores are 0.5.
    """
    import numpy as np

    folds = [fold_of(example.text) for example in examples]
    found = np.full(len(examples), 0.5)
    for fold in sorted(set(folds)):
        inside = [at for at, its in enumerate(folds) if its == fold]
        outside = [at for at, its in enumerate(folds) if its != fold]
        others = [examples[at] for at in outside]
        if len({example.worth for example in others}) < 2:
            continue
        model = train(
            others,
            None if vectors is None else vectors[outside],
            None if weights is None else [weights[at] for at in outside],
        )
        tested = [examples[at] for at in inside]
        found[inside] = model.scores(
            [example.text for example in tested],
            [example.kind for example in tested],
            None if vectors is None else vectors[inside],
        )
    return found
