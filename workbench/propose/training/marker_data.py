"""What the marker learns from: sentences, and the sets of words that are propositions of them.

PropSegmEnt's raters mark them; before that, MinWiki's simple sentences and CaRB's tuples are laid
over the sentences that they were made from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

import numpy as np

from workbench.propose.lexicon import word_set
from workbench.propose.pool.align import matched
from workbench.propose.pool.marked import Array
from workbench.propose.pool.pieces import with_marks
from workbench.propose.training.chooser import Source
from workbench.propose.tree.brackets import parse_around
from workbench.propose.tree.parse import lower_states
from workbench.propose.tree.repair import repair
from workbench.propose.tree.tokens import tokenize
from workbench.propose.tree.tree import Tree

_STRETCH = 64  # sentences parsed at a time
_FEWEST, _MOST = 6, 45  # words of a sentence that is learned from first
_ALIKE = 0.6  # share of a simple sentence's words that are found
_CARB_TIMES = 3  # how often each sentence of CaRB is seen in a pass
_SUBJECT = 8  # words, at most
_BRACKETS = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")", "-lrb-": "(", "-rrb-": ")"}
_PRONOUNS = word_set("she he it they this that these those her his its their who which there")
_WORTH = {"VERB": 0.5, "AUX": 0.2, "NOUN": 0.3, "PROPN": 0.3, "ADJ": 0.3, "NUM": 0.25,
          "ADV": 0.1, "PRON": 0.0}  # fmt: skip


@dataclass
class Lesson:
    """One sentence.

    Attributes:
        lower: States of the sentence and its words halfway through the parser, [w + 1, 384].
        rows: Propositions: the anchor, the words as a mask, the share of raters.
        likely: The share of raters who have a proposition with each word as anchor, [words].
    """

    lower: Array
    rows: list[tuple[int, int, float]]
    likely: Array


def lesson(tree: Tree, answers: Sequence[tuple[list[int], float]]) -> Lesson | None:
    """What raters say of a sentence: the sets of words of each, with her weight."""
    lower = tree.lower if tree.lower is not None else lower_states(tree.words)
    if lower is None:
        return None
    total = sum(weight for _, weight in answers)
    likely = np.zeros(len(tree.words), np.float32)
    rows: dict[tuple[int, int], float] = {}
    for masks, weight in answers:
        for anchor, mask in zip(anchors(tree, masks), masks, strict=True):
            if mask >> anchor & 1:
                rows[anchor, mask] = rows.get((anchor, mask), 0.0) + weight / total
                likely[anchor] += weight / total
    made = [(anchor, mask, weight) for (anchor, mask), weight in rows.items()]
    return Lesson(lower[0].astype(np.float16), made, np.minimum(likely, 1)) if made else None


def anchors(tree: Tree, masks: Sequence[int]) -> list[int]:
    """A word of its own for each proposition of one answer.

    Best is a word that no other holds, the highest in the tree, a verb before a noun.
    """
    assign = import_module("scipy.optimize").linear_sum_assignment
    depth = tree.depths
    count = [sum(mask >> w & 1 for mask in masks) for w in range(len(tree.words))]
    worth = np.full((len(masks), len(tree.words)), -50.0)
    for place, mask in enumerate(masks):
        words = [w for w in range(len(tree.words)) if mask >> w & 1]
        highest = min((depth[w] for w in words), default=0)
        for w in words:
            top = tree.heads[w] < 0 or not mask >> tree.heads[w] & 1
            worth[place, w] = (2.0 / count[w] + 0.5 * top + 0.6 / (1 + depth[w] - highest)
                               + _WORTH.get(tree.coarse[w], -1.0))  # fmt: skip
    places, words_of = assign(-worth)
    found = [0] * len(masks)
    for place, w in zip(places, words_of, strict=True):
        found[place] = int(w)
    return found


def of_raters(source: Source) -> Lesson | None:
    """What PropSegmEnt's raters say; the reference answer counts twice."""
    answers = []
    for marked in source.raters:
        found = [_to_words(source.tree, source.tokens, mask) for mask in marked]
        weight = 1.0 if marked == source.reference else 0.5
        answers.append((list(dict.fromkeys(m for m in found if m)), weight))
    return lesson(source.tree, answers)


def _to_words(tree: Tree, tokens: Sequence[int], mask: int) -> int:
    """The words that have at least half of their tokens in a mask of tokens."""
    words = 0
    for word, own in enumerate(tokens):
        if own and 2 * (own & mask).bit_count() >= own.bit_count():
            words |= 1 << word
    return with_marks(tree, words)


def first_lessons(minwiki: Path, carb: Path) -> list[Lesson]:
    """What is learned before PropSegmEnt: sentences with two simple ones or more, and CaRB's."""
    found = list(_lessons(_minwiki(minwiki), _of_simple, 2))
    return found + _CARB_TIMES * list(_lessons(_carb(carb), _of_tuples, 1))


Told = tuple[str, list[list[str]]]
"""A sentence, and what says a part of it: each in one or more pieces of text."""

MaskMaker = Callable[[Tree, list[list[str]]], Iterator[int]]


def _minwiki(folder: Path) -> Iterator[Told]:
    texts = (folder / "train.complex").read_text("utf-8").split("\n")
    simples = (folder / "train.simple").read_text("utf-8").split("\n")
    for text, simple in zip(texts, simples, strict=True):
        parts = [part for part in simple.replace(" ..", " . ").split(" . ") if part.strip(" .")]
        if text.strip() and ".John" not in text:  # two sentences glued together
            yield _clean(text), [[_clean(part)] for part in parts]


def _carb(folder: Path) -> Iterator[Told]:
    found: dict[str, list[list[str]]] = {}
    for name in ("dev.tsv", "test.tsv"):
        for line in (folder / name).read_text("utf-8").split("\n"):
            text, *fields = line.split("\t")
            if len(fields) > 1:
                found.setdefault(_clean(text), []).append([_clean(field) for field in fields])
    yield from found.items()


def _clean(text: str) -> str:
    for old, new in _BRACKETS.items():
        text = text.replace(old, new)
    return " ".join(text.split())


def _lessons(told: Iterable[Told], masks_of: MaskMaker, fewest: int) -> Iterator[Lesson]:
    waiting = list(told)
    for first in range(0, len(waiting), _STRETCH):
        part = waiting[first : first + _STRETCH]
        trees = parse_around([tokenize(text, 0, len(text)) for text, _ in part])
        for (_, said), parsed in zip(part, trees, strict=True):
            if parsed is None or not _FEWEST <= len(parsed.words) <= _MOST:
                continue
            tree = repair(parsed)
            masks = list(dict.fromkeys(m for m in masks_of(tree, said) if m))
            made = lesson(tree, [(masks, 1.0)]) if masks else None
            if made is not None and len(made.rows) >= fewest:
                yield made


def _of_simple(tree: Tree, said: list[list[str]]) -> Iterator[int]:
    """Simple sentences as masks; a pronoun that is not in the text gives way to the subject."""
    subject = None
    for (text,) in said:
        forms = [w.form.lower() for w in tokenize(text, 0, len(text))]
        found = matched(tree.low, forms)
        if len(found) < max(3, _ALIKE * sum(form[0].isalnum() for form in forms)):
            continue
        mask = sum(1 << w for w in found)
        if subject is None:
            subject = _before_verb(tree, found)
        elif forms[0] in _PRONOUNS and tree.low[found[0]] != forms[0]:
            mask |= subject
        yield with_marks(tree, mask)


def _before_verb(tree: Tree, words: Sequence[int]) -> int:
    mask = 0
    for w in words:
        if tree.coarse[w] in ("VERB", "AUX"):
            break
        mask |= 1 << w
    return mask if mask.bit_count() <= _SUBJECT else 0


def _of_tuples(tree: Tree, said: list[list[str]]) -> Iterator[int]:
    """A relation and its arguments as one mask, if each of them is found."""
    for fields in said:
        mask = 0
        for field in fields:
            forms = [w.form.lower() for w in tokenize(field, 0, len(field))]
            forms = [form for form in forms if form not in "[]"]
            found = matched(tree.low, forms)
            if len(found) < _ALIKE * len(forms):
                break
            mask |= sum(1 << w for w in found)
        else:
            if mask.bit_count() > 2:
                yield with_marks(tree, mask)
