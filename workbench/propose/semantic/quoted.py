"""Correct what quotation marks hold together, where a comma inside them was taken for a part."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.propose.tree.tree import Tree
from workbench.propose.tree.verbs import Step, finite, stepwise

_OPEN, _CLOSE = '“„«"‘', '”»"’'
_LONGEST = 8  # words of a phrase between two marks
_PARTS = ("appos", "parataxis", "list", "dep", "acl:aside")


def repair_quoted(tree: Tree) -> Tree:
    """The tree with short quoted phrases in one piece."""
    return stepwise(tree, _STEPS)


def quoted_phrases(tree: Tree) -> Iterator[tuple[int, int]]:
    """The marks around each short stretch between two of them."""
    opened = -1
    for at, word in enumerate(tree.words):
        if opened >= 0 and word.form in _CLOSE:
            if 1 < at - opened <= _LONGEST + 1:
                yield opened, at
            opened = -1
        elif word.form in _OPEN:
            opened = at


def _one_phrase(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "The “two towns, one port” formula": both halves are its name."""
    for opened, closed in quoted_phrases(tree):
        inside = range(opened + 1, closed)
        commas = [w for w in inside if tree.words[w].form == ","]
        if len(commas) != 1 or any(finite(tree, w) for w in inside):
            continue
        for word in inside:
            if relations[word] in _PARTS and opened < heads[word] < commas[0] < word:
                relations[word] = "compound"


def _joined(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Were “shocked and saddened” by it": said in one breath, and no two claims."""
    for opened, closed in quoted_phrases(tree):
        inside = range(opened + 1, closed)
        if closed - opened > _SHORT + 1 or any(finite(tree, w) for w in inside):
            continue
        for word in inside:
            alike = relations[word] == "conj" and opened < heads[word] < word
            if alike and tree.fine[word] in _QUALITIES and tree.fine[heads[word]] in _QUALITIES:
                relations[word] = "flat"


_SHORT = 6
_QUALITIES = ("JJ", "VBN", "VBG", "JJR", "VBD")
_STEPS: tuple[Step, ...] = (_one_phrase, _joined)
