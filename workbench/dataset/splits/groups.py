"""Groups of articles that must stand on one side of a split, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from workbench.dataset.splits.joined import Groups
from workbench.dataset.splits.near_articles import near_articles
from workbench.dataset.splits.near_texts import Pair, Progress, near_texts

SAME_ARTICLE = "same article"
NEAR_ARTICLE = "near-duplicate article"
NEAR_CLAIM = "near-duplicate claim"
SAME_MEANING = "same meaning"
SAME_CHECKED = "same checked claim"


class Item(NamedTuple):
    """A claim as splitting sees it."""

    claim: str  # id
    article: int  # index of its article
    statement: str
    label: str  # what is to be spread evenly
    checked: tuple[str, ...] = ()  # names of the checked claims that it was matched to


class Edge(NamedTuple):
    """Why two articles belong together."""

    kind: str  # one of those above, but for the same article
    left: str  # id of the claim or article
    right: str
    score: float
    articles: tuple[int, int]


def edges(
    articles: Iterable[tuple[str, str]],
    items: Sequence[Item],
    *,
    meaning: bool = False,
    progress: Progress | None = None,
    checked: Sequence[tuple[str, str]] = (),
) -> list[Edge]:
    """All that joins articles: what they share with each other.

    Args:
        articles: (id, text) of each article; read once, and no text is held.
        items: their claims; looked at when the articles have been read.
        meaning: compare statements by the encoder as well (extra `semantic`).
        progress: called with the claims compared so far and their number.
        checked: id and statement of claims that were checked before; claims that are
            near-duplicates of the same one belong together.
    """
    ids: list[str] = []
    near = near_articles(_texts(articles, ids))
    found = [Edge(NEAR_ARTICLE, ids[p.left], ids[p.right], p.score, p[:2]) for p in near]
    statements = [*(item.statement for item in items), *(words for _, words in checked)]
    pairs = near_texts(statements, progress)
    matches = _Matches(items, [name for name, _ in checked])
    found += _of_claims(NEAR_CLAIM, matches.part(pairs), items)
    if meaning:
        from workbench.dataset.splits.near_meanings import near_meanings

        pairs = near_meanings(statements)
        found += _of_claims(SAME_MEANING, matches.part(pairs), items)
    return found + _of_checked(items, matches.found)


def _texts(articles: Iterable[tuple[str, str]], ids: list[str]) -> Iterator[str]:
    """The texts, one after the other; the ids are noted."""
    for id, text in articles:
        ids.append(id)
        yield text


class _Matches:
    """Parts pairs of claims from those of a claim and a checked one, which it keeps."""

    def __init__(self, items: Sequence[Item], names: Sequence[str]) -> None:
        self._number, self._names = len(items), names
        self.found: dict[int, set[str]] = {}

    def part(self, pairs: Iterable[Pair]) -> Iterator[Pair]:
        """The pairs of two claims; left stands before right, and claims before checked ones."""
        for pair in pairs:
            if pair.right < self._number:
                yield pair
            elif pair.left < self._number:
                name = self._names[pair.right - self._number]
                self.found.setdefault(pair.left, set()).add(name)


def grouped(number: int, joined: Iterable[Edge]) -> Groups:
    """The groups of `number` articles that these edges make."""
    groups = Groups(number)
    for edge in joined:
        groups.join(*edge.articles)
    return groups


def named(ids: Sequence[str], groups: Groups) -> dict[str, str]:
    """The name of each article's group: the least id in it, whatever order they stand in."""
    least: dict[int, str] = {}
    for index, id in enumerate(ids):
        first = groups.of(index)
        least[first] = min(id, least.get(first, id))
    return {id: least[groups.of(index)] for index, id in enumerate(ids)}


def _of_claims(kind: str, pairs: Iterable[Pair], items: Sequence[Item]) -> list[Edge]:
    """Edges between claims of two articles; those of one article are together anyway."""
    made = []
    for pair in pairs:
        left, right = items[pair.left], items[pair.right]
        if left.article != right.article:
            between = (left.article, right.article)
            made.append(Edge(kind, left.claim, right.claim, pair.score, between))
    return made


def _of_checked(items: Sequence[Item], matches: Mapping[int, set[str]]) -> list[Edge]:
    first: dict[str, Item] = {}
    made = []
    for index, item in enumerate(items):
        for name in sorted({*item.checked, *matches.get(index, ())}):
            known = first.setdefault(name, item)
            if known.article != item.article:
                between = (known.article, item.article)
                made.append(Edge(SAME_CHECKED, known.claim, item.claim, 1.0, between))
    return made
