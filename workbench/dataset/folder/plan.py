"""What a dataset would hold, before anything is written: sides, groups, labels, leaks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from workbench.dataset.folder.matched import NOTHING, Matched
from workbench.dataset.folder.naming import WHOLE
from workbench.dataset.splits.assign import SIDES, SplitError, assign, shares, sides
from workbench.dataset.splits.groups import (
    SAME_ARTICLE,
    Edge,
    Item,
    edges,
    grouped,
    named,
)
from workbench.dataset.splits.joined import Groups
from workbench.dataset.splits.leaks import Leak, LeakError, leaks
from workbench.dataset.splits.near_texts import Progress
from workbench.dataset.splits.together import Articles, Together, together, words_of
from workbench.dataset.view import Export

UNLABELLED = "unlabelled"


@dataclass(frozen=True)
class Split:
    """How a dataset is split. Without shares and sides by hand it is not.

    Args:
        shares: as "80/10/10".
        seed: another seed, another split.
        meaning: near-duplicates by the encoder as well (extra `semantic`).
        by_hand: claim or article id → side; refused when it leaks.
        kept: article id → side that it had in an earlier dataset.
    """

    shares: str = ""
    seed: int = 0
    meaning: bool = False
    by_hand: Mapping[str, str] | None = None
    kept: Mapping[str, str] | None = None

    @property
    def wanted(self) -> bool:
        """Whether there is a split at all."""
        return bool(self.shares) or self.by_hand is not None


@dataclass
class Side:
    """What stands on one side."""

    groups: int = 0
    articles: int = 0
    claims: int = 0
    labels: Counter[str] = field(default_factory=Counter)

    @property
    def counts(self) -> dict[str, int]:
        """How many there are, by name."""
        return {"groups": self.groups, "articles": self.articles, "claims": self.claims}


@dataclass
class Plan:
    """Where each article goes, and what joins articles."""

    side_of: dict[str, str]  # article id → side
    sides: dict[str, Side]
    groups: int
    joined: list[Edge]
    leaks: list[Leak]
    together: list[Together] = field(default_factory=list)  # groups of two articles or more
    group_of: dict[str, str] = field(default_factory=dict)  # article id → the least id of its group

    @property
    def largest(self) -> int:
        """How many articles the largest group has."""
        return max((len(group.articles) for group in self.together), default=min(1, self.groups))

    @property
    def joined_by(self) -> dict[str, int]:
        """How many pairs join articles, by kind."""
        return dict(sorted(Counter(edge.kind for edge in self.joined).items()))

    def articles(self, side: str) -> set[str]:
        """The ids of the articles on a side."""
        return {article for article, found in self.side_of.items() if found == side}


def plan(
    export: Export,
    order: Mapping[str, int],
    split: Split,
    progress: Progress | None = None,
    known: Matched = NOTHING,
) -> Plan:
    """Read a project once and say where everything goes.

    Args:
        export: the project, with what was chosen of it.
        order: article id → place by age; old ones keep their side when new ones come.
        split: how to split.
        progress: called with the claims compared so far and their number.
        known: what claims were matched to.

    Raises:
        SplitError: the split by hand names no side for a claim, or leaks.
    """
    reading = _Reading(export, known, compared=split.wanted)
    joined: list[Edge] = []
    if split.wanted:
        joined = edges(
            reading.articles(),
            reading.items,
            meaning=split.meaning,
            progress=progress,
            checked=known.checked,
        )
    else:
        reading.through()
    ids = sorted(reading.ids, key=lambda id: (order.get(id, len(order)), id))
    items, joined = _by_age(reading.ids, ids, reading.items, joined)
    groups = grouped(len(ids), joined)
    every = Articles(ids, [reading.titles.get(article, "") for article in ids])
    side_of = _sides(ids, groups, items, split)
    found = leaks(side_of, joined)
    if split.by_hand is not None:
        found = _within(items, split.by_hand, side_of) + found
        if found:
            raise LeakError(found, words_of(every, items, found))
    return Plan(
        {ids[index]: side for index, side in side_of.items()},
        _count(side_of, groups, items, split),
        groups.number,
        joined,
        found,
        together(every, items, groups, joined, side_of),
        named(ids, groups),
    )


class _Reading:
    """The articles in the order of their ids, in which `verify` will compare them again.

    Their claims are in `items`, and no text is held; no words where nothing is compared.
    """

    def __init__(self, export: Export, known: Matched, *, compared: bool) -> None:
        self._export, self._known, self._compared = export, known, compared
        self.ids: list[str] = []
        self.titles: dict[str, str] = {}
        self.items: list[Item] = []

    def articles(self) -> Iterator[tuple[str, str]]:
        """Id and text of each article; its claims are noted. Read once."""
        for view in self._export.articles():
            for record in view.claims:
                statement = record["statement"] if self._compared else ""
                label, claim = record["label"] or UNLABELLED, record["claim"]
                taken = self._known.taken.get(claim, ())
                self.items.append(Item(claim, len(self.ids), statement, label, taken))
            self.ids.append(view.article.id)
            if self._compared and view.article.title:
                self.titles[view.article.id] = view.article.title
            yield view.article.id, view.text

    def through(self) -> None:
        """Read them for their claims alone."""
        for _ in self.articles():
            pass


def _by_age(
    ids: list[str], aged: list[str], items: list[Item], joined: list[Edge]
) -> tuple[list[Item], list[Edge]]:
    """The same with the places that the articles have by age."""
    place = {article: at for at, article in enumerate(aged)}
    places = [place[article] for article in ids]
    moved = [item._replace(article=places[item.article]) for item in items]
    moved.sort(key=lambda item: item.article)
    ends = ((places[left], places[right]) for left, right in (edge.articles for edge in joined))
    return moved, [edge._replace(articles=pair) for edge, pair in zip(joined, ends, strict=True)]


def _sides(ids: list[str], groups: Groups, items: list[Item], split: Split) -> dict[int, str]:
    if split.by_hand is not None:
        return _by_hand(ids, items, split.by_hand)
    if not split.shares:
        return dict.fromkeys(range(len(ids)), WHOLE)
    before = split.kept or {}
    kept = {index: before[article] for index, article in enumerate(ids) if article in before}
    return assign(ids, groups, items, shares(split.shares), seed=split.seed, kept=kept)


def _by_hand(ids: list[str], items: list[Item], given: Mapping[str, str]) -> dict[int, str]:
    """The side of each article: its own, else that of its first claim."""
    side_of = {index: given[article] for index, article in enumerate(ids) if article in given}
    for item in items:
        side = given.get(item.claim) or side_of.get(item.article)
        if side is None:
            raise SplitError(f"the split names no side for claim {item.claim}")
        side_of.setdefault(item.article, side)
    return side_of


def _within(items: list[Item], given: Mapping[str, str], side_of: Mapping[int, str]) -> list[Leak]:
    """The claims that stand apart from the first of their article."""
    first: dict[int, str] = {}
    found = []
    for item in items:
        here, side = side_of[item.article], given.get(item.claim)
        if side in (None, here):
            first.setdefault(item.article, item.claim)
    for item in items:
        here, side = side_of[item.article], given.get(item.claim)
        if side is not None and side != here:
            other = first.get(item.article, item.claim)
            found.append(Leak(SAME_ARTICLE, other, here, item.claim, side, 1.0))
    return found


def _count(
    side_of: Mapping[int, str], groups: Groups, items: Iterable[Item], split: Split
) -> dict[str, Side]:
    names: tuple[str, ...] = (WHOLE,)
    if split.shares:
        names = sides(len(shares(split.shares)))
    elif split.by_hand is not None:
        names = tuple(name for name in SIDES if name in side_of.values())
    counted = {name: Side() for name in names}
    for index, side in side_of.items():
        counted[side].articles += 1
        counted[side].groups += groups.of(index) == index
    for item in items:
        side_here = counted[side_of[item.article]]
        side_here.claims += 1
        side_here.labels[item.label] += 1
    return counted
