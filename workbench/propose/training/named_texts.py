"""The pronouns of texts in which it is marked who is meant, as the engine asks about them.

The texts are articles of our own and GUM's. What the pointer says of one is that of a pointer which
has not seen it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from workbench.encoder.runtime import load_graph
from workbench.propose.semantic.ranking import Case
from workbench.propose.training.marked import NOBODY, Marked
from workbench.propose.training.pointer_data import closed, gum_files, heads_of, trees_of

HALVES = 2  # each left out by one pointer
_WIDE, _FAR = 40, 30  # characters of a name around a word that heads no phrase; to its own head


class Named(NamedTuple):
    """A phrase: where it begins and ends, where the word that heads it begins, whom it names."""

    start: int
    end: int
    head: int
    chain: str


class NamedText(NamedTuple):
    """A text, and the phrases that are marked in it."""

    text: str
    named: list[Named]

    def chains(self, offset: int) -> set[str]:
        """Whom the word at an offset names: as the head of a phrase, or else inside a name."""
        heads = {named.chain for named in self.named if named.head == offset}
        if heads:
            return heads
        around = [
            (named.end - named.start, named.chain) for named in self.named
            if named.start <= offset < named.end < named.start + _WIDE
            and abs(named.head - offset) < _FAR
        ]  # fmt: skip
        return {min(around)[1]} if around else set()

    def right(self, case: Case) -> list[bool]:
        """Which of the phrases that a pronoun may mean name what it does."""
        meant = self.chains(case.place.tree.words[case.place.word].start)
        return [o.mention.start >= 0 and bool(self.chains(o.mention.start) & meant)
                for o in case.given]  # fmt: skip


def half_without(half: int) -> str:
    """The file of the pointer that has not seen the texts of one half, 0 or 1."""
    return f"pointer_{half}.onnx"


def gum_texts(folder: Path, pointers: Path) -> Iterator[tuple[str, NamedText, object]]:
    """The training texts of GUM: name, text, and the pointer's graph that has not seen it."""
    for number, path in enumerate(gum_files(folder)):
        yield path.stem, read_text(path.read_text("utf-8")), _unseeing(number, pointers)


def own_texts(
    articles: Sequence[Marked], pointers: Path
) -> Iterator[tuple[str, NamedText, object]]:
    """Articles of our own in the same way."""
    for number, article in enumerate(articles):
        yield article.name, named_text(article), _unseeing(number, pointers)


def _unseeing(number: int, pointers: Path) -> object:
    """The pointer that was trained without the text of this number."""
    return load_graph(str((pointers / half_without(number % HALVES)).absolute()), 1)


def named_text(article: Marked) -> NamedText:
    """An article of our own, with the words that head its marked phrases."""
    trees = trees_of(article.text)
    named = []
    for (number, word), (start, end, chain) in heads_of(trees, article.phrases).items():
        whom = f"nobody {start}" if chain in NOBODY else chain
        named.append(Named(start, end, trees[number].words[word].start, whom))
    return NamedText(article.text, named)


def read_text(conllu: str) -> NamedText:
    """The text of a document with its paragraphs, and what is marked in it."""
    text = ""
    named: list[Named] = []
    for block in conllu.split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line[:1].isdigit()]
        rows = [row for row in rows if row[0].isdigit()]
        if not rows:
            continue
        if "# newpar" in block and text:
            text = text.rstrip() + "\n\n"
        starts = []
        for row in rows:
            starts.append(len(text))
            text += row[1] + ("" if "SpaceAfter=No" in row[9] else " ")
        text = text if text.endswith(" ") else text + " "
        named += _named(rows, starts)
    return NamedText(text, named)


def _named(rows: list[list[str]], starts: list[int]) -> Iterator[Named]:
    opened: list[tuple[str, int, int]] = []
    for word, row in enumerate(rows):
        for span in closed(row[9], 0, word, opened):
            inside = range(span.first, span.last + 1)
            tops = [w for w in inside if int(rows[w][6]) - 1 not in inside]
            end = starts[span.last] + len(rows[span.last][1])
            yield Named(starts[span.first], end, starts[(tops or [span.last])[0]], span.chain)
