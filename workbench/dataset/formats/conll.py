"""CoNLL: a token a line with its BIO tag, a blank line between sentences.

The columns are token, start, end and tag, parted by tabs. Readers take the last one; the
offsets are those of the article, whose id stands behind `-DOCSTART-`. A tag is that of the verdict
(`B-verified`), or `claim` without one. Tags cannot overlap: of two claims the one that begins first
stays, of two that begin together the longer.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from workbench.dataset.formats import Format
from workbench.dataset.formats._marked import Marked, marked
from workbench.dataset.view import ArticleView, Export, Losses
from workbench.text.sentences import sentences
from workbench.text.words import iterate

_MARK = re.compile(r"\S")
Token = tuple[int, int]


class Conll(Format):
    """Tokens with tags in the IOB2 scheme."""

    suffix = ".conll"
    guessed = True
    text_modes = ("full", "masked")
    description = "CoNLL: a token a line with its BIO tag, read by seqeval and taggers"

    def write(self, export: Export, path: Path) -> None:
        """Write the articles one after the other."""
        with path.open("x", encoding="utf-8", newline="") as out:
            for view in export.articles():
                out.writelines(_article(view, export.losses))


def _article(view: ArticleView, losses: Losses) -> Iterator[str]:
    yield f"-DOCSTART-\t{view.article.id}\t-\tO\n\n"
    bounds = sentences(view.text, view.article.language or "en")
    rows = [list(tokens(view.text, *sentence)) for sentence in bounds]
    tags = _tags([token for row in rows for token in row], marked(view, losses), losses)
    for row in rows:
        before = ""
        for start, end in row:
            label = tags.get(start, "")
            inside = before and label == before  # a claim over two sentences begins again
            tag = f"{'I' if inside else 'B'}-{label.partition(' ')[0]}" if label else "O"
            yield f"{view.text[start:end]}\t{start}\t{end}\t{tag}\n"
            before = label
        yield "\n"
    broken = sum(
        1 for one, two in pairwise(rows) if one and two and _goes_on(tags, one[-1], two[0])
    )
    losses.map("claim over two sentences, which is two", broken)


def _goes_on(tags: dict[int, str], last: Token, first: Token) -> bool:
    return last[0] in tags and tags[last[0]] == tags.get(first[0])


def _tags(found: list[Token], marks: list[Marked], losses: Losses) -> dict[int, str]:
    """For the start of each token in a claim: the claim's label and, to tell it apart, its id."""
    tags: dict[int, str] = {}
    ends = [end for _, end in found]
    starts = [start for start, _ in found]
    taken = 0
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.record["claim"])):
        first, last = bisect_right(ends, mark.start), bisect_left(starts, mark.end)
        if first < taken or first >= last:
            losses.leave_out("claim over another" if first < last else "claim without a word")
            continue
        taken = last
        widened = found[first][0] < mark.start or found[last - 1][1] > mark.end
        losses.map("claim that begins or ends inside a word: widened to it", widened)
        tags |= dict.fromkeys(starts[first:last], f"{mark.label} {mark.record['claim']}")
    return tags


def tokens(text: str, start: int, end: int) -> Iterator[Token]:
    """Words, and each other character that is no white space, as spans in their order."""
    at = start
    for first, last in iterate(text, start, end):
        yield from _marks(text, at, first)
        yield first, min(last, end)
        at = last
    yield from _marks(text, at, end)


def _marks(text: str, start: int, end: int) -> Iterator[Token]:
    for match in _MARK.finditer(text, start, end):
        yield match.span()


FORMAT = Conll()
