"""Parse a sentence around its brackets and asides: these are parsed apart and hung on it.

So are the sentences of a quotation, and what follows a semicolon.

A long insertion ("Norway (Norwegian: Norge), officially …") leads a parser astray that learned
from texts that have few.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from workbench.propose.lexicon import FACTIVE, ORGANISATION, SAY, word_set
from workbench.propose.tree.commas import asides, closing
from workbench.propose.tree.parse import parse_words
from workbench.propose.tree.quoted_names import quoted_name, with_name, without
from workbench.propose.tree.tokens import Word
from workbench.propose.tree.tree import Tree

_OPEN, _CLOSE = "([", ")]"
_PARTED, _QUOTES = ";", '“”"'
_FEWEST = 4  # words on each side of a semicolon
_STOPS, _SHORTEST = (".", "!", "?"), 2  # words of a sentence within a quotation
_LONGEST = 60  # words in brackets
_INSIDE_NAME = ("flat", "compound", "nummod", "case", "nmod:unmarked", "punct")


class _Outline(NamedTuple):
    outer: list[int]
    inner: list[list[int]]  # the words between each outermost pair
    marks: list[int]  # the bracket or comma that opens each
    relations: list[str]  # of each to what stands before it


def parse_around(sentences: Sequence[list[Word]], threads: int = 1) -> list[Tree | None]:
    """A tree for each list of words; None for a list that is empty or too long."""
    names = [quoted_name(words) for words in sentences]
    if not any(names):
        return _parse_around(sentences, threads)
    outer = [without(w, n) if n is not None else w for w, n in zip(sentences, names, strict=True)]
    trees = _parse_around(outer, threads)
    for i, name in enumerate(names):
        tree = trees[i]
        if name is not None:
            whole = with_name(sentences[i], name, tree) if tree is not None else None
            trees[i] = whole or _parse_around([sentences[i]], threads)[0]
    return trees


def _parse_around(sentences: Sequence[list[Word]], threads: int) -> list[Tree | None]:
    outlines = [_outline(words) for words in sentences]
    pieces: list[list[Word]] = []
    as_read = [_as_read(w, outline) for w, outline in zip(sentences, outlines, strict=True)]
    for words, read, outline in zip(sentences, as_read, outlines, strict=True):
        pieces.append([read[i] for i in outline.outer])
        pieces.extend([words[i] for i in inner] for inner in outline.inner)
    trees = iter(parse_words(pieces, threads))
    found: list[Tree | None] = []
    for words, outline in zip(as_read, outlines, strict=True):
        outer = next(trees)
        inner = [next(trees) for _ in outline.inner]
        if not outline.inner or outer is None:
            found.append(outer)
        elif any(_asking(tree) for tree in inner):
            found += parse_words([words], threads)
        else:
            found.append(_joined(words, outline, outer, inner))
    return found


def _as_read(words: list[Word], outline: _Outline) -> list[Word]:
    """The words, where a dash that also closes "Ann Oe, held in May" is a comma."""
    ends = {inner[-1] + 1 for inner in outline.inner if inner} & set(outline.outer)
    ends = {i for i in ends if words[i].form in _DASHES}
    if not ends:
        return words
    return [w._replace(form=",") if i in ends else w for i, w in enumerate(words)]


_DASHES = ("–", "—", "-")


def _asking(tree: Tree | None) -> bool:
    """ "Which borders on three countries", alone, is taken for a question of which borders."""
    return tree is not None and tree.low[0] == "which" and tree.relations[0] == "det"


def _outline(words: list[Word]) -> _Outline:
    plain = _Outline(list(range(len(words))), [], [], [])
    several = _sentences(words)
    if several is not None:
        return several
    if any(w.form in _OPEN for w in words):
        return _bracketed(words) or plain
    found = asides(words)
    if not found:
        return _second_part(words) or plain
    inner = [list(range(a.first, a.last + 1)) for a in found]
    gone = {i for a in found for i in range(a.first - 1, a.last + 2 - closing(words, a))}
    outer = [i for i in range(len(words)) if i not in gone]
    return _Outline(outer, inner, [a.first - 1 for a in found], [a.relation for a in found])


def _sentences(words: list[Word]) -> _Outline | None:
    """The sentences of one quotation are parsed apart: “It was shut in May. Nobody knew.”"""
    stops = [
        i
        for i, w in enumerate(words[:-_SHORTEST])
        if w.form in _STOPS and i >= _SHORTEST and words[i + 1].form[:1].isupper()
    ]
    stops = [i for i in stops if not _in_brackets(words, i)]
    stops = [i for n, i in enumerate(stops) if not n or i - stops[n - 1] > _SHORTEST]
    if not stops:
        return None
    ends = [*stops[1:], len(words)]
    inner = [list(range(i + 1, end)) for i, end in zip(stops, ends, strict=True)]
    return _Outline(list(range(stops[0])), inner, stops, ["parataxis"] * len(stops))


def _in_brackets(words: list[Word], at: int) -> bool:
    opened = sum(w.form in _OPEN for w in words[:at])
    return opened > sum(w.form in _CLOSE for w in words[:at])


def _second_part(words: list[Word]) -> _Outline | None:
    """What follows a semicolon is parsed apart: "…; lorries are sent round by the pass".

    So is a sentence behind a colon: "it has rarely used that power: Of 26 drugs three were …".
    """
    marks = [i for i, w in enumerate(words) if w.form == _PARTED or _opens(words, i)]
    if len(marks) != 1 or any(w.form in _QUOTES for w in words):
        return None
    at, end = marks[0], len(words) - (words[-1].form in ".!")
    if min(at, end - at - 1) < _FEWEST:
        return None
    outer = [*range(at), *range(end, len(words))]
    return _Outline(outer, [list(range(at + 1, end))], [at], ["parataxis"])


def _opens(words: list[Word], at: int) -> bool:
    """Is it a colon before a sentence, by the capital of a small word?"""
    if words[at].form != ":" or at + 1 >= len(words):
        return False
    following = words[at + 1].form
    return following.istitle() and following.lower() in _SMALL


_SMALL = word_set("of in on at for from by with after before since the a an he she it they we its "
                  "his her their this these those some more most only about all "
                  "one two")  # fmt: skip


def _bracketed(words: list[Word]) -> _Outline | None:
    outer: list[int] = []
    inner: list[list[int]] = []
    marks: list[int] = []
    depth = 0
    for i, word in enumerate(words):
        opens, closes = word.form in _OPEN, word.form in _CLOSE
        if opens and not depth:
            inner.append([])
            marks.append(i)
        if closes and depth == 1:
            depth = 0
            continue
        if depth:
            inner[-1].append(i)
        elif not opens:
            outer.append(i)
        depth += opens - (closes and depth > 0)
    sound = depth == 0 and outer and outer[0] < (marks or [1])[0]
    if not sound or any(not part or len(part) > _LONGEST for part in inner):
        return None
    return _Outline(outer, inner, marks, ["parataxis"] * len(inner))


def _joined(
    words: list[Word], outline: _Outline, outer: Tree, inner: Sequence[Tree | None]
) -> Tree:
    count = len(words)
    heads, relations = [0] * count, ["punct"] * count
    coarse = ["PUNCT"] * count
    fine = ["," if w.form == "," else "-LRB-" for w in words]
    for places, tree in [(outline.outer, outer), *zip(outline.inner, inner, strict=True)]:
        if tree is None:
            continue
        for i, place in enumerate(places):
            heads[place] = places[tree.heads[i]] if tree.heads[i] >= 0 else -1
            relations[place] = tree.relations[i]
            coarse[place], fine[place] = tree.coarse[i], tree.fine[i]
    hung = zip(outline.marks, outline.inner, outline.relations, inner, strict=True)
    for mark, places, relation, tree in hung:
        top = places[tree.root] if tree is not None else places[0]
        parted = words[mark].form in (_PARTED, ":", *_STOPS)
        if parted and not (words[mark].form in (_PARTED, ":") and tree is not None and _acts(tree)):
            host = _told(outline.outer, outer)
        elif parted:
            host = outline.outer[outer.root]
        else:
            host = _host(outline.outer, mark, outer)
        heads[top], relations[top] = host, relation
        for place in (mark, *places):
            if place != top and (place == mark or tree is None):
                heads[place] = top
        if places[-1] + 1 < count:
            heads[places[-1] + 1] = top
    return Tree(words, heads, relations, coarse, fine)


def _told(outer: list[int], tree: Tree) -> int:
    """The predicate that what follows a semicolon goes on: that of what was said, if any was."""
    content = tree.only(tree.root, "ccomp") if tree.low[tree.root] in SAY | FACTIVE else []
    return outer[content[0] if content else tree.root]


def _acts(tree: Tree) -> bool:
    """ "[The ministry said 12 had died;] the rebels put it at 40": no more of what was said."""
    subject = tree.only(tree.root, "nsubj")
    if not subject or tree.coarse[tree.root] != "VERB" or tree.only(tree.root, "aux:pass"):
        return False
    if tree.low[tree.root] in SAY and tree.only(tree.root, "ccomp"):
        return True  # "the book says he stole it; Oe says he did not"
    denies = tree.low[tree.root] in _DENIES and tree.coarse[subject[0]] == "PRON"
    one = tree.low[subject[0]].removesuffix("s")
    if denies:
        return True  # "say he fired first; he denies it"
    return one in ORGANISATION | _PARTIES or tree.low[subject[0]] in ORGANISATION | _PARTIES


_DENIES = word_set("denies denied rejects rejected disputes disputed")
_PARTIES = word_set("rebel opponent critic rival minister army official prosecutor police defence "
                    "opposition lawyer doctor analyst judge family employer union "
                    "spokesman spokeswoman spokesperson source witness")  # fmt: skip


def _host(outer: list[int], mark: int, tree: Tree) -> int:
    """The noun, or else the word, that stands before the bracket."""
    at = max(i for i, place in enumerate(outer) if place < mark)
    while tree.relations[at] in _INSIDE_NAME and tree.heads[at] >= 0:
        at = tree.heads[at]
        if tree.coarse[at] in ("VERB", "AUX"):
            break
    return outer[at]
