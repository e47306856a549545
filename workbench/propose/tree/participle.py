"""The finite verb that a participle stands for."""

from __future__ import annotations

from workbench.propose.inflect import base_of_ing, past, third_person
from workbench.propose.lexicon import MONTHS, NEGATIONS, word_set
from workbench.propose.tree.clause import Clause
from workbench.propose.tree.number import be_form, is_plural
from workbench.propose.tree.tree import Tree

_PLACED = frozenset(("based", "located", "situated"))
_STATES = _PLACED | word_set("known called named owned run made aged home")


def done_as_finite(tree: Tree, clause: Clause, own: list[int], was: bool) -> str:
    """What stands before a participle like "founded": "was", "are", "has been", "will be"."""
    if any(tree.low[w] == "since" and tree.relations[w] == "case" for w in own):
        return "have been" if is_plural(tree, clause.subject) else "has been"
    told = tree.relations[clause.head] != "acl" or tree.words[clause.head - 1].form == ","
    if told and _ahead(tree, clause.host):
        return "will be"
    low, month = tree.low[clause.head], any(tree.low[w] in MONTHS for w in own)
    now = (low in _STATES and not was and not month) or low in _PLACED
    return be_form(tree, clause.subject, not now)


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
