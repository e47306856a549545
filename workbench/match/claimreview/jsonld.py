"""ClaimReview objects, wherever they stand in linked data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_HOLDERS = (
    "@graph",
    "dataFeedElement",
    "itemListElement",
    "item",
    "mainEntity",
    "mainEntityOfPage",
    "hasPart",
    "review",
    "subjectOf",
)
_PREFIXES = ("https://schema.org/", "http://schema.org/", "schema:")
_DEEPEST = 50
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")  # no database keeps them as text


def reviews(value: Any, where: str, depth: int = 0) -> Iterator[tuple[dict[str, Any], str]]:
    """Each ClaimReview in a value with its place: `file.json@graph[2]`.

    An object that names no type but has `claimReviewed` is one, too. Keys come without the
    prefix of schema.org.
    """
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for number, part in enumerate(value, 1):
            yield from reviews(part, f"{where}[{number}]", depth + 1)
    elif isinstance(value, dict):
        plain = {_bare(key): part for key, part in value.items()}
        if is_review(plain):
            yield plain, where
            return
        for key in _HOLDERS:
            if isinstance(plain.get(key), dict | list):
                dot = "" if key.startswith("@") else "."
                yield from reviews(plain[key], f"{where}{dot}{key}", depth + 1)


def is_review(value: dict[str, Any]) -> bool:
    """Whether an object is a ClaimReview."""
    kinds = value.get("@type", [])
    named = {_bare(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])}
    return "ClaimReview" in named or (not named and "claimReviewed" in value)


def _bare(key: Any) -> str:
    name = str(key)
    for prefix in _PREFIXES:
        name = name.removeprefix(prefix)
    return name


def text_of(value: Any) -> str | None:
    """The text of a value: of a string, a number, a wrapped value, or the first of a list."""
    if isinstance(value, list):
        return next((found for part in value if (found := text_of(part))), None)
    if isinstance(value, dict):
        keys = ("@value", "name", "alternateName", "@id", "url")
        return next((found for key in keys if (found := text_of(value.get(key)))), None)
    if isinstance(value, bool) or value is None:
        return None
    return _UNSTORABLE.sub("\ufffd", str(value)).strip() or None


def part(value: Any, *path: str) -> Any:
    """What stands at a path of keys; of a list its first object is followed."""
    for key in path:
        if isinstance(value, list):
            value = next((one for one in value if isinstance(one, dict)), None)
        if not isinstance(value, dict):
            return None
        value = {_bare(name): one for name, one in value.items()}.get(key)
    return value
