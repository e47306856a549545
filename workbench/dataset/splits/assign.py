"""Groups to sides: in the wanted shares, each label spread evenly, and old sides kept."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from workbench.dataset.splits.groups import Item
from workbench.dataset.splits.joined import Groups

SIDES = ("train", "validation", "test")


class SplitError(ValueError):
    """A split that cannot be made; the text is one line for the user."""


def shares(text: str) -> tuple[float, ...]:
    """The shares of "80/10/10" or "90/10": train, validation, test, or train and test.

    Raises:
        SplitError: not two or three positive numbers.
    """
    try:
        numbers = [float(part) for part in text.split("/")]
    except ValueError:
        numbers = []
    if len(numbers) not in (2, 3) or not all(0 < number < float("inf") for number in numbers):
        raise SplitError(f"'{text}' is no split; write shares, as in 80/10/10 or 90/10")
    return tuple(number / sum(numbers) for number in numbers)


def sides(count: int) -> tuple[str, ...]:
    """The names of two or three sides."""
    return SIDES if count == 3 else (SIDES[0], SIDES[2])


def assign(
    ids: Sequence[str],
    groups: Groups,
    items: Iterable[Item],
    wanted: Sequence[float],
    *,
    seed: int = 0,
    kept: Mapping[int, str] | None = None,
) -> dict[int, str]:
    """The side of each article, by index.

    Articles are taken in their order. The first one of a group goes to a side drawn at random,
    with a chance in proportion to how much the side lacks of the article's labels so far; the draw
    hangs on seed and article alone. The others follow. So shares and labels come out as wanted,
    and what is added at the end changes nothing before it, unless it joins two old groups.

    Args:
        ids: of the articles, oldest first.
        groups: which of them belong together.
        items: their claims.
        wanted: share of each side, adding up to 1.
        seed: another seed, another split.
        kept: sides that articles had before; a group takes the side of most of its articles.
    """
    names = sides(len(wanted))
    balance = _Balance(dict(zip(names, wanted, strict=True)))
    labels: dict[int, Counter[str]] = {}
    for item in items:
        labels.setdefault(item.article, Counter())[item.label] += 1
    side_of = _kept(groups, kept or {}, names)
    for index, article in enumerate(ids):
        own, group = labels.get(index, Counter({"": 1})), groups.of(index)
        balance.seen.update(own)
        if group not in side_of:
            side_of[group] = balance.draw(own, _uniform(f"{seed}:{article}"))
        balance.held[side_of[group]].update(own)
    return {index: side_of[groups.of(index)] for index in range(len(ids))}


def _kept(groups: Groups, kept: Mapping[int, str], names: Sequence[str]) -> dict[int, str]:
    """The side of each group that has one by its articles; of two equal ones the first named."""
    votes: dict[int, Counter[str]] = {}
    for index, side in kept.items():
        if side in names:
            votes.setdefault(groups.of(index), Counter())[side] += 1
    return {
        group: max(names, key=lambda name: (cast[name], -names.index(name)))
        for group, cast in votes.items()
    }


class _Balance:
    """What each side holds of each label, and should hold."""

    def __init__(self, wanted: Mapping[str, float]) -> None:
        self.wanted = wanted
        self.held: dict[str, Counter[str]] = {name: Counter() for name in wanted}
        self.seen: Counter[str] = Counter()

    def draw(self, labels: Counter[str], chance: float) -> str:
        """The side for a group with these labels; `chance` is in [0, 1)."""
        lacking = {name: self._lack(name, labels) for name in self.wanted}
        if not any(lacking.values()):
            lacking = dict(self.wanted)
        at = chance * sum(lacking.values())
        for name, size in lacking.items():
            if at < size:
                return name
            at -= size
        return next(iter(self.wanted))

    def _lack(self, name: str, labels: Counter[str]) -> float:
        share, held = self.wanted[name], self.held[name]
        missing = sum((share * self.seen[label] - held[label]) * n for label, n in labels.items())
        return max(0.0, missing)


def _uniform(text: str) -> float:
    """A number in [0, 1) that hangs on the text alone."""
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return int.from_bytes(digest[:7], "big") / 2**56
