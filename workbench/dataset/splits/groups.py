"""Groups of articles that must stand on one side of a split, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from workbench.dataset.splits.near_articles import near_articles
from workbench.dataset.splits.near_texts import Pair, Progress, near_texts


class Item(NamedTuple):
    """A claim as splitting sees it."""

    claim: str  # id
    article: int  # index of its article
    statement: str
    label: str  # what is to be spread evenly
    checked: tuple[str, ...] = ()  # ids of the checked claims that it was matched to


class Edge(NamedTuple):
    """Why two articles belong together."""

    kind: str  # near-duplicate article, near-duplicate claim, same meaning, same checked claim
    left: str  # id of the claim or article
    right: str
    score: float
    articles: tuple[int, int]


class Groups:
    """Union-find over articles (Tarjan 1975): `of(i)` is the first article of i's group."""

    def __init__(self, number: int) -> None:
        self._parent = list(range(number))

    def __len__(self) -> int:
        return len(self._parent)

    def of(self, index: int) -> int:
        """The article that stands for the group."""
        parent = self._parent
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    def join(self, left: int, right: int) -> None:
        """Make one group of two."""
        left, right = self.of(left), self.of(right)
        self._parent[max(left, right)] = min(left, right)


def edges(
    articles: Sequence[tuple[str, str]],
    items: Sequence[Item],
    *,
    meaning: bool = False,
    progress: Progress | None = None,
) -> list[Edge]:
    """All that joins articles: what they share with each other.

    Args:
        articles: (id, text) of each article.
        items: their claims.
        meaning: compare statements by the encoder as well (extra `semantic`).
        progress: called with the claims compared so far and their number.
    """
    found = [
        Edge("near-duplicate article", articles[p.left][0], articles[p.right][0], p.score, p[:2])
        for p in near_articles(text for _, text in articles)
    ]
    pairs = near_texts((item.statement for item in items), progress)
    found += _of_claims("near-duplicate claim", pairs, items)
    if meaning:
        from workbench.dataset.splits.near_meanings import near_meanings

        pairs = near_meanings([item.statement for item in items])
        found += _of_claims("same meaning", pairs, items)
    found += _of_checked(items)
    return found


def grouped(number: int, joined: Iterable[Edge]) -> Groups:
    """The groups of `number` articles that these edges make."""
    groups = Groups(number)
    for edge in joined:
        groups.join(*edge.articles)
    return groups


def _of_claims(kind: str, pairs: Iterable[Pair], items: Sequence[Item]) -> list[Edge]:
    """Edges between claims of two articles; those of one article are together anyway."""
    made = []
    for pair in pairs:
        left, right = items[pair.left], items[pair.right]
        if left.article != right.article:
            between = (left.article, right.article)
            made.append(Edge(kind, left.claim, right.claim, pair.score, between))
    return made


def _of_checked(items: Sequence[Item]) -> list[Edge]:
    first: dict[str, Item] = {}
    made = []
    for item in items:
        for checked in item.checked:
            known = first.setdefault(checked, item)
            if known.article != item.article:
                between = (known.article, item.article)
                made.append(Edge("same checked claim", known.claim, item.claim, 1.0, between))
    return made
