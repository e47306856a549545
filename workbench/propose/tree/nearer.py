"""Whose deed a participle is that hangs on a clause within the clause that is told."""

from __future__ import annotations

from typing import NamedTuple

from workbench.propose.lexicon import word_set
from workbench.propose.tree.nouns import noun_words
from workbench.propose.tree.tree import Tree

_SUBJECT = ("nsubj", "nsubj:pass", "csubj", "csubj:pass", "expl")
_WHO = ("who", "which", "that")


class Nearer(NamedTuple):
    """The verb of a clause within another, and the words of its subject; none if not certain."""

    verb: int
    subject: list[int]


def nearer(tree: Tree, verb: int, told: int) -> Nearer | None:
    """ "They ask mills whose boilers burst, killing two": the boilers, and none of those who ask.

    The clause around ``verb`` that lies within the clause under ``told`` and has a subject of its
    own; None when there is none, or one that is but a pronoun.
    """
    seen = 0
    while verb >= 0 and verb != told and seen < len(tree.words):
        about = tree.only(verb, *_SUBJECT)
        if about:
            return _clause(tree, verb, about[0])
        if tree.relations[verb] in ("acl:relcl", "ccomp", "csubj"):
            return None
        verb, seen = tree.heads[verb], seen + 1
    return None


def _clause(tree: Tree, verb: int, subject: int) -> Nearer | None:
    if tree.low[subject] in _WHO and tree.relations[verb] == "acl:relcl":
        inside = tree.below(verb)
        noun = noun_words(tree, tree.heads[verb])
        return Nearer(verb, [w for w in noun if w not in inside])
    if tree.coarse[subject] == "PRON":
        return None
    words = noun_words(tree, subject)
    return Nearer(verb, [] if any(tree.fine[w].startswith("W") for w in words) else words)


def asked(tree: Tree, word: int) -> bool:
    """ "Urged the council to open wards and hire nurses": hire, which the council is to do.

    Is it, or does it hang on, an infinitive that is another's deed than the subject's above?
    """
    seen = 0
    while tree.heads[word] >= 0 and seen < len(tree.words):
        above = tree.heads[word]
        if _seen(tree, word):
            return True
        if tree.only(word, *_SUBJECT) or tree.relations[word] not in ("conj", "advcl", "xcomp"):
            return False
        if tree.relations[word] == "xcomp":
            whom = [o for o in tree.only(above, "obj", "iobj") if above < o < word]
            return bool(whom) and tree.fine[word] == "VB" and tree.low[above] not in _OWN
        word, seen = above, seen + 1
    return False


def _seen(tree: Tree, word: int) -> bool:
    """ "Would see two mills shut and 300 staff moved": what it would see."""
    above = tree.heads[word]
    joined = tree.relations[word] == "conj" and tree.relations[above] == "xcomp"
    bare = tree.fine[word] == "VBN" and not tree.only(word, "aux", "aux:pass", "cop")
    return joined and bare and bool(tree.only(word, *_SUBJECT))


# "promised her to go", "used the money to build": who promised goes
_OWN = word_set("promise promises promised use uses used take takes took taken cost costs need "
                "needs needed have has had spend spends spent")  # fmt: skip
