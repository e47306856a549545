"""Tag plain sentences by the neural parser.

``python -m workbench.propose.training.tagger_silver OUT IN…``

The treebank that the tagger is fitted on is small, so it knows few words of the news. The parser
(extra ``semantic``) tags better than it, and what it tags, the tagger learns from, too. A line of
an input file holds a sentence, in CaRB's files (``.tsv``) before the first tab. OUT gets one
sentence a line, words and tags by turns, separated by tabs.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from workbench.propose.rules.tokens import tokenize
from workbench.propose.tree.parse import parse_words
from workbench.propose.tree.tokens import Word

_SPACED = re.compile(r" (?=['’](?:s|re|ve|ll|d|m)\b|n't\b|[,.;:!?)\]%])|(?<=[(\[$]) ")
_PIECES = (("``", "“"), ("''", "”"), (" - ", "-"))  # of CaRB's files
LONGEST = 60  # words


def sentences(paths: list[Path]) -> Iterator[str]:
    """The sentences of the files, each once, as text is written: "women's", not "women 's"."""
    seen: set[str] = set()
    for path in paths:
        for line in path.read_text("utf-8").splitlines():
            sentence = " ".join(line.partition("\t")[0].split())
            for piece, written in _PIECES if path.suffix == ".tsv" else ():
                sentence = sentence.replace(piece, written)
            text = _SPACED.sub("", sentence)
            if text and text not in seen:
                seen.add(text)
                yield text


def main(out: Path, paths: list[Path]) -> None:
    """Write the tagged sentences."""
    count = 0
    with out.open("w", encoding="utf-8", newline="\n") as file:
        for text in sentences(paths):
            tokens = tokenize(text, 0, len(text))
            words = [Word(*token) for token in zip(*tokens, strict=True)]
            if not 3 <= len(words) <= LONGEST or (tree := parse_words([words])[0]) is None:
                continue
            pairs = (
                part for w, tag in zip(words, tree.fine, strict=True) for part in (w.form, tag)
            )
            file.write("\t".join(pairs) + "\n")
            count += 1
    print(f"{count} sentences")


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(path) for path in sys.argv[2:]])
