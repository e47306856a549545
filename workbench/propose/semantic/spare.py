"""Plain clauses of a sentence as candidates, for the learned choice of what is shown besides."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from workbench.propose.candidate import Candidate
from workbench.propose.semantic.claims import Claims
from workbench.propose.semantic.form import well_formed
from workbench.propose.semantic.verbless import Verbless, verbless
from workbench.propose.tree.clause import Clause
from workbench.propose.tree.cuts import conditional
from workbench.propose.tree.spare import PLACES, spares
from workbench.propose.tree.tree import Tree


class Spared(NamedTuple):
    """A candidate that nobody has vouched for, and what is known of its clause.

    Attributes:
        candidate: As it would be shown.
        place: Relation of its predicate (index in `tree.spare.PLACES`; the next two numbers for
            an aside without a verb: about a number, about a part).
        short: Is it cut to its core?
        fact: Do the gates take it for a fact?
        speaker: Who says it, if anybody does.
    """

    candidate: Candidate
    place: int
    short: bool
    fact: bool
    speaker: str | None


def spare_candidates(claims: Claims, tree: Tree) -> list[Spared]:
    """The plain clauses of a tree, worded as its claims are, in the order of the text."""
    made = [(spare, claims.worded(spare.clause)) for spare in spares(tree)]
    return [
        Spared(
            candidate,
            spare.place,
            spare.short,
            claims.fact(spare.clause),
            claims.teller(spare.clause),
        )
        for spare, candidate in made
        if candidate is not None
    ] + [
        Spared(
            claims.aside(told.said, told.own, told.noun),
            len(PLACES) + told.part,
            False,
            True,
            claims.teller(_host(told)),
        )
        for told in verbless(claims.named, claims.text)
        if not _sure(claims, told)
    ]


def parts_told(claims: Claims) -> list[Candidate]:
    """What is told of a part of several in an aside, "most of them children", where it is a fact.

    The words settle it, so that it is shown without being chosen.
    """
    found = [told for told in verbless(claims.named, claims.text) if _sure(claims, told)]
    made = ((claims.aside(told.said, told.own, told.noun), told) for told in found)
    return [replace(one, attributed_to=claims.teller(_host(told))) for one, told in made]


def _sure(claims: Claims, told: Verbless) -> bool:
    sound = told.part and well_formed(told.said) and claims.fact(_host(told))
    return sound and not conditional(claims.tree, told.host)


def _host(told: Verbless) -> Clause:
    return Clause(told.host, "main", told.own)
