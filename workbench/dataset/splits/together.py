"""The groups of articles that stay on one side, told: how large, why, and by what pair."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from workbench.dataset.splits.groups import Edge, Item
from workbench.dataset.splits.joined import Groups
from workbench.dataset.splits.leaks import Leak


@dataclass(frozen=True)
class Together:
    """A group of two articles or more.

    `articles` are ids, oldest first. `joined_by` says how many pairs join them, by kind. The pair
    named is the first of the commonest kind: `left` and `right` are ids of claims or articles, the
    words are their statements or titles.
    """

    side: str
    articles: list[str]
    claims: int
    joined_by: dict[str, int]
    kind: str
    left: str
    left_words: str
    right: str
    right_words: str
    score: float


@dataclass(frozen=True)
class Articles:
    """The articles as they are compared, oldest first."""

    ids: Sequence[str]
    titles: Sequence[str]


def together(
    articles: Articles,
    items: Iterable[Item],
    groups: Groups,
    joined: Iterable[Edge],
    side_of: Mapping[int, str],
) -> list[Together]:
    """The groups of two articles or more, the largest first, then the oldest."""
    pairs: dict[int, list[Edge]] = defaultdict(list)
    for edge in joined:
        pairs[groups.of(edge.articles[0])].append(edge)
    members: dict[int, list[int]] = {first: [] for first in pairs}
    for index in range(len(articles.ids)):
        if groups.of(index) in members:
            members[groups.of(index)].append(index)
    shown = {first: _example(found) for first, found in pairs.items()}
    words = words_of(articles, items := list(items), shown.values())
    claims = Counter(groups.of(item.article) for item in items)
    made = [
        Together(
            side=side_of.get(first, ""),
            articles=[articles.ids[index] for index in members[first]],
            claims=claims[first],
            joined_by=dict(sorted(Counter(edge.kind for edge in pairs[first]).items())),
            kind=edge.kind,
            left=edge.left,
            left_words=words.get(edge.left, ""),
            right=edge.right,
            right_words=words.get(edge.right, ""),
            score=round(edge.score, 4),
        )
        for first, edge in sorted(shown.items(), key=lambda one: (-len(members[one[0]]), one[0]))
    ]
    return made


def _example(found: list[Edge]) -> Edge:
    kinds = Counter(edge.kind for edge in found)
    commonest = min(kinds, key=lambda kind: (-kinds[kind], kind))
    return next(edge for edge in found if edge.kind == commonest)


def words_of(
    articles: Articles, items: Iterable[Item], shown: Iterable[Edge | Leak]
) -> dict[str, str]:
    """What the claims of some pairs state, and the titles of articles, by their ids."""
    wanted = {name for pair in shown for name in (pair.left, pair.right)}
    titles = zip(articles.ids, articles.titles, strict=True)
    said = {id: title for id, title in titles if id in wanted}
    return said | {item.claim: item.statement for item in items if item.claim in wanted}
