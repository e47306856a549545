"""What a clause of a tree must be to state a fact."""

from __future__ import annotations

from workbench.propose.clauses_tree import SUBJECTS, Clause
from workbench.propose.gates import _HOPING, _OPINION
from workbench.propose.lexicon import FIRST_PERSON, HEDGE, SECOND_PERSON, THINK
from workbench.propose.parse_tree import Tree

_RELATIVE = frozenset(("who", "which", "that", "what", "whose", "whom", "where", "when"))


def states_fact(  # noqa: PLR0911  one per reason
    tree: Tree, clause: Clause, saying: bool = False
) -> bool:
    """Is the clause put as a fact, rather than hoped, wished, advised, asked or thought?"""
    head = clause.head
    group = [tree.low[c] for c in tree.only(head, "aux", "aux:pass", "cop", "advmod")]
    group += [tree.low[w] for w in clause.lead] + [tree.low[head]]
    if any(w in HEDGE for w in group) or tree.low[head] in _HOPING:
        return False
    if clause.kind == "apposition":
        return True
    own = tree.only(head, *SUBJECTS)
    if not own and not clause.subject:
        return False
    if clause.kind in ("main", "said") and not clause.subject and not _finite(tree, head):
        return False
    subject = clause.subject or sorted(tree.below(own[0]))
    low = [tree.low[w] for w in subject]
    if any(w in SECOND_PERSON for w in low) or (len(low) == 1 and low[0] in _RELATIVE
                                                and clause.relative is None):  # fmt: skip
        return False
    first = any(w in FIRST_PERSON for w in low)
    if first and ("i" in low or "will" in group or "'ll" in group or tree.low[head] in THINK):
        return False
    return saying or not _opinion(tree, head, low, first)


def _opinion(tree: Tree, head: int, subject: list[str], first: bool) -> bool:
    return (
        tree.low[head] in _OPINION
        and bool(tree.only(head, "cop"))
        and (first or subject in (["it"], ["this"], ["that"]))
    )


def _finite(tree: Tree, head: int) -> bool:
    """Has the predicate a finite verb?"""
    helpers = tree.only(head, "aux", "aux:pass", "cop")
    if tree.fine[head] == "VBN" and not helpers and tree.only(head, *SUBJECTS):
        return True  # "reopened" taken for a participle
    group = [head, *helpers]
    return any(tree.fine[w] in ("VBD", "VBZ", "VBP", "MD") for w in group)
