"""Train the pointer: ``python -m workbench.propose.training.pointer FOLDER ARTICLES POINTERS``.

FOLDER holds ``gum/`` (GUM's ``dep/*.conllu``), ``litbank/`` (``coref/conll/*.conll``) and
``gap/`` (``gap-development.tsv``, ``gap-validation.tsv``), ARTICLES articles of our own in which
it is marked who is meant (`marked`). Each window of a few sentences asks what their pronouns
stand for, and, less heavily, which other phrases name what was named before. It is trained once
on all of them, which makes the shipped pointer, and twice without one half of our articles and of
GUM's documents, for what weighs phrases to learn from (`training.antecedents`); these go to
POINTERS. Needs torch.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

import torch

from workbench.encoder.apart import KINDS, kind_of
from workbench.encoder.runtime import model_file
from workbench.encoder.training.marker_model import load_layers
from workbench.encoder.training.pointer_model import Pointer
from workbench.encoder.training.train_pointer import (
    Lesson,
    Part,
    Question,
    train_pointer,
    write_pointer,
)
from workbench.propose.semantic.reading import POINTER
from workbench.propose.training.marked import read_marked
from workbench.propose.training.named_texts import HALVES, half_without
from workbench.propose.training.pointer_data import (
    Document,
    Passage,
    read_gap,
    read_gum,
    read_litbank,
    read_own,
)
from workbench.propose.tree.tree import Tree

_PHRASE = KINDS - 1  # kind of what is no pronoun
_PARTS = ("flat", "compound", "nmod:desc", "fixed", "goeswith", "case", "det", "punct")
_BEFORE = (2, 3, 4, 4, 4)  # sentences before those that are asked about
_WORDS, _ASKED = 150, 110  # words of a window, and of its sentences that are asked about
_FICTION = 0.5  # share of the windows of fiction that an epoch takes
_GAP_BEFORE, _AFTER = 5, 6  # sentences; how far back one after the pronoun's counts as


def _noun(tree: Tree, word: int) -> bool:
    return tree.coarse[word] in ("NOUN", "PROPN") and tree.relations[word] not in _PARTS


def lessons_of(document: Document, rng: random.Random) -> Iterator[Lesson]:
    """Windows over a document, each of its sentences asked about once."""
    sizes = [len(tree.words) for tree in document.trees]
    start = 0
    while start < len(sizes):
        stop = min(start + rng.choice((1, 2, 3)), len(sizes))
        while stop - 1 > start and sum(sizes[start:stop]) > _ASKED:
            stop -= 1
        first, before = start, rng.choice(_BEFORE)
        while first > 0 and start - first < before and sum(sizes[first - 1 : stop]) <= _WORDS:
            first -= 1
        lesson = _lesson(document, first, range(start, stop), rng)
        if lesson.questions:
            yield lesson
        start = stop


def _lesson(document: Document, first: int, asked: range, rng: random.Random) -> Lesson:
    places = _places(document.trees, first, asked.stop)
    known = [
        (s, w)
        for s, w in places
        if _noun(document.trees[s], w) or (s, w) in document.chains or _pronoun(document, s, w)
    ]
    questions = []
    for sentence in asked:
        for word in range(len(document.trees[sentence].words)):
            question = _question(document, (sentence, word), places, known, rng)
            if question is not None:
                questions.append(question)
    parts = [_part(document.trees[s], asked.stop - 1 - s) for s in range(first, asked.stop)]
    return Lesson(parts, questions)


def _places(trees: list[Tree], first: int, stop: int) -> dict[tuple[int, int], int]:
    words = [(s, w) for s in range(first, stop) for w in range(len(trees[s].words))]
    return {word: place for place, word in enumerate(words)}


def _part(tree: Tree, back: int) -> Part:
    assert tree.lower is not None
    return Part(back, tree.lower[0])


def _pronoun(document: Document, sentence: int, word: int) -> bool:
    return kind_of(document.trees[sentence].low[word]) != _PHRASE


def _question(
    document: Document, asks: tuple[int, int], places: dict[tuple[int, int], int],
    known: list[tuple[int, int]], rng: random.Random,
) -> Question | None:  # fmt: skip
    tree, word = document.trees[asks[0]], asks[1]
    kind, chain = kind_of(tree.low[word]), document.chains.get(asks)
    if kind == _PHRASE and (chain is None or not _noun(tree, word) or rng.random() < 0.4):
        return None
    if kind != _PHRASE and chain is None and document.fiction:
        return None
    last = (asks[0], len(tree.words)) if kind != _PHRASE and _fronted(tree, word) else asks
    given = [k for k in known if k < last and k != asks]
    given = [k for k in given if k < asks or not _pronoun(document, *k)]
    right = [k for k in given if chain is not None and document.chains.get(k) == chain]
    if rng.random() < 0.5:
        # as where the pronouns before were not resolved
        given = [k for k in given if not _pronoun(document, *k)]
        if right and not any(k in given for k in right):
            return None
        right = [k for k in right if k in given]
    return Question(places[asks], kind, [places[k] for k in given], {places[k] for k in right},
                    False, 1.0 if kind != _PHRASE else 0.3)  # fmt: skip


def _fronted(tree: Tree, word: int) -> bool:
    """Does the word stand in a clause before the one that it belongs to?"""
    above = tree.heads[word]
    while above >= 0:
        if tree.relations[above] == "advcl" and tree.heads[above] > above:
            return True
        above = tree.heads[above]
    return False


def lesson_of(passage: Passage) -> Lesson:
    """What GAP asks: which of two names a pronoun stands for, or neither."""
    trees, (sentence, word) = passage.trees, passage.pronoun
    heads = [head for head, _ in passage.names]
    stop = max(sentence, *(s for s, _ in heads)) + 1
    first = min(max(0, sentence - _GAP_BEFORE), *(s for s, _ in heads))
    places = _places(trees, first, stop)
    one, other = (
        {head} | {p for p in places if p[0] <= sentence and _named(trees, p, words[-1])}
        for head, words in passage.names
    )
    other -= one
    said = {form for _, words in passage.names for form in words}
    nouns = [p for p in places if p[0] <= sentence and p != passage.pronoun
             and _noun(trees[p[0]], p[1])]  # fmt: skip
    if any(passage.meant):
        right = one if passage.meant[0] else other
        more = {
            p for p in nouns if p < passage.pronoun and trees[p[0]].coarse[p[1]] == "PROPN"
            and trees[p[0]].words[p[1]].form not in said
        }  # fmt: skip
        given, none, weight = one | other | more, False, 1.0
    else:
        given, none, weight = one | other | set(nouns), True, 0.5
        right = given - one - other
    question = Question(
        places[passage.pronoun], kind_of(trees[sentence].low[word]),
        sorted(places[p] for p in given), {places[p] for p in right}, none, weight,
    )  # fmt: skip
    parts = [_part(trees[s], sentence - s if s <= sentence else _AFTER) for s in range(first, stop)]
    return Lesson(parts, [question])


def _named(trees: list[Tree], place: tuple[int, int], last: str) -> bool:
    """Is the word, or a part of the name that it begins, this last name?"""
    tree, word = trees[place[0]], place[1]
    if tree.coarse[word] != "PROPN" or tree.relations[word] in _PARTS:
        return False
    return last in {tree.words[w].form for w in (word, *tree.only(word, "flat"))}


def main() -> None:
    """Read the command line, train and write the pointers."""
    parser = argparse.ArgumentParser(prog="python -m workbench.propose.training.pointer")
    parser.add_argument("folder", type=Path, help="with gum, litbank and gap")
    parser.add_argument("articles", type=Path, help="our own, with marks")
    parser.add_argument("pointers", type=Path, help="where the pointers of the halves go")
    parser.add_argument("--out", type=Path, default=model_file(POINTER))
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--bf16", action="store_true", help="compute in bfloat16")
    options = parser.parse_args()
    torch.set_num_threads(1)
    gum = read_gum(options.folder / "gum")
    fiction = read_litbank(options.folder / "litbank")
    gap = options.folder / "gap"
    passages = read_gap([gap / "gap-development.tsv", gap / "gap-validation.tsv"])
    options.pointers.mkdir(parents=True, exist_ok=True)
    own = read_own(read_marked(options.articles))
    parts = [([*gum, *own], options.out)]
    parts += [([d for some in (gum, own) for n, d in enumerate(some) if n % HALVES != half],
               options.pointers / half_without(half)) for half in range(HALVES)]  # fmt: skip
    for some, out in parts:
        pointer = _trained([*some, *fiction], passages, options)
        write_pointer(pointer, out)


def _trained(
    documents: list[Document], passages: list[Passage], options: argparse.Namespace
) -> Pointer:
    fixed = [lesson_of(passage) for passage in passages]

    def lessons(rng: random.Random) -> list[Lesson]:
        made = [lesson for document in documents for lesson in lessons_of(document, rng)
                if not document.fiction or rng.random() < _FICTION]  # fmt: skip
        return made + fixed

    torch.manual_seed(options.seed)
    pointer = Pointer()
    load_layers(list(pointer.layers), model_file("parser.onnx"))
    train_pointer(pointer, lessons, options.epochs, options.seed, options.bf16)
    return pointer


if __name__ == "__main__":
    main()
