"""The pairs that a dataset says it keeps together, against those that its claims make."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from db.rows import Problem
from workbench.dataset.folder.census import Census
from workbench.dataset.folder.loading import Loaded
from workbench.dataset.splits.groups import (
    NEAR_ARTICLE,
    NEAR_CLAIM,
    SAME_CHECKED,
    SAME_MEANING,
    Edge,
    Item,
    edges,
    grouped,
    named,
)
from workbench.dataset.splits.near_articles import near_articles
from workbench.dataset.splits.near_texts import Pair, Progress, near_texts

Texts = Callable[[str], str | None]

RECORDED = (SAME_MEANING, SAME_CHECKED)
"""Kinds of pairs that a dataset alone does not show."""

EXACT = 1e-4  # what the rounding of a score may change


def group_names(found: Loaded, census: Census) -> dict[str, str]:
    """The group of each article by the pairs that are written down."""
    ids = list(found.articles)
    places = {article: place for place, article in enumerate(ids)}
    joined = []
    for edge in found.edges:
        ends = [census.known.get(edge[end]) for end in ("left", "right")]
        left, right = (places.get(end.article) if end else None for end in ends)
        if left is not None and right is not None:
            joined.append(Edge(edge["kind"], "", "", 1.0, (left, right)))
    return named(ids, grouped(len(ids), joined))


def parted(edge: dict[str, Any], census: Census) -> tuple[str, str] | None:
    """The two sides that a pair stands on; None where they are one, or not known."""
    left, right = (census.known.get(edge[end]) for end in ("left", "right"))
    return (left.side, right.side) if left and right and left.side != right.side else None


def pair_problems(
    found: Loaded, census: Census, texts: Texts, progress: Progress | None
) -> Iterator[Problem]:
    """What leaks, what was not joined, and what was joined without a reason.

    Near-duplicates are searched anew, in the order of the export. A dataset without texts has no
    statements to compare, so all its pairs are taken as written.
    """
    ids, names = sorted(found.articles), group_names(found, census)
    again = _again(ids, census, texts, progress)
    for edge in again:
        left, right = (ids[place] for place in edge.articles)
        where = f"{edge.left} and {edge.right}"
        sides = found.articles[left]["split"], found.articles[right]["split"]
        if sides[0] != sides[1]:
            told = f"{edge.kind}: in {sides[0]} and in {sides[1]}, {edge.score:.2f}"
            yield Problem("leak", where, told)
        elif names[left] != names[right]:
            yield Problem("groups", where, f"{edge.kind}: but they are of two groups")
    known = {(edge.kind, edge.left, edge.right, round(edge.score, 4)) for edge in again}
    options = found.values["options"]
    for row in found.edges:
        where, kind = f"{row['left']} and {row['right']}", row["kind"]
        sides_of = parted(row, census)
        if sides_of and (kind in RECORDED or options["text"] == "none"):
            yield Problem("leak", where, f"{kind}: in {sides_of[0]} and in {sides_of[1]}")
        if (kind, row["left"], row["right"], row["score"]) not in known:
            for what in _unfounded(row, census, options, texts):
                yield Problem("groups", where, what)


def _again(ids: list[str], census: Census, texts: Texts, progress: Progress | None) -> list[Edge]:
    places = {article: place for place, article in enumerate(ids)}
    items = [
        Item(one.claim, places[one.article], one.statement, "")
        for one in sorted(census.compared)
        if one.article in places
    ]
    return edges(((id, texts(id) or "") for id in ids), items, progress=progress)


def _unfounded(
    row: dict[str, Any], census: Census, options: dict[str, Any], texts: Texts
) -> Iterator[str]:
    """What of a pair nothing in the dataset bears out."""
    kind, ends = row["kind"], (row["left"], row["right"])
    known = [end for name in ends if (end := census.known.get(name)) is not None]
    if kind == SAME_MEANING and not options["by_meaning"]:
        yield "are joined by meaning, which was not asked for"
    if kind not in (NEAR_ARTICLE, NEAR_CLAIM, *RECORDED):
        yield f"are joined by '{kind}', which joins nothing"
    elif len(known) < 2 or any((end.article in ends) != (kind == NEAR_ARTICLE) for end in known):
        yield "are not both in the dataset"
    elif kind == NEAR_ARTICLE:
        shown = [text for end in ends if (text := texts(end)) is not None]
        if len(shown) == 2 and not near_articles(shown):
            yield "are no near-duplicate articles"
    elif kind == NEAR_CLAIM and options["text"] != "none":
        words = [end.statement for end in known]
        if not _as_told(row["score"], near_texts(words)):
            yield "are no near-duplicate claims, or not so near"


def _as_told(score: float, pairs: list[Pair]) -> bool:
    return bool(pairs) and abs(pairs[0].score - score) <= EXACT
