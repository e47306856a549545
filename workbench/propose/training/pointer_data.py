"""What the pointer learns from: GUM, LitBank and GAP, parsed as the engine parses.

Of GUM the genres are taken whose texts may be used by all (CC BY, CC BY-SA), and of these the
documents that its authors count to the training part.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from workbench.propose.training.marked import NOBODY, Marked, Phrase
from workbench.propose.tree.parse import parse_words
from workbench.propose.tree.tokens import Word, tokenize
from workbench.propose.tree.tree import Tree
from workbench.text.sentences import sentences

GENRES = ("academic", "bio", "court", "interview", "news", "voyage")
_HELD = frozenset({
    "academic_exposure", "academic_librarians", "bio_byron", "bio_emperor", "court_loan",
    "court_negligence", "interview_cyclone", "interview_gaming", "news_homeopathic", "news_iodine",
    "voyage_athens", "voyage_coron", "academic_discrimination", "academic_eegimaa", "bio_dvorak",
    "bio_jespersen", "court_insanity", "court_mitigation", "interview_hill",
    "interview_libertarian", "news_nasa", "news_sensitive", "voyage_oakland", "voyage_vavau",
})  # fmt: skip
_MOST = 150  # words of a sentence; the rest is left out
_MARK = re.compile(r"\([^()]+\)|\([^()]+|[^()]+\)")  # "(3-person-…", "3)", "(3-…)"
_NOUNS = ("NOUN", "PROPN", "PRON")


class Span(NamedTuple):
    """A phrase of a document: its sentence, first and last word, and whom it names."""

    sentence: int
    first: int
    last: int
    chain: str


class Document(NamedTuple):
    """Parsed sentences, and of the words that head a phrase, whom they name.

    ``fiction``: is "it" marked only where it is a person, a place or the like?
    """

    trees: list[Tree]
    chains: dict[tuple[int, int], str]
    fiction: bool


class Passage(NamedTuple):
    """A passage of GAP: a pronoun, two names (head and words), and which of them it means."""

    trees: list[Tree]
    pronoun: tuple[int, int]
    names: list[tuple[tuple[int, int], list[str]]]
    meant: list[bool]


def gum_files(folder: Path) -> list[Path]:
    """The files of GUM that are learned from, in a folder with ``GUM_*.conllu``."""
    names = {path: path.stem.removeprefix("GUM_") for path in sorted(folder.glob("GUM_*.conllu"))}
    return [path for path, name in names.items()
            if name.split("_")[0] in GENRES and name not in _HELD]  # fmt: skip


def read_gum(folder: Path) -> list[Document]:
    """The documents of GUM that are learned from."""
    return [_document(*_gum(path.read_text("utf-8")), fiction=False) for path in gum_files(folder)]


def _gum(text: str) -> tuple[list[list[str]], list[Span]]:
    forms: list[list[str]] = []
    spans: list[Span] = []
    opened: list[tuple[str, int, int]] = []
    for block in text.split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line[:1].isdigit()]
        rows = [row for row in rows if row[0].isdigit()]
        if not rows:
            continue
        for word, row in enumerate(rows):
            spans += closed(row[9], len(forms), word, opened)
        forms.append([row[1] for row in rows])
    return forms, spans


def read_litbank(folder: Path) -> list[Document]:
    """The documents of a folder with LitBank's ``*.conll``."""
    found = []
    for path in sorted(folder.glob("*.conll")):
        forms: list[list[str]] = [[]]
        spans: list[Span] = []
        opened: list[tuple[str, int, int]] = []
        for line in path.read_text("utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                row = line.split("\t")
                marks = [m.strip() for m in row[-1].split("|") if m.strip() not in ("", "_")]
                spans += _closed(marks, len(forms) - 1, len(forms[-1]), opened)
                forms[-1].append(row[3])
            elif forms[-1]:
                forms.append([])
        found.append(_document(forms, spans, fiction=True))
    return found


def closed(
    notes: str, sentence: int, word: int, opened: list[tuple[str, int, int]]
) -> Iterator[Span]:
    """The phrases that end at a word of GUM, by its last column."""
    marks = next((m[7:] for m in notes.split("|") if m.startswith("Entity=")), "")
    yield from _closed(_MARK.findall(marks), sentence, word, opened)


def _closed(
    marks: Sequence[str], sentence: int, word: int, opened: list[tuple[str, int, int]]
) -> Iterator[Span]:
    """The phrases that end at a word, by the marks on it; what begins there is remembered."""
    for mark in marks:
        chain = re.sub(r"\[.*", "", mark.strip("()").split("-")[0])
        if mark.startswith("("):
            opened.append((chain, sentence, word))
        if mark.endswith(")"):
            last = next((o for o in reversed(opened) if o[0] == chain), None)
            if last is not None:
                opened.remove(last)
                if last[1] == sentence:
                    yield Span(sentence, last[2], word, chain)


def _document(forms: Sequence[Sequence[str]], spans: Sequence[Span], fiction: bool) -> Document:
    trees = parse_words([_words(sentence[:_MOST]) for sentence in forms])
    kept = [i for i, tree in enumerate(trees) if tree is not None]
    number = {old: new for new, old in enumerate(kept)}
    widest: dict[tuple[int, int], tuple[int, str]] = {}
    for span in spans:
        tree = trees[span.sentence]
        if tree is not None and span.last < len(tree.words):
            place = number[span.sentence], head_of(tree, span.first, span.last)
            width = span.last - span.first
            if place not in widest or width > widest[place][0]:
                widest[place] = width, span.chain
    chains = {place: chain for place, (_, chain) in sorted(widest.items())}
    return Document([tree for tree in trees if tree is not None], chains, fiction)


def _words(forms: Sequence[str]) -> list[Word]:
    made, at = [], 0
    for form in forms:
        made.append(Word(form, at, at + len(form)))
        at += len(form) + 1
    return made


def head_of(tree: Tree, first: int, last: int) -> int:
    """The word of a phrase that depends on one outside it, best a noun."""
    tops = [w for w in range(first, last + 1) if not first <= tree.heads[w] <= last]
    nouns = [w for w in tops if tree.coarse[w] in _NOUNS]
    return (nouns or tops or [last])[0]


def read_own(articles: Sequence[Marked]) -> list[Document]:
    """Articles of our own, with the words that head the phrases marked in them."""
    return [_own(article) for article in articles]


def _own(article: Marked) -> Document:
    trees = trees_of(article.text)
    heads = heads_of(trees, article.phrases)
    chains = {place: p.chain for place, p in heads.items() if p.chain not in NOBODY}
    return Document(trees, chains, fiction=False)


def trees_of(text: str) -> list[Tree]:
    """The trees of a text's sentences."""
    parsed = parse_words([tokenize(text, start, end) for start, end in sentences(text)])
    return [tree for tree in parsed if tree is not None]


def heads_of(trees: Sequence[Tree], phrases: Sequence[Phrase]) -> dict[tuple[int, int], Phrase]:
    """Of each word that heads a marked phrase, its sentence and index: the widest such phrase.

    So does a name beside it: "its director, Ann Oe".
    """
    found: dict[tuple[int, int], Phrase] = {}
    beside: dict[tuple[int, int], Phrase] = {}
    for phrase in sorted(phrases, key=lambda p: p.end - p.start):
        for number, tree in enumerate(trees):
            inside = [i for i, word in enumerate(tree.words)
                      if phrase.start <= word.start and word.end <= phrase.end]  # fmt: skip
            if inside:
                head = head_of(tree, inside[0], inside[-1])
                found[number, head] = phrase
                beside |= {(number, name): phrase for name in tree.only(head, "appos")
                           if name in inside and tree.coarse[name] == "PROPN"}  # fmt: skip
    return dict(sorted((beside | found).items()))


def read_gap(paths: Sequence[Path]) -> list[Passage]:
    """The passages of GAP's files whose pronoun and names have words of their own."""
    found = []
    for path in paths:
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                passage = _passage(row)
                if passage is not None:
                    found.append(passage)
    return found


def _passage(row: dict[str, str]) -> Passage | None:
    text = row["Text"]
    trees = trees_of(text)

    def at(name: str, offset: str) -> list[tuple[int, int]]:
        start, end = int(offset), int(offset) + len(name)
        return [(s, i) for s, tree in enumerate(trees) for i, word in enumerate(tree.words)
                if word.start < end and word.end > start]  # fmt: skip

    pronoun = at(row["Pronoun"], row["Pronoun-offset"])
    names = []
    for name in ("A", "B"):
        words = at(row[name], row[f"{name}-offset"])
        if not words or not pronoun:
            return None
        sentence = words[0][0]
        inside = [i for s, i in words if s == sentence]
        head = sentence, head_of(trees[sentence], inside[0], inside[-1])
        names.append((head, [trees[s].words[i].form for s, i in words]))
    meant = [row[f"{name}-coref"].upper() == "TRUE" for name in ("A", "B")]
    return Passage(trees, pronoun[0], names, meant)
