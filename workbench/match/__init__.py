"""Claim ↔ checked claim, quote ↔ source, and the facts that must agree."""

from __future__ import annotations

import sys
from collections.abc import Hashable, Iterable, Sequence
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workbench.match.collection.memory import Match

__all__ = ["match"]


def match(
    queries: Sequence[str],
    checked: Iterable[Sequence[Hashable]],
    k: int = 10,
    *,
    engine: str = "auto",
) -> list[list[Match]]:
    """The checked claims that best match each query, best first.

    Args:
        queries: claims, or posts as people write them.
        checked: the collection, each as (id, statement) or (id, statement, title).
        k: how many matches a query gets, at most.
        engine: ``auto`` (the best one installed), ``semantic`` or ``words``.

    Raises:
        MissingExtraError: ``semantic`` is wanted and not installed.
        ValueError: there is no engine of that name.
    """
    from workbench.match.collection.memory import MemoryCollection

    collection = MemoryCollection(engine)
    collection.add(checked)
    return [collection.search(query, k) for query in queries]


class _CallablePackage(ModuleType):
    """`workbench.match` names this package and, called, does what its `match` does."""

    def __call__(self, *args: Any, **options: Any) -> list[list[Match]]:
        return match(*args, **options)


sys.modules[__name__].__class__ = _CallablePackage
