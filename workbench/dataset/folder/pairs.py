"""The pairs that a dataset says it keeps together, against those that its claims make."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from db.rows import Problem
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


def group_names(found: Loaded) -> dict[str, str]:
    """The group of each article by the pairs that are written down."""
    ids = list(found.articles)
    places = {article: place for place, article in enumerate(ids)}
    joined = []
    for edge in found.edges:
        left, right = (places.get(found.article_of(edge[end])) for end in ("left", "right"))
        if left is not None and right is not None:
            joined.append(Edge(edge["kind"], "", "", 1.0, (left, right)))
    return named(ids, grouped(len(ids), joined))


def parted(edge: dict[str, Any], found: Loaded) -> tuple[str, str] | None:
    """The two sides that a pair stands on; None where they are one, or not known."""
    left, right = (found.side_of.get(edge[end]) for end in ("left", "right"))
    return (left, right) if left and right and left != right else None


def pair_problems(
    found: Loaded, values: dict[str, Any], texts: Texts, progress: Progress | None
) -> Iterator[Problem]:
    """What leaks, what was not joined, and what was joined without a reason.

    Near-duplicates are searched anew, in the order of the export. A dataset without texts has no
    statements to compare, so all its pairs are taken as written.
    """
    again = list(_again(found, values, texts, progress))
    names = group_names(found)
    for edge in again:
        left, right = (found.article_of(end) for end in (edge.left, edge.right))
        where = f"{edge.left} and {edge.right}"
        sides = found.articles[left]["split"], found.articles[right]["split"]
        if sides[0] != sides[1]:
            told = f"{edge.kind}: in {sides[0]} and in {sides[1]}, {edge.score:.2f}"
            yield Problem("leak", where, told)
        elif names[left] != names[right]:
            yield Problem("groups", where, f"{edge.kind}: but they are of two groups")
    known = {(edge.kind, edge.left, edge.right, round(edge.score, 4)) for edge in again}
    for row in found.edges:
        where, kind = f"{row['left']} and {row['right']}", row["kind"]
        sides_of = parted(row, found)
        if sides_of and (kind in RECORDED or values["options"]["text"] == "none"):
            yield Problem("leak", where, f"{kind}: in {sides_of[0]} and in {sides_of[1]}")
        if (kind, row["left"], row["right"], row["score"]) not in known:
            yield from _unfounded(row, found, values, texts)


def _again(
    found: Loaded, values: dict[str, Any], texts: Texts, progress: Progress | None
) -> list[Edge]:
    ids = sorted(found.articles)
    places = {article: place for place, article in enumerate(ids)}
    items = []
    if values["options"]["text"] != "none":
        records = [record for record in found.claims if record["article"] in places]
        records.sort(key=lambda r: (r["article"], r["start"], r["end"], r["claim"]))
        items = [Item(r["claim"], places[r["article"]], r["statement"], "") for r in records]
    return edges([(id, texts(id) or "") for id in ids], items, progress=progress)


def _unfounded(
    row: dict[str, Any], found: Loaded, values: dict[str, Any], texts: Texts
) -> Iterator[Problem]:
    """A pair that nothing in the dataset bears out."""
    kind, ends = row["kind"], (row["left"], row["right"])
    where = " and ".join(ends)
    compared = values["options"]["text"] != "none"
    if kind == SAME_MEANING and not values["options"]["by_meaning"]:
        yield Problem("groups", where, "are joined by meaning, which was not asked for")
    there = found.articles if kind == NEAR_ARTICLE else found.statements
    if kind not in (NEAR_ARTICLE, NEAR_CLAIM, *RECORDED):
        yield Problem("groups", where, f"are joined by '{kind}', which joins nothing")
    elif any(end not in there for end in ends):
        yield Problem("groups", where, "are not both in the dataset")
    elif kind == NEAR_ARTICLE:
        shown = [text for end in ends if (text := texts(end)) is not None]
        if len(shown) == 2 and not near_articles(shown):
            yield Problem("groups", where, "are no near-duplicate articles")
    elif kind == NEAR_CLAIM and compared:
        words = [found.statements[end] for end in ends]
        if not _as_told(row["score"], near_texts(words)):
            yield Problem("groups", where, "are no near-duplicate claims, or not so near")


def _as_told(score: float, pairs: list[Pair]) -> bool:
    return bool(pairs) and abs(pairs[0].score - score) <= EXACT
