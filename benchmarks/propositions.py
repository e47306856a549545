"""Proposition segmentation on PropSegmEnt: ``python benchmarks/propositions.py FOLDER``.

FOLDER holds ``document_clusters.dev.json`` and ``propositions.dev.json`` of PropSegmEnt (Chen et
al., Findings of ACL 2023). A proposition is a set of token indices; two match when their Jaccard
similarity reaches θ; the pairing is the one-to-one assignment that matches most. Precision and
recall are averaged over sentences, F1 is that of the averages.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

Tokens = frozenset[int]


class Sentence(NamedTuple):
    """One sentence of the set: its text, where its tokens begin and end, the raters' sets."""

    text: str
    tokens: list[tuple[int, int]]
    gold: list[Tokens]


def read(folder: Path) -> list[Sentence]:
    """The sentences that have a reference response and a text."""
    texts = dict(_texts(json.loads((folder / "document_clusters.dev.json").read_text("utf-8"))))
    found = []
    for item in json.loads((folder / "propositions.dev.json").read_text("utf-8")):
        key = _key(item["sentence_id"])
        reference = [r for r in item["segmentation_responses"] if r.get("is_reference_response")]
        if key in texts and reference:
            gold = [frozenset(p["token_indices"]) for p in reference[0].get("propositions", [])]
            found.append(Sentence(*texts[key], gold))
    return found


def _key(sentence: dict[str, Any]) -> tuple[str, str, int]:
    return sentence["cluster_id"], sentence["document_id"], sentence.get("sentence_index", 0)


def _texts(
    clusters: Any,
) -> Iterable[tuple[tuple[str, str, int], tuple[str, list[tuple[int, int]]]]]:
    for cluster in clusters:
        for document in cluster["documents"]:
            for index, sentence in enumerate(document["sentences"]):
                text = sentence["sentence_text"]
                tokens = []
                for token in sentence["tokens"]:
                    start = token.get("character_offset_of_token_in_sentence", 0)
                    tokens.append((start, start + len(token["text"])))
                key = cluster["cluster_id"], document["document_id"], index
                yield key, (text, tokens)


def covered(parts: Iterable[tuple[int, int]], tokens: list[tuple[int, int]]) -> Tokens:
    """The tokens that begin inside one of the parts."""
    spans = list(parts)
    return frozenset(
        i for i, (start, _) in enumerate(tokens) if any(a <= start < b for a, b in spans)
    )


def pairs(gold: list[Tokens], ours: list[Tokens], least: float) -> int:
    """Most one-to-one matches (augmenting paths)."""
    edges = [
        [j for j, q in enumerate(ours) if p | q and len(p & q) / len(p | q) >= least] for p in gold
    ]
    owner: dict[int, int] = {}

    def augment(i: int, seen: set[int]) -> bool:
        for j in edges[i]:
            if j not in seen:
                seen.add(j)
                if j not in owner or augment(owner[j], seen):
                    owner[j] = i
                    return True
        return False

    return sum(augment(i, set()) for i in range(len(gold)))


def score(
    sentences: list[Sentence], predict: Callable[[Sentence], list[Tokens]], least: float
) -> tuple[float, float, float]:
    """Precision, recall and F1 in per cent."""
    precision = recall = 0.0
    for sentence in sentences:
        ours = predict(sentence)
        matched = pairs(sentence.gold, ours, least)
        precision += matched / len(ours) if ours else float(not sentence.gold)
        recall += matched / len(sentence.gold) if sentence.gold else 1.0
    precision, recall = 100 * precision / len(sentences), 100 * recall / len(sentences)
    total = precision + recall
    return precision, recall, 2 * precision * recall / total if total else 0.0


def whole(sentence: Sentence) -> list[Tokens]:
    """The sentence from its first word to its last, as one proposition: no full stop, no marks."""
    words = [
        i
        for i, (start, end) in enumerate(sentence.tokens)
        if any(c.isalnum() for c in sentence.text[start:end])
    ]
    return [frozenset(range(words[0], words[-1] + 1))] if words else []


def by_engine(engine: str, phrases: bool = True) -> Callable[[Sentence], list[Tokens]]:
    """Predictions of one of Workbench's engines; each sentence is proposed once.

    ``phrases``: with the candidates of kind ``phrase``, which the queue leaves out.
    """
    from workbench.propose import propose

    memory: dict[str, list[Tokens]] = {}

    def predict(sentence: Sentence) -> list[Tokens]:
        if sentence.text not in memory:
            found = propose(sentence.text, engine=engine, language="en", furniture=())
            kept = [c for c in found if phrases or c.kind != "phrase"]
            sets = dict.fromkeys(covered(c.parts, sentence.tokens) for c in kept)
            memory[sentence.text] = [s for s in sets if s]
        return memory[sentence.text]

    return predict


def speed(sentences: list[Sentence], engine: str) -> float:
    """Sentences of one long article proposed in a second of one core."""
    from workbench.propose import propose

    text = "\n\n".join(sentence.text for sentence in sentences)
    started = time.process_time()
    propose(text, engine=engine, language="en", furniture=())
    return len(sentences) / (time.process_time() - started)


def main() -> None:
    """Print the figures of the whole sentence and of an engine."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--engine", default="auto")
    parser.add_argument("--no-phrases", action="store_true", help="what the queue shows")
    options = parser.parse_args()
    sentences = read(options.folder)
    print(f"{len(sentences)} sentences")
    engine = by_engine(options.engine, not options.no_phrases)
    for name, predict in (("whole sentence", whole), (options.engine, engine)):
        for least in (0.8, 0.5):
            p, r, f = score(sentences, predict, least)
            print(f"{name:16} θ={least}  P {p:5.1f}  R {r:5.1f}  F1 {f:5.1f}")
    each = sum(len(engine(s)) for s in sentences) / len(sentences)
    print(f"{each:.2f} candidates a sentence, {speed(sentences, options.engine):.0f} sentences/s")


if __name__ == "__main__":
    main()
