"""The suggestions, measured: how many claims they find, and how many of them are kept.

A reviewer who sees suggestions is led by them. In the articles that are shown without any she
marks what she finds; what the hidden candidates cover of it is their recall, unbiased. A claim
is found when a candidate's span or parts share at least 0.6 of its words (token Jaccard).
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import Any

from db import articles, claims, suggestions
from db.engine import Connection, Database
from db.suggestions import AddedClaim
from workbench.review.project import settings
from workbench.text.words import words

FOUND = 0.6
PHRASE = "phrase"  # the kind that a queue leaves out unless it is asked for


def measured(database: Database, reviewer: str | None = None) -> dict[str, Any]:
    """What `status` reports of the suggestions; shares are None where nothing is counted yet.

    Args:
        database: the project.
        reviewer: count only what this reviewer did, where others' work is not hers to see.

    Returns:
        kept, discarded, trust: answers to suggestions, and the share that was kept.
        added: claims marked by reviewers in articles with suggestions: what these missed.
        unaided: the articles without suggestions: their share as set, their number, claims
            marked there (of whole articles), those that a hidden candidate finds, their share
            (recall) and its 95 % interval by Wilson's score.
    """
    project = settings(database)
    with database.read() as connection:
        bare = set(suggestions.unaided_articles(connection))
        marked = [c for c in suggestions.added(connection) if reviewer in (None, c.reviewer)]
        kept, discarded = suggestions.answers(connection, reviewer)
        there = [claim for claim in marked if claim.article_seq in bare]
        found = _found(connection, there, project.phrases)
    return {
        "kept": kept,
        "discarded": discarded,
        "trust": _share(kept, kept + discarded),
        "added": len(marked) - len(there),
        "unaided": {
            "share": project.unaided,
            "articles": len(bare),
            "added": len(there),
            "found": found,
            "recall": _share(found, len(there)),
            "interval": _wilson(found, len(there)),
        },
    }


def told(found: dict[str, Any]) -> list[str]:
    """The same as lines."""
    lines = []
    if found["trust"] is not None:
        lines.append(
            f"suggestions: {found['trust']:.0%} kept of {found['kept'] + found['discarded']:,} "
            f"answered; {_claims(found['added'])} added beside them"
        )
    bare = found["unaided"]
    if bare["share"]:
        line = (
            f"without suggestions: {bare['share']:.0%} of articles ({bare['articles']:,} here), "
            f"{_claims(bare['added'])} added"
        )
        if bare["recall"] is not None:
            low, high = bare["interval"]
            line += (
                f", {bare['found']:,} of them among the hidden suggestions: "
                f"recall {bare['recall']:.0%} (95 %: {low:.0%} to {high:.0%})"
            )
        lines.append(line)
    return lines


def _claims(number: int) -> str:
    return f"{number:,} claim{'' if number == 1 else 's'}"


def _found(connection: Connection, marked: Sequence[AddedClaim], phrases: bool) -> int:
    found = 0
    for seq in sorted({claim.article_seq for claim in marked}):
        text = articles.text(connection, seq)
        candidates = [
            claim
            for claim in claims.of_article(connection, seq)
            if claim.origin == "proposer" and claim.status == "active"
            if phrases or claim.kind != PHRASE
        ]
        offered = [_tokens(text, [(c.start, c.end)]) for c in candidates]
        offered += [_tokens(text, c.parts) for c in candidates]
        for claim in marked:
            if claim.article_seq == seq:
                own = _tokens(text, [(claim.start, claim.end)])
                found += any(_jaccard(own, other) >= FOUND for other in offered)
    return found


def _tokens(text: str, parts: Sequence[tuple[int, int]]) -> set[tuple[int, int]]:
    return {word for start, end in parts for word in words(text, start, end)}


def _jaccard(left: set[tuple[int, int]], right: set[tuple[int, int]]) -> float:
    return len(left & right) / len(left | right) if left & right else 0.0


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


def _wilson(part: int, whole: int) -> tuple[float, float] | None:
    """Wilson's score interval of a share (1927), at 95 %."""
    if not whole:
        return None
    z = 1.959964
    share, spread = part / whole, z * z / whole
    middle = share + spread / 2
    reach = z * sqrt(share * (1 - share) / whole + spread / (4 * whole))
    low, high = (middle - reach) / (1 + spread), (middle + reach) / (1 + spread)
    return round(max(0.0, low), 4), round(min(1.0, high), 4)
