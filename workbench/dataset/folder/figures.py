"""The figures that a manifest tells, counted again from the claims of the dataset."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from db.rows import Problem
from workbench.dataset.choice import Choice
from workbench.dataset.folder.loading import Loaded
from workbench.dataset.folder.pairs import group_names, parted
from workbench.review.agreement.overall import Overall, of_labels

_FILTERS = ("decided", "verdicts", "tags", "agreement", "verbatim")


def figure_problems(found: Loaded, values: dict[str, Any]) -> Iterator[Problem]:
    """What is wrong with the counts, the groups and the agreement."""
    yield from _differing("counts", values["counts"], _counts(found))
    yield from _group_problems(found, values)
    if _whole(values["options"]):
        yield from _agreement(found, values)


def _differing(where: str, told: dict[str, Any], there: dict[str, Any]) -> Iterator[Problem]:
    for name in sorted(told.keys() | there.keys()):
        if told.get(name, 0) != there.get(name, 0):
            what = f"says {told.get(name, 0)} for {name}, there are {there.get(name, 0)}"
            yield Problem("manifest", where, what)


def _counts(found: Loaded) -> dict[str, int]:
    counts = Counter({"articles": len(found.articles), "claims": len(found.claims)})
    for record in found.claims:
        reviews = record["reviews"]
        pieces = [piece for review in reviews for piece in review["evidence"]]
        counts["decided"] += any(review["verdict"] for review in reviews)
        counts["reviews"] += len(reviews)
        counts["evidence"] += len(pieces)
        counts["claims with evidence"] += bool(pieces)
        counts.update(f"evidence {piece['check']}" for piece in pieces)
    return dict(counts)


def _group_problems(found: Loaded, values: dict[str, Any]) -> Iterator[Problem]:
    """What the groups are by the pairs that are written down, against what is told of them."""
    told, split = values["groups"], values["options"]["split"]
    kinds = dict(sorted(Counter(edge["kind"] for edge in found.edges).items()))
    yield from _differing("groups", told["joined_by"], kinds)
    names = group_names(found) if split else dict.fromkeys(found.articles)
    for article, row in found.articles.items():
        if row["group"] != names[article]:
            yield Problem("groups", f"article {article}", "is not of the group that it names")
    sizes = Counter(names.values()) if split else Counter(list(found.articles))
    numbers = {
        "groups": len(sizes),
        "of_more_than_one": sum(size > 1 for size in sizes.values()),
        "largest": max(sizes.values(), default=0),
        "leaks": sum(1 for edge in found.edges if parted(edge, found)),
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


def _agreement(found: Loaded, values: dict[str, Any]) -> Iterator[Problem]:
    scheme = values["project"]["scheme"]
    given: Counter[tuple[str, ...]] = Counter()
    for record in found.claims:
        labels = (review["verdict"] for review in record["reviews"])
        given[tuple(sorted(label for label in labels if label is not None))] += 1
    known = [label["id"] for label in scheme["labels"]]
    figures = told(of_labels(given, known, bool(scheme.get("ordered"))))
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
