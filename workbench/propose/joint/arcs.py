"""Who hangs on what in a sentence: does a statement join its words as the sentence does?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workbench.propose.tree.tree import Tree

_ARGUMENTS = frozenset(("nsubj", "obj", "csubj", "iobj", "ccomp", "xcomp"))
_CORE = frozenset(("nsubj", "obj", "obl", "nmod", "nummod", "csubj", "iobj", "ccomp", "xcomp",
                   "appos", "acl", "advcl", "conj"))  # fmt: skip
_BESIDE = frozenset(("obl", "nmod"))
_MOST = 1  # new arcs in a statement, none of them an argument's: a parser errs, too
SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "expl")

Arcs = frozenset[tuple[str, str, str]]  # a word, its head, and the relation; empty for any


def arcs(trees: Iterable[Tree]) -> Arcs:
    """Who hangs on what in a sentence, and what follows from it for the clauses parted from it."""
    return frozenset(pair for tree in trees for pair in _arcs(tree))


def _arcs(tree: Tree) -> Iterator[tuple[str, str, str]]:
    low = tree.low
    for word, relation in enumerate(tree.relations):
        head = tree.heads[word]
        if head < 0:
            continue
        yield low[word], low[head], _kind(relation)
        if relation.startswith("acl"):  # the noun is what it is told of
            yield from ((low[n], low[word], "") for n in (head, *tree.only(head, "flat")))
        if relation in ("conj", "advcl", "xcomp", "parataxis", "ccomp"):
            yield from ((low[s], low[word], "") for s in _inherited(tree, head))
        if relation in ("conj", "appos"):
            yield low[word], low[tree.heads[head]], ""
        if relation == "appos":
            yield low[head], low[word], ""


def _inherited(tree: Tree, verb: int) -> Iterator[int]:
    """The subjects that a clause under ``verb`` may share."""
    for _ in range(3):
        own = tree.only(verb, *SUBJECTS)
        yield from own
        if tree.heads[verb] < 0 or (own and tree.relations[verb] in _OF_ITS_OWN):
            return  # "Ann Oe said his conduct – arranging it – was legal": she arranged nothing
        if tree.relations[verb].startswith("acl"):
            yield tree.heads[verb]
        verb = tree.heads[verb]


_OF_ITS_OWN = ("ccomp", "parataxis", "advcl", "acl:relcl")


def true_to(tree: Tree, known: Arcs) -> bool:
    """Does a statement's tree join few words of the sentence anew, and no argument?"""
    words = {word for arc in known for word in arc[:2]}
    kinds: dict[tuple[str, str], set[str]] = {}
    for one, other, kind in known:
        kinds.setdefault((one, other), set()).add(kind)
    about = {w for s in tree.only(tree.root, *SUBJECTS) for w in tree.below(s)}
    strange = 0
    for word, relation in enumerate(tree.relations):
        head = tree.heads[word]
        if head < 0 or _kind(relation) not in _CORE:
            continue
        pair = tree.low[word], tree.low[head]
        if relation in ("obj", "iobj") and kinds.get(pair, {""}) <= _BESIDE:
            return False  # "[after] the war the state paid": it did not pay the war
        if pair[0] in words and pair[1] in words and pair not in kinds:
            strange += 1
            if _kind(relation) in _ARGUMENTS or word in about:
                return False
    return strange <= _MOST


def _kind(relation: str) -> str:
    return relation.partition(":")[0]
