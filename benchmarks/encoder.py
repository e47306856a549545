"""The encoder and the parser: ``python benchmarks/encoder.py [--treebank FOLDER]``.

Texts a second, and with FOLDER (holding ``dev.conllu``) the shipped parser's attachment scores:
UAS (right heads), LAS (heads and relations) and tag accuracy over all words, in per cent.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from workbench.encoder import encode
from workbench.propose.tree.parse import parse_words
from workbench.propose.tree.tokens import Word


def speed(count: int = 400) -> float:
    """Texts of about 18 words encoded in a second."""
    texts = [
        f"The ministry said on Tuesday that exports of copper rose by {i} percent in the first "
        "half of the year" for i in range(count)
    ]  # fmt: skip
    encode(texts[:8])
    started = time.perf_counter()
    encode(texts)
    return count / (time.perf_counter() - started)


def attachment(path: Path) -> dict[str, float]:
    """Scores of the shipped parser on gold words, and sentences parsed in a second."""
    gold = [_read(block) for block in path.read_text(encoding="utf-8").split("\n\n")]
    gold = [rows for rows in gold if rows]
    words = [[Word(row[1], 0, 0) for row in rows] for rows in gold]
    started = time.perf_counter()
    trees = parse_words(words)
    took = time.perf_counter() - started
    right = dict.fromkeys(("UAS", "LAS", "UPOS", "XPOS"), 0)
    total = 0
    for rows, tree in zip(gold, trees, strict=True):
        total += len(rows)
        if tree is None:
            continue
        for i, row in enumerate(rows):
            head = tree.heads[i] + 1 == int(row[6])
            right["UAS"] += head
            right["LAS"] += head and tree.relations[i] == row[7]
            right["UPOS"] += tree.coarse[i] == row[3]
            right["XPOS"] += tree.fine[i] == row[4]
    return {name: 100 * n / total for name, n in right.items()} | {"sentences/s": len(gold) / took}


def _read(block: str) -> list[list[str]]:
    rows = [line.split("\t") for line in block.splitlines() if not line.startswith("#")]
    return [row for row in rows if row[0].isdigit()]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--treebank", type=Path)
    options = parser.parse_args()
    print(f"encode: {speed():.0f} texts/s")
    if options.treebank is not None:
        for name, value in attachment(options.treebank / "dev.conllu").items():
            print(f"{name}: {value:.1f}")


if __name__ == "__main__":
    main()
