"""Whether two statements speak of the same thing, and then agree or disagree."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from workbench.match.consistency.blocks import StatementIndex
from workbench.match.consistency.rules import SIDES, Relation, relate, same_topic

__all__ = ["SIDES", "Relation", "StatementIndex", "pairs", "relate", "same_topic"]


def pairs(
    statements: Sequence[str], progress: Callable[[int, int], None] | None = None
) -> Iterator[tuple[int, int, Relation]]:
    """The pairs (i, j, relation), i < j, of statements that speak of the same thing.

    Statements are compared where they share a rare word or two common ones, so that time grows
    with their number and not with its square; of a word or pair that very many share, only
    near neighbours in the sequence are compared.

    Args:
        statements: each standing alone.
        progress: told how many are done, of how many.
    """
    index = StatementIndex(statements)
    for first in range(len(statements)):
        for second in index.candidates(first):
            relation = relate(statements[first], statements[second])
            if relation:
                yield first, second, relation
        if progress:
            progress(first + 1, len(statements))
