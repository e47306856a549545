"""Trees for sentences that have none: what several parsers say together, and what is known of them.

Of a sentence with claims underlined it is known that each claim hangs together: one of its words
hangs on a word outside, all others inside. The trees are the best by the mean of the parsers for
which that is so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray

from workbench.encoder.training.parser_model import RELATION_WIDTH, Parser
from workbench.encoder.training.train_parser import Labels, make_batch
from workbench.encoder.training.treebank import Gold
from workbench.propose.tree.together import NEVER, held_together
from workbench.propose.tree.tree import decode

Array = NDArray[np.float32]
MOST = 90  # words of a sentence; a longer one is left out
_TOGETHER = 48  # sentences
_LEAST = 1e-7


class Lesson(NamedTuple):
    """The words of a sentence, and the first word and the end of each claim in it."""

    words: list[str]
    claims: list[tuple[int, int]]


class Guess(NamedTuple):
    """What the parsers say of one sentence of n words, as means of what each of them says.

    Attributes:
        heads: Log likelihoods [n, n + 1]; the root comes first.
        relations: Likelihoods [n, relations, n + 1].
        coarse: Numbers of tags [n].
        fine: Numbers of tags [n].
    """

    heads: Array
    relations: Array
    coarse: Any
    fine: Any


def annotated(
    parsers: Sequence[Parser], labels: Labels, lessons: Sequence[Lesson], tokenizer: Any,
    bf16: bool = False,
) -> list[Gold]:  # fmt: skip
    """A tree for each sentence, in their order."""
    found: dict[int, Gold] = {}
    order = sorted(range(len(lessons)), key=lambda i: len(lessons[i].words))
    for start in range(0, len(order), _TOGETHER):
        places = order[start : start + _TOGETHER]
        guesses = _guesses(parsers, [lessons[i].words for i in places], tokenizer, bf16)
        for place, guess in zip(places, guesses, strict=True):
            found[place] = _tree(lessons[place], guess, labels)
    return [found[place] for place in range(len(lessons))]


@torch.inference_mode()  # type: ignore[untyped-decorator,unused-ignore]
def _guesses(
    parsers: Sequence[Parser], sentences: Sequence[list[str]], tokenizer: Any, bf16: bool
) -> Iterator[Guess]:
    inputs, _ = make_batch([Gold(w, [0] * len(w), [], [], []) for w in sentences], tokenizer, None)
    padding = inputs["first"] == 0
    padding = torch.cat([torch.zeros_like(padding[:, :1]), padding], dim=1)
    said: list[list[torch.Tensor]] = []
    for parser in parsers:
        parser.eval()
        with torch.autocast("cpu", torch.bfloat16, enabled=bf16):
            states = parser.states(**inputs)
            heads = parser.score_heads(states).float()
            child, parent = parser.relation_parts(states)
            size, words = child.shape[:2]
            mixed = parser.relation_scores(child)
            mixed = mixed.view(size, words * parser.relations, RELATION_WIDTH + 1)
            pairs = (mixed @ parent.transpose(1, 2)).view(size, words, parser.relations, -1)
            tags = [layer(states[:, 1:]).float() for layer in (parser.coarse, parser.fine)]
        heads = heads.masked_fill(padding[:, None, :], NEVER)
        said.append([heads.softmax(-1), pairs.float().softmax(2), *(t.softmax(-1) for t in tags)])
    heads, pairs, coarse, fine = (torch.stack(some).mean(0) for some in zip(*said, strict=True))
    for row, words in enumerate(sentences):
        n = len(words)
        yield Guess(
            heads[row, :n, : n + 1].clamp(min=_LEAST).log().numpy(), pairs[row, :n].numpy(),
            coarse[row, :n].argmax(-1).numpy(), fine[row, :n].argmax(-1).numpy(),
        )  # fmt: skip


def _tree(lesson: Lesson, guess: Guess, labels: Labels) -> Gold:
    heads = [head + 1 for head in decode(held_together(guess.heads, lesson.claims))]
    root = labels.relations.index("root")
    relations = []
    for word, head in enumerate(heads):
        likely = guess.relations[word, :, head].copy()
        likely[root] = -1
        relations.append("root" if head == 0 else labels.relations[int(likely.argmax())])
    return Gold(
        lesson.words, heads, relations,
        [labels.coarse[tag] for tag in guess.coarse], [labels.fine[tag] for tag in guess.fine],
    )  # fmt: skip
