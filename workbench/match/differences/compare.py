"""What differs between the facts of two texts, in words for a reader."""

from __future__ import annotations

from workbench.match.differences.dates import date_differences
from workbench.match.differences.kinds import Difference, DifferenceKind, Names, Sides
from workbench.match.differences.names import name_differences
from workbench.match.differences.numbers import number_differences
from workbench.match.differences.words import word_differences
from workbench.match.facts.names import surely_named
from workbench.match.facts.parse import kept_facts

__all__ = ["Difference", "DifferenceKind", "differences"]


def differences(
    left: str, right: str, names: Names = ("quote", "source"), *, strict: bool = False
) -> tuple[Difference, ...]:
    """The facts in which two texts differ: numbers, dates, units, names, negation and the like.

    "ten" and "10", "till 2019" and "until 2019", "3 weeks" and "21 days" do not differ.

    Args:
        left: one text, a sentence or a few.
        right: the other.
        names: what the two are called in the messages.
        strict: whether a fact that only one of the two has counts as a difference, and words in
            another order; for texts that should be the same, such as a quote and its place.
            Otherwise only facts that answer each other are compared.
    """
    if left == right:
        return ()
    mine, theirs = surely_named(left, right)
    sides = Sides(left, right, kept_facts(left, mine), kept_facts(right, theirs), names, strict)
    found = [*date_differences(sides), *number_differences(sides)]
    # What was told as a number's bound or unit is not told again as a word or a name.
    told = {word for difference in found for word in difference.left.lower().split()}
    others = (*name_differences(sides), *word_differences(sides))
    return (*found, *(other for other in others if other.left.lower() not in told))
