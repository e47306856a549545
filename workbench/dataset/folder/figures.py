"""The figures that a manifest tells, counted again from the claims of the dataset."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from db.rows import Problem
from workbench.dataset.choice import Choice
from workbench.dataset.folder.census import Census
from workbench.dataset.folder.loading import Loaded
from workbench.dataset.folder.pairs import group_names, parted
from workbench.review.agreement.overall import Overall, of_labels

_FILTERS = ("decided", "verdicts", "tags", "agreement", "verbatim")


def figure_problems(found: Loaded, census: Census) -> Iterator[Problem]:
    """What is wrong with the counts, the groups and the agreement."""
    yield from _differing("counts", found.values["counts"], census.counts)
    yield from _group_problems(found, census)
    if _whole(found.values["options"]):
        yield from _agreement(found.values, census)


def _differing(where: str, told: Mapping[str, Any], there: Mapping[str, Any]) -> Iterator[Problem]:
    for name in sorted(told.keys() | there.keys()):
        if told.get(name, 0) != there.get(name, 0):
            what = f"says {told.get(name, 0)} for {name}, there are {there.get(name, 0)}"
            yield Problem("manifest", where, what)


def _group_problems(found: Loaded, census: Census) -> Iterator[Problem]:
    """What the groups are by the pairs that are written down, against what is told of them."""
    values = found.values
    told, split = values["groups"], values["options"]["split"]
    kinds = dict(sorted(Counter(edge["kind"] for edge in found.edges).items()))
    yield from _differing("groups", told["joined_by"], kinds)
    names = group_names(found, census) if split else dict.fromkeys(found.articles)
    for article, row in found.articles.items():
        if row["group"] != names[article]:
            yield Problem("groups", f"article {article}", "is not of the group that it names")
    sizes = Counter(names.values()) if split else Counter(list(found.articles))
    numbers = {
        "groups": len(sizes),
        "of_more_than_one": sum(size > 1 for size in sizes.values()),
        "largest": max(sizes.values(), default=0),
        "leaks": sum(1 for edge in found.edges if parted(edge, census)),
    }
    yield from _differing("groups", {name: told[name] for name in numbers}, numbers)
    for side, there in values["splits"].items():
        first = (a for a in found.articles if not split or names[a] == a)
        number = sum(found.articles[article]["split"] == side for article in first)
        yield from _differing(f"groups of {side}", {"groups": there["groups"]}, {"groups": number})


def _whole(options: dict[str, Any]) -> bool:
    """Whether all reviews of the project are in the dataset."""
    usual = asdict(Choice())
    everything = all(options[name] == _as_json(usual[name]) for name in _FILTERS)
    return bool(options["labels"] == "all" and everything)


def _as_json(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _agreement(values: dict[str, Any], census: Census) -> Iterator[Problem]:
    scheme = values["project"]["scheme"]
    known = [label["id"] for label in scheme["labels"]]
    figures = told(of_labels(census.given, known, bool(scheme.get("ordered"))))
    for name in sorted(figures.keys() | values["agreement"].keys()):
        if figures.get(name) != values["agreement"].get(name):
            yield Problem("manifest", "agreement", f"{name} is not what the reviews give")


def told(figures: Overall) -> dict[str, Any]:
    """The figures as the manifest has them.

    Six digits: what comes behind them may differ from one machine's arithmetic to another's.
    """
    return {
        name: {
            key: round(value, 6) if isinstance(value, float) else value
            for key, value in figure.as_json().items()
        }
        for name, figure in figures._asdict().items()
        if figure
    }
