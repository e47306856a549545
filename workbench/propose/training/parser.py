"""Train the parser's upper layers on: ``python -m workbench.propose.training.parser DATA …``.

DATA holds treebanks (``ud-english-ewt/``, ``gum/``), ARTICLES and CLAIMS articles of our own and
the claims underlined in them. Two parsers learn from the treebanks, one with its lower layers as
they are, one with all. With the shipped one they say what trees the sentences of our articles
have, such that each claim hangs together (`silver`). From those and the treebanks the first goes
on to learn, and its upper layers, mixed with those of before, are put into ``parser.onnx``. Prints
attachment scores on what was left out, every third news document of GUM among it, and how many
claims hang together in a twelfth of our sentences, which was left out, too. Needs torch and onnx.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch

from workbench.encoder.runtime import load_tokenizer, model_file
from workbench.encoder.training.parser_model import Parser
from workbench.encoder.training.shipped_parser import freeze_lower, load_parser, put_upper
from workbench.encoder.training.train_parser import Labels, measure, teach
from workbench.encoder.training.treebank import Gold, read_conllu
from workbench.propose.training.pointer_data import GENRES
from workbench.propose.training.recorded import recorded
from workbench.propose.training.silver import MOST, Lesson, annotated
from workbench.propose.training.underlined import Underlined, read_underlined
from workbench.propose.tree.tree import Tree

_EPOCHS, _EPOCHS_OF_ALL, _EPOCHS_ON = 3, 4, 3
_RATES = (1e-4, 5e-4)
_RATES_OF_ALL = (1.5e-4, 5e-4)
_THIRD, _TWELFTH = 3, 12
_SHARE = 0.75  # of what was learned; the rest stays as it was


def treebanks(data: Path) -> tuple[list[Gold], list[Gold]]:
    """The sentences that are learned from, and those of GUM's news that are left out.

    Of GUM those are learned from in which no relation is left open.
    """
    ewt = read_conllu(data / "ud-english-ewt" / "train.conllu")
    files = [path for path in sorted((data / "gum").glob("GUM_*.conllu"))
             if path.stem.split("_")[1] in GENRES]  # fmt: skip
    held = [path for path in files if "_news_" in path.stem][::_THIRD]
    gum = [gold for path in files if path not in held for gold in read_conllu(path)]
    learned = [*ewt, *(g for g in gum if "dep" not in g.relations and len(g.words) > 1)]
    return learned, [gold for path in held for gold in read_conllu(path)]


def lessons_of(article: Underlined) -> list[Lesson]:
    """Each part of an article's sentences that has a tree, with the claims that lie in it."""
    trees = [g.tree for sentence in recorded(article.text) for g in sentence.grounds]
    return [_lesson(tree, article.claims) for tree in trees if 1 < len(tree.words) <= MOST]


def _lesson(tree: Tree, claims: Sequence[tuple[int, int]]) -> Lesson:
    found = []
    for start, end in claims:
        inside = [w for w, word in enumerate(tree.words) if start <= word.start < end]
        within = tree.words[0].start <= start and end <= tree.words[-1].end + 1  # a mark behind it
        if within and len(inside) > 1:
            found.append((inside[0], inside[-1] + 1))
    return Lesson([word.form for word in tree.words], found)


def taught(golds: Sequence[Gold], tokenizer: Any, *, whole: bool, bf16: bool) -> Parser:
    """The shipped parser after it learned from treebanks, with its lower layers or without."""
    parser, labels = _shipped()
    if whole:
        parser.body.words.weight.requires_grad_(False)
    else:
        freeze_lower(parser)
    torch.manual_seed(2 if whole else 1)
    teach(
        parser, labels, golds, tokenizer, epochs=_EPOCHS_OF_ALL if whole else _EPOCHS,
        seed=2 if whole else 1, rates=_RATES_OF_ALL if whole else _RATES, bf16=bf16,
    )  # fmt: skip
    return parser


def _shipped() -> tuple[Parser, Labels]:
    return load_parser(model_file("parser.onnx"), model_file("parser.json"))


def mix_in(parser: Parser, before: Parser, share: float = _SHARE) -> None:
    """Let each weight be partly what it was before (Wortsman et al., CVPR 2022)."""
    old = before.state_dict()
    mixed = {
        name: share * now + (1 - share) * old[name] for name, now in parser.state_dict().items()
    }
    parser.load_state_dict(mixed)


def hanging_together(trees: Sequence[Gold], lessons: Sequence[Lesson]) -> float:
    """Share of the claims of which one word alone hangs on a word outside; marks do not count."""
    claims = right = 0
    for tree, lesson in zip(trees, lessons, strict=True):
        for start, end in lesson.claims:
            words = (w for w in range(start, end) if tree.coarse[w] != "PUNCT")
            right += sum(not start < tree.heads[w] <= end for w in words) == 1
            claims += 1
    return right / max(1, claims)


def main() -> None:
    """Train the parser on, print its scores and write it."""
    parser = argparse.ArgumentParser(prog="python -m workbench.propose.training.parser")
    parser.add_argument("data", type=Path, help="folder with ud-english-ewt and gum")
    parser.add_argument("articles", type=Path, help="our own, with marks of who is meant")
    parser.add_argument("claims", type=Path, help="the claims in them")
    parser.add_argument("--bf16", action="store_true", help="compute in bfloat16")
    options = parser.parse_args()
    torch.set_num_threads(1)
    tokenizer, bf16 = load_tokenizer(), options.bf16
    golds, news = treebanks(options.data)
    shipped, labels = _shipped()
    articles = read_underlined(options.articles, options.claims)
    lessons = [lesson for article in articles for lesson in lessons_of(article)]
    held = lessons[::_TWELFTH]
    print(f"{len(golds)} sentences of treebanks, {len(lessons)} of ours")
    upper = taught(golds, tokenizer, whole=False, bf16=bf16)
    both = taught(golds, tokenizer, whole=True, bf16=bf16)
    silver = annotated([shipped, upper, both], labels, lessons, tokenizer, bf16)
    learned = [gold for place, gold in enumerate(silver) if place % _TWELFTH]
    torch.manual_seed(3)
    teach(upper, labels, [*golds, *learned], tokenizer, epochs=_EPOCHS_ON, seed=3, rates=_RATES,
          bf16=bf16)  # fmt: skip
    mix_in(upper, shipped)
    dev = read_conllu(options.data / "ud-english-ewt" / "dev.conllu")
    free = [Lesson(lesson.words, []) for lesson in held]
    for name, one in (("before", shipped), ("now", upper)):
        for what, some in (("EWT, dev", dev), ("GUM, news", news)):
            scores = measure(one, some, tokenizer, labels)
            print(name, what, {k: round(100 * v, 2) for k, v in scores.items()})
        trees = annotated([one], labels, free, tokenizer, bf16)
        print(name, f"claims that hang together: {hanging_together(trees, held):.1%}")
    put_upper(upper, tokenizer, model_file("parser.onnx"))


if __name__ == "__main__":
    main()
