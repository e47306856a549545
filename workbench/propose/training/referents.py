"""Fit what subjects' pronouns mean: ``python -m workbench.propose.training.referents FOLDER``.

FOLDER holds articles in which all who are meant are marked (`marked`). The engine ``rules`` asks
for each pronoun at the head of a subject; an option is right where its words are those of a phrase
with the pronoun's mark, or some of them. The weights are those of a log-linear choice between the
options and nobody, with one table for each pair of columns and class of pronouns. As a pronoun
asked before is an option for the next, the articles are read twice: as the rules choose, and as
weights choose that have not seen the article. Prints how many pronouns of articles left out get a
right phrase, a wrong one and none, by the least chance. Needs scipy.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from workbench.propose.rules.engine import RuleEngine
from workbench.propose.rules.evidence import NAMES, SIZES
from workbench.propose.rules.ranking import CLASSES, LEAST, MODEL
from workbench.propose.rules.referents import Case, Weigh, shown
from workbench.propose.training.marked import NOBODY, Marked, read_marked
from workbench.text.furniture.find import furniture

_PAIRED = """
one*opens one*plural one*gender one*hosts one*spoke same*back back*at back*direct back*opens
back*in_pronoun back*ruled back*owning kind*owning kind*direct kind*verb kind*form kind*gender
kind*role kind*passive ruled*passive ruled*form ruled*role ruled*rank ruled*clause ruled*kind
role*form role*direct role*opens role*clause verb*best seen*named seen*form plural*group
direct*speaker gender*back gender*rank rank*many seat*at seat*kind seat*clause seat*ruled seat*many
"""
PAIRS = [tuple(pair.split("*")) for pair in _PAIRED.split()]
"""Columns that are weighed together: those that mattered most of 110 that were tried."""

_FOLDS = 5
_HOLDING = 16.0  # how strongly the weights are held near 0
_STEPS = 60
_WORD = re.compile(r"[\w’'-]+")
_EMPTY = frozenset(("the", "a", "an", "his", "her", "its", "their", "mr", "mrs", "ms", "of", ""))
_PRONOUNS = frozenset(("he", "she", "it", "they", "him", "them", "hers"))
Array = np.ndarray[Any, np.dtype[Any]]
Weights = dict[str, list[Array]]


class Pronoun(NamedTuple):
    """A pronoun that was asked about: its article and class, its options, and which are right."""

    article: int
    kind: str
    rows: list[list[int]]
    right: list[bool]
    bare: list[bool]  # options that are too long to be written
    ruled: int | None  # what the rules choose


def _words(phrase: str) -> frozenset[str]:
    low = phrase.lower().replace("’s", "").replace("'s", "")
    return frozenset(_WORD.findall(low)) - _EMPTY


class _Reader:
    """Reads an article and keeps the pronouns that the engine asks about."""

    def __init__(self, article: int, marked: Marked, choose: Weigh):
        self.article, self.choose = article, choose
        self.found: list[Pronoun] = []
        self.chain = {p.start: p.chain for p in marked.phrases if p.end - p.start < 6}
        self.phrases: dict[str, list[frozenset[str]]] = defaultdict(list)
        for phrase in marked.phrases:
            words = _words(marked.text[phrase.start : phrase.end])
            if words - _PRONOUNS and phrase.chain not in NOBODY:
                self.phrases[phrase.chain].append(words)
        pieces = [(p.start, p.end, p.kind) for p in furniture(marked.text, None)]
        RuleEngine(self.weigh).candidates(marked.text, pieces)

    def weigh(self, case: Case) -> tuple[int, bool]:
        chain = self.chain.get(case.told.words.starts[case.ask.at])
        if chain is not None:
            right, bare = [], []
            for option in case.options:
                topic = shown(option, case.discourse)
                source = option.mention.source or option.mention
                span = (source.a, max(source.b, source.a + 1))
                text = topic.text if topic is not None else source.told.words.string(span)
                words = _words(text)
                phrases = self.phrases[chain]
                right.append(bool(words) and any(words <= p or p <= words for p in phrases))
                bare.append(topic is None)
            kind = CLASSES[case.ask.pronoun]
            ruled, sure = _as_ruled(case)
            self.found.append(Pronoun(self.article, kind, case.rows, right, bare,
                                      ruled if sure else None))  # fmt: skip
        return self.choose(case)


def _as_ruled(case: Case) -> tuple[int, bool]:
    ruled = [k for k, option in enumerate(case.options) if option.ruled is not None]
    return (ruled[0], True) if ruled else (0, False)


def read(articles: Sequence[Marked], choose: Callable[[int], Weigh]) -> list[Pronoun]:
    """The pronouns of the articles; ``choose`` of an article's number chooses there."""
    return [p for n, a in enumerate(articles) for p in _Reader(n, a, choose(n)).found]


def fit(pronouns: Sequence[Pronoun]) -> Weights:
    """The tables of each class of pronouns."""
    return {
        name: _fitted([p for p in pronouns if p.kind == name])
        for name in dict.fromkeys(CLASSES.values())
    }


def _fitted(pronouns: Sequence[Pronoun]) -> list[Array]:
    table = np.array([row for p in pronouns for row in p.rows], dtype=np.int64)
    right = np.array([r for p in pronouns for r in p.right], dtype=float)
    group = np.repeat(np.arange(len(pronouns)), [len(p.rows) for p in pronouns])
    places, shapes = _places(table)
    size, count, width = sum(a * b for a, b in shapes), len(pronouns), places.shape[1]
    known = np.bincount(group, right, count) > 0

    def loss(weights: Array) -> tuple[float, Array]:
        raw = weights[places].sum(axis=1)
        top = np.zeros(count)
        np.maximum.at(top, group, raw)
        each, nobody = np.exp(raw - top[group]), np.exp(-top)
        whole = np.bincount(group, each, count) + nobody
        good = np.bincount(group, each * right, count)
        meant = np.where(known, good, nobody)
        wanted = np.where(known[group], each * right / np.maximum(good, 1e-300)[group], 0)
        slope = np.bincount(places.ravel(), np.repeat(each / whole[group] - wanted, width), size)
        held = _HOLDING * weights
        value = np.log(whole).sum() - np.log(meant + 1e-300).sum() + held @ weights / 2
        return float(value), slope + held

    optimize: Any = import_module("scipy.optimize")
    found = optimize.minimize(loss, np.zeros(size), jac=True, method="L-BFGS-B",
                              options={"maxiter": _STEPS})  # fmt: skip
    ends = np.cumsum([a * b for a, b in shapes])[:-1]
    return [t.reshape(s) for t, s in zip(np.split(found.x, ends), shapes, strict=True)]


def _places(table: Array) -> tuple[Array, list[tuple[int, int]]]:
    """Where the weights of each row stand, and the shapes of the tables."""
    places, shapes, at = [], [], 0
    for a, b in PAIRS:
        shapes.append((SIZES[a], SIZES[b]))
        places.append(at + table[:, NAMES.index(a)] * SIZES[b] + table[:, NAMES.index(b)])
        at += SIZES[a] * SIZES[b]
    return np.stack(places, axis=1), shapes


def chances(weights: Weights, kind: str, rows: Sequence[Sequence[int]]) -> Array:
    """The chance of each option that it is meant."""
    places, _ = _places(np.array(rows, dtype=np.int64))
    raw = np.concatenate([t.ravel() for t in weights[kind]])[places].sum(axis=1)
    top = max(float(raw.max()), 0.0)
    found: Array = np.exp(raw - top) / (np.exp(raw - top).sum() + np.exp(-top))
    return found


def _choosing(weights: Weights) -> Weigh:
    def choose(case: Case) -> tuple[int, bool]:
        name = CLASSES[case.ask.pronoun]
        found = chances(weights, name, case.rows)
        return int(found.argmax()), bool(found.max() >= LEAST[name])

    return choose


def _by_fold(folds: Sequence[Weights]) -> Callable[[int], Weigh]:
    choosing = [_choosing(weights) for weights in folds]
    return lambda article: choosing[article % _FOLDS]


def left_out(pronouns: Sequence[Pronoun]) -> list[Weights]:
    """Weights of each fold that its articles were left out of."""
    return [fit([p for p in pronouns if p.article % _FOLDS != fold]) for fold in range(_FOLDS)]


def _report(pronouns: Sequence[Pronoun], folds: Sequence[Weights]) -> None:
    for kind in dict.fromkeys(CLASSES.values()):
        some = [p for p in pronouns if p.kind == kind]
        ruled = [p.right[p.ruled] for p in some if p.ruled is not None]
        print(f"{kind}: {len(some)} pronouns; rules alone: right {sum(ruled)}, "
              f"wrong {len(ruled) - sum(ruled)}")  # fmt: skip
        scores = [chances(folds[p.article % _FOLDS], kind, p.rows) for p in some]
        for least in (0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7):
            right = wrong = 0
            for pronoun, got in zip(some, scores, strict=True):
                best = int(got.argmax())
                if got[best] >= least and not pronoun.bare[best]:
                    right += pronoun.right[best]
                    wrong += not pronoun.right[best]
            print(
                f"  least {least}: right {right}, wrong {wrong}, left {len(some) - right - wrong}"
            )


def write(weights: Weights, out: Path) -> None:
    """The weights as `rules.ranking` reads them."""
    raw: dict[str, Any] = {"pairs": PAIRS}
    for name, tables in weights.items():
        raw[name] = [[[round(float(w), 2) for w in row] for row in table] for table in tables]
    out.write_text(json.dumps(raw, separators=(",", ":")).replace("]],", "]],\n") + "\n", "utf-8")


def main() -> None:
    """Print what articles left out get, fit on all and write the model."""
    parser = argparse.ArgumentParser(prog="python -m workbench.propose.training.referents")
    parser.add_argument("folder", type=Path, help="articles with all marks")
    parser.add_argument("--out", type=Path, default=MODEL)
    parser.add_argument("--without", type=int, help="leave out each fifth article, from this one")
    options = parser.parse_args()
    articles = read_marked(options.folder)
    if options.without is not None:
        articles = [a for n, a in enumerate(articles) if n % 5 != options.without]
    pronouns = read(articles, lambda _: _as_ruled)
    for _ in range(2):
        pronouns = read(articles, _by_fold(left_out(pronouns)))
    _report(pronouns, left_out(pronouns))
    write(fit(pronouns), options.out)


if __name__ == "__main__":
    main()
