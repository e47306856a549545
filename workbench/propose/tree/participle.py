"""The finite verb that a participle in "-ing" stands for."""

from __future__ import annotations

from workbench.propose.inflect import base_of_ing, past, third_person
from workbench.propose.lexicon import NEGATIONS
from workbench.propose.tree.clause import Clause
from workbench.propose.tree.number import is_plural
from workbench.propose.tree.tree import Tree


def ing_as_finite(tree: Tree, clause: Clause, was: bool) -> str:
    """ "Killing" as "killed", or as "kills" or "kill"; ``was``: in a past tense."""
    base = base_of_ing(tree.low[clause.head])
    if tree.relations[clause.head] != "acl" and _ahead(tree, clause.host):
        return f"will {base}"
    if was:
        return past(base)
    return base if is_plural(tree, clause.subject) else third_person(base)


def _ahead(tree: Tree, host: int | None) -> bool:
    """ "Will orbit it, mapping the ice": it will map it, too."""
    if host is None or any(tree.low[c] in NEGATIONS for c in tree.children[host]):
        return False
    return any(tree.low[w] in ("will", "'ll") for w in tree.only(host, "aux"))
