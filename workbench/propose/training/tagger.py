"""Fit the tagger: ``python -m workbench.propose.training.tagger TRAIN.conllu DEV.conllu SILVER``.

SILVER is what `tagger_silver` wrote. Writes ``data/tagger.json``; the same input gives the same
bytes.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

from workbench.propose.inflect import IRREGULAR_PAST
from workbench.propose.rules.perceptron import MODEL, State, features
from workbench.propose.rules.tagger import MERGED, PUNCTUATION, possible, prepare, tag

# verbs of the news that the treebank knows as nouns or adjectives, or not at all
VERBS_TOO = (
    "advance resume boost curb halt slash cut ban back probe vow urge oust quit unveil launch "
    "pledge fund target host face stage map monitor track police ease fuel block ditch trigger "
    "warn deny seize hail slam blast lash sue raid jail free shut reopen restore revive suspend "
    "annex invade shell bomb strike rally protest veto pass table draft amend repeal ratify sign "
    "approve reject delay postpone extend expand scrap axe raise lower double triple halve rise "
    "fall drop climb surge soar plunge slump dip tumble gain export import ship supply deliver "
    "produce generate store drain flood repair rebuild renovate demolish construct install test "
    "trial screen treat cure infect spread vaccinate study survey publish report rank score win "
    "beat draw defeat qualify compete train sponsor appoint elect nominate replace resign retire "
    "lead chair head join leave merge acquire purchase lease rent sell tax fine levy charge "
    "convict sentence acquit appeal arrest detain question search rescue evacuate shelter relocate"
)
Sentence = tuple[list[str], list[str]]
EPOCHS = 8
SCALE = 20
OPEN = frozenset(("NN", "NNS", "NNP", "JJ", "RB", "VB", "VBP", "VBZ", "VBD", "VBN", "VBG"))
LEAST = 12  # a weight nearer to zero than this (after scaling) is dropped


def read(path: Path) -> list[Sentence]:
    """Sentences of a CoNLL-U file as (words, merged tags)."""
    sentences: list[Sentence] = []
    words: list[str] = []
    tags: list[str] = []
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        if not line:
            if words:
                sentences.append((words, tags))
            words, tags = [], []
        elif line[0].isdigit():
            columns = line.split("\t")
            if columns[0].isdigit():
                words.append(columns[1])
                found = MERGED.get(columns[4], columns[4])
                tags.append(PUNCTUATION.get(columns[1], found))
    return sentences


def read_silver(path: Path) -> list[Sentence]:
    """Sentences that `tagger_silver` wrote."""
    found = []
    for line in path.read_text("utf-8").splitlines():
        parts = line.split("\t")
        words = parts[::2]
        tags = [
            PUNCTUATION.get(w, MERGED.get(t, t)) for w, t in zip(words, parts[1::2], strict=True)
        ]
        found.append((words, tags))
    return found


def _counted(sentences: list[Sentence]) -> dict[str, Counter[str]]:
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for words, tags in sentences:
        for i, (word, found) in enumerate(zip(words, tags, strict=True)):
            lower = word.lower().replace("’", "'")
            if (word[0].isalpha() or word[0] in "'’") and not (
                i and word[0].isupper() and found != "NNP"
            ):
                seen[lower][found] += 1
    return seen


def lexicon_of(sentences: list[Sentence], silver: list[Sentence]) -> dict[str, tuple[str, ...]]:
    """Each word's tags, rare ones (noise) left out, those of its paradigm added.

    Of ``silver``, which a parser tagged, count only tags of open classes that a word often has.
    """
    seen = _counted(sentences)
    for word, counts in _counted(silver).items():
        total = sum(counts.values())
        closed = word in seen and not seen[word].keys() & OPEN
        for found, n in counts.items():
            if n >= 3 and n / total >= 0.1 and found in OPEN and not closed:
                seen[word][found] += n
    lexicon = {}
    for word, counts in seen.items():
        total = sum(counts.values())
        kept = [t for t, n in counts.most_common() if n / total >= 0.02 and (n > 1 or total < 20)]
        lower_seen = [t for t in kept if t != "NNP"]
        if total == 1 and kept != ["NNP"] and len(word) > 3:
            continue  # seen once: its ending says more
        lexicon[word] = tuple(_paradigm(word, lower_seen if lower_seen else kept))
    for word in VERBS_TOO.split():
        known = lexicon.get(word, ("NN",))
        lexicon[word] = (*known, *(t for t in ("VB", "VBP") if t not in known))
    for base, form in IRREGULAR_PAST.items():
        known = lexicon.get(form, ())
        if "VBD" not in known and form != base:
            lexicon[form] = (*known, "VBD", *(("VBN",) if "VBN" not in known else ()))
        if base not in lexicon:
            lexicon[base] = ("VB", "VBP")
    for word, known in lexicon.items():
        stem = lexicon.get(word[:-1], ())
        if known == ("NNS",) and word.endswith("s") and "VB" in stem:
            lexicon[word] = ("NNS", "VBZ")
    lexicon["aged"] = ("VBN",)
    return lexicon


def _paradigm(word: str, tags: list[str]) -> list[str]:
    found = list(tags)
    if word.endswith("ed") and ("VBD" in found) != ("VBN" in found):
        found.append("VBN" if "VBD" in found else "VBD")
    if ("VB" in found) != ("VBP" in found) and word not in ("be", "are", "am", "'re", "'m"):
        found.append("VBP" if "VB" in found else "VB")
    if word.endswith("s") and found == ["VBZ"] and word not in ("is", "has", "does", "says"):
        found.append("NNS")
    return found


def fit(
    sentences: list[Sentence], lexicon: dict[str, tuple[str, ...]]
) -> dict[str, dict[str, int]]:
    """Averaged perceptron over the words with more than one possible tag."""
    weights: dict[str, dict[str, float]] = defaultdict(dict)
    totals: dict[tuple[str, str], float] = defaultdict(float)
    stamps: dict[tuple[str, str], int] = defaultdict(int)
    step = 0

    def change(feature: str, label: str, by: float) -> None:
        key = (feature, label)
        current = weights[feature].get(label, 0.0)
        totals[key] += (step - stamps[key]) * current
        stamps[key] = step
        weights[feature][label] = current + by

    @cache
    def lookup(word: str, first: bool) -> tuple[str, ...]:
        return possible(word, word.lower().replace("’", "'"), first, lexicon)

    order = random.Random(7)
    for _ in range(EPOCHS):
        order.shuffle(sentences)
        for words, gold in sentences:
            low, options, classes = prepare(words, lookup)
            state = State()
            for i in range(2, len(words) + 2):
                choice, truth = options[i], gold[i - 2]
                best = choice[0]
                if len(choice) > 1:
                    step += 1
                    seen = features(i, low, classes, state)
                    scores = {
                        c: sum(weights[f].get(c, 0.0) for f in seen if f in weights) for c in choice
                    }
                    best = max(choice, key=scores.__getitem__)
                    if best != truth and truth in choice:
                        for feature in seen:
                            change(feature, truth, 1.0)
                            change(feature, best, -1.0)
                state.advance(low[i], best)
    return _averaged(weights, totals, stamps, step)


def _averaged(
    weights: dict[str, dict[str, float]],
    totals: dict[tuple[str, str], float],
    stamps: dict[tuple[str, str], int],
    step: int,
) -> dict[str, dict[str, int]]:
    result: dict[str, dict[str, int]] = {}
    for feature in sorted(weights):
        kept = {}
        for label in sorted(weights[feature]):
            key = (feature, label)
            value = totals[key] + (step - stamps[key]) * weights[feature][label]
            scaled = round(SCALE * value / step)
            if abs(scaled) >= LEAST:
                kept[label] = scaled
        if kept:
            result[feature] = kept
    return result


def accuracy(sentences: list[Sentence]) -> float:
    """Share of words that get the treebank's tag."""
    right = total = 0
    for words, gold in sentences:
        for ours, truth in zip(tag(words), gold, strict=True):
            right += ours == truth
            total += 1
    return right / total


def main(train: Path, dev: Path, more: Path | None = None) -> None:
    """Fit on ``train`` and ``more``, write the model, print its accuracy on ``dev``."""
    sentences = read(train)
    silver = read_silver(more) if more is not None else []
    lexicon = lexicon_of(sentences, silver)
    weights = fit(sentences + silver, lexicon)
    model = {
        "source": "UD_English-EWT, CC BY-SA 4.0; MinWiki and CaRB, MIT, tagged by our parser",
        "lexicon": {w: " ".join(lexicon[w]) for w in sorted(lexicon)},
        "weights": weights,
    }
    MODEL.parent.mkdir(exist_ok=True)
    MODEL.write_text(json.dumps(model, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
    print(f"accuracy {accuracy(read(dev)):.4f}")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
