"""What a clause of a tree must be to state a fact."""

from __future__ import annotations

from workbench.propose.clauses_tree import SUBJECTS, Clause
from workbench.propose.clauses_tree_words import is_plural
from workbench.propose.gates import _HOPING, _OPINION
from workbench.propose.lexicon import ADDING, FIRST_PERSON, HEDGE, LEADING, SECOND_PERSON, THINK
from workbench.propose.parse_tree import Tree

_SURE = frozenset(("they", "we", "these", "those", "both", "i", "you"))
_COLLECTIVE = frozenset(("police", "people", "politics", "economics", "news", "series", "percent"))
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
    if _leading(tree, clause) or _inverted(tree, head, subject) or not _agrees(tree, clause):
        return False
    if tree.coarse[subject[0]] == "SCONJ":
        return False  # a clause that the parser took into the subject
    low = [tree.low[w] for w in subject]
    if any(w in SECOND_PERSON for w in low) or (len(low) == 1 and low[0] in _RELATIVE
                                                and clause.relative is None):  # fmt: skip
        return False
    first = any(w in FIRST_PERSON for w in low)
    if first and ("i" in low or "will" in group or "'ll" in group or tree.low[head] in THINK):
        return False
    return saying or not _opinion(tree, head, low, first)


def _leading(tree: Tree, clause: Clause) -> bool:
    """Participles that lead in or list rather than state: "compared with", "citing"."""
    return clause.kind == "participle" and tree.low[clause.head] in LEADING | ADDING


def _inverted(tree: Tree, head: int, subject: list[int]) -> bool:
    """ "Had the contest gone on, …": a condition without "if"."""
    opener = min([head, *tree.only(head, "aux", "aux:pass", "cop")])
    if opener == head or tree.low[opener] not in ("had", "were", "should"):
        return False
    return opener < min(subject) < head and tree.fine[head] != "EX"


def _agrees(tree: Tree, clause: Clause) -> bool:
    """Does a subject that stands elsewhere agree in number with the finite verb?"""
    if not clause.subject or clause.kind == "participle" or clause.lead:
        return True
    if clause.relative is not None and clause.relative.role != "subject":
        return True
    group = [*tree.only(clause.head, "aux", "aux:pass", "cop"), clause.head]
    verb = next((w for w in sorted(group) if tree.fine[w] in ("VBZ", "VBP", "VBD", "MD")), None)
    if verb is None or (tree.fine[verb] == "VBD" and tree.low[verb] not in ("was", "were")):
        return True
    plural = is_plural(tree, clause.subject)
    if tree.fine[verb] == "VBZ" or tree.low[verb] == "was":
        return not plural or (tree.low[clause.subject[-1]] not in _SURE and not _sure(tree, clause))
    return True


def _sure(tree: Tree, clause: Clause) -> bool:
    """Is the subject a plural noun, and not a list or a name, which may count as one?"""
    inside = set(clause.subject)
    top = next(w for w in clause.subject if tree.heads[w] not in inside)
    return tree.fine[top] == "NNS" and tree.low[top] not in _COLLECTIVE


def _opinion(tree: Tree, head: int, subject: list[str], first: bool) -> bool:
    return (
        tree.low[head] in _OPINION | {"possible", "likely", "unlikely"}
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
