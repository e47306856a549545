"""Who speaks in a tag, and which name stands for "a resident" or "another witness"."""

from __future__ import annotations

from typing import NamedTuple

from workbench.propose.lexicon import SAY, TIME_NOUNS
from workbench.propose.semantic.documents import document, reads_first, reads_last
from workbench.propose.semantic.names import PEOPLE
from workbench.propose.tree.clause import SUBJECTS
from workbench.propose.tree.clauses import clauses
from workbench.propose.tree.nouns import noun_words
from workbench.propose.tree.tree import Tree

LAST = ("reports", "report", "reported", "writes", "write", "informs", "informed", "show", "shows",
         "showed", "suggest", "suggests", "suggested", "indicate", "indicates")  # fmt: skip
_OPEN = frozenset(("a", "an", "another"))


def given_name(tree: Tree, noun: int) -> list[int]:
    """ "Said a resident, Ana Oe, 43": Ana Oe; nobody where no name stands behind."""
    if tree.coarse[noun] == "NUM":
        nameless = tree.low[noun] == "one" and bool(tree.only(noun, "nmod"))
    else:
        first = {tree.low[c] for c in tree.only(noun, "det")}
        nameless = tree.coarse[noun] == "NOUN" and bool(first & _OPEN)
    if not nameless:
        return []
    near = [noun]
    for word in near:
        near += [c for c in tree.only(word, "nmod", "appos") if c > noun]
    names = sorted(w for w in near if tree.relations[w] == "appos" and _name(tree, w, noun))
    if not names:
        return []
    return [names[0], *tree.only(names[0], "flat")]


def _name(tree: Tree, word: int, noun: int) -> bool:
    """Is it a name of two words or more, behind a comma?"""
    parted = any(tree.words[w].form == "," for w in range(noun, word))
    rest = tree.only(word, "flat")
    full = bool(rest) and all(tree.coarse[w] == "PROPN" for w in (word, *rest))
    return parted and full and not tree.only(word, "conj", "cc")


class Speaking(NamedTuple):
    """Who speaks in a tag: the noun, its words, and the words of the saying."""

    noun: int
    who: list[int]
    saying: list[int]


def speaking(tree: Tree) -> Speaking | None:
    """The subject and the predicate of a tag; None when it has none."""
    then = any(tree.low[w] in ("after", "before") and tree.low[w - 1] in TIME_NOUNS
               for w in range(1, min(_EARLY, len(tree.words))))  # fmt: skip
    if then:
        return None  # "…, two days after it was first reported"
    return _written(tree) or _parsed_speaking(tree) or _last_speaks(tree)


def _written(tree: Tree) -> Speaking | None:
    """ "The statement read", "reads a sign on the fence": what is written is taken for a reader."""
    low = tree.low
    first = reads_first(low)
    verb = 0 if first else reads_last(low)
    if verb < 0:
        return None
    rest = range(1, len(low)) if first else range(verb)
    stop = next((w for w in rest if tree.words[w].form == ","), rest.stop)
    who = list(range(rest.start, stop))
    if len(who) == 1 and low[0] == "it":
        return Speaking(0, who, [verb])
    saying = [verb] if first else list(range(verb, len(low)))
    return Speaking(rest.start + document([low[w] for w in who]), who, saying)


_EARLY = 4


def _last_speaks(tree: Tree) -> Speaking | None:
    """ "The press service reports", "Ruud stressed": the verb was taken for something else."""
    last = len(tree.words) - 1
    low = tree.low[last]
    if last < 1 or (low not in LAST and low not in SAY) or tree.low[0] in ("who", "which", "that"):
        return None
    who = list(range(last))
    if subjects := tree.only(last, "nsubj"):  # "The rule is old, she noted, “and …”"
        who = sorted(w for w in tree.below(subjects[0]) if w < last)
    noun = next((w for w in who if tree.heads[w] not in who), last - 1)
    return Speaking(noun, who, [last])


def _beside(tree: Tree, clause: int) -> bool:
    """ "[The office reported on Friday,] confirming an earlier estimate"."""
    first = tree.first_word(clause)
    return tree.fine[clause] == "VBG" and first > 0 and tree.words[first - 1].form == ","


def _parsed_speaking(tree: Tree) -> Speaking | None:
    found = clauses(tree)
    if not found or found[0].head != tree.root:
        return None
    subjects = tree.only(tree.root, *SUBJECTS)
    if not subjects or tree.coarse[tree.root] not in ("VERB", "AUX"):
        return None
    noun = subjects[0]
    own = found[0].own
    gone = tree.below(noun)
    gone |= {w for c in tree.only(tree.root, "advcl") if _beside(tree, c) for w in tree.below(c)}
    if tree.words[tree.first_word(noun) - 1].form == ",":  # "asked whether it was so, Oe said"
        fronted = (c for c in tree.only(tree.root, "ccomp", "advcl") if c < noun)
        gone |= {w for c in fronted for w in tree.below(c)}
    saying = [w for w in own if w not in gone and (tree.low[w] != "as" or w)]  # "as he told it"
    who = [w for w in own if w in tree.below(noun)]
    if tree.root not in saying or tree.low[noun] in ("who", "which", "that", "what"):
        return None
    kept = set(noun_words(tree, noun))
    if tree.coarse[noun] == "NOUN" and not tree.only(noun, "det", "nmod:poss"):
        called = [w for w in sorted(gone) if tree.coarse[w] != "PUNCT" and w < tree.root]
        named = any(tree.coarse[w] == "PROPN" for w in called)  # "chairman, CEO and president Oe"
        kept = set(called) if named and tree.low[noun] in PEOPLE else kept
        who = called if kept == set(called) else who
    return Speaking(noun, [w for w in who if w in kept] or who, saying)


def quoted_as(tree: Tree) -> int:
    """ "The Post quoted an official as saying: …": the official; -1 in another tag."""
    root = tree.root
    cites = tree.low[root] in ("quoted", "quotes", "cited", "cites")
    saying = any(
        tree.low[w] == "saying" for c in tree.children[root] for w in (c, *tree.children[c])
    )
    told = tree.only(root, "obj") if cites and saying else []
    return told[0] if told and not tree.only(root, "aux:pass") else -1
